#include "geometry/coverage_check.hpp"

#include <algorithm>

#include "geometry/edge_cancelling.hpp"
#include "geometry/grid_polygons.hpp"
#include "geometry/planar.hpp"

namespace jingwei {

bool is_coverage(const GeometryColumn& polygons, double grid_size) {
  std::vector<GridEdge> edges;
  for (std::size_t row = 0; row < polygons.size(); ++row)
    add_edges(oriented_polygons_of(polygons.wkb(row)), {1, 0}, 1 / grid_size, edges);
  // Edges that two rows have in common cancel. What is left are the outer borders of all rows together, where
  // no more than one row winds around any place: what overlaps adds up, and what touches with other vertices
  // lies upon each other.
  edges = cancelled(std::move(edges));
  std::ranges::sort(edges, [](const GridEdge& a, const GridEdge& b) {
    return a.low != b.low ? a.low < b.low : orientation(a.low, a.high, b.high) > 0;
  });
  const auto placements = placements_of(edges);
  if (!placements) return false;
  for (std::size_t e = 0; e < edges.size(); ++e) {
    const std::int32_t below = (*placements)[e].below[0];
    const std::int32_t above = below + edges[e].rise[0];
    if (std::min(below, above) < 0 || std::max(below, above) > 1) return false;
  }
  return true;
}

}  // namespace jingwei
