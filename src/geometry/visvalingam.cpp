#include "geometry/visvalingam.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>
#include <set>

#include "geometry/spatial_index.hpp"

namespace jingwei {
namespace {

std::vector<Envelope> boxes_of(const std::vector<Cell>& cells) {
  std::vector<Envelope> boxes;
  for (const Cell cell : cells) {
    const auto x = static_cast<double>(cell.x), y = static_cast<double>(cell.y);
    boxes.push_back({x, y, x, y});
  }
  return boxes;
}

/// Leaves out one vertex after the other.
class Elimination {
 public:
  Elimination(const BorderArcs& borders, double area)
      : m_cells(borders.cells),
        m_area(area),
        m_index(boxes_of(borders.cells)),
        m_kept(borders.cells.size(), true),
        m_previous(borders.cells.size(), none),
        m_next(borders.cells.size(), none) {
    for (const std::vector<std::uint32_t>& arc : borders.arcs)
      for (std::size_t i = 1; i < arc.size(); ++i) {
        m_edges.insert(std::minmax(arc[i - 1], arc[i]));
        // Of vertices between the ends of arcs, each on one arc.
        if (i + 1 == arc.size()) continue;
        m_previous[arc[i]] = arc[i - 1];
        m_next[arc[i]] = arc[i + 1];
      }
  }

  std::vector<bool> kept() && {
    for (std::uint32_t vertex = 0; vertex < m_cells.size(); ++vertex) consider(vertex);
    while (!m_open.empty()) {
      const auto [area, vertex] = m_open.top();
      m_open.pop();
      // A vertex is looked at anew whenever one next to it has gone.
      if (m_kept[vertex] && area == triangle(vertex) && may_go(vertex)) leave_out(vertex);
    }
    return std::move(m_kept);
  }

 private:
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
  using Edge = std::pair<std::uint32_t, std::uint32_t>;

  double triangle(std::uint32_t vertex) const {
    return std::fabs(static_cast<double>(
               cross(m_cells[m_previous[vertex]], m_cells[vertex], m_cells[m_next[vertex]]))) /
           2;
  }

  void consider(std::uint32_t vertex) {
    if (m_previous[vertex] == none) return;
    if (const double area = triangle(vertex); area < m_area) m_open.emplace(area, vertex);
  }

  bool may_go(std::uint32_t vertex) {
    const std::uint32_t a = m_previous[vertex], b = m_next[vertex];
    if (a == b || m_edges.contains(std::minmax(a, b))) return false;
    Envelope box;
    for (const std::uint32_t corner : {a, vertex, b})
      box.expand(Point{static_cast<double>(m_cells[corner].x), static_cast<double>(m_cells[corner].y)});
    m_index.query(box, m_found);
    return std::ranges::none_of(m_found, [&](std::uint32_t other) {
      return m_kept[other] && other != a && other != b && other != vertex && in_triangle(other, a, vertex, b);
    });
  }

  /// Its border belongs to it.
  bool in_triangle(std::uint32_t place, std::uint32_t a, std::uint32_t b, std::uint32_t c) const {
    const int sides[] = {orientation(m_cells[a], m_cells[b], m_cells[place]),
                         orientation(m_cells[b], m_cells[c], m_cells[place]),
                         orientation(m_cells[c], m_cells[a], m_cells[place])};
    const auto [least, most] = std::ranges::minmax(sides);
    // Of corners in one line the box that was asked for has what lies between them.
    return least >= 0 || most <= 0;
  }

  void leave_out(std::uint32_t vertex) {
    const std::uint32_t a = m_previous[vertex], b = m_next[vertex];
    m_kept[vertex] = false;
    m_edges.erase(std::minmax(a, vertex));
    m_edges.erase(std::minmax(vertex, b));
    m_edges.insert(std::minmax(a, b));
    if (m_previous[a] != none) m_next[a] = b;
    if (m_previous[b] != none) m_previous[b] = a;
    consider(a);
    consider(b);
  }

  const std::vector<Cell>& m_cells;
  double m_area;
  SpatialIndex m_index;
  std::vector<bool> m_kept;
  std::vector<std::uint32_t> m_previous, m_next;  // on the arc; none: an end of arcs
  std::set<Edge> m_edges;                         // that are there now
  std::priority_queue<std::pair<double, std::uint32_t>, std::vector<std::pair<double, std::uint32_t>>,
                      std::greater<>>
      m_open;
  std::vector<std::uint32_t> m_found;
};

}  // namespace

std::vector<bool> kept_by_area(const BorderArcs& borders, double area) {
  return Elimination(borders, area).kept();
}

}  // namespace jingwei
