#pragma once
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "geometry/chebyshev.hpp"
#include "geometry/proj.hpp"

namespace jingwei {

/// The first fundamental form of the ellipsoid in the coordinates of a CRS (its scale factors at every place,
/// Snyder 1987, "Map projections: a working manual", section 4): what the lengths and areas of straight edges
/// of the CRS truly are, by integration rather than by geodesics. Held as polynomials on tiles of 100 km,
/// each of which is compared with the CRS off its nodes. Of the thread that made it.
class SurfaceMetric {
 public:
  explicit SurfaceMetric(const Crs& crs);

  /// The true area of a polygon (m²), to 1e-8 of it; nothing where it is wider than some 200 km or the CRS is
  /// not smooth there.
  std::optional<double> area_m2(const Rings& rings) const;
  /// The true length of a straight edge of the CRS (m), to 1e-8 of it; nothing as above.
  std::optional<double> length_m(Point a, Point b) const;

 private:
  /// u and v run from -1 to 1 on a tile and half of its neighbours.
  struct Tile {
    Point center;
    bool smooth = false;
    Quartic uu{}, uv{}, vv{}, area{};
  };
  struct Form {
    double uu, uv, vv, area;
  };

  const Tile* tile_around(const Envelope& envelope) const;
  Tile make_tile(Point center) const;
  /// NaN where the CRS has no place.
  Form form_at(Point p) const;
  Point in_tile(const Tile& tile, Point p) const;

  std::shared_ptr<const Transformation> m_to_degrees;
  double m_semi_major_m;
  double m_eccentricity_squared;
  double m_unit_m;
  double m_reach;  ///< half the width of what a tile's polynomials hold for, in units of the CRS
  mutable std::map<std::pair<double, double>, Tile> m_tiles;
};

/// That of this thread, made once.
std::shared_ptr<const SurfaceMetric> surface_metric(const Crs& crs);

}  // namespace jingwei
