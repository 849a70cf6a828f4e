#include "geometry/winding_sweep.hpp"

#include <algorithm>
#include <span>

namespace jingwei {
namespace {

class Sweep {
 public:
  explicit Sweep(const std::vector<GridEdge>& edges) : m_edges(edges), m_placements(edges.size()) {}

  std::optional<std::vector<Placement>> run() {
    std::vector<Cell> ends(m_edges.size());
    std::ranges::transform(m_edges, ends.begin(), &GridEdge::high);
    std::sort(ends.begin(), ends.end());
    std::uint32_t start = 0;
    for (std::size_t end = 0; end < ends.size() && !m_touching;) {
      Cell place = ends[end];
      if (start < m_edges.size()) place = std::min(place, m_edges[start].low);
      const std::size_t first_end = end;
      while (end < ends.size() && ends[end] == place) ++end;
      const std::uint32_t first_start = start;
      while (start < m_edges.size() && m_edges[start].low == place) ++start;
      pass(place, end - first_end, first_start, start);
    }
    if (m_touching) return std::nullopt;
    return std::move(m_placements);
  }

 private:
  /// Does an edge lie below a place that the line has come to?
  bool below(std::uint32_t edge, Cell place) const {
    return orientation(m_edges[edge].low, m_edges[edge].high, place) > 0;
  }

  /// The first edge on the line that does not lie below a place.
  std::size_t position_of(Cell place) const {
    const auto at = std::partition_point(m_line.begin(), m_line.end(),
                                         [&](std::uint32_t edge) { return below(edge, place); });
    return static_cast<std::size_t>(at - m_line.begin());
  }

  /// The line comes to a place where `ending` edges end and those from `first` to `last` start, the lowest
  /// first. What ends there lies next to each other, and what starts takes its place.
  void pass(Cell place, std::size_t ending, std::uint32_t first, std::uint32_t last) {
    const std::size_t at = position_of(place);
    if (at + ending > m_line.size()) {
      m_touching = true;
      return;
    }
    for (std::size_t i = at; i < at + ending; ++i)
      if (m_edges[m_line[i]].high != place) m_touching = true;
    // An edge that goes on through the place touches it.
    if (at + ending < m_line.size() &&
        orientation(m_edges[m_line[at + ending]].low, m_edges[m_line[at + ending]].high, place) == 0)
      m_touching = true;
    if (m_touching) return;

    const auto begin = m_line.begin() + static_cast<std::ptrdiff_t>(at);
    const std::size_t starting = last - first;
    if (starting > ending)
      m_line.insert(begin, starting - ending, no_edge);
    else
      m_line.erase(begin, begin + static_cast<std::ptrdiff_t>(ending - starting));
    std::uint32_t neighbour = at == 0 ? no_edge : m_line[at - 1];
    for (std::uint32_t edge = first; edge < last; ++edge) {
      if (neighbour != no_edge) {
        const Winding& below = m_placements[neighbour].below;
        const Winding& rise = m_edges[neighbour].rise;
        m_placements[edge] = {{below[0] + rise[0], below[1] + rise[1]}, neighbour};
      }
      m_line[at + edge - first] = neighbour = edge;
    }
  }

  const std::vector<GridEdge>& m_edges;
  std::vector<Placement> m_placements;
  bool m_touching = false;
  std::vector<std::uint32_t> m_line;  // the edges that it meets, the lowest first
};

}  // namespace

std::optional<std::vector<Placement>> placements_of(const std::vector<GridEdge>& arrangement) {
  return Sweep(arrangement).run();
}

}  // namespace jingwei
