#include "geometry/strips.hpp"

#include <algorithm>
#include <map>

#include "base/parallel.hpp"
#include "geometry/edge_order.hpp"

namespace jingwei {
namespace {

/// How the winding changes where a line is followed upwards.
struct Step {
  std::int64_t y;
  std::int32_t rise;
};

/// The edges between two lines, and where they reach these.
struct Strip {
  std::vector<GridEdge> edges;
  std::vector<Step> left;
  std::vector<Step> right;
};

/// The cell nearest to where an edge crosses a line, halves upwards.
Cell crossing(const GridEdge& edge, std::int64_t x) {
  __extension__ using Wide = __int128;
  const Wide run = edge.high.x - edge.low.x;
  const Wide twice = 2 * Wide(x - edge.low.x) * (edge.high.y - edge.low.y) + run;
  const Wide whole = twice / (2 * run) - (twice % (2 * run) < 0 ? 1 : 0);
  return {x, edge.low.y + static_cast<std::int64_t>(whole)};
}

void cut(const GridEdge& edge, std::span<const std::int64_t> lines, std::vector<Strip>& strips) {
  // An upright edge on a line changes nothing beside it.
  auto s = static_cast<std::size_t>(std::ranges::upper_bound(lines, edge.low.x) - lines.begin());
  const bool from_line = s > 0 && lines[s - 1] == edge.low.x;
  if (from_line && edge.high.x == edge.low.x) return;
  if (from_line) strips[s].left.push_back({edge.low.y, edge.rise[0]});
  Cell from = edge.low;
  for (; s < lines.size() && lines[s] < edge.high.x; ++s) {
    const Cell to = crossing(edge, lines[s]);
    strips[s].edges.push_back({from, to, edge.rise});
    strips[s].right.push_back({to.y, edge.rise[0]});
    strips[s + 1].left.push_back({to.y, edge.rise[0]});
    from = to;
  }
  strips[s].edges.push_back({from, edge.high, edge.rise});
  if (s < lines.size() && lines[s] == edge.high.x) strips[s].right.push_back({edge.high.y, edge.rise[0]});
}

/// Closes a strip along a line, so that nothing winds around a place beyond it; `inwards` is 1 where the
/// strip lies on the left of the line, -1 on its right.
void close(std::int64_t x, std::vector<Step>& steps, std::int32_t inwards, std::vector<GridEdge>& edges) {
  std::ranges::sort(steps, {}, &Step::y);
  std::int32_t winding = 0;
  for (std::size_t i = 0; i + 1 < steps.size(); ++i) {
    winding += steps[i].rise;
    if (winding != 0 && steps[i].y < steps[i + 1].y)
      edges.push_back({{x, steps[i].y}, {x, steps[i + 1].y}, {inwards * winding, 0}});
  }
}

bool inside_first(const Winding& winding) {
  return winding[0] > 0;
}

/// The borders of a strip in the order of (low, slope), each with a rise of 1 towards what is kept, and the
/// place among them of the next one below the lower end of each.
struct StripBorders {
  std::vector<GridEdge> edges;
  std::vector<std::uint32_t> beneath;
};

StripBorders borders_in(std::vector<GridEdge> edges, double scale) {
  const Bordered found = bordered(near_each_other(std::move(edges)), inside_first, scale);
  StripBorders borders;
  borders.edges.reserve(found.borders.size());
  borders.beneath.reserve(found.borders.size());
  std::vector<std::uint32_t> place(found.edges.size(), no_edge);
  for (const Border& border : found.borders) {
    place[border.edge] = static_cast<std::uint32_t>(borders.edges.size());
    const GridEdge& edge = found.edges[border.edge];
    borders.edges.push_back({edge.low, edge.high, {border.inside == Border::Inside::above ? 1 : -1, 0}});
    borders.beneath.push_back(border.beneath == no_edge ? no_edge : place[border.beneath]);
  }
  return borders;
}

bool upright(const GridEdge& edge) {
  return edge.low.x == edge.high.x;
}

/// What borders along a line on one side alone, cut wherever something ends on the line; upwards.
std::vector<GridEdge> joined_along(std::int64_t x, const StripBorders& left, const StripBorders& right) {
  std::map<std::int64_t, std::int32_t> changes;
  for (const StripBorders* side : {&left, &right})
    for (const GridEdge& edge : side->edges) {
      const std::int32_t along = edge.low.x == x && edge.high.x == x ? edge.rise[0] : 0;
      if (edge.low.x == x) changes[edge.low.y] += along;
      if (edge.high.x == x) changes[edge.high.y] -= along;
    }
  std::vector<GridEdge> joined;
  std::int32_t rise = 0;
  for (auto at = changes.begin(); at != changes.end() && std::next(at) != changes.end(); ++at) {
    rise += at->second;
    if (rise != 0) joined.push_back({{x, at->first}, {x, std::next(at)->first}, {rise, 0}});
  }
  return joined;
}

/// All borders in the order of (low, slope): those of each strip without what lay along its lines, and before
/// the ones that begin further to the right than its left line what is left along that.
class Joined {
 public:
  Joined(std::span<const std::int64_t> lines, std::span<const StripBorders> strips, Context& context)
      : m_lines(lines), m_strips(strips), m_along(strips.size()), m_kept(strips.size()) {
    for_each_strip(context, [&](std::size_t s) {
      if (s > 0) m_along[s] = joined_along(lines[s - 1], strips[s - 1], strips[s]);
      m_kept[s] = m_along[s].size() + static_cast<std::size_t>(std::ranges::count_if(
                                          strips[s].edges, [&](auto& edge) { return stays(s, edge); }));
    });
    std::vector<std::size_t> first(strips.size(), 0);
    for (std::size_t s = 1; s < strips.size(); ++s) first[s] = first[s - 1] + m_kept[s - 1];
    m_all.edges.resize(first.back() + m_kept.back());
    m_all.borders.resize(m_all.edges.size());
    for_each_strip(context, [&](std::size_t s) { fill(s, first[s]); });
  }

  Bordered borders() && { return std::move(m_all); }

 private:
  template <class Body>
  void for_each_strip(Context& context, const Body& body) {
    parallel_for(
        m_strips.size(), context,
        [&](std::size_t begin, std::size_t end) {
          for (std::size_t s = begin; s < end; ++s) body(s);
        },
        1);
  }

  bool on_left_line(std::size_t s, const GridEdge& edge) const {
    return s > 0 && edge.low.x == m_lines[s - 1];
  }
  bool stays(std::size_t s, const GridEdge& edge) const {
    return !upright(edge) || !(on_left_line(s, edge) || (s < m_lines.size() && edge.low.x == m_lines[s]));
  }

  void fill(std::size_t s, std::size_t at) {
    const auto& [edges, beneath] = m_strips[s];
    std::vector<std::uint32_t> place(edges.size(), no_edge);
    const auto put = [&](const GridEdge& edge, std::uint32_t below) {
      m_all.edges[at] = edge;
      m_all.borders[at] = {static_cast<std::uint32_t>(at),
                           edge.rise[0] > 0 ? Border::Inside::above : Border::Inside::below, below};
      return static_cast<std::uint32_t>(at++);
    };
    // On the line itself what lies beneath is what began there just before: nothing passes it.
    std::uint32_t last_on_line = no_edge;
    auto along = m_along[s].begin();
    for (std::size_t e = 0; e < edges.size(); ++e) {
      if (!stays(s, edges[e])) continue;
      const bool begins = on_left_line(s, edges[e]);
      for (; along != m_along[s].end() && (!begins || along->low < edges[e].low); ++along)
        put(*along, no_edge);
      const std::uint32_t below = begins ? last_on_line : beneath[e] == no_edge ? no_edge : place[beneath[e]];
      place[e] = put(edges[e], below);
      if (begins) last_on_line = place[e];
    }
    for (; along != m_along[s].end(); ++along) put(*along, no_edge);
  }

  std::span<const std::int64_t> m_lines;
  std::span<const StripBorders> m_strips;
  std::vector<std::vector<GridEdge>> m_along;  // each strip's left line
  std::vector<std::size_t> m_kept;
  Bordered m_all;
};

/// The part of a strip that every share of the edges has.
Strip gathered(std::vector<std::vector<Strip>>& shares, std::size_t s) {
  std::size_t edges = 0;
  for (const std::vector<Strip>& share : shares) edges += share[s].edges.size();
  Strip whole;
  whole.edges.reserve(edges + edges / 8);
  for (std::vector<Strip>& share : shares) {
    const Strip part = std::move(share[s]);
    whole.edges.insert(whole.edges.end(), part.edges.begin(), part.edges.end());
    whole.left.insert(whole.left.end(), part.left.begin(), part.left.end());
    whole.right.insert(whole.right.end(), part.right.begin(), part.right.end());
  }
  return whole;
}

}  // namespace

std::vector<std::int64_t> strip_lines(std::span<const GridEdge> edges, std::size_t strips) {
  std::vector<std::int64_t> places;
  places.reserve(edges.size());
  for (const GridEdge& edge : edges) places.push_back(edge.low.x);
  std::vector<std::int64_t> lines;
  auto from = places.begin();
  for (std::size_t s = 1; s < strips; ++s) {
    const auto at = places.begin() + static_cast<std::ptrdiff_t>(s * places.size() / strips);
    std::nth_element(from, at, places.end());
    if (lines.empty() || lines.back() < *at) lines.push_back(*at);
    from = at;
  }
  return lines;
}

Bordered bordered_by_strips(std::span<std::vector<GridEdge>> shares, std::span<const std::int64_t> lines,
                            double scale, Context& context) {
  std::vector<std::vector<Strip>> cuts(shares.size());
  parallel_for(
      shares.size(), context,
      [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
          cuts[i].resize(lines.size() + 1);
          const std::vector<GridEdge> edges = std::move(shares[i]);
          for (const GridEdge& edge : edges) cut(edge, lines, cuts[i]);
        }
      },
      1);
  std::vector<StripBorders> borders(lines.size() + 1);
  parallel_for(
      borders.size(), context,
      [&](std::size_t begin, std::size_t end) {
        for (std::size_t s = begin; s < end; ++s) {
          Strip strip = gathered(cuts, s);
          if (s > 0) close(lines[s - 1], strip.left, -1, strip.edges);
          if (s < lines.size()) close(lines[s], strip.right, 1, strip.edges);
          borders[s] = borders_in(std::move(strip.edges), scale);
        }
      },
      1);
  return Joined(lines, borders, context).borders();
}

}  // namespace jingwei
