#include "geometry/polygon_locator.hpp"

#include <algorithm>
#include <limits>

#include "geometry/planar.hpp"

namespace jingwei {
namespace {

template <class Edge>
std::vector<Edge> edges_of(std::span<const Rings> polygons) {
  std::vector<Edge> edges;
  for (const Rings& rings : polygons)
    for (const Path& ring : rings)
      for (std::size_t i = 1; i < ring.size(); ++i) edges.push_back({ring[i - 1], ring[i]});
  return edges;
}

template <class Edge>
std::vector<Envelope> boxes_of(const std::vector<Edge>& edges, std::size_t run) {
  std::vector<Envelope> boxes((edges.size() + run - 1) / run);
  for (std::size_t e = 0; e < edges.size(); ++e) {
    boxes[e / run].expand(edges[e].p);
    boxes[e / run].expand(edges[e].q);
  }
  return boxes;
}

}  // namespace

PolygonLocator::PolygonLocator(std::span<const Rings> polygons)
    : m_edges(edges_of<Edge>(polygons)), m_index(boxes_of(m_edges, run)) {}

template <class Visit>
void PolygonLocator::edges_meeting(const Envelope& window, const Visit& visit) const {
  std::vector<std::uint32_t> boxes;
  m_index.query(window, boxes);
  for (const std::uint32_t box : boxes)
    for (std::size_t e = box * run; e < std::min(m_edges.size(), (box + 1) * run); ++e) visit(m_edges[e]);
}

bool PolygonLocator::inside(Point place) const {
  bool odd = false;
  const Envelope ray{place.x, place.y, std::numeric_limits<double>::infinity(), place.y};
  edges_meeting(ray, [&](const Edge& edge) {
    const auto& [p, q] = edge;
    if ((p.y > place.y) == (q.y > place.y)) return;
    const double turn = (q.x - p.x) * (place.y - p.y) - (q.y - p.y) * (place.x - p.x);
    odd = odd != ((q.y > p.y) == (turn > 0));
  });
  return odd;
}

bool PolygonLocator::border_within(Point place, double distance) const {
  bool found = false;
  edges_meeting(Envelope{place.x, place.y, place.x, place.y}.grown(distance), [&](const Edge& edge) {
    found = found || distance_to_segment(place, edge.p, edge.q) <= distance;
  });
  return found;
}

}  // namespace jingwei
