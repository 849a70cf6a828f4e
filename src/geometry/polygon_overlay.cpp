#include "geometry/polygon_overlay.hpp"

#include <cmath>

#include "base/error.hpp"
#include "geometry/ring_trace.hpp"

namespace jingwei {
namespace {

Cell cell_of(Point p, double scale) {
  constexpr double farthest = 0x1p51;
  const double x = std::round(p.x * scale);
  const double y = std::round(p.y * scale);
  if (!(std::fabs(x) <= farthest && std::fabs(y) <= farthest))
    throw input_error(
        {"坐标 ({}, {}) 超出精度网格 {} 能表示的范围；请用更粗的 precision",
         "the place ({}, {}) is too far away for a precision grid of {}; choose a coarser precision"},
        p.x, p.y, 1 / scale);
  return {static_cast<std::int64_t>(x), static_cast<std::int64_t>(y)};
}

void add_ring(const Path& ring, Winding rise, double scale, std::vector<GridEdge>& edges) {
  constexpr std::int64_t longest = std::int64_t{1} << 40;
  Cell from = ring.empty() ? Cell{} : cell_of(ring[0], scale);
  for (std::size_t i = 1; i < ring.size(); ++i) {
    const Cell to = cell_of(ring[i], scale);
    if (std::abs(to.x - from.x) > longest || std::abs(to.y - from.y) > longest)
      throw input_error(
          {"起于 ({}, {}) 的边对精度网格 {} 来说过长；请用更粗的 precision",
           "an edge from ({}, {}) is too long for a precision grid of {}; choose a coarser precision"},
          ring[i].x, ring[i].y, 1 / scale);
    if (from != to) edges.push_back(edge_between(from, to, rise));
    from = to;
  }
}

void add_polygons(std::span<const Rings> polygons, Winding side, double scale, std::vector<GridEdge>& edges) {
  for (const Rings& rings : polygons)
    for (const Path& ring : rings) add_ring(ring, side, scale, edges);
}

bool keeps(Kept kept, const Winding& winding) {
  const bool first = winding[0] > 0;
  const bool second = winding[1] > 0;
  switch (kept) {
    case Kept::either:
      return first || second;
    case Kept::both:
      return first && second;
    case Kept::first_alone:
      return first && !second;
  }
  return false;
}

}  // namespace

std::vector<Rings> polygon_overlay(std::span<const Rings> first, std::span<const Rings> second, Kept kept,
                                   double grid_size) {
  const double scale = 1 / grid_size;
  std::vector<GridEdge> edges;
  add_polygons(first, {1, 0}, scale, edges);
  add_polygons(second, {0, 1}, scale, edges);
  const auto kept_by = [&](const Winding& winding) { return keeps(kept, winding); };
  constexpr int most_rounds = 8;
  for (int round = 0; round < most_rounds; ++round) {
    edges = snap_rounded(edges);
    const auto borders = borders_of(edges, kept_by);
    if (!borders) continue;
    std::vector<Rings> polygons;
    for (const GridRings& cells : polygons_of(edges, *borders)) {
      Rings& rings = polygons.emplace_back();
      for (const auto& ring : cells) {
        Path& path = rings.emplace_back();
        for (const Cell c : ring)
          path.push_back({static_cast<double>(c.x) / scale, static_cast<double>(c.y) / scale});
      }
    }
    return polygons;
  }
  throw error(ErrorKind::failed,
              {"叠加在精度网格 {} 上没有稳定下来；请用更粗的 precision",
               "an overlay did not settle on a precision grid of {}; choose a coarser precision"},
              grid_size);
}

std::vector<Rings> polygon_union(std::span<const Rings> polygons, double grid_size) {
  return polygon_overlay(polygons, {}, Kept::either, grid_size);
}

}  // namespace jingwei
