#include "geometry/unite_polygons.hpp"

#include <algorithm>
#include <cmath>

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "geometry/edge_cancelling.hpp"
#include "geometry/grid_polygons.hpp"
#include "geometry/hilbert.hpp"
#include "geometry/planar.hpp"
#include "geometry/strips.hpp"
#include "geometry/union_proof.hpp"

namespace jingwei {
namespace {

using Bytes = std::vector<std::uint8_t>;

/// Rows of one group that are read together.
struct Chunk {
  std::size_t group = 0;
  std::span<const Wkb> rows;
  std::vector<GridEdge> edges;
  RowWitnesses witnesses;
};

std::vector<Chunk> chunks_of(std::span<const std::vector<Wkb>> groups) {
  constexpr std::size_t most_rows = 2048;
  std::vector<Chunk> chunks;
  for (std::size_t g = 0; g < groups.size(); ++g)
    for (std::size_t first = 0; first < groups[g].size(); first += most_rows)
      chunks.push_back(
          {g, std::span(groups[g]).subspan(first, std::min(most_rows, groups[g].size() - first)), {}, {}});
  return chunks;
}

void read(Chunk& chunk, double scale) {
  for (const Wkb row : chunk.rows) {
    const std::vector<Rings> polygons = oriented_polygons_of(row);
    add_edges(polygons, {1, 0}, scale, chunk.edges);
    chunk.witnesses.add(polygons);
  }
  chunk.edges = cancelled(std::move(chunk.edges));
}

/// Along a Hilbert curve: what lies near each other is rounded together.
std::vector<GridEdge> near_each_other(const std::vector<GridEdge>& edges) {
  const auto middle = [](const GridEdge& edge) {
    return Point{static_cast<double>(edge.low.x + edge.high.x) / 2,
                 static_cast<double>(edge.low.y + edge.high.y) / 2};
  };
  Envelope extent;
  for (const GridEdge& edge : edges) extent.expand(middle(edge));
  std::vector<std::pair<std::uint64_t, std::uint32_t>> keys;
  keys.reserve(edges.size());
  for (std::uint32_t e = 0; e < edges.size(); ++e)
    keys.emplace_back(hilbert_code(middle(edges[e]), extent), e);
  std::sort(keys.begin(), keys.end());
  std::vector<GridEdge> sorted;
  sorted.reserve(edges.size());
  for (const auto& [code, edge] : keys) sorted.push_back(edges[edge]);
  return sorted;
}

/// What a group is united from.
struct Whole {
  std::vector<GridEdge> edges;
  RowWitnesses witnesses;
};

std::vector<Whole> wholes_of(std::vector<Chunk> chunks, std::size_t groups) {
  std::vector<Whole> wholes(groups);
  for (std::size_t c = 0; c < chunks.size(); ++c) {
    Whole& whole = wholes[chunks[c].group];
    whole.witnesses.add(chunks[c].witnesses);
    if (whole.edges.empty())
      whole.edges = std::move(chunks[c].edges);
    else
      whole.edges.insert(whole.edges.end(), chunks[c].edges.begin(), chunks[c].edges.end());
  }
  return wholes;
}

constexpr std::size_t strip_edges = 65'536;

Bytes united_in(std::span<const Wkb> rows, const Whole& whole, double grid_size, Context& context) {
  const double scale = 1 / grid_size;
  const std::vector<GridEdge> edges = near_each_other(cancelled(whole.edges));
  const std::vector<std::int64_t> lines = strip_lines(edges, edges.size() / strip_edges);
  const std::vector<Rings> polygons = polygons_between(
      lines.empty() ? bordered(
                          edges, [](const Winding& winding) { return winding[0] > 0; }, scale)
                    : bordered_by_strips(edges, lines, scale, context),
      scale);
  prove_union(rows, whole.witnesses, polygons, grid_size, context);
  return polygons.empty() ? Bytes{} : wkb_of_polygons(polygons);
}

}  // namespace

std::vector<Bytes> unite_polygons(std::span<const std::vector<Wkb>> groups, double grid_size,
                                  Context& context) {
  const double scale = 1 / grid_size;
  std::vector<Chunk> chunks = chunks_of(groups);
  parallel_for(
      chunks.size(), context,
      [&](std::size_t begin, std::size_t end) {
        for (std::size_t c = begin; c < end; ++c) read(chunks[c], scale);
      },
      1);
  std::vector<Whole> wholes = wholes_of(std::move(chunks), groups.size());
  std::vector<Bytes> united(groups.size());
  // Large groups one after the other, each in parallel; then the small ones beside each other.
  std::vector<std::size_t> small;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    if (wholes[g].edges.size() > 2 * strip_edges)
      united[g] = united_in(groups[g], wholes[g], grid_size, context);
    else if (!groups[g].empty())
      small.push_back(g);
  }
  parallel_for(small.size(), context, [&](std::size_t begin, std::size_t end) {
    Context alone;
    for (const std::size_t g : std::span(small).subspan(begin, end - begin))
      united[g] = united_in(groups[g], wholes[g], grid_size, alone);
  });
  return united;
}

}  // namespace jingwei
