#pragma once
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <initializer_list>
#include <numbers>
#include <optional>
#include <random>
#include <sstream>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "geometry/overlay.hpp"
#include "geometry/planar.hpp"
#include "geometry/wkb.hpp"
#include "geometry/wkt.hpp"

namespace jingwei {

inline const char* const regional_albers =
    "+proj=aea +lat_1=37.1 +lat_2=41.6 +lat_0=39.3 +lon_0=116.7 +x_0=0 +y_0=0 +ellps=GRS80";

/// A column of these; "" is null.
inline GeometryColumn column_of(std::initializer_list<std::string_view> wkts) {
  GeometryColumn column;
  for (const std::string_view wkt : wkts)
    column.append(wkt.empty() ? std::vector<std::uint8_t>{} : parse_wkt(wkt));
  return column;
}

inline std::vector<std::uint8_t> bytes_of(Wkb wkb) {
  return {wkb.begin(), wkb.end()};
}

/// Equal bit for bit.
inline bool same(const GeometryColumn& a, const GeometryColumn& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t row = 0; row < a.size(); ++row)
    if (!std::ranges::equal(a.wkb(row), b.wkb(row)) || !(a.envelope(row) == b.envelope(row))) return false;
  return true;
}

/// Is the point inside, by the even–odd rule? The oracle: every edge, every time.
inline bool inside(Wkb wkb, Point p) {
  bool odd = false;
  for (const Rings& rings : polygons_of(wkb))
    for (const Path& ring : rings)
      for (std::size_t i = 1; i < ring.size(); ++i) {
        const Point a = ring[i - 1];
        const Point b = ring[i];
        if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x)) odd = !odd;
      }
  return odd;
}

/// How far a place lies from lines, borders and points of a geometry, in the plane.
inline double distance_to_border(Wkb wkb, Point p) {
  double nearest = std::numeric_limits<double>::infinity();
  const auto path = [&](const Path& points) {
    for (std::size_t i = 1; i < points.size(); ++i)
      nearest = std::min(nearest, distance_to_segment(p, points[i - 1], points[i]));
  };
  for (const Point q : points_of(wkb)) nearest = std::min(nearest, std::hypot(p.x - q.x, p.y - q.y));
  for (const Path& line : lines_of(wkb)) path(line);
  for (const Rings& rings : polygons_of(wkb))
    for (const Path& ring : rings) path(ring);
  return nearest;
}

/// A star-shaped polygon: simple by construction.
inline Rings star(std::mt19937& random, Point center, double radius, int corners) {
  std::uniform_real_distribution<double> share(0.3, 1.0);
  Path ring;
  for (int i = 0; i < corners; ++i) {
    const double angle = 2 * std::numbers::pi * i / corners;
    const double r = radius * share(random);
    ring.push_back({center.x + r * std::cos(angle), center.y + r * std::sin(angle)});
  }
  ring.push_back(ring.front());
  return {ring};
}

inline GeometryColumn stars(unsigned seed, int count, double side, double radius, int corners) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> place(0, side);
  GeometryColumn column;
  for (int i = 0; i < count; ++i) {
    const Point center{place(random), place(random)};
    const Rings rings = star(random, center, radius, corners);
    column.append(wkb_of_polygons({&rings, 1}));
  }
  return column;
}

/// A context with so many threads and nothing else.
inline Context with_threads(int threads) {
  Context context;
  context.set_threads(threads);
  return context;
}

/// A file of the shared test data, beside the checkout; nothing where it is absent.
inline std::optional<std::string> shared_data(const std::string& path) {
  std::ifstream file(std::string(JINGWEI_SOURCE_DIR) + "/../shared/data/" + path);
  if (!file) return std::nullopt;
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}
inline bool on_ci() {
  const char* const ci = std::getenv("CI");
  return ci && std::string_view(ci) == "true";
}

}  // namespace jingwei

/// Leaves a test case whose data is absent: with a warning here, as a failure on the build machine.
#define NEEDS(text)                                                   \
  if (!(text)) {                                                      \
    if (jingwei::on_ci()) FAIL("shared test data is absent: " #text); \
    WARN("skipped: shared test data is absent: " #text);              \
    return;                                                           \
  }
