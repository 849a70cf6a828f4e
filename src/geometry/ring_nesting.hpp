#pragma once
#include <vector>

#include "geometry/wkb.hpp"

namespace jingwei {

/// Polygons from closed rings that do not cross: those that run counter-clockwise are shells, the others
/// holes of the smallest shell around them. Rings without area, and holes in no shell, are left out.
std::vector<Rings> nested(std::vector<Path> rings);

}  // namespace jingwei
