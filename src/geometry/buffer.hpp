#pragma once
#include <cstdint>
#include <span>

#include "base/context.hpp"
#include "base/quantity.hpp"
#include "geometry/crs.hpp"
#include "geometry/wkb.hpp"

namespace jingwei {

/// How far lines' buffers go beyond their ends: half discs, nothing, or half squares.
enum class LineCap { round, flat, square };
/// On which sides of lines, in their direction, buffers lie.
enum class BufferSide { both, left, right };

/// The form of lines' buffers; points and polygons have round ones on all sides. One-sided ones have flat
/// ends: the parts of a two-sided one, cut along the line, that lie on that side of it. Lines that close have
/// no ends, unless they are round.
struct BufferStyle {
  LineCap cap = LineCap::round;
  BufferSide side = BufferSide::both;
};

/// The places within distance[row] (true metres on the ellipsoid) of each row: round joins, and of lines the
/// sides and ends of `style`. Built in local projections (azimuthal equidistant, or transverse Mercator, on
/// the CRS' ellipsoid) of parts small enough that the distance errs by less than 0.01 %, on arcs with enough
/// segments that area and radius err by less than 0.01 %; parts are joined on the grid. A negative distance
/// takes that much from polygons (nothing is left of points and lines: null). A distance of zero gives
/// polygons as they are. Null and empty rows give null. `distances`: one for each row, or one for all. Result
/// in the column's CRS, valid, on a grid of `grid_size`.
GeometryColumn buffer(const GeometryColumn& column, const Crs& crs, std::span<const Length> distances,
                      double grid_size, Context& context, const BufferStyle& style = {});

/// The union of the buffers of the rows of each group (groups as dissolve has them, overlay.hpp): where
/// distances are not negative the parts of all rows are joined at once, not row by row before.
GeometryColumn dissolved_buffer(const GeometryColumn& column, const Crs& crs,
                                std::span<const Length> distances, std::span<const std::uint32_t> groups,
                                std::uint32_t group_count, double grid_size, Context& context,
                                const BufferStyle& style = {});

}  // namespace jingwei
