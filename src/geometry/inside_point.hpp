#pragma once
#include <optional>

#include "geometry/wkb.hpp"

namespace jingwei {

/// A place inside a polygon: about half way up, between the heights of two corners, in the middle of the
/// widest stretch. Nothing where the polygon has no inside.
std::optional<Point> inside_point(const Rings& polygon);

}  // namespace jingwei
