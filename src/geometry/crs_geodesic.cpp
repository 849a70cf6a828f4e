#include "geometry/crs_geodesic.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "geometry/densify.hpp"
#include "geometry/surface_metric.hpp"

namespace jingwei {

CrsGeodesic::CrsGeodesic(const Crs& crs)
    : m_geodesic(crs),
      m_to_degrees(transformation(crs, crs.geographic_base())),
      m_from_degrees(transformation(crs.geographic_base(), crs)),
      m_metric(surface_metric(crs)),
      m_semi_major_m(crs.semi_major_m()) {}

Path CrsGeodesic::follow(const Path& path, double offset_m, double offset_share) const {
  Path followed;
  followed.reserve(path.size());
  for (std::size_t i = 0; i < path.size(); ++i) {
    const Point b = lon_lat(path[i]);
    if (i == 0) {
      followed.push_back(b);
      continue;
    }
    const Point p = path[i - 1];
    const Point q = path[i];
    const Point a = followed.back();
    const Geodesic::Way way = m_geodesic.inverse(a, b);
    const double safe_m =
        std::max(safe_edge_m(offset_m, m_semi_major_m), 8 * offset_share * m_semi_major_m / 100);
    if (way.distance_m > safe_m) {
      // How far the edge strays from the geodesic, at its quarters; a parabola's quarters lie at 3/4 of its
      // height, and its height falls with the square of the number of parts.
      double height_m = 0;
      for (const double t : {0.25, 0.5, 0.75}) {
        const Geodesic::Way there =
            m_geodesic.inverse(a, lon_lat({p.x + t * (q.x - p.x), p.y + t * (q.y - p.y)}));
        const double turn = (there.azimuth - way.azimuth) * std::numbers::pi / 180;
        height_m = std::max(height_m, std::fabs(there.distance_m * std::sin(turn)) / (t == 0.5 ? 1 : 0.75));
      }
      // n parts are n² times as low, and n times as low for their length.
      const double parts =
          std::ceil(std::min(std::sqrt(height_m / offset_m), height_m / (offset_share * way.distance_m)));
      for (double k = 1; k < parts; ++k) {
        const double t = k / parts;
        followed.push_back(lon_lat({p.x + t * (q.x - p.x), p.y + t * (q.y - p.y)}));
      }
    }
    followed.push_back(b);
  }
  return followed;
}

double CrsGeodesic::length_m(const Path& path) const {
  double length_m = 0;
  for (std::size_t i = 1; i < path.size(); ++i) {
    const auto edge_m = m_metric->length_m(path[i - 1], path[i]);
    length_m += edge_m ? *edge_m : geodesic_length_m({path[i - 1], path[i]});
  }
  return length_m;
}

double CrsGeodesic::geodesic_length_m(const Path& path) const {
  // A curve that strays by h from its chord c is longer by 8/3·(h/c)² of it: 1e-4 gives 3e-8.
  const Path followed = follow(path, 0, 1e-4);
  double length_m = 0;
  for (std::size_t i = 1; i < followed.size(); ++i)
    length_m += m_geodesic.distance_m(followed[i - 1], followed[i]);
  return length_m;
}

Envelope CrsGeodesic::around(Point lon_lat, double radius_m) const {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  constexpr Envelope everywhere{-infinity, -infinity, infinity, infinity};
  if (!(radius_m < 1e6)) return everywhere;
  constexpr int directions = 16;
  Envelope envelope;
  for (int i = 0; i < directions; ++i) {
    const Point p = of_lon_lat(m_geodesic.direct(lon_lat, 360.0 * i / directions, radius_m));
    if (!std::isfinite(p.x)) return everywhere;
    envelope.expand(p);
  }
  // A circle reaches past a 16-gon in it by 2 %; as much again for the curvature of the CRS.
  return envelope.grown(0.05 * std::max(envelope.width(), envelope.height()));
}

}  // namespace jingwei
