#pragma once
#include <vector>

#include "base/context.hpp"
#include "geometry/crs.hpp"
#include "geometry/wkb.hpp"

namespace jingwei {

/// True areas (m², of polygons; 0 for others) of the given geometry: in the plane where the CRS is
/// equal-area, else geodesic on its ellipsoid (Karney 2013) with edges densified as the straight edges of the
/// CRS that they are. Null: 0.
std::vector<double> areas_m2(const GeometryColumn& column, const Crs& crs, Context& context);
/// True lengths (m) of lines: geodesic, edges followed as straight in the CRS. Points, polygons and null: 0.
std::vector<double> lengths_m(const GeometryColumn& column, const Crs& crs, Context& context);
/// The geodesic distance between two points of this CRS, in metres.
double distance_m(Point a, Point b, const Crs& crs);

/// A point inside each polygon, on each line, or the first point; NaN for null and empty rows. It depends on
/// the row alone.
std::vector<Point> representative_points(const GeometryColumn& column, Context& context);

}  // namespace jingwei
