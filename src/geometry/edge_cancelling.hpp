#pragma once
#include <vector>

#include "geometry/snap_rounding.hpp"

namespace jingwei {

/// Edges that fall together become one, whose rises are summed, and without any rise none: of a coverage
/// whose polygons have their corners in common the outer borders are left. The order of the edges stays.
std::vector<GridEdge> cancelled(std::vector<GridEdge> edges);

}  // namespace jingwei
