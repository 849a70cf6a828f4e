#include "geometry/border_arcs.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace jingwei {
namespace {

constexpr std::uint32_t no_arc = std::numeric_limits<std::uint32_t>::max();

std::vector<Path> paths_of(Wkb wkb) {
  std::vector<Path> paths = lines_of(wkb);
  for (Rings& rings : polygons_of(wkb))
    for (Path& ring : rings) paths.push_back(std::move(ring));
  return paths;
}

}  // namespace

BorderArcs::BorderArcs(const GeometryColumn& rows, double grid_size) : m_grid_size(grid_size) {
  std::vector<std::vector<Path>> paths;
  for (std::size_t row = 0; row < rows.size(); ++row) paths.push_back(paths_of(rows.wkb(row)));
  collect_vertices(paths);
  collect_edges(paths);
  trace();
}

Cell BorderArcs::cell_at(Point point) const {
  return {std::llround(point.x / m_grid_size), std::llround(point.y / m_grid_size)};
}

std::uint32_t BorderArcs::vertex_at(Point point) const {
  return static_cast<std::uint32_t>(std::ranges::lower_bound(cells, cell_at(point)) - cells.begin());
}

bool BorderArcs::within(std::uint32_t vertex, std::uint32_t arc, std::uint32_t first,
                        std::uint32_t last) const {
  if (vertex == arcs[arc][first] || vertex == arcs[arc][last]) return true;
  return m_arc[vertex] == arc && first < m_position[vertex] && m_position[vertex] < last;
}

void BorderArcs::collect_vertices(const std::vector<std::vector<Path>>& paths) {
  for (const auto& of_row : paths)
    for (const Path& path : of_row)
      for (const Point point : path) cells.push_back(cell_at(point));
  std::ranges::sort(cells);
  cells.erase(std::unique(cells.begin(), cells.end()), cells.end());
}

void BorderArcs::collect_edges(const std::vector<std::vector<Path>>& paths) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;  // both ways
  m_is_end.resize(cells.size(), false);
  for (const auto& of_row : paths)
    for (const Path& path : of_row) {
      if (path.empty()) continue;
      const std::uint32_t begin = vertex_at(path.front()), end = vertex_at(path.back());
      if (begin != end) m_is_end[begin] = m_is_end[end] = true;
      for (std::size_t i = 1; i < path.size(); ++i) {
        const std::uint32_t a = vertex_at(path[i - 1]), b = vertex_at(path[i]);
        if (a == b) continue;
        edges.emplace_back(a, b);
        edges.emplace_back(b, a);
      }
    }
  std::ranges::sort(edges);
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  m_first.assign(cells.size() + 1, 0);
  for (const auto& edge : edges) ++m_first[edge.first + 1];
  for (std::size_t vertex = 0; vertex < cells.size(); ++vertex) m_first[vertex + 1] += m_first[vertex];
  for (const auto& edge : edges) m_neighbours.push_back(edge.second);
}

void BorderArcs::trace() {
  m_arc.assign(cells.size(), no_arc);
  m_position.assign(cells.size(), 0);
  for (std::uint32_t vertex = 0; vertex < cells.size(); ++vertex)
    if (is_node(vertex))
      for (std::uint32_t i = m_first[vertex]; i < m_first[vertex + 1]; ++i)
        trace_from(vertex, m_neighbours[i]);
  // What is left are rings on which nothing meets.
  for (std::uint32_t vertex = 0; vertex < cells.size(); ++vertex)
    if (m_arc[vertex] == no_arc && !is_node(vertex)) {
      m_is_end[vertex] = true;
      trace_from(vertex, m_neighbours[m_first[vertex]]);
    }
}

/// The arc that begins with this edge; each once, though it has two ends.
void BorderArcs::trace_from(std::uint32_t vertex, std::uint32_t next) {
  if (is_node(next) ? next < vertex : m_arc[next] != no_arc) return;
  const auto arc = static_cast<std::uint32_t>(arcs.size());
  std::vector<std::uint32_t> path{vertex};
  while (!is_node(next)) {
    m_arc[next] = arc;
    m_position[next] = static_cast<std::uint32_t>(path.size());
    const std::uint32_t* const around = &m_neighbours[m_first[next]];
    const std::uint32_t onward = around[0] == path.back() ? around[1] : around[0];
    path.push_back(next);
    next = onward;
  }
  path.push_back(next);
  arcs.push_back(std::move(path));
}

}  // namespace jingwei
