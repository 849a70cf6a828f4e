#include "geometry/polygon_overlay.hpp"

#include "geometry/grid_polygons.hpp"

namespace jingwei {
namespace {

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
  add_edges(first, {1, 0}, scale, edges);
  add_edges(second, {0, 1}, scale, edges);
  const auto kept_by = [&](const Winding& winding) { return keeps(kept, winding); };
  return polygons_between(bordered(std::move(edges), kept_by, scale), scale);
}

std::vector<Rings> polygon_union(std::span<const Rings> polygons, double grid_size) {
  return polygon_overlay(polygons, {}, Kept::either, grid_size);
}

}  // namespace jingwei
