#include "geometry/winding_sweep.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <span>

namespace jingwei {
namespace {

class Sweep {
 public:
  Sweep(const std::vector<GridEdge>& edges, const std::function<bool(const Winding&)>& kept)
      : m_edges(edges), m_kept(kept), m_states(edges.size()), m_line(Below{this}), m_place(edges.size()) {}

  std::optional<std::vector<Border>> run() {
    std::vector<std::uint32_t> by_high(m_edges.size());
    std::iota(by_high.begin(), by_high.end(), 0U);
    std::sort(by_high.begin(), by_high.end(),
              [&](std::uint32_t a, std::uint32_t b) { return m_edges[a].high < m_edges[b].high; });
    std::uint32_t start = 0;
    for (std::size_t end = 0; end < by_high.size() && !m_touching;) {
      Cell place = m_edges[by_high[end]].high;
      if (start < m_edges.size()) place = std::min(place, m_edges[start].low);
      const std::size_t first_end = end;
      while (end < by_high.size() && m_edges[by_high[end]].high == place) ++end;
      const std::uint32_t first_start = start;
      while (start < m_edges.size() && m_edges[start].low == place) ++start;
      if (end - first_end == 1 && start - first_start == 1)
        replace(by_high[first_end], first_start);
      else
        pass(std::span(by_high).subspan(first_end, end - first_end), first_start, start);
    }
    if (m_touching) return std::nullopt;
    std::vector<Border> borders;
    for (std::uint32_t e = 0; e < m_edges.size(); ++e)
      if (m_states[e].border)
        borders.push_back({e, m_kept(m_states[e].below) ? Border::Inside::below : Border::Inside::above,
                           m_states[e].beneath});
    return borders;
  }

 private:
  struct State {
    Winding below{};
    bool border = false;
    std::uint32_t beneath = no_edge;
  };
  struct Entry {
    mutable std::uint32_t edge;  // an edge that goes on where another ends takes its place
  };
  struct Below {
    Sweep* sweep;
    bool operator()(const Entry& a, const Entry& b) const { return sweep->below(a.edge, b.edge); }
  };
  using Line = std::set<Entry, Below>;

  /// Does an edge lie below another one where the line meets both?
  bool below(std::uint32_t first, std::uint32_t second) {
    if (first == second) return false;
    const GridEdge& a = m_edges[first];
    const GridEdge& b = m_edges[second];
    int turn = 0;
    if (a.low == b.low)
      turn = orientation(a.low, a.high, b.high);
    else if (a.low < b.low)
      turn = orientation(a.low, a.high, b.low);
    else
      turn = -orientation(b.low, b.high, a.low);
    m_touching = m_touching || turn == 0;
    return turn > 0;
  }

  Winding above(std::uint32_t edge) const {
    const Winding& below = m_states[edge].below;
    const Winding& rise = m_edges[edge].rise;
    return {below[0] + rise[0], below[1] + rise[1]};
  }

  void replace(std::uint32_t ending, std::uint32_t starting) {
    const Line::iterator here = m_place[ending];
    here->edge = starting;
    m_place[starting] = here;
    m_states[starting] = m_states[ending];
    check(here);
  }

  /// The order on the line is that of the edges.
  void check(Line::iterator here) {
    if (here != m_line.begin() && !below(std::prev(here)->edge, here->edge)) m_touching = true;
    if (std::next(here) != m_line.end() && !below(here->edge, std::next(here)->edge)) m_touching = true;
  }

  void pass(std::span<const std::uint32_t> ending, std::uint32_t first, std::uint32_t last) {
    auto gap = m_line.end();
    for (const std::uint32_t edge : ending) gap = m_line.erase(m_place[edge]);
    if (first == last) return;
    // What ends here lay next to each other; what starts here takes its place.
    if (ending.empty()) gap = m_line.lower_bound(Entry{first});
    for (std::uint32_t edge = first; edge < last; ++edge) {
      const auto here = m_line.emplace_hint(gap, Entry{edge});
      m_place[edge] = here;
      State& state = m_states[edge];
      if (here != m_line.begin()) {
        const std::uint32_t neighbour = std::prev(here)->edge;
        state.below = above(neighbour);
        state.beneath = m_states[neighbour].border ? neighbour : m_states[neighbour].beneath;
      }
      state.border = m_kept(state.below) != m_kept(above(edge));
      check(here);
    }
  }

  const std::vector<GridEdge>& m_edges;
  const std::function<bool(const Winding&)>& m_kept;
  std::vector<State> m_states;
  bool m_touching = false;
  Line m_line;
  std::vector<Line::iterator> m_place;
};

}  // namespace

std::optional<std::vector<Border>> borders_of(const std::vector<GridEdge>& arrangement,
                                              const std::function<bool(const Winding&)>& kept) {
  return Sweep(arrangement, kept).run();
}

}  // namespace jingwei
