#include "network/search_way.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace jingwei {
namespace {

/// A climb from some seeds: the positions on their root paths, ascending, with their costs and where these
/// come from.
struct Climb {
  static constexpr std::uint32_t from_seed = Hierarchy::none;
  struct Label {
    Cost cost = unreachable;
    std::uint32_t from = from_seed;  ///< index of the node below, or from_seed
    std::uint32_t seed = 0;
  };
  std::vector<std::uint32_t> positions;
  std::vector<Label> labels;

  Climb(const Hierarchy& hierarchy, const SweepArcs& arcs, std::span<const Seed> seeds) {
    for (const Seed& seed : seeds) {
      for (std::uint32_t at = hierarchy.position(seed.node); at != Hierarchy::none; at = hierarchy.parent(at))
        positions.push_back(at);
    }
    std::sort(positions.begin(), positions.end());
    positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
    labels.resize(positions.size());
    for (std::uint32_t i = 0; i < seeds.size(); ++i) {
      Label& label = labels[index(hierarchy.position(seeds[i].node))];
      if (seeds[i].cost < label.cost) label = {seeds[i].cost, from_seed, i};
    }
    std::vector<std::uint32_t> path(hierarchy.height(), Hierarchy::none);  // by depth: indices of those above
    for (auto i = static_cast<std::uint32_t>(positions.size()); i-- > 0;) {
      if (labels[i].cost == unreachable) continue;
      for (std::uint32_t at = i; path[hierarchy.depth(positions[at])] != at;) {
        path[hierarchy.depth(positions[at])] = at;
        const std::uint32_t parent = hierarchy.parent(positions[at]);
        if (parent != Hierarchy::none) at = static_cast<std::uint32_t>(index(parent));
      }
      for (const SweepArc& arc : arcs.of(positions[i])) {
        Label& upper = labels[path[arc.depth]];
        const Cost cost = add_costs(labels[i].cost, arc.cost);
        if (cost < upper.cost) upper = {cost, i, labels[i].seed};
      }
    }
  }

  std::size_t index(std::uint32_t position) const {
    return static_cast<std::size_t>(std::lower_bound(positions.begin(), positions.end(), position) -
                                    positions.begin());
  }
};

struct Meeting {
  Cost cost = unreachable;
  std::uint32_t source = 0, target = 0;  ///< indices in the two climbs
};

/// The highest node of a cheapest way, of several the one with the smallest position.
Meeting meet(const Climb& source, const Climb& target) {
  Meeting best;
  for (std::uint32_t i = 0, j = 0; i < source.positions.size() && j < target.positions.size();) {
    if (source.positions[i] != target.positions[j]) {
      ++(source.positions[i] < target.positions[j] ? i : j);
      continue;
    }
    const Cost cost = add_costs(source.labels[i].cost, target.labels[j].cost);
    if (cost < best.cost) best = {cost, i, j};
    ++i, ++j;
  }
  return best;
}

const SweepArc* find(std::span<const SweepArc> arcs, std::uint32_t depth) {
  const auto found = std::ranges::lower_bound(arcs, depth, {}, &SweepArc::depth);
  return found == arcs.end() || found->depth != depth ? nullptr : &*found;
}

}  // namespace

CheapestWays::CheapestWays(const Metric& metric, const Graph& graph, std::span<const Cost> costs)
    : m_metric(&metric), m_graph(&graph), m_costs(costs) {
  const Hierarchy& hierarchy = metric.hierarchy();
  assert(costs.size() == graph.arcs() && hierarchy.nodes() == graph.nodes());
  const auto nodes = static_cast<std::uint32_t>(graph.nodes());
  const auto each = [&](const auto& visit) {
    RootPath path(hierarchy);
    for (std::uint32_t position = 0; position < nodes; ++position) {
      path.move_to(position);
      const auto down = metric.down().of(position);
      auto next = down.begin();  // both lists ascend by depth; an arc both ways counts once
      for (const SweepArc& up : metric.up().of(position)) {
        for (; next != down.end() && next->depth < up.depth; ++next) visit(path[next->depth], position);
        if (next != down.end() && next->depth == up.depth) ++next;
        visit(path[up.depth], position);
      }
      for (; next != down.end(); ++next) visit(path[next->depth], position);
    }
  };
  m_first_below.assign(nodes + 2, 0);  // shifted by one more, to fill in place
  each([&](std::uint32_t upper, std::uint32_t) { ++m_first_below[upper + 2]; });
  std::partial_sum(m_first_below.begin(), m_first_below.end(), m_first_below.begin());
  m_below.resize(m_first_below.back());
  each([&](std::uint32_t upper, std::uint32_t lower) { m_below[m_first_below[upper + 1]++] = lower; });
  m_first_below.pop_back();
}

Cost CheapestWays::cost(std::span<const Seed> source, std::span<const Seed> target, Cost limit) const {
  const Hierarchy& hierarchy = m_metric->hierarchy();
  const Cost cost =
      meet(Climb(hierarchy, m_metric->up(), source), Climb(hierarchy, m_metric->down(), target)).cost;
  return cost <= limit ? cost : unreachable;
}

std::optional<CheapestWay> CheapestWays::way(std::span<const Seed> source, std::span<const Seed> target,
                                             Cost limit) const {
  const Hierarchy& hierarchy = m_metric->hierarchy();
  const Climb from(hierarchy, m_metric->up(), source), to(hierarchy, m_metric->down(), target);
  const Meeting top = meet(from, to);
  if (top.cost == unreachable || top.cost > limit) return std::nullopt;
  CheapestWay way;
  way.cost = top.cost;
  way.source_seed = from.labels[top.source].seed;
  way.target_seed = to.labels[top.target].seed;
  std::vector<Leg> legs;
  for (std::uint32_t at = top.source; from.labels[at].from != Climb::from_seed; at = from.labels[at].from) {
    const std::uint32_t below = from.labels[at].from;
    legs.push_back(
        {from.positions[below], from.positions[at], from.labels[at].cost - from.labels[below].cost});
  }
  std::reverse(legs.begin(), legs.end());
  for (std::uint32_t at = top.target; to.labels[at].from != Climb::from_seed; at = to.labels[at].from) {
    const std::uint32_t below = to.labels[at].from;
    legs.push_back({to.positions[at], to.positions[below], to.labels[at].cost - to.labels[below].cost});
  }
  for (const Leg& leg : legs) take_apart(leg, way.arcs);
  cut_detours(source[way.source_seed].node, way.arcs);
  return way;
}

/// Takes out what comes back to the same node, as a way over arcs without cost may.
void CheapestWays::cut_detours(std::uint32_t start, std::vector<std::uint32_t>& arcs) const {
  std::vector<std::uint32_t> by_head(arcs.size());  // places in the way by the node reached, then along it
  std::iota(by_head.begin(), by_head.end(), 0U);
  const auto head = [&](std::uint32_t i) { return m_graph->targets[arcs[i]].head; };
  std::ranges::stable_sort(by_head, {}, head);
  const auto last_at = [&](std::uint32_t node) {
    const auto behind = std::ranges::upper_bound(by_head, node, {}, head);
    return behind == by_head.begin() || head(*(behind - 1)) != node ? std::optional<std::uint32_t>()
                                                                    : *(behind - 1);
  };
  std::vector<std::uint32_t> kept;
  const auto back_at_start = last_at(start);
  for (std::uint32_t i = back_at_start ? *back_at_start + 1 : 0; i < arcs.size(); ++i) {
    kept.push_back(arcs[i]);
    i = *last_at(head(i));
  }
  arcs = std::move(kept);
}

/// The arcs of the graph that an arc of the hierarchy stands for, in their order.
void CheapestWays::take_apart(const Leg& whole, std::vector<std::uint32_t>& arcs) const {
  const SweepArcs &up = m_metric->up(), &down = m_metric->down();
  const Hierarchy& hierarchy = m_metric->hierarchy();
  std::vector<Leg> open{whole};
  while (!open.empty()) {
    const Leg leg = open.back();
    open.pop_back();
    if (const auto arc = graph_arc(leg)) {
      arcs.push_back(*arc);
      continue;
    }
    const std::uint32_t below = middle(leg);
    open.push_back({below, leg.to, find(up.of(below), hierarchy.depth(leg.to))->cost});
    open.push_back({leg.from, below, find(down.of(below), hierarchy.depth(leg.from))->cost});
  }
}

/// The first arc of the graph between the two nodes that costs as much.
std::optional<std::uint32_t> CheapestWays::graph_arc(const Leg& leg) const {
  const Hierarchy& hierarchy = m_metric->hierarchy();
  const std::uint32_t tail = hierarchy.node(leg.from), head = hierarchy.node(leg.to);
  for (std::uint32_t arc = m_graph->first[tail]; arc < m_graph->first[tail + 1]; ++arc)
    if (m_graph->targets[arc].head == head && m_costs[arc] == leg.cost) return arc;
  return std::nullopt;
}

/// The node below both over which the way is as cheap; of several that with the greatest position. That is
/// the one contracted first (in descending positions), so no node lies on both halves: else the way without
/// the detour would lead over nodes contracted before it at no higher cost.
std::uint32_t CheapestWays::middle(const Leg& leg) const {
  const Hierarchy& hierarchy = m_metric->hierarchy();
  const std::uint32_t lower = std::max(leg.from, leg.to);
  const std::uint32_t from_depth = hierarchy.depth(leg.from), to_depth = hierarchy.depth(leg.to);
  for (std::uint32_t i = m_first_below[lower + 1]; i-- > m_first_below[lower];) {
    const SweepArc* in = find(m_metric->down().of(m_below[i]), from_depth);
    const SweepArc* out = find(m_metric->up().of(m_below[i]), to_depth);
    if (in && out && add_costs(in->cost, out->cost) == leg.cost) return m_below[i];
  }
  assert(false);  // an arc stays in a metric only where the graph or lower arcs bear it out
  return Hierarchy::none;
}

}  // namespace jingwei
