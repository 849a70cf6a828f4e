#pragma once
#include <vector>

#include "geometry/snap_rounding.hpp"

namespace jingwei {

/// Edges in the order of their middles along a Hilbert curve, so that those which follow each other lie near
/// each other.
std::vector<GridEdge> near_each_other(std::vector<GridEdge> edges);

}  // namespace jingwei
