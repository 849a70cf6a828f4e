#include "geometry/planar.hpp"

#include <algorithm>
#include <cmath>

namespace jingwei {

double planar_length(const Path& path) {
  double length = 0;
  for (std::size_t i = 1; i < path.size(); ++i)
    length += std::hypot(path[i].x - path[i - 1].x, path[i].y - path[i - 1].y);
  return length;
}

double signed_area(const Path& ring) {
  // Relative to the first point: coordinates of millions of metres would eat the digits of a small area.
  double twice = 0;
  for (std::size_t i = 1; i < ring.size(); ++i)
    twice += (ring[i - 1].x - ring[0].x) * (ring[i].y - ring[0].y) -
             (ring[i].x - ring[0].x) * (ring[i - 1].y - ring[0].y);
  return twice / 2;
}

Rings oriented(Rings polygon) {
  for (std::size_t i = 0; i < polygon.size(); ++i)
    if ((signed_area(polygon[i]) > 0) != (i == 0)) std::reverse(polygon[i].begin(), polygon[i].end());
  return polygon;
}

std::vector<Rings> oriented_polygons_of(Wkb wkb) {
  std::vector<Rings> polygons = polygons_of(wkb);
  for (Rings& rings : polygons) rings = oriented(std::move(rings));
  return polygons;
}

double planar_area(const Rings& polygon) {
  double area = 0;
  for (std::size_t i = 0; i < polygon.size(); ++i)
    area += i == 0 ? std::fabs(signed_area(polygon[i])) : -std::fabs(signed_area(polygon[i]));
  return area;
}

double planar_area(Wkb wkb) {
  double area = 0;
  for (const Rings& polygon : polygons_of(wkb)) area += planar_area(polygon);
  return area;
}

double planar_length(Wkb wkb) {
  double length = 0;
  for (const Path& line : lines_of(wkb)) length += planar_length(line);
  return length;
}

double nearest_share(Point from, Point p, Point q) {
  const double dx = q.x - p.x;
  const double dy = q.y - p.y;
  const double squared = dx * dx + dy * dy;
  if (!(squared > 0)) return 0;
  return std::clamp(((from.x - p.x) * dx + (from.y - p.y) * dy) / squared, 0.0, 1.0);
}

double distance_to_segment(Point from, Point p, Point q) {
  const double t = nearest_share(from, p, q);
  return std::hypot(p.x + t * (q.x - p.x) - from.x, p.y + t * (q.y - p.y) - from.y);
}

}  // namespace jingwei
