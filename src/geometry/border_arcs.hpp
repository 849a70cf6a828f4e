#pragma once
#include <cstdint>
#include <vector>

#include "geometry/snap_rounding.hpp"
#include "geometry/wkb.hpp"

namespace jingwei {

/// The borders of polygons and the lines of a column as arcs: edges that rows share are there once, and arcs
/// end where more or fewer than two edges meet, at the ends of lines, and (both ends at the lowest vertex)
/// nowhere else. Depends on the rows together, not on their order.
class BorderArcs {
 public:
  BorderArcs(const GeometryColumn& rows, double grid_size);

  std::vector<Cell> cells;                       ///< vertices, each once, ascending
  std::vector<std::vector<std::uint32_t>> arcs;  ///< their vertices, ends included

  std::uint32_t vertex_at(Point point) const;  ///< \pre one of the rows'
  /// Is the vertex one of those of an arc from position `first` to `last`, ends included?
  bool within(std::uint32_t vertex, std::uint32_t arc, std::uint32_t first, std::uint32_t last) const;

 private:
  Cell cell_at(Point point) const;
  void collect_vertices(const std::vector<std::vector<Path>>& paths);
  void collect_edges(const std::vector<std::vector<Path>>& paths);
  void trace();
  void trace_from(std::uint32_t vertex, std::uint32_t next);
  bool is_node(std::uint32_t vertex) const { return m_is_end[vertex] || degree(vertex) != 2; }
  std::uint32_t degree(std::uint32_t vertex) const { return m_first[vertex + 1] - m_first[vertex]; }

  double m_grid_size;
  std::vector<bool> m_is_end;
  std::vector<std::uint32_t> m_first, m_neighbours;  // of vertex v: [m_first[v], m_first[v + 1])
  std::vector<std::uint32_t> m_arc, m_position;      // of vertices between the ends of arcs
};

}  // namespace jingwei
