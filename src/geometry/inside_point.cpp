#include "geometry/inside_point.hpp"

#include <algorithm>

namespace jingwei {
namespace {

/// A height at which the polygon has no corner.
double height_between_corners(const Rings& polygon) {
  Envelope shell;
  for (const Point p : polygon[0]) shell.expand(p);
  const double middle = shell.center().y;
  double below = shell.min_y;
  double above = shell.max_y;
  for (const Path& ring : polygon)
    for (const Point p : ring)
      (p.y > middle ? above : below) = p.y > middle ? std::min(above, p.y) : std::max(below, p.y);
  return (below + above) / 2;
}

}  // namespace

std::optional<Point> inside_point(const Rings& polygon) {
  if (polygon.empty() || polygon[0].empty()) return std::nullopt;
  const double y = height_between_corners(polygon);
  std::vector<double> crossings;
  for (const Path& ring : polygon)
    for (std::size_t i = 1; i < ring.size(); ++i) {
      const Point p = ring[i - 1];
      const Point q = ring[i];
      if ((p.y > y) != (q.y > y)) crossings.push_back(p.x + (y - p.y) / (q.y - p.y) * (q.x - p.x));
    }
  std::sort(crossings.begin(), crossings.end());
  std::optional<Point> inside;
  double widest = 0;
  for (std::size_t i = 1; i < crossings.size(); i += 2) {
    const double width = crossings[i] - crossings[i - 1];
    if (width <= widest) continue;
    widest = width;
    inside = Point{crossings[i - 1] + width / 2, y};
  }
  return inside;
}

}  // namespace jingwei
