#include "geometry/reach_tree.hpp"

#include <algorithm>
#include <limits>

namespace jingwei {
namespace {

constexpr std::int32_t least = std::numeric_limits<std::int32_t>::min();
constexpr std::int32_t greatest = std::numeric_limits<std::int32_t>::max();

}  // namespace

ReachTree::Boxes::Boxes() {
  min_x.fill(greatest), min_y.fill(greatest);
  max_x.fill(least), max_y.fill(least);
}

void ReachTree::Boxes::set(std::uint32_t lane, const Sides& sides) {
  min_x[lane] = sides.min_x, max_x[lane] = sides.max_x;
  min_y[lane] = sides.min_y, max_y[lane] = sides.max_y;
}

ReachTree::Sides ReachTree::Boxes::all() const {
  Sides sides = of(0);
  for (std::uint32_t i = 1; i < fan_out; ++i)
    sides = {std::min(sides.min_x, min_x[i]), std::max(sides.max_x, max_x[i]),
             std::min(sides.min_y, min_y[i]), std::max(sides.max_y, max_y[i])};
  return sides;
}

ReachTree::ReachTree(const std::vector<GridEdge>& edges) {
  if (edges.empty()) return;
  // Cells from the lower left corner on, in as few bits as it takes.
  Cell high = edges[0].high;
  m_base = edges[0].low;
  for (const GridEdge& edge : edges) {
    m_base = {std::min(m_base.x, edge.low.x), std::min({m_base.y, edge.low.y, edge.high.y})};
    high = {std::max(high.x, edge.high.x), std::max({high.y, edge.low.y, edge.high.y})};
  }
  constexpr std::int64_t farthest = std::int64_t{1} << 30;
  while ((std::max(high.x - m_base.x, high.y - m_base.y) >> m_shift) >= farthest) ++m_shift;

  std::size_t count = (edges.size() + fan_out - 1) / fan_out;
  m_boxes.reserve(count + count / 4 + 2);
  m_levels.push_back(0);
  m_boxes.resize(count);
  for (std::size_t e = 0; e < edges.size(); ++e) {
    const auto& [low, upper, rise] = edges[e];
    const Sides first = scaled({low.x, std::min(low.y, upper.y)});
    const Sides last = scaled({upper.x + 1, std::max(low.y, upper.y) + 1});
    m_boxes[e / fan_out].set(e % fan_out, {first.min_x, last.max_x, first.min_y, last.max_y});
  }
  while (count > 1) {
    const std::size_t below = m_levels.back();
    m_levels.push_back(m_boxes.size());
    const std::size_t level = m_boxes.size();
    m_boxes.resize(level + (count + fan_out - 1) / fan_out);
    for (std::size_t i = 0; i < count; ++i)
      m_boxes[level + i / fan_out].set(i % fan_out, m_boxes[below + i].all());
    count = m_boxes.size() - level;
  }
}

}  // namespace jingwei
