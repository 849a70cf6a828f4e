#include "geometry/near_part.hpp"

#include "geometry/geos.hpp"
#include "geometry/planar.hpp"

namespace jingwei {
namespace {

/// The sides of a rectangle beyond which a point lies (Cohen & Sutherland's codes).
unsigned sides_beyond(Point p, const Envelope& e) {
  return (p.x < e.min_x ? 1U : 0U) | (p.x > e.max_x ? 2U : 0U) | (p.y < e.min_y ? 4U : 0U) |
         (p.y > e.max_y ? 8U : 0U);
}

/// No points where nothing of it may lie in the rectangle.
Path ring_near(const Path& ring, const Envelope& rectangle) {
  Path fewer{ring[0]};
  unsigned beyond = sides_beyond(ring[0], rectangle);  // the sides that all points since the last kept share
  unsigned all = beyond;
  for (std::size_t i = 1; i < ring.size(); ++i) {
    const unsigned here = sides_beyond(ring[i], rectangle);
    all &= here;
    if ((beyond & here) == 0 && i > 1 && !(fewer.back() == ring[i - 1])) {
      fewer.push_back(ring[i - 1]);
      beyond = sides_beyond(ring[i - 1], rectangle);
    }
    beyond &= here;
    if (beyond == 0) {
      fewer.push_back(ring[i]);
      beyond = here;
    }
  }
  if (!(fewer.back() == ring.back())) fewer.push_back(ring.back());
  if (all != 0 || fewer.size() < 4) return {};
  // An overlay finds a ring's inside by how the whole of it turns, which a crossing could change.
  return geos::counter_clockwise(fewer) == (signed_area(ring) > 0) ? fewer : ring;
}

}  // namespace

std::vector<Rings> near_part(const std::vector<Rings>& polygons, const Envelope& rectangle) {
  std::vector<Rings> part;
  for (const Rings& rings : polygons) {
    Path shell = ring_near(rings[0], rectangle);
    if (shell.empty()) continue;
    Rings& fewer = part.emplace_back();
    fewer.push_back(std::move(shell));
    for (std::size_t i = 1; i < rings.size(); ++i) {
      Path hole = ring_near(rings[i], rectangle);
      if (!hole.empty()) fewer.push_back(std::move(hole));
    }
  }
  return part;
}

Envelope with_edges_at(const std::vector<Rings>& polygons, const Envelope& rectangle) {
  Envelope reach = rectangle;
  for (const Rings& rings : polygons)
    for (const Path& ring : rings) {
      unsigned before = sides_beyond(ring[0], rectangle);
      for (std::size_t i = 1; i < ring.size(); ++i) {
        const unsigned here = sides_beyond(ring[i], rectangle);
        if ((before & here) == 0 && (before | here) != 0) reach.expand(ring[i - 1]), reach.expand(ring[i]);
        before = here;
      }
    }
  return reach;
}

}  // namespace jingwei
