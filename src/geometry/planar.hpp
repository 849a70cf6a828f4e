#pragma once
#include "geometry/wkb.hpp"

namespace jingwei {

/// Measures in the plane of the coordinates, in their units.
double planar_length(const Path& path);
/// Positive where the ring runs counter-clockwise.
double signed_area(const Path& ring);
/// The polygon with its shell counter-clockwise and its holes clockwise: its inside lies on the left of both.
Rings oriented(Rings polygon);
std::vector<Rings> oriented_polygons_of(Wkb wkb);
/// Shell less holes, whatever way they run.
double planar_area(const Rings& polygon);
double planar_area(Wkb wkb);
double planar_length(Wkb wkb);

/// How far along p→q (0 … 1) the place nearest to `from` lies.
double nearest_share(Point from, Point p, Point q);
double distance_to_segment(Point from, Point p, Point q);

}  // namespace jingwei
