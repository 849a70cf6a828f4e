#include "geometry/sided_rings.hpp"

#include <algorithm>

namespace jingwei {
namespace {

/// An edge with what it winds around on its left.
struct Step {
  Cell from, to;
  std::size_t side = 0;
  bool used = false;
};

std::optional<Step> step_of(const GridEdge& edge) {
  for (const std::size_t side : {0U, 1U}) {
    if (edge.rise[1 - side] != 0) continue;
    if (edge.rise[side] == 1) return Step{edge.low, edge.high, side};
    if (edge.rise[side] == -1) return Step{edge.high, edge.low, side};
  }
  return std::nullopt;
}

}  // namespace

std::vector<GridEdge> edges_of(const SidedRings& rings) {
  std::vector<GridEdge> edges;
  edges.reserve(rings.corners.size());
  std::size_t first = 0;
  for (const auto& [end, side] : rings.rings) {
    const Winding rise = side == 0 ? Winding{1, 0} : Winding{0, 1};
    for (std::size_t corner = first; corner < end; ++corner)
      edges.push_back(
          edge_between(rings.corners[corner], rings.corners[corner + 1 < end ? corner + 1 : first], rise));
    first = end;
  }
  return edges;
}

std::optional<SidedRings> rings_of(const std::vector<GridEdge>& edges) {
  std::vector<Step> steps;
  steps.reserve(edges.size());
  for (const GridEdge& edge : edges) {
    const auto step = step_of(edge);
    if (!step) return std::nullopt;
    steps.push_back(*step);
  }
  std::ranges::sort(steps, {}, &Step::from);
  if (std::ranges::adjacent_find(steps, {}, &Step::from) != steps.end()) return std::nullopt;
  SidedRings rings;
  rings.corners.reserve(steps.size());
  for (Step& first : steps) {
    if (first.used) continue;
    Step* step = &first;
    do {
      if (step->used || step->side != first.side) return std::nullopt;
      step->used = true;
      rings.corners.push_back(step->from);
      const auto next = std::ranges::lower_bound(steps, step->to, {}, &Step::from);
      if (next == steps.end() || next->from != step->to) return std::nullopt;
      step = &*next;
    } while (step != &first);
    rings.rings.push_back({rings.corners.size(), first.side});
  }
  return rings;
}

}  // namespace jingwei
