#include "geometry/row_edges.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "geometry/grid_polygons.hpp"
#include "geometry/hilbert.hpp"
#include "geometry/planar.hpp"

namespace jingwei {
namespace {

/// An edge of one row.
struct RowEdge {
  Cell low, high;
  RowRise rise;
};

/// By (low, slope, length, row).
bool sooner(const RowEdge& a, const RowEdge& b) {
  if (a.low != b.low) return a.low < b.low;
  if (const int turn = orientation(a.low, a.high, b.high); turn != 0) return turn > 0;
  return a.high != b.high ? a.high < b.high : a.rise.row < b.rise.row;
}

std::vector<RowEdge> edges_of_rows(const GeometryColumn& polygons, double grid_size, Context& context) {
  constexpr std::size_t rows_together = 1024;
  const std::size_t chunks = (polygons.size() + rows_together - 1) / rows_together;
  std::vector<std::vector<RowEdge>> of_chunk(chunks);
  parallel_for(
      chunks, context,
      [&](std::size_t begin, std::size_t end) {
        std::vector<GridEdge> edges;
        for (std::size_t row = begin * rows_together; row < std::min(end * rows_together, polygons.size());
             ++row) {
          edges.clear();
          add_edges(oriented_polygons_of(polygons.wkb(row)), {1, 0}, 1 / grid_size, edges);
          for (const GridEdge& edge : edges)
            of_chunk[row / rows_together].push_back(
                {edge.low, edge.high, {static_cast<std::uint32_t>(row), edge.rise[0]}});
        }
      },
      1);
  std::vector<RowEdge> all;
  std::size_t count = 0;
  for (const auto& some : of_chunk) count += some.size();
  all.reserve(count);
  for (const auto& some : of_chunk) all.insert(all.end(), some.begin(), some.end());
  return all;
}

/// Where upright strips with about as many lower ends each begin, but for the first.
std::vector<std::int64_t> strip_borders(const std::vector<RowEdge>& edges) {
  constexpr std::size_t edges_a_strip = 32'768, sample_step = 64;
  std::vector<std::int64_t> sample;
  for (std::size_t e = 0; e < edges.size(); e += sample_step) sample.push_back(edges[e].low.x);
  std::sort(sample.begin(), sample.end());
  std::vector<std::int64_t> borders;
  for (std::size_t at = edges_a_strip / sample_step; at < sample.size(); at += edges_a_strip / sample_step)
    if (borders.empty() || borders.back() < sample[at]) borders.push_back(sample[at]);
  return borders;
}

std::size_t strip_of(std::int64_t x, std::span<const std::int64_t> borders) {
  return static_cast<std::size_t>(std::ranges::upper_bound(borders, x) - borders.begin());
}

/// Edges that fall together are one; those across which no winding changes are left out.
RowEdges merged(const std::vector<RowEdge>& edges, std::span<const std::int64_t> borders, Context& context) {
  std::vector<std::vector<RowEdge>> strips(borders.size() + 1);
  for (const RowEdge& edge : edges) strips[strip_of(edge.low.x, borders)].push_back(edge);
  parallel_for(
      strips.size(), context,
      [&](std::size_t begin, std::size_t end) {
        for (std::size_t s = begin; s < end; ++s) std::sort(strips[s].begin(), strips[s].end(), sooner);
      },
      1);
  RowEdges all;
  all.rises.reserve(edges.size());
  for (const std::vector<RowEdge>& strip : strips)
    for (std::size_t e = 0; e < strip.size();) {
      const RowEdge& edge = strip[e];
      const std::size_t first = all.rises.size();
      for (; e < strip.size() && strip[e].low == edge.low && strip[e].high == edge.high; ++e) {
        const RowRise& rise = strip[e].rise;
        if (all.rises.size() > first && all.rises.back().row == rise.row)
          all.rises.back().rise += rise.rise;
        else
          all.rises.push_back(rise);
      }
      const auto own = all.rises.begin() + static_cast<std::ptrdiff_t>(first);
      all.rises.erase(
          std::remove_if(own, all.rises.end(), [](const RowRise& rise) { return rise.rise == 0; }),
          all.rises.end());
      if (all.rises.size() == first) continue;
      all.edges.push_back({edge.low, edge.high, {1, 0}});
      all.first_rise.push_back(static_cast<std::uint32_t>(first));
    }
  all.first_rise.push_back(static_cast<std::uint32_t>(all.rises.size()));
  return all;
}

/// The edges that reach into each strip or touch it, as ids.
std::vector<std::vector<std::uint32_t>> edges_in(const std::vector<GridEdge>& edges,
                                                 std::span<const std::int64_t> borders) {
  std::vector<std::vector<std::uint32_t>> strips(borders.size() + 1);
  for (std::uint32_t e = 0; e < edges.size(); ++e) {
    const std::size_t last = strip_of(edges[e].high.x + 1, borders);
    for (std::size_t s = strip_of(edges[e].low.x - 1, borders); s <= last; ++s) strips[s].push_back(e);
  }
  return strips;
}

/// Along a Hilbert curve: what lies near each other is rounded together.
void sort_by_place(std::vector<std::uint32_t>& ids, const std::vector<GridEdge>& edges) {
  const auto middle = [&](std::uint32_t e) {
    return Point{static_cast<double>(edges[e].low.x + edges[e].high.x) / 2,
                 static_cast<double>(edges[e].low.y + edges[e].high.y) / 2};
  };
  Envelope extent;
  for (const std::uint32_t e : ids) extent.expand(middle(e));
  std::vector<std::pair<std::uint64_t, std::uint32_t>> keys;
  keys.reserve(ids.size());
  for (const std::uint32_t e : ids) keys.emplace_back(hilbert_code(middle(e), extent), e);
  std::sort(keys.begin(), keys.end());
  for (std::size_t i = 0; i < ids.size(); ++i) ids[i] = keys[i].second;
}

/// What passages_of finds in all edges, strip by strip: a cell that edges pass is found where it lies, as all
/// edges that end in it, cross in it or pass it reach there.
std::vector<Passage> passages_in(const std::vector<GridEdge>& edges, std::span<const std::int64_t> borders,
                                 Context& context) {
  std::vector<std::vector<std::uint32_t>> strips = edges_in(edges, borders);
  std::vector<std::vector<Passage>> found(strips.size());
  parallel_for(
      strips.size(), context,
      [&](std::size_t begin, std::size_t end) {
        for (std::size_t s = begin; s < end; ++s) {
          std::vector<std::uint32_t>& ids = strips[s];
          sort_by_place(ids, edges);
          std::vector<GridEdge> some;
          some.reserve(ids.size());
          for (const std::uint32_t e : ids) some.push_back(edges[e]);
          for (const Passage& passage : passages_of(some))
            if (strip_of(passage.cell.x, borders) == s) found[s].push_back({ids[passage.edge], passage.cell});
        }
      },
      1);
  // Strips lie from left to right, as edges do: along each edge passages are in order.
  std::vector<Passage> all;
  for (const auto& some : found) all.insert(all.end(), some.begin(), some.end());
  std::ranges::stable_sort(all, {}, &Passage::edge);
  return all;
}

std::vector<RowEdge> split(const RowEdges& whole, const std::vector<Passage>& passages) {
  std::vector<RowEdge> pieces;
  pieces.reserve(whole.rises.size() + 2 * passages.size());
  auto node = passages.begin();
  for (std::uint32_t e = 0; e < whole.edges.size(); ++e) {
    Cell from = whole.edges[e].low;
    const auto go_to = [&](Cell to) {
      if (from == to) return;
      const GridEdge piece = edge_between(from, to, {1, 0});
      for (const RowRise& rise : whole.rises_of(e))
        pieces.push_back({piece.low, piece.high, {rise.row, rise.rise * piece.rise[0]}});
      from = to;
    };
    for (; node != passages.end() && node->edge == e; ++node) go_to(node->cell);
    go_to(whole.edges[e].high);
  }
  return pieces;
}

}  // namespace

RowEdges row_edges(const GeometryColumn& polygons, double grid_size, Context& context) {
  if (!(grid_size > 0))
    throw error(ErrorKind::failed, "the grid size of borders is {}, it must be > 0", grid_size);
  const std::vector<RowEdge> given = edges_of_rows(polygons, grid_size, context);
  const std::vector<std::int64_t> borders = strip_borders(given);
  RowEdges all = merged(given, borders, context);
  constexpr int most_rounds = 8;
  for (int round = 0; round < most_rounds; ++round) {
    context.check_cancelled();
    const std::vector<Passage> passages = passages_in(all.edges, borders, context);
    if (!passages.empty()) all = merged(split(all, passages), borders, context);
    if (auto placements = placements_of(all.edges)) {
      all.placements = std::move(*placements);
      return all;
    }
  }
  throw error(ErrorKind::failed,
              {"边界在精度网格 {} 上没有稳定下来；请用更粗的 precision",
               "borders did not settle on a precision grid of {}; choose a coarser precision"},
              grid_size);
}

}  // namespace jingwei
