#include "network/turns.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "network/arc_label.hpp"
#include "network/forbidden_ways.hpp"
#include "network/heap.hpp"

namespace jingwei {
namespace {

std::uint32_t turned_round(std::uint32_t label) {
  return label ^ 1U;
}

/// The direction in which a label leaves its start or comes to its end, in degrees anticlockwise from east.
class Bearings {
 public:
  explicit Bearings(const Edges& edges) : m_edges(edges) {}

  double at_start(std::uint32_t label) const {
    const std::size_t a = m_edges.first[edge_of(label)], b = m_edges.first[edge_of(label) + 1] - 1;
    return label % 2 == 0 ? bearing(a, a + 1) : bearing(b, b - 1);
  }
  double at_end(std::uint32_t label) const {
    const std::size_t a = m_edges.first[edge_of(label)], b = m_edges.first[edge_of(label) + 1] - 1;
    return label % 2 == 0 ? bearing(b - 1, b) : bearing(a + 1, a);
  }

 private:
  double bearing(std::size_t from, std::size_t to) const {
    const Point p = m_edges.vertices[from], q = m_edges.vertices[to];
    return std::atan2(q.y - p.y, q.x - p.x) * 180 / std::numbers::pi;
  }
  const Edges& m_edges;
};

/// Which labels come to and leave each node.
struct Incidence {
  Graph in, out;  ///< heads are labels, of which there may be more than nodes

  Incidence(const Edges& edges, std::span<const Cost> costs) {
    std::vector<Arc> to, from;
    for (std::uint32_t label = 0; label < costs.size(); ++label) {
      const std::uint32_t edge = edge_of(label);
      if (costs[label] == unreachable || edges.kind[edge] == EdgeKind::rail) continue;
      const bool forward = label % 2 == 0;
      from.push_back({forward ? edges.tail[edge] : edges.head[edge], label, 0});
      to.push_back({forward ? edges.head[edge] : edges.tail[edge], label, 0});
    }
    const std::size_t ids = std::max<std::size_t>(edges.nodes, costs.size());
    in = graph_of(ids, to);
    out = graph_of(ids, from);
  }

  /// How many edges meet at a node (a loop counts twice).
  std::size_t edges_at(std::uint32_t node) const {
    std::vector<std::uint32_t> ends;
    for (const auto& arc : out.out(node)) ends.push_back(arc.head);
    for (const auto& arc : in.out(node)) ends.push_back(turned_round(arc.head));
    std::sort(ends.begin(), ends.end());
    return static_cast<std::size_t>(std::unique(ends.begin(), ends.end()) - ends.begin());
  }
};

class TurnExpander {
 public:
  TurnExpander(const Edges& edges, std::span<const Cost> costs, const Turns& turns)
      : m_edges(edges),
        m_costs(costs),
        m_turns(turns),
        m_incidence(edges, costs),
        m_bearings(edges),
        m_ways(turns.forbidden),
        m_expanded(edges.nodes, 0) {}

  TurnStates expand() {
    mark_heeded();
    mark_u_turns();
    number_states();
    add_turns();
    return std::move(m_states);
  }

 private:
  std::uint32_t end_node(std::uint32_t label) const {
    return label % 2 == 0 ? m_edges.head[edge_of(label)] : m_edges.tail[edge_of(label)];
  }
  std::uint32_t start_node(std::uint32_t label) const { return end_node(turned_round(label)); }

  /// Nodes where it matters whence one comes, turning round aside.
  void mark_heeded() {
    for (const auto& way : m_turns.forbidden)
      for (std::size_t i = 0; i + 1 < way.size(); ++i) m_expanded[end_node(way[i])] = 1;
    for (std::uint32_t node = 0; node < m_edges.nodes; ++node) {
      if (closed(node) || delay(node) > 0) m_expanded[node] = 1;
      if (m_turns.penalties.by_angle() && m_incidence.edges_at(node) > 2) m_expanded[node] = 1;
    }
  }

  /// Nodes near those, by the time out and back along edges open both ways.
  void mark_u_turns() {
    const Cost u_turn = m_turns.penalties.u_turn;
    if (u_turn == 0) return;
    std::vector<Cost> near(m_edges.nodes, unreachable);
    CostHeap heap;
    const auto reach = [&](std::uint32_t node, Cost cost) {
      if (cost >= near[node]) return;
      near[node] = cost;
      heap.push(cost, node);
    };
    const auto each_neighbour = [&](std::uint32_t node, auto&& visit) {
      for (const auto& arc : m_incidence.out.out(node)) {
        const Cost back = m_costs[turned_round(arc.head)];
        if (back != unreachable) visit(end_node(arc.head), add_costs(m_costs[arc.head], back));
      }
    };
    for (std::uint32_t node = 0; node < m_edges.nodes; ++node) {
      if (!m_expanded[node]) continue;
      reach(node, 0);
      each_neighbour(node, [&](std::uint32_t next, Cost) { reach(next, 0); });
    }
    while (!heap.empty()) {
      const auto [cost, node] = heap.pop();
      if (cost != near[node]) continue;
      m_expanded[node] = 1;
      each_neighbour(node, [&, from = cost](std::uint32_t next, Cost way) {
        if (const Cost sum = add_costs(from, way); sum < u_turn) reach(next, sum);
      });
    }
  }

  bool closed(std::uint32_t node) const { return !m_turns.closed.empty() && m_turns.closed[node]; }
  Cost delay(std::uint32_t node) const { return m_turns.delay.empty() ? 0 : m_turns.delay[node]; }

  void number_states() {
    std::uint32_t next = m_edges.nodes;  // a node that is not expanded is its own state
    m_states.start.resize(m_costs.size());
    m_states.end.resize(m_costs.size());
    for (std::uint32_t label = 0; label < m_costs.size(); ++label) {
      const bool open = m_costs[label] != unreachable;
      const std::uint32_t from = start_node(label), to = end_node(label);
      m_states.start[label] = open && m_expanded[from] ? next++ : from;
      m_states.end[label] = open && m_expanded[to] ? next++ : to;
    }
    for (std::uint32_t state = 1; state < m_ways.size(); ++state) {
      if (m_ways.depth(state) < 2 || m_ways.forbidden(state)) continue;
      m_states.copies.push_back({m_ways.label(state), next, next + 1});
      m_history.push_back(state);
      next += 2;
    }
    m_states.states = next;
    m_copy_of.assign(m_ways.size(), no_copy);
    for (std::uint32_t copy = 0; copy < m_history.size(); ++copy) m_copy_of[m_history[copy]] = copy;
  }

  void add_turns() {
    m_states.entry.resize(m_edges.nodes);
    m_states.leave.resize(m_edges.nodes);
    for (std::uint32_t node = 0; node < m_edges.nodes; ++node) {
      m_states.entry[node] = m_states.leave[node] = node;
      if (!m_expanded[node]) continue;
      ++m_states.expanded_nodes;
      const std::size_t meeting = m_incidence.edges_at(node);
      for (const auto& arc : m_incidence.in.out(node))
        add_turns_from(node, meeting, arc.head, m_ways.step(ForbiddenWays::none, arc.head),
                       m_states.end[arc.head]);
      if (!m_turns.linked.empty() && m_turns.linked[node]) add_link(node);
    }
    for (std::uint32_t copy = 0; copy < m_history.size(); ++copy) {
      const auto& [label, start, end] = m_states.copies[copy];
      const std::uint32_t node = end_node(label);
      add_turns_from(node, m_incidence.edges_at(node), label, m_history[copy], end);
    }
    std::stable_sort(m_states.copies.begin(), m_states.copies.end(),
                     [](const auto& a, const auto& b) { return a.label < b.label; });
  }

  void add_turns_from(std::uint32_t node, std::size_t meeting, std::uint32_t from, std::uint32_t history,
                      std::uint32_t state) {
    for (const auto& arc : m_incidence.out.out(node)) {
      const std::uint32_t to = arc.head;
      const std::uint32_t next = m_ways.step(history, to);
      const Cost cost = turn_cost(node, meeting, from, to);
      if (cost == unreachable || m_ways.forbidden(next)) continue;
      const bool follows = m_ways.depth(next) >= 2;
      m_states.turns.push_back(
          {state, follows ? m_states.copies[m_copy_of[next]].start : m_states.start[to], cost});
    }
  }

  Cost turn_cost(std::uint32_t node, std::size_t meeting, std::uint32_t from, std::uint32_t to) const {
    if (to == turned_round(from)) return meeting > 1 ? m_turns.penalties.u_turn : 0;
    if (closed(node)) return unreachable;
    return add_costs(delay(node), meeting > 2 ? penalty(from, to) : 0);
  }

  Cost penalty(std::uint32_t from, std::uint32_t to) const {
    const TurnPenalties& penalties = m_turns.penalties;
    if (!penalties.by_angle()) return 0;
    const double left = std::remainder(m_bearings.at_start(to) - m_bearings.at_end(from), 360.0);
    if (std::abs(left) <= 45) return penalties.straight;
    if (left > 0) return left <= 135 ? penalties.left : penalties.sharp_left;
    return left >= -135 ? penalties.right : penalties.sharp_right;
  }

  /// Links come in to every label that starts here and go out from every one that ends here, but lead nobody
  /// past a turn.
  void add_link(std::uint32_t node) {
    m_states.entry[node] = m_states.states++;
    m_states.leave[node] = m_states.states++;
    for (const auto& arc : m_incidence.out.out(node))
      m_states.turns.push_back({m_states.entry[node], m_states.start[arc.head], 0});
    for (const auto& arc : m_incidence.in.out(node)) {
      m_states.turns.push_back({m_states.end[arc.head], m_states.leave[node], 0});
      for (std::uint32_t copy = 0; copy < m_history.size(); ++copy)
        if (m_states.copies[copy].label == arc.head)
          m_states.turns.push_back({m_states.copies[copy].end, m_states.leave[node], 0});
    }
  }

  static constexpr std::uint32_t no_copy = std::numeric_limits<std::uint32_t>::max();
  const Edges& m_edges;
  std::span<const Cost> m_costs;
  const Turns& m_turns;
  Incidence m_incidence;
  Bearings m_bearings;
  ForbiddenWays m_ways;
  std::vector<std::uint8_t> m_expanded;
  std::vector<std::uint32_t> m_history;  ///< of each copy: the beginning that led to it
  std::vector<std::uint32_t> m_copy_of;  ///< of each beginning
  TurnStates m_states;
};

}  // namespace

std::span<const TurnStates::Copy> TurnStates::copies_of(std::uint32_t label) const {
  const auto [from, to] = std::equal_range(copies.begin(), copies.end(), Copy{label, 0, 0},
                                           [](const Copy& a, const Copy& b) { return a.label < b.label; });
  return {from, to};
}

TurnStates expand_turns(const Edges& edges, std::span<const Cost> costs, const Turns& turns) {
  return TurnExpander(edges, costs, turns).expand();
}

}  // namespace jingwei
