#include "geometry/snap_rounding.hpp"

#include <algorithm>
#include <cmath>

#include "geometry/reach_tree.hpp"

namespace jingwei {
namespace {

using Wide = WideInteger;

/// The nearest whole number to share·n/d, halves upwards. \pre 0 < share < d, |n| ≤ 2^40
std::int64_t rounded_part(Wide share, Wide d, std::int64_t n) {
  // Division of such wide numbers is slow: the nearest in floating point is off by one at most.
  auto quotient = static_cast<std::int64_t>(
      std::floor(static_cast<double>(share) / static_cast<double>(d) * static_cast<double>(n) + 0.5));
  const Wide twice = 2 * share * n + d;
  while (2 * d * quotient > twice) --quotient;
  while (2 * d * (quotient + 1) <= twice) ++quotient;
  return quotient;
}

/// The cells that the pixels may belong to which an edge passes.
struct Reach {
  explicit Reach(const GridEdge& edge)
      : min_x(edge.low.x),
        max_x(edge.high.x),
        min_y(std::min(edge.low.y, edge.high.y)),
        max_y(std::max(edge.low.y, edge.high.y)) {}
  bool holds(Cell cell) const {
    return min_x <= cell.x && cell.x <= max_x && min_y <= cell.y && cell.y <= max_y;
  }
  std::int64_t min_x, max_x, min_y, max_y;
};

/// Does an edge pass the pixel around a cell? To the pixel belong its left and lower sides, as rounding has
/// it. \pre the edge's reach holds the cell
bool passes(const GridEdge& edge, Cell cell) {
  const std::int64_t run = edge.high.x - edge.low.x;
  const std::int64_t rise = edge.high.y - edge.low.y;
  if (run == 0 || rise == 0) return true;
  const Wide twice = 2 * cross(edge.low, edge.high, cell);
  const auto side_of_corner = [&](std::int64_t right, std::int64_t up) {
    const Wide area = twice + (run * up - rise * right);
    return (area > 0 ? 1 : 0) - (area < 0 ? 1 : 0);
  };
  const bool rising = rise > 0;
  // A line through a corner that is not the pixel's enters it from one side only.
  const int upper_left = side_of_corner(-1, 1);
  if (upper_left == 0) return !rising;
  const int upper_right = side_of_corner(1, 1);
  if (upper_right == 0) return rising;
  if (upper_left != upper_right) return true;
  const int lower_left = side_of_corner(-1, -1);
  if (lower_left != upper_left) return true;
  const int lower_right = side_of_corner(1, -1);
  if (lower_right == 0) return !rising;
  return lower_right != lower_left;
}

/// The search for the cells that edges pass.
class Noding {
 public:
  explicit Noding(const std::vector<GridEdge>& edges) : m_edges(edges) {
    m_passages.reserve(64);
    m_crossings.reserve(64);
    const ReachTree tree(edges);
    tree.for_each_pair([&](std::uint32_t i, std::uint32_t j) { look_at(i, j); });
    std::sort(m_crossings.begin(), m_crossings.end());
    m_crossings.erase(std::unique(m_crossings.begin(), m_crossings.end()), m_crossings.end());
    for (const Cell cell : m_crossings)
      tree.for_each_at(cell, [&](std::uint32_t i) { add_if_passed(i, Reach(m_edges[i]), cell); });
  }

  /// By edge, and along each edge.
  std::vector<Passage> passages() && {
    // Along an edge neither x nor y ever turns back, nor do they in the cells that it passes.
    const auto before = [&](const Passage& a, const Passage& b) {
      if (a.edge != b.edge) return a.edge < b.edge;
      if (a.cell.x != b.cell.x) return a.cell.x < b.cell.x;
      return m_edges[a.edge].low.y <= m_edges[a.edge].high.y ? a.cell.y < b.cell.y : a.cell.y > b.cell.y;
    };
    std::sort(m_passages.begin(), m_passages.end(), before);
    m_passages.erase(std::unique(m_passages.begin(), m_passages.end()), m_passages.end());
    return std::move(m_passages);
  }

 private:
  void add_if_passed(std::uint32_t edge, const Reach& reach, Cell cell) {
    const GridEdge& e = m_edges[edge];
    if (reach.holds(cell) && cell != e.low && cell != e.high && passes(e, cell))
      m_passages.push_back({edge, cell});
  }

  void look_at(std::uint32_t i, std::uint32_t j) {
    const GridEdge& s = m_edges[i];
    const GridEdge& t = m_edges[j];
    const Reach reach_i(s), reach_j(t);
    add_if_passed(i, reach_i, t.low);
    add_if_passed(i, reach_i, t.high);
    add_if_passed(j, reach_j, s.low);
    add_if_passed(j, reach_j, s.high);
    // Edges with an end in common cross nowhere else.
    if (s.low == t.low || s.low == t.high || s.high == t.low || s.high == t.high) return;
    if (orientation(s.low, s.high, t.low) * orientation(s.low, s.high, t.high) < 0 &&
        orientation(t.low, t.high, s.low) * orientation(t.low, t.high, s.high) < 0)
      m_crossings.push_back(crossing_cell(s, t));
  }

  const std::vector<GridEdge>& m_edges;
  std::vector<Passage> m_passages;
  std::vector<Cell> m_crossings;
};

/// In the order of (low, slope, length); equal edges become one.
std::vector<GridEdge> merged(std::vector<GridEdge> edges) {
  std::sort(edges.begin(), edges.end(), [](const GridEdge& a, const GridEdge& b) {
    if (a.low != b.low) return a.low < b.low;
    const int turn = orientation(a.low, a.high, b.high);
    return turn != 0 ? turn > 0 : a.high < b.high;
  });
  std::size_t last = 0;
  for (std::size_t e = 1; e < edges.size(); ++e) {
    const GridEdge& edge = edges[e];
    if (edges[last].low != edge.low || edges[last].high != edge.high) {
      edges[++last] = edge;
      continue;
    }
    for (std::size_t side = 0; side < edge.rise.size(); ++side) edges[last].rise[side] += edge.rise[side];
  }
  if (!edges.empty()) edges.resize(last + 1);
  std::erase_if(edges, [](const GridEdge& edge) { return edge.rise == Winding{}; });
  return edges;
}

}  // namespace

GridEdge edge_between(Cell from, Cell to, Winding rise) {
  if (from < to) return {from, to, rise};
  return {to, from, {-rise[0], -rise[1]}};
}

Cell crossing_cell(const GridEdge& s, const GridEdge& t) {
  const Wide from = cross(t.low, t.high, s.low);
  const Wide to = cross(t.low, t.high, s.high);
  const Wide n = from < 0 ? -from : from;
  const Wide d = from < 0 ? to - from : from - to;
  return {s.low.x + rounded_part(n, d, s.high.x - s.low.x), s.low.y + rounded_part(n, d, s.high.y - s.low.y)};
}

std::vector<Passage> passages_of(const std::vector<GridEdge>& edges) {
  return Noding(edges).passages();
}

std::vector<GridEdge> snap_rounded(const std::vector<GridEdge>& edges) {
  const std::vector<Passage> nodes = passages_of(edges);
  std::vector<GridEdge> pieces;
  pieces.reserve(edges.size() + nodes.size());
  auto node = nodes.begin();
  for (std::uint32_t e = 0; e < edges.size(); ++e) {
    Cell from = edges[e].low;
    const auto go_to = [&](Cell to) {
      if (from != to) pieces.push_back(edge_between(from, to, edges[e].rise));
      from = to;
    };
    for (; node != nodes.end() && node->edge == e; ++node) go_to(node->cell);
    go_to(edges[e].high);
  }
  return merged(std::move(pieces));
}

}  // namespace jingwei
