#pragma once
#include <memory>

#include "geometry/crs.hpp"

struct geod_geodesic;

namespace jingwei {

/// Geodesics on an ellipsoid (Karney 2013, "Algorithms for geodesics"). Points are longitude, latitude in
/// degrees; lengths are metres; azimuths degrees clockwise from north.
class Geodesic {
 public:
  explicit Geodesic(const Crs& crs);
  Geodesic(Geodesic&&) noexcept;
  ~Geodesic();

  struct Way {
    double distance_m;
    double azimuth;      ///< at the start
    double end_azimuth;  ///< at the end, in the direction of travel
  };
  Way inverse(Point from, Point to) const;
  Point direct(Point from, double azimuth, double distance_m) const;
  double distance_m(Point a, Point b) const { return inverse(a, b).distance_m; }
  /// The area on the left of a closed ring of geodesics (m²), negative where it runs clockwise.
  double area_m2(const Path& ring) const;

 private:
  std::unique_ptr<geod_geodesic> m_ellipsoid;
};

}  // namespace jingwei
