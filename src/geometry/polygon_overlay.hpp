#pragma once
#include <span>

#include "geometry/wkb.hpp"

namespace jingwei {

/// Which places an overlay of two sides keeps.
enum class Kept { either, both, first_alone };

/// The polygons of the places that lie in some polygon of either side, of both, or of the first alone, on the
/// grid: all rings are snap-rounded once (snap_rounding.hpp), and a place belongs to a side where the side's
/// rings wind around it counter-clockwise (winding_sweep.hpp). Polygons of one side may overlap and repeat
/// each other. \pre shells run counter-clockwise, holes clockwise (planar.hpp: oriented); coordinates are
/// finite and no farther from the origin than 2^51 cells of the grid, edges no longer than 2^40: an Error
/// (input) else.
///
/// Valid by OGC: rings are simple, holes and shells touch in points at most. In one canonical form: rings
/// begin at their lowest corner (by x, then y), polygons are in the order of these; neither the order of the
/// polygons nor where their rings begin has a part in it.
std::vector<Rings> polygon_overlay(std::span<const Rings> first, std::span<const Rings> second, Kept kept,
                                   double grid_size);

/// The union of polygons, as above.
std::vector<Rings> polygon_union(std::span<const Rings> polygons, double grid_size);

}  // namespace jingwei
