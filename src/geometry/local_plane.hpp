#pragma once
#include <cmath>
#include <numbers>

#include "geometry/crs_geodesic.hpp"

namespace jingwei {

/// The azimuthal equidistant plane around a place, metres east and north, on the ellipsoid of a CRS. Within h
/// of its centre a distance errs by less than a share of h²/(6·R²), the curvature's second order: 1e-5 at 50
/// km, whatever the distance.
class LocalPlane {
 public:
  LocalPlane(const CrsGeodesic& truth, Point center_of_crs)
      : m_truth(truth), m_center(truth.lon_lat(center_of_crs)) {}

  Point of_crs(Point p) const {
    const Geodesic::Way way = m_truth.geodesic().inverse(m_center, m_truth.lon_lat(p));
    const double azimuth = way.azimuth * std::numbers::pi / 180;
    return {way.distance_m * std::sin(azimuth), way.distance_m * std::cos(azimuth)};
  }
  Point to_crs(Point p) const {
    const double azimuth = std::atan2(p.x, p.y) * 180 / std::numbers::pi;
    return m_truth.of_lon_lat(m_truth.geodesic().direct(m_center, azimuth, std::hypot(p.x, p.y)));
  }

 private:
  const CrsGeodesic& m_truth;
  Point m_center;
};

}  // namespace jingwei
