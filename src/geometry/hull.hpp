#pragma once
#include <cstdint>
#include <span>

#include "base/context.hpp"
#include "geometry/wkb.hpp"

namespace jingwei {

/// The smallest convex polygon around places, or a polygon that follows them.
struct HullShape {
  enum class Kind { convex, concave } kind = Kind::convex;
  /// Concave: 1 is convex, 0 as concave as can be; edges are no longer than this share between the shortest
  /// and the longest edge of the triangulation of all corners.
  double ratio = 0.3;
  enum class Holes { none, allowed } holes = Holes::none;  ///< of concave ones
};

/// The hull of all corners of each group's rows: `groups[row]`, 0 … group_count − 1 (no_row: in no group).
/// Corners of hulls are rounded to the grid. Null where nothing has an area: no rows, one place, places in a
/// line.
GeometryColumn hulls(const GeometryColumn& column, std::span<const std::uint32_t> groups,
                     std::uint32_t group_count, const HullShape& shape, double grid_size, Context& context);

}  // namespace jingwei
