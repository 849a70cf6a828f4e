#pragma once
#include <span>

#include "base/context.hpp"
#include "base/quantity.hpp"
#include "geometry/crs.hpp"
#include "geometry/wkb.hpp"

namespace jingwei {

/// The places within distance[row] (true metres on the ellipsoid) of each row: round caps and joins. Built in
/// local projections (azimuthal equidistant, or transverse Mercator, on the CRS' ellipsoid) of parts small
/// enough that the distance errs by less than 0.01 %, on arcs with enough segments that area and radius err
/// by less than 0.01 %; parts are joined on the grid. A negative distance takes that much from polygons
/// (nothing is left of points and lines: null). A distance of zero gives polygons as they are. Null and empty
/// rows give null. `distances`: one for each row, or one for all. Result in the column's CRS, valid, on a
/// grid of `grid_size`.
GeometryColumn buffer(const GeometryColumn& column, const Crs& crs, std::span<const Length> distances,
                      double grid_size, Context& context);

}  // namespace jingwei
