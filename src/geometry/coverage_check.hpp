#pragma once
#include "geometry/wkb.hpp"

namespace jingwei {

/// Are the polygons of all rows together a valid coverage: no two overlap, and where they touch along a line
/// they have the same vertices? Gaps do not matter. \pre rows on a grid of `grid_size`
bool is_coverage(const GeometryColumn& polygons, double grid_size);

}  // namespace jingwei
