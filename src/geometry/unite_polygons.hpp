#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "base/context.hpp"
#include "geometry/wkb.hpp"

namespace jingwei {

/// The union of the polygons of each group on the grid, no bytes where a group has none. Edges of a group
/// that fall together cancel first, as the winding around no place changes by that: of a coverage only the
/// outer border is left. What is left is snap-rounded (so borders noded on one side only cancel too) and
/// swept. Neither the rows' order nor threads have a part in the result.
///
/// Proven: every polygon has an interior point that lies in a row of its group, every row one that lies in
/// the union (a sliver no wider than the grid may vanish), and the union is no larger than its rows; an Error
/// (failed) where that fails.
std::vector<std::vector<std::uint8_t>> unite_polygons(std::span<const std::vector<Wkb>> groups,
                                                      double grid_size, Context& context);

}  // namespace jingwei
