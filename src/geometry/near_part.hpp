#pragma once
#include <vector>

#include "geometry/wkb.hpp"

namespace jingwei {

/// Polygons that are the same as these inside a rectangle, and have few points elsewhere: stretches of a ring
/// that lie beyond one side of it become one edge there, rings that do not meet it are left out. Outside of
/// the rectangle rings may cross; they turn the same way.
std::vector<Rings> near_part(const std::vector<Rings>& polygons, const Envelope& rectangle);

/// The envelope of a rectangle and of all edges that may meet it. An overlay clips its inputs to that of both
/// of them around what they can share (OverlayNG's robust clipping), and never looks outside of it.
Envelope with_edges_at(const std::vector<Rings>& polygons, const Envelope& rectangle);

}  // namespace jingwei
