#include "geometry/gcj02.hpp"

#include <cmath>
#include <numbers>

#include "geometry/wkb_io.hpp"

namespace jingwei {
namespace {

// The displacement as it is publicly known (first published with the "EvilTransform" code of 2013): sums of
// sines over the offset from 105° E, 35° N, scaled to degrees on the Krassowsky 1940 ellipsoid.
constexpr double krassowsky_a_m = 6378245.0;
constexpr double krassowsky_e2 = 0.00669342162296594323;
constexpr double pi = std::numbers::pi;

bool in_china(Point p) {
  return p.x >= 72.004 && p.x <= 137.8347 && p.y >= 0.8293 && p.y <= 55.8271;
}

Point displacement(Point p) {
  const double x = p.x - 105;
  const double y = p.y - 35;
  const double root = std::sqrt(std::fabs(x));
  const double waves = (20 * std::sin(6 * x * pi) + 20 * std::sin(2 * x * pi)) * 2 / 3;
  double north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + waves;
  north += (20 * std::sin(y * pi) + 40 * std::sin(y / 3 * pi)) * 2 / 3;
  north += (160 * std::sin(y / 12 * pi) + 320 * std::sin(y * pi / 30)) * 2 / 3;
  double east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + waves;
  east += (20 * std::sin(x * pi) + 40 * std::sin(x / 3 * pi)) * 2 / 3;
  east += (150 * std::sin(x / 12 * pi) + 300 * std::sin(x / 30 * pi)) * 2 / 3;

  const double latitude = p.y / 180 * pi;
  const double w2 = 1 - krassowsky_e2 * std::sin(latitude) * std::sin(latitude);
  const double meridian_m = krassowsky_a_m * (1 - krassowsky_e2) / (w2 * std::sqrt(w2));
  const double parallel_m = krassowsky_a_m / std::sqrt(w2) * std::cos(latitude);
  return {east * 180 / (parallel_m * pi), north * 180 / (meridian_m * pi)};
}

constexpr double bd09_turn = pi * 3000 / 180;

/// p with f(p) = image, by p ← p − (f(p) − image): both displacements change by far less than a part in one
/// over their distance, so that each step gains two digits or more.
template <class F>
Point inverse(Point image, const F& f) {
  Point p = image;
  for (int step = 0; step < 30; ++step) {
    const Point q = f(p);
    const double dx = q.x - image.x;
    const double dy = q.y - image.y;
    p.x -= dx, p.y -= dy;
    if (std::fabs(dx) < 1e-12 && std::fabs(dy) < 1e-12) break;
  }
  return p;
}

}  // namespace

Point gcj02_of_wgs84(Point p) {
  if (!in_china(p)) return p;
  const Point d = displacement(p);
  return {p.x + d.x, p.y + d.y};
}

Point wgs84_of_gcj02(Point p) {
  if (!in_china(p)) return p;
  // Without the limits of China, which a step of the iteration may cross.
  return inverse(p, [](Point q) {
    const Point d = displacement(q);
    return Point{q.x + d.x, q.y + d.y};
  });
}

Point bd09_of_gcj02(Point p) {
  const double radius = std::hypot(p.x, p.y) + 0.00002 * std::sin(p.y * bd09_turn);
  const double angle = std::atan2(p.y, p.x) + 0.000003 * std::cos(p.x * bd09_turn);
  return {radius * std::cos(angle) + 0.0065, radius * std::sin(angle) + 0.006};
}

Point gcj02_of_bd09(Point p) {
  return inverse(p, bd09_of_gcj02);
}

GeometryColumn to_wgs84(const GeometryColumn& column, Datum datum) {
  if (datum == Datum::wgs84) return column;
  const auto convert = [&](Point p) { return wgs84_of_gcj02(datum == Datum::bd09 ? gcj02_of_bd09(p) : p); };
  GeometryColumn converted;
  converted.reserve(column.size(), column.bytes());
  for (std::size_t row = 0; row < column.size(); ++row)
    converted.append(wkb::with_points(column.wkb(row), convert));
  return converted;
}

}  // namespace jingwei
