#include "geometry/geodesic.hpp"

#include <geodesic.h>

namespace jingwei {

Geodesic::Geodesic(const Crs& crs) : m_ellipsoid(std::make_unique<geod_geodesic>()) {
  geod_init(m_ellipsoid.get(), crs.semi_major_m(), crs.flattening());
}
Geodesic::Geodesic(Geodesic&&) noexcept = default;
Geodesic::~Geodesic() = default;

Geodesic::Way Geodesic::inverse(Point from, Point to) const {
  Way way{};
  geod_inverse(m_ellipsoid.get(), from.y, from.x, to.y, to.x, &way.distance_m, &way.azimuth,
               &way.end_azimuth);
  return way;
}

Point Geodesic::direct(Point from, double azimuth, double distance_m) const {
  Point to;
  geod_direct(m_ellipsoid.get(), from.y, from.x, azimuth, distance_m, &to.y, &to.x, nullptr);
  return to;
}

double Geodesic::area_m2(const Path& ring) const {
  geod_polygon polygon{};
  geod_polygon_init(&polygon, 0);
  for (std::size_t i = 0; i + 1 < ring.size(); ++i)
    geod_polygon_addpoint(m_ellipsoid.get(), &polygon, ring[i].y, ring[i].x);
  double area = 0;
  geod_polygon_compute(m_ellipsoid.get(), &polygon, 0, 1, &area, nullptr);
  return area;
}

}  // namespace jingwei
