#pragma once
#include <vector>

#include "geometry/border_arcs.hpp"

namespace jingwei {

/// One flag a vertex: is it kept when all are left out whose triangle with the two next to them on their arc
/// is smaller than `area` (in cells), the smallest first (Visvalingam & Whyatt 1993, "Line generalisation by
/// repeated elimination of points")? Ends of arcs stay, and so does a vertex in whose triangle another one
/// lies, or without which two edges would fall together.
std::vector<bool> kept_by_area(const BorderArcs& borders, double area);

}  // namespace jingwei
