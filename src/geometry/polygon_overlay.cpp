#include "geometry/polygon_overlay.hpp"

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

}  // namespace

void PolygonArrangement::add(const Path& ring, OverlaySide side) {
  add_edges(ring, side == OverlaySide::first ? Winding{1, 0} : Winding{0, 1}, m_scale, m_arrangement.edges);
}

void PolygonArrangement::settle() {
  m_arrangement = settled(std::move(m_arrangement.edges), m_scale);
}

std::vector<Rings> PolygonArrangement::polygons(Kept kept) const {
  const auto& [edges, placements] = m_arrangement;
  const auto kept_by = [kept](const Winding& winding) { return keeps(kept, winding); };
  return polygons_between(edges, borders_of(edges, placements, kept_by), m_scale);
}

double PolygonArrangement::common_area(Counted counted) const {
  const auto count = [&](std::int32_t first, std::int32_t second) {
    if (first <= 0 || second <= 0) return 0;
    return counted == Counted::once ? 1 : second;
  };
  // Every edge adds what lies below it down to a level near by, as often as it counts there, and takes away
  // what lies below it as often as that above it counts.
  const auto& [edges, placements] = m_arrangement;
  if (edges.empty()) return 0;
  const std::int64_t level = edges[0].low.y;
  WideInteger twice = 0;
  for (std::size_t e = 0; e < edges.size(); ++e) {
    const auto& [low, high, rise] = edges[e];
    const Winding& below = placements[e].below;
    const std::int32_t step = count(below[0], below[1]) - count(below[0] + rise[0], below[1] + rise[1]);
    if (step != 0) twice += WideInteger(step) * (high.x - low.x) * (low.y + high.y - 2 * level);
  }
  return static_cast<double>(twice) / 2 / m_scale / m_scale;
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
