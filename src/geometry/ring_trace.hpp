#pragma once
#include <vector>

#include "geometry/winding_sweep.hpp"

namespace jingwei {

/// A polygon in cells: the shell (counter-clockwise), then its holes (clockwise).
using GridRings = std::vector<std::vector<Cell>>;

/// The polygons that borders enclose: what is kept lies on the left of every ring. Rings that meet themselves
/// in a point are parted there. An Error (failed) where borders do not close, which those of closed rings
/// always do.
std::vector<GridRings> polygons_of(const std::vector<GridEdge>& arrangement,
                                   const std::vector<Border>& borders);

}  // namespace jingwei
