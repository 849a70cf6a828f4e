#pragma once
#include <memory>

#include "geometry/geodesic.hpp"
#include "geometry/proj.hpp"

namespace jingwei {

class SurfaceMetric;

/// Geodesics between places of a CRS, whose straight edges they are not: what measures true lengths, areas
/// and distances. Of the thread that made it.
class CrsGeodesic {
 public:
  explicit CrsGeodesic(const Crs& crs);

  const Geodesic& geodesic() const { return m_geodesic; }
  const SurfaceMetric& metric() const { return *m_metric; }
  Point lon_lat(Point p) const { return (*m_to_degrees)(p); }
  Point of_lon_lat(Point p) const { return (*m_from_degrees)(p); }

  /// A path in degrees whose geodesics stray from the straight edges of the CRS by less than `offset_m`, or
  /// by a share `offset_share` of an edge, whichever is more.
  Path follow(const Path& path, double offset_m, double offset_share = 0) const;
  /// The true length of a path (m), to 1e-7 of it.
  double length_m(const Path& path) const;
  /// The same by geodesics alone: slower, wherever the CRS is defined.
  double geodesic_length_m(const Path& path) const;
  /// A rectangle of the CRS that holds everything within `radius_m` of a place in degrees.
  Envelope around(Point lon_lat, double radius_m) const;

 private:
  Geodesic m_geodesic;
  std::shared_ptr<const Transformation> m_to_degrees;
  std::shared_ptr<const Transformation> m_from_degrees;
  std::shared_ptr<const SurfaceMetric> m_metric;
  double m_semi_major_m;
};

}  // namespace jingwei
