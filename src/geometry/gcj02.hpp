#pragma once
#include "geometry/wkb.hpp"

namespace jingwei {

/// What a layer's longitudes and latitudes are measured on. GCJ-02 and BD-09 are the displaced coordinates of
/// Chinese web maps.
enum class Datum { wgs84, gcj02, bd09 };

/// GCJ-02 from WGS 84, by the public formula, and its inverse by iteration to less than 1e-9° (0.1 mm).
/// Outside China (72.004–137.8347° E, 0.8293–55.8271° N) both are the identity. Degrees.
Point gcj02_of_wgs84(Point lon_lat);
Point wgs84_of_gcj02(Point lon_lat);
Point bd09_of_gcj02(Point lon_lat);
Point gcj02_of_bd09(Point lon_lat);

/// A column of degrees on `datum` as WGS 84.
GeometryColumn to_wgs84(const GeometryColumn& column, Datum datum);

}  // namespace jingwei
