#pragma once
#include <cstdint>
#include <span>

#include "base/context.hpp"
#include "geometry/wkb.hpp"

namespace jingwei {

/// Rows of polygons on the grid, those of lower rank fitted to those of higher rank where they lie within
/// `tolerance` (> 0, in the plane's units) of each other. `ranks`: one for each row, 0 the highest, whose
/// rows do not move. A vertex of another row goes to the nearest vertex of rows of higher rank, or else to
/// the nearest place on their borders; then its borders get the vertices of those rows that lie near them.
/// What comes to lie upon itself is united; a row of which nothing would be left stays as it was. Rows of one
/// rank are not fitted to each other. Row count is kept; null where a row has no polygon. Depends on the rows
/// together, not on their order, nor on threads.
GeometryColumn snapped_by_rank(const GeometryColumn& polygons, std::span<const std::uint32_t> ranks,
                               double tolerance, double grid_size, Context& context);

}  // namespace jingwei
