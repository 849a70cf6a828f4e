#include "geometry/polygon_locator.hpp"

#include <algorithm>

#include "geometry/planar.hpp"

namespace jingwei {
namespace {

/// The sides of a window beyond which all of a box lies (Cohen & Sutherland's codes).
unsigned sides_beyond(const Envelope& box, const Envelope& window) {
  return (box.max_x < window.min_x ? 1U : 0U) | (box.min_x > window.max_x ? 2U : 0U) |
         (box.max_y < window.min_y ? 4U : 0U) | (box.min_y > window.max_y ? 8U : 0U);
}

Envelope box_of(Point p, Point q) {
  return {std::min(p.x, q.x), std::min(p.y, q.y), std::max(p.x, q.x), std::max(p.y, q.y)};
}

/// Counts what a ray to the right crosses.
struct Crossings {
  Point place;
  bool odd = false;

  bool opens(const Envelope& box) const { return box.contains(place); }
  void pass(const Envelope& box, Point first, Point last) {
    if (box.min_x > place.x) odd = odd != ((first.y > place.y) != (last.y > place.y));
  }
  void edge(Point p, Point q) {
    if ((p.y > place.y) == (q.y > place.y)) return;
    const double turn = (q.x - p.x) * (place.y - p.y) - (q.y - p.y) * (place.x - p.x);
    odd = odd != ((q.y > p.y) == (turn > 0));
  }
};

struct EdgeWithin {
  Point place;
  double distance = 0;
  Envelope window = Envelope{place.x, place.y, place.x, place.y}.grown(distance);
  bool found = false;

  bool opens(const Envelope& box) const { return !found && box.intersects(window); }
  void pass(const Envelope&, Point, Point) {}
  void edge(Point p, Point q) { found = found || distance_to_segment(place, p, q) <= distance; }
};

/// Puts together what a window sees of a ring.
struct View {
  const Envelope& window;
  Path path;
  bool bordering = false;
  unsigned beyond = 0;  // the sides that all since the last kept corner lies beyond
  Point pending{};      // the corner that the ring has come to, where `beyond` is not 0

  bool opens(const Envelope& box) const { return sides_beyond(box, window) == 0; }
  void pass(const Envelope& box, Point, Point last) { go_to(last, sides_beyond(box, window)); }
  void edge(Point p, Point q) { go_to(q, sides_beyond(box_of(p, q), window)); }
  void go_to(Point next, unsigned sides) {
    if ((beyond & sides) == 0) {
      keep_pending();
      beyond = sides;
    } else {
      beyond &= sides;
    }
    pending = next;
    if (sides != 0) return;
    bordering = true;
    path.push_back(next);
  }
  void keep_pending() {
    if (beyond != 0) path.push_back(pending);
    beyond = 0;
  }
};

}  // namespace

PolygonLocator::PolygonLocator(std::span<const Rings> polygons) {
  std::size_t points = 0;
  for (const Rings& rings : polygons)
    for (const Path& ring : rings) points += ring.size();
  m_points.reserve(points);
  for (const Rings& rings : polygons)
    for (const Path& ring : rings)
      if (ring.size() > 1) add_ring(ring);
  constexpr std::size_t many = 8;
  if (m_rings.size() <= many) return;
  std::vector<Envelope> envelopes;
  for (const Ring& ring : m_rings) envelopes.push_back(ring.envelope);
  m_index.emplace(envelopes);
}

void PolygonLocator::add_ring(const Path& points) {
  Ring ring{m_points.size(), points.size() - 1, m_levels.size(), 0, {}};
  m_points.insert(m_points.end(), points.begin(), points.end());
  const auto add_level = [&](std::size_t count, const auto& box_at) {
    ++ring.levels;
    m_levels.push_back(m_boxes.size());
    for (std::size_t at = 0; at < count; at += fan_out) {
      Envelope box;
      for (std::size_t i = at; i < std::min(count, at + fan_out); ++i) box.expand(box_at(i));
      m_boxes.push_back(box);
    }
    return (count + fan_out - 1) / fan_out;
  };
  std::size_t count = ring.edges;
  if (count > fan_out)
    count = add_level(count, [&](std::size_t i) { return box_of(points[i], points[i + 1]); });
  while (count > fan_out) {
    const std::size_t below = m_levels.back();
    count = add_level(count, [&](std::size_t i) { return m_boxes[below + i]; });
  }
  for (const Point p : points) ring.envelope.expand(p);
  m_rings.push_back(ring);
}

template <class Visit>
void PolygonLocator::rings_meeting(const Envelope& window, const Visit& visit) const {
  if (!m_index) {
    for (const Ring& ring : m_rings)
      if (ring.envelope.intersects(window)) visit(ring);
    return;
  }
  std::vector<std::uint32_t> rows;
  m_index->query(window, rows);
  for (const std::uint32_t row : rows) visit(m_rings[row]);
}

template <class Visitor>
void PolygonLocator::walk(const Ring& ring, Visitor& visitor) const {
  std::size_t count = ring.edges;
  for (std::size_t level = 0; level < ring.levels; ++level) count = (count + fan_out - 1) / fan_out;
  walk(ring, ring.levels, 0, count, visitor);
}

template <class Visitor>
void PolygonLocator::walk(const Ring& ring, std::size_t level, std::size_t first, std::size_t last,
                          Visitor& visitor) const {
  const Point* const points = &m_points[ring.first_point];
  if (level == 0) {
    for (std::size_t i = first; i < last; ++i) visitor.edge(points[i], points[i + 1]);
    return;
  }
  // How many edges and boxes below each box of this level has, but for the last.
  std::size_t edges_each = fan_out;
  for (std::size_t below = 1; below < level; ++below) edges_each *= fan_out;
  const std::size_t edges_below = edges_each / fan_out;
  for (std::size_t i = first; i < last; ++i) {
    const Envelope& box = m_boxes[m_levels[ring.first_level + level - 1] + i];
    const std::size_t begin = i * edges_each;
    const std::size_t end = std::min(ring.edges, begin + edges_each);
    if (visitor.opens(box))
      walk(ring, level - 1, i * fan_out, (end + edges_below - 1) / edges_below, visitor);
    else
      visitor.pass(box, points[begin], points[end]);
  }
}

bool PolygonLocator::inside(Point place) const {
  Crossings crossings{place};
  rings_meeting({place.x, place.y, place.x, place.y}, [&](const Ring& ring) { walk(ring, crossings); });
  return crossings.odd;
}

bool PolygonLocator::border_within(Point place, double distance) const {
  EdgeWithin search{place, distance};
  rings_meeting(search.window, [&](const Ring& ring) {
    if (!search.found) walk(ring, search);
  });
  return search.found;
}

NearRings PolygonLocator::near(const Envelope& window) const {
  NearRings near;
  rings_meeting(window, [&](const Ring& ring) {
    View view{window, {m_points[ring.first_point]}};
    walk(ring, view);
    view.keep_pending();
    near.bordering = near.bordering || view.bordering;
    constexpr std::size_t corners = 4;  // of a closed ring that encloses anything
    if (view.path.size() >= corners) near.rings.push_back(std::move(view.path));
  });
  return near;
}

}  // namespace jingwei
