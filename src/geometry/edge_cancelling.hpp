#pragma once
#include <array>
#include <vector>

#include "geometry/snap_rounding.hpp"

namespace jingwei {

/// Edges that fall together become one, whose rises are summed, and without any rise none: of a coverage
/// whose polygons have their corners in common the outer borders are left. The order of the edges stays.
std::vector<GridEdge> cancelled(std::vector<GridEdge> edges);

/// Edges by a hash of their ends, in 16 shares of about the same size: those that fall together are in the
/// same one.
inline constexpr std::size_t share_count = 16;
std::array<std::vector<GridEdge>, share_count> shares_of(const std::vector<GridEdge>& edges);

}  // namespace jingwei
