#include "geometry/ring_nesting.hpp"

#include <algorithm>

#include "geometry/planar.hpp"
#include "geometry/spatial_index.hpp"

namespace jingwei {
namespace {

enum class Where { inside, outside, on_border };

/// Where a point lies, by the ring's crossings with a ray to the right.
Where where(Point point, const Path& ring) {
  bool inside = false;
  for (std::size_t i = 1; i < ring.size(); ++i) {
    const Point a = ring[i - 1], b = ring[i];
    if (distance_to_segment(point, a, b) == 0) return Where::on_border;
    if ((a.y > point.y) == (b.y > point.y)) continue;
    const double x = a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x);
    if (x > point.x) inside = !inside;
  }
  return inside ? Where::inside : Where::outside;
}

/// Whether a hole lies in a shell that it may touch: by its first vertex or middle of an edge that is off the
/// shell's border.
bool holds(const Path& shell, const Path& hole) {
  for (std::size_t i = 1; i < hole.size(); ++i)
    for (const Point place :
         {hole[i - 1], Point{(hole[i - 1].x + hole[i].x) / 2, (hole[i - 1].y + hole[i].y) / 2}})
      if (const Where found = where(place, shell); found != Where::on_border) return found == Where::inside;
  return false;
}

Envelope envelope_of_ring(const Path& ring) {
  Envelope envelope;
  for (const Point point : ring) envelope.expand(point);
  return envelope;
}

}  // namespace

std::vector<Rings> nested(std::vector<Path> rings) {
  std::vector<Rings> polygons;
  std::vector<Path> holes;
  std::vector<std::pair<double, std::size_t>> by_area;
  for (Path& ring : rings) {
    const double area = signed_area(ring);
    if (area > 0) {
      by_area.emplace_back(area, polygons.size());
      polygons.push_back({std::move(ring)});
    } else if (area < 0) {
      holes.push_back(std::move(ring));
    }
  }
  std::vector<Envelope> envelopes;
  for (const Rings& polygon : polygons) envelopes.push_back(envelope_of_ring(polygon.front()));
  const SpatialIndex index(envelopes);
  std::vector<double> areas(polygons.size());
  for (const auto& [area, polygon] : by_area) areas[polygon] = area;
  std::vector<std::uint32_t> around;
  for (Path& hole : holes) {
    index.query(envelope_of_ring(hole), around);
    std::ranges::stable_sort(around, {}, [&](std::uint32_t polygon) { return areas[polygon]; });
    const auto shell = std::ranges::find_if(
        around, [&](std::uint32_t polygon) { return holds(polygons[polygon].front(), hole); });
    if (shell != around.end()) polygons[*shell].push_back(std::move(hole));
  }
  return polygons;
}

}  // namespace jingwei
