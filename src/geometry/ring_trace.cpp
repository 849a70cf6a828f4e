#include "geometry/ring_trace.hpp"

#include <algorithm>
#include <limits>
#include <span>

#include "base/error.hpp"

namespace jingwei {
namespace {

/// A border on whose left lies what is kept.
struct Step {
  Cell from, to;
  std::uint32_t edge;
};

struct Ring {
  std::vector<Cell> cells;  // closed, from the lowest on
  std::vector<std::uint32_t> edges;
  std::uint32_t lowest = no_edge;  // the lower one of the two edges that start at the lowest cell
  std::size_t shell = 0;           // the polygon that it belongs to
};

constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

[[noreturn]] void fail() {
  throw error(ErrorKind::failed, {"叠加的边界不闭合；请用更粗的 precision",
                                  "the borders of an overlay do not close; choose a coarser precision"});
}

class Trace {
 public:
  Trace(const std::vector<GridEdge>& edges, const std::vector<Border>& borders) : m_borders(borders) {
    m_steps.reserve(borders.size());
    for (const Border& border : borders) {
      const GridEdge& e = edges[border.edge];
      if (border.inside == Border::Inside::above)
        m_steps.push_back({e.low, e.high, border.edge});
      else
        m_steps.push_back({e.high, e.low, border.edge});
    }
    std::sort(m_steps.begin(), m_steps.end(), [](const Step& a, const Step& b) {
      return a.from != b.from ? a.from < b.from : a.edge < b.edge;
    });
    m_ring_of.assign(edges.size(), 0);
    m_in_path.assign(m_steps.size(), nowhere);
  }

  std::vector<GridRings> polygons() && {
    std::vector<bool> used(m_steps.size(), false);
    for (std::size_t first = 0; first < m_steps.size(); ++first)
      if (!used[first]) go_around(first, used);
    std::ranges::sort(m_rings, {}, &Ring::lowest);
    for (std::size_t r = 0; r < m_rings.size(); ++r)
      for (const std::uint32_t edge : m_rings[r].edges) m_ring_of[edge] = r;
    return nested();
  }

 private:
  /// The first of the steps that start where this one does.
  std::size_t place_of(std::size_t step) const {
    while (step > 0 && m_steps[step - 1].from == m_steps[step].from) --step;
    return step;
  }

  /// The first of the steps that do not start before a place: searched for from one on that starts near it,
  /// as of many steps most lie far away in memory.
  std::vector<Step>::const_iterator first_from(Cell place, std::size_t near) const {
    const auto from = m_steps.begin() + static_cast<std::ptrdiff_t>(near);
    std::ptrdiff_t reach = 1;
    if (from->from < place) {
      const std::ptrdiff_t rest = m_steps.end() - from;
      while (reach < rest && from[reach].from < place) reach *= 2;
      return std::ranges::lower_bound(from + reach / 2, from + std::min(reach, rest), place, {}, &Step::from);
    }
    const std::ptrdiff_t rest = from - m_steps.begin();
    while (reach <= rest && !(from[-reach].from < place)) reach *= 2;
    return std::ranges::lower_bound(from - std::min(reach, rest), from - reach / 2 + 1, place, {},
                                    &Step::from);
  }

  /// The next step around the same place: of several the first one clockwise from where we came.
  std::size_t after(std::size_t step) const {
    const Cell here = m_steps[step].to;
    const Cell back = m_steps[step].from;
    const auto first = first_from(here, step);
    auto last = first;
    while (last != m_steps.end() && last->from == here) ++last;
    if (first == last) fail();
    const auto sooner = [&](const Step& a, const Step& b) {
      const bool a_late = orientation(here, back, a.to) > 0;
      const bool b_late = orientation(here, back, b.to) > 0;
      return a_late != b_late ? b_late : orientation(here, a.to, b.to) < 0;
    };
    return static_cast<std::size_t>(std::min_element(first, last, sooner) - m_steps.begin());
  }

  /// Every time that the path comes to a place for the second time a ring is closed, and leaves the path.
  void go_around(std::size_t first, std::vector<bool>& used) {
    std::vector<std::size_t> path;
    path.reserve(std::min<std::size_t>(m_steps.size() - first, 64));
    std::size_t step = first;
    do {
      if (used[step]) fail();
      used[step] = true;
      m_in_path[place_of(step)] = path.size();
      path.push_back(step);
      step = after(step);
      const std::size_t begin = m_in_path[place_of(step)];
      if (begin == nowhere) continue;
      add_ring(std::span(path).subspan(begin));
      for (std::size_t i = begin; i < path.size(); ++i) m_in_path[place_of(path[i])] = nowhere;
      path.resize(begin);
    } while (step != first);
  }

  void add_ring(std::span<const std::size_t> path) {
    Ring ring;
    ring.cells.reserve(path.size() + 1);
    ring.edges.reserve(path.size());
    for (const std::size_t step : path) {
      ring.cells.push_back(m_steps[step].from);
      ring.edges.push_back(m_steps[step].edge);
      ring.lowest = std::min(ring.lowest, m_steps[step].edge);
    }
    std::rotate(ring.cells.begin(), std::min_element(ring.cells.begin(), ring.cells.end()), ring.cells.end());
    ring.cells.push_back(ring.cells.front());
    m_rings.push_back(std::move(ring));
  }

  /// Every hole with the shell that the border beneath its lowest corner belongs to, itself or by its hole:
  /// rings that begin further to the left are known already.
  std::vector<GridRings> nested() {
    std::vector<GridRings> polygons;
    for (Ring& ring : m_rings) {
      const Border& border = *std::ranges::lower_bound(m_borders, ring.lowest, {}, &Border::edge);
      if (border.inside == Border::Inside::above) {
        ring.shell = polygons.size();
        polygons.push_back({std::move(ring.cells)});
      } else {
        if (border.beneath == no_edge) fail();
        ring.shell = m_rings[m_ring_of[border.beneath]].shell;
        polygons[ring.shell].push_back(std::move(ring.cells));
      }
    }
    return polygons;
  }

  const std::vector<Border>& m_borders;
  std::vector<Step> m_steps;
  std::vector<Ring> m_rings;
  std::vector<std::size_t> m_ring_of;  // of each edge of the arrangement
  std::vector<std::size_t> m_in_path;  // by place_of: where the path leaves it
};

}  // namespace

std::vector<GridRings> polygons_of(const std::vector<GridEdge>& arrangement,
                                   const std::vector<Border>& borders) {
  return Trace(arrangement, borders).polygons();
}

}  // namespace jingwei
