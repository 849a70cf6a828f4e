#include "geometry/polygon_overlay.hpp"

#include <algorithm>

#include "geometry/edge_cancelling.hpp"

namespace jingwei {
namespace {

bool keeps(Kept kept, const Winding& winding) {
  const bool first = winding[0] > 0;
  const bool second = winding[1] > 0;
  switch (kept) {
    case Kept::either:
      return first || second;
    case Kept::both:
      return first && second;
    case Kept::first_alone:
      return first && !second;
  }
  return false;
}

/// How often a place of both sides counts.
int times(PolygonArrangement::Counted counted, const Winding& winding) {
  if (winding[0] <= 0 || winding[1] <= 0) return 0;
  return counted == PolygonArrangement::Counted::once ? 1 : winding[1];
}

/// Twice the area of all places, each as often as it counts.
template <class Count>
WideInteger twice_area(const Settled& arrangement, const Count& count) {
  // Every edge adds what lies below it down to a level near by, as often as it counts there, and takes away
  // what lies below it as often as that above it counts.
  const auto& [edges, placements] = arrangement;
  if (edges.empty()) return 0;
  const std::int64_t level = edges[0].low.y;
  WideInteger twice = 0;
  for (std::size_t e = 0; e < edges.size(); ++e) {
    const auto& [low, high, rise] = edges[e];
    const Winding& below = placements[e].below;
    const int step = count(below) - count({below[0] + rise[0], below[1] + rise[1]});
    if (step != 0) twice += WideInteger(step) * (high.x - low.x) * (low.y + high.y - 2 * level);
  }
  return twice;
}

}  // namespace

void PolygonArrangement::add(const Path& ring, OverlaySide side) {
  constexpr std::size_t few = 64;  // corners, as most arrangements have
  const std::size_t first = m_rings.corners.size();
  if (first == 0) m_rings.corners.reserve(std::max(ring.size(), few));
  add_corners(ring, m_scale, m_rings.corners);
  if (m_rings.corners.size() > first)
    m_rings.rings.push_back({m_rings.corners.size(), side == OverlaySide::first ? 0U : 1U});
}

void PolygonArrangement::settle() {
  m_simple = SimpleArrangement::of(m_rings);
  if (m_simple) return;
  // Of polygons that have borders in common the outer ones may be in general position.
  std::vector<GridEdge> edges = cancelled(edges_of(m_rings));
  if (edges.size() < m_rings.corners.size())
    if (const auto outer = rings_of(edges)) m_simple = SimpleArrangement::of(*outer);
  if (!m_simple) m_arrangement = settled(std::move(edges), m_scale);
}

std::vector<Rings> PolygonArrangement::polygons(Kept kept) const {
  const auto kept_by = [kept](const Winding& winding) { return keeps(kept, winding); };
  if (m_simple) return m_simple->polygons(kept_by, m_scale);
  const auto& [edges, placements] = m_arrangement;
  return polygons_between(edges, borders_of(edges, placements, kept_by), m_scale);
}

template <class Count>
double PolygonArrangement::area_of(const Count& count) const {
  const WideInteger twice = m_simple ? m_simple->twice_area(count) : twice_area(m_arrangement, count);
  return static_cast<double>(twice) / 2 / m_scale / m_scale;
}

double PolygonArrangement::area(Kept kept) const {
  return area_of([kept](const Winding& winding) { return keeps(kept, winding) ? 1 : 0; });
}

double PolygonArrangement::common_area(Counted counted) const {
  return area_of([counted](const Winding& winding) { return times(counted, winding); });
}

std::vector<Rings> polygon_overlay(std::span<const Rings> first, std::span<const Rings> second, Kept kept,
                                   double grid_size) {
  PolygonArrangement arrangement(grid_size);
  for (const Rings& rings : first)
    for (const Path& ring : rings) arrangement.add(ring, OverlaySide::first);
  for (const Rings& rings : second)
    for (const Path& ring : rings) arrangement.add(ring, OverlaySide::second);
  arrangement.settle();
  return arrangement.polygons(kept);
}

std::vector<Rings> polygon_union(std::span<const Rings> polygons, double grid_size) {
  return polygon_overlay(polygons, {}, Kept::either, grid_size);
}

}  // namespace jingwei
