#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "base/context.hpp"
#include "geometry/certificate.hpp"
#include "geometry/wkb.hpp"

namespace jingwei {

/// The plane divided among points.
struct VoronoiCells {
  GeometryColumn cells;  ///< of each row of points; null where it has none
  /// A row in the place of another one that weighs more, or as much and comes first: it has no part in it.
  struct Duplicate {
    std::uint32_t row = 0;
    std::uint32_t other = 0;
  };
  std::vector<Duplicate> duplicates;
  Certificate certificate;
};

/// The Voronoi cells of points in a region: of each the places that are nearer to it than to any other, in
/// the plane. With weights (one a row, in squares of the plane's units) the power cells (Aurenhammer 1987):
/// the place p belongs to the point q whose |p − q|² − weight is least; heavier points have larger cells, and
/// light ones may have none. The cell of a multi-point is that of all its points.
///
/// Cells are polygons on the grid, from points and borders that are rounded to it: a place lies in the cell
/// of its nearest point, or within a few cells of the grid of its border. They tile the region: neighbours
/// have their borders in common, corner by corner, and their areas add up to the region's. Witnesses prove
/// the first, the balance the second; an Error (failed) where it does not hold. Errors (input): places
/// farther apart than 2^31 cells of the grid, weights than their square root.
VoronoiCells voronoi(const GeometryColumn& points, std::span<const double> weights,
                     const GeometryColumn& region, double grid_size, Context& context);

}  // namespace jingwei
