#include "geometry/grid_polygons.hpp"

#include <algorithm>
#include <cmath>

#include "base/error.hpp"

namespace jingwei {
namespace {

/// The nearest whole number, halves away from 0. \pre |v| ≤ 2^51
std::int64_t nearest(double v) {
  const auto whole = static_cast<std::int64_t>(v);
  const double rest = v - static_cast<double>(whole);
  return whole + (rest >= 0.5 ? 1 : 0) - (rest <= -0.5 ? 1 : 0);
}

Cell cell_of(Point p, double scale) {
  constexpr double farthest = 0x1p51;
  const double x = p.x * scale;
  const double y = p.y * scale;
  if (!(std::fabs(x) <= farthest && std::fabs(y) <= farthest))
    throw input_error(
        {"坐标 ({}, {}) 超出精度网格 {} 能表示的范围；请用更粗的 precision",
         "the place ({}, {}) is too far away for a precision grid of {}; choose a coarser precision"},
        p.x, p.y, 1 / scale);
  return {nearest(x), nearest(y)};
}

/// Calls `visit(from, to)` for the edges of a ring that have a length.
template <class Visit>
void go_along(const Path& ring, double scale, const Visit& visit) {
  constexpr std::int64_t longest = std::int64_t{1} << 40;
  Cell from = ring.empty() ? Cell{} : cell_of(ring[0], scale);
  for (std::size_t i = 1; i < ring.size(); ++i) {
    const Cell to = cell_of(ring[i], scale);
    if (std::abs(to.x - from.x) > longest || std::abs(to.y - from.y) > longest)
      throw input_error(
          {"起于 ({}, {}) 的边对精度网格 {} 来说过长；请用更粗的 precision",
           "an edge from ({}, {}) is too long for a precision grid of {}; choose a coarser precision"},
          ring[i].x, ring[i].y, 1 / scale);
    if (from != to) visit(from, to);
    from = to;
  }
}

}  // namespace

void add_corners(const Path& ring, double scale, std::vector<Cell>& corners) {
  go_along(ring, scale, [&](Cell from, Cell) { corners.push_back(from); });
}

void add_edges(const Path& ring, Winding rise, double scale, std::vector<GridEdge>& edges) {
  go_along(ring, scale, [&](Cell from, Cell to) { edges.push_back(edge_between(from, to, rise)); });
}

void add_edges(std::span<const Rings> polygons, Winding rise, double scale, std::vector<GridEdge>& edges) {
  for (const Rings& rings : polygons)
    for (const Path& ring : rings) add_edges(ring, rise, scale, edges);
}

Settled settled(std::vector<GridEdge> edges, double scale) {
  constexpr int most_rounds = 8;
  for (int round = 0; round < most_rounds; ++round) {
    edges = snap_rounded(edges);
    if (auto placements = placements_of(edges)) return {std::move(edges), std::move(*placements)};
  }
  throw error(ErrorKind::failed,
              {"叠加在精度网格 {} 上没有稳定下来；请用更粗的 precision",
               "an overlay did not settle on a precision grid of {}; choose a coarser precision"},
              1 / scale);
}

Bordered bordered(std::vector<GridEdge> edges, const std::function<bool(const Winding&)>& kept,
                  double scale) {
  Settled arrangement = settled(std::move(edges), scale);
  std::vector<Border> borders = borders_of(arrangement.edges, arrangement.placements, kept);
  return {std::move(arrangement.edges), std::move(borders)};
}

Bordered bordered_as_arranged(std::vector<GridEdge> edges, const std::function<bool(const Winding&)>& kept,
                              double scale) {
  std::ranges::sort(edges, [](const GridEdge& a, const GridEdge& b) {
    return a.low != b.low ? a.low < b.low : orientation(a.low, a.high, b.high) > 0;
  });
  const auto placements = placements_of(edges);
  if (!placements) return bordered(std::move(edges), kept, scale);
  std::vector<Border> borders = borders_of(edges, *placements, kept);
  return {std::move(edges), std::move(borders)};
}

std::vector<Rings> polygons_between(const std::vector<GridEdge>& edges, const std::vector<Border>& borders,
                                    double scale) {
  std::vector<Rings> polygons;
  if (borders.empty()) return polygons;
  for (const GridRings& cells : polygons_of(edges, borders)) {
    Rings& rings = polygons.emplace_back();
    for (const auto& ring : cells) {
      Path& path = rings.emplace_back();
      path.reserve(ring.size());
      for (const Cell c : ring)
        path.push_back({static_cast<double>(c.x) / scale, static_cast<double>(c.y) / scale});
    }
  }
  return polygons;
}

std::vector<Rings> polygons_between(const Bordered& arrangement, double scale) {
  return polygons_between(arrangement.edges, arrangement.borders, scale);
}

}  // namespace jingwei
