#pragma once
#include <cstdint>
#include <vector>

#include "overlay/totals.hpp"

namespace jingwei {

/// Overlays by GEOS called directly in one thread, pair by pair from its own tree, with prepared shortcuts.
/// grid_size 0: floating precision.
Totals geos_intersection(const GeometryColumn& a, const GeometryColumn& b, double grid_size);
/// The intersections and what each row of `a` has outside all of `b`.
Totals geos_identity(const GeometryColumn& a, const GeometryColumn& b, double grid_size);
/// Those and what each row of `b` has outside all of `a`.
Totals geos_union(const GeometryColumn& a, const GeometryColumn& b, double grid_size);
/// The union of the rows of each group.
Totals geos_dissolve(const GeometryColumn& column, const std::vector<std::uint32_t>& groups,
                     double grid_size);

/// The union of the buffers of all rows, with arcs of 32 points a circle.
Totals geos_dissolved_buffer(const GeometryColumn& column, double distance);

}  // namespace jingwei
