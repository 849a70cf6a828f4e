#include "geometry/strips.hpp"

#include <algorithm>
#include <map>

#include "base/parallel.hpp"

namespace jingwei {
namespace {

/// How the winding changes where a line is followed upwards.
struct Step {
  std::int64_t y;
  std::int32_t rise;
};

/// The edges between two lines, and where they reach these.
struct Strip {
  std::vector<GridEdge> edges;
  std::vector<Step> left;
  std::vector<Step> right;
};

/// The cell nearest to where an edge crosses a line, halves upwards.
Cell crossing(const GridEdge& edge, std::int64_t x) {
  __extension__ using Wide = __int128;
  const Wide run = edge.high.x - edge.low.x;
  const Wide twice = 2 * Wide(x - edge.low.x) * (edge.high.y - edge.low.y) + run;
  const Wide whole = twice / (2 * run) - (twice % (2 * run) < 0 ? 1 : 0);
  return {x, edge.low.y + static_cast<std::int64_t>(whole)};
}

void cut(const GridEdge& edge, std::span<const std::int64_t> lines, std::vector<Strip>& strips) {
  // An upright edge on a line changes nothing beside it.
  auto s = static_cast<std::size_t>(std::ranges::upper_bound(lines, edge.low.x) - lines.begin());
  const bool from_line = s > 0 && lines[s - 1] == edge.low.x;
  if (from_line && edge.high.x == edge.low.x) return;
  if (from_line) strips[s].left.push_back({edge.low.y, edge.rise[0]});
  Cell from = edge.low;
  for (; s < lines.size() && lines[s] < edge.high.x; ++s) {
    const Cell to = crossing(edge, lines[s]);
    strips[s].edges.push_back({from, to, edge.rise});
    strips[s].right.push_back({to.y, edge.rise[0]});
    strips[s + 1].left.push_back({to.y, edge.rise[0]});
    from = to;
  }
  strips[s].edges.push_back({from, edge.high, edge.rise});
  if (s < lines.size() && lines[s] == edge.high.x) strips[s].right.push_back({edge.high.y, edge.rise[0]});
}

/// Closes a strip along a line, so that nothing winds around a place beyond it; `inwards` is 1 where the
/// strip lies on the left of the line, -1 on its right.
void close(std::int64_t x, std::vector<Step>& steps, std::int32_t inwards, std::vector<GridEdge>& edges) {
  std::ranges::sort(steps, {}, &Step::y);
  std::int32_t winding = 0;
  for (std::size_t i = 0; i + 1 < steps.size(); ++i) {
    winding += steps[i].rise;
    if (winding != 0 && steps[i].y < steps[i + 1].y)
      edges.push_back({{x, steps[i].y}, {x, steps[i + 1].y}, {inwards * winding, 0}});
  }
}

bool inside_first(const Winding& winding) {
  return winding[0] > 0;
}

/// The borders of a strip alone, each with a rise of 1 towards what is kept.
std::vector<GridEdge> borders_in(std::vector<GridEdge> edges, double scale) {
  const Bordered found = bordered(std::move(edges), inside_first, scale);
  std::vector<GridEdge> borders;
  borders.reserve(found.borders.size());
  for (const Border& border : found.borders) {
    const GridEdge& edge = found.edges[border.edge];
    borders.push_back({edge.low, edge.high, {border.inside == Border::Inside::above ? 1 : -1, 0}});
  }
  return borders;
}

/// What borders along a line on one side alone, cut wherever something ends on the line.
void join_along(std::int64_t x, const std::vector<GridEdge>& left, const std::vector<GridEdge>& right,
                std::vector<GridEdge>& joined) {
  std::map<std::int64_t, std::int32_t> changes;
  for (const std::vector<GridEdge>* side : {&left, &right})
    for (const GridEdge& edge : *side) {
      const std::int32_t along = edge.low.x == x && edge.high.x == x ? edge.rise[0] : 0;
      if (edge.low.x == x) changes[edge.low.y] += along;
      if (edge.high.x == x) changes[edge.high.y] -= along;
    }
  std::int32_t rise = 0;
  for (auto at = changes.begin(); at != changes.end() && std::next(at) != changes.end(); ++at) {
    rise += at->second;
    if (rise != 0) joined.push_back({{x, at->first}, {x, std::next(at)->first}, {rise, 0}});
  }
}

}  // namespace

std::vector<std::int64_t> strip_lines(std::span<const GridEdge> edges, std::size_t strips) {
  std::vector<std::int64_t> places;
  places.reserve(edges.size());
  for (const GridEdge& edge : edges) places.push_back(edge.low.x);
  std::vector<std::int64_t> lines;
  auto from = places.begin();
  for (std::size_t s = 1; s < strips; ++s) {
    const auto at = places.begin() + static_cast<std::ptrdiff_t>(s * places.size() / strips);
    std::nth_element(from, at, places.end());
    if (lines.empty() || lines.back() < *at) lines.push_back(*at);
    from = at;
  }
  return lines;
}

Bordered bordered_by_strips(std::span<const GridEdge> edges, std::span<const std::int64_t> lines,
                            double scale, Context& context) {
  std::vector<Strip> strips(lines.size() + 1);
  for (const GridEdge& edge : edges) cut(edge, lines, strips);
  std::vector<std::vector<GridEdge>> borders(strips.size());
  parallel_for(
      strips.size(), context,
      [&](std::size_t begin, std::size_t end) {
        for (std::size_t s = begin; s < end; ++s) {
          if (s > 0) close(lines[s - 1], strips[s].left, -1, strips[s].edges);
          if (s < lines.size()) close(lines[s], strips[s].right, 1, strips[s].edges);
          borders[s] = borders_in(std::move(strips[s].edges), scale);
        }
      },
      1);
  std::vector<GridEdge> joined;
  for (std::size_t s = 0; s < strips.size(); ++s) {
    const auto on_line = [&](const GridEdge& edge) {
      return edge.low.x == edge.high.x && std::ranges::binary_search(lines, edge.low.x);
    };
    std::ranges::remove_copy_if(borders[s], std::back_inserter(joined), on_line);
    if (s > 0) join_along(lines[s - 1], borders[s - 1], borders[s], joined);
  }
  return bordered_as_arranged(std::move(joined), inside_first, scale);
}

}  // namespace jingwei
