#include "network/junctions.hpp"

#include <array>
#include <utility>

#include "network/centrality.hpp"

namespace jingwei {
namespace {

constexpr std::uint32_t none = Junctions::none;

/// An arc of the network's graph.
struct GraphArc {
  std::uint32_t number, tail, head, label;
};

template <class Visit>
void for_each_arc(const Graph& graph, Visit&& visit) {
  for (std::uint32_t tail = 0; tail < graph.nodes(); ++tail)
    for (std::uint32_t arc = graph.first[tail]; arc < graph.first[tail + 1]; ++arc)
      visit(GraphArc{arc, tail, graph.targets[arc].head, graph.labels[arc]});
}

/// Of each state the node of the edges where it is; none: a station's.
std::vector<std::uint32_t> nodes_of_states(const NetworkData& data) {
  std::vector<std::uint32_t> node(data.graph.nodes(), none);
  for_each_arc(data.graph, [&](const GraphArc& arc) {
    if (!is_edge(arc.label)) return;
    const std::uint32_t tail = data.edges.tail[edge_of(arc.label)],
                        head = data.edges.head[edge_of(arc.label)];
    node[arc.tail] = runs_forward(arc.label) ? tail : head;
    node[arc.head] = runs_forward(arc.label) ? head : tail;
  });
  // Where links come in and go out of expanded nodes, only turns lead on.
  for_each_arc(data.graph, [&](const GraphArc& arc) {
    if (arc.label != no_label) return;
    if (node[arc.tail] == none) node[arc.tail] = node[arc.head];
    if (node[arc.head] == none) node[arc.head] = node[arc.tail];
  });
  return node;
}

class JunctionBuilder {
 public:
  explicit JunctionBuilder(const NetworkData& data) : m_data(data), m_node(nodes_of_states(data)) {}

  Junctions build() {
    number();
    add_arcs();
    name_accesses();
    return std::move(m_junctions);
  }

 private:
  /// Junctions in the order of the nodes, then stations in that of their states.
  void number() {
    m_junctions.of_node.assign(m_data.edges.nodes, none);
    for (const std::uint32_t node : m_node)
      if (node != none) m_junctions.of_node[node] = 0;
    std::uint32_t next = 0;
    for (std::uint32_t& junction : m_junctions.of_node)
      if (junction != none) junction = next++;
    m_junctions.places.resize(next);
    for (std::size_t edge = 0; edge < m_data.edges.size(); ++edge) {
      place(m_data.edges.tail[edge], m_data.edges.vertices[m_data.edges.first[edge]]);
      place(m_data.edges.head[edge], m_data.edges.vertices[m_data.edges.first[edge + 1] - 1]);
    }
    m_junctions.first_station = next;
    for (std::uint32_t& node : m_node) node = node == none ? next++ : m_junctions.of_node[node];
    m_junctions.access.assign(next, none);
  }

  void place(std::uint32_t node, Point point) {
    if (m_junctions.of_node[node] != none) m_junctions.places[m_junctions.of_node[node]] = point;
  }

  /// Each label once, though copies of it tell histories apart.
  void add_arcs() {
    std::vector<std::uint8_t> seen(2 * m_data.edges.size(), 0);
    std::vector<Arc> arcs;
    std::vector<std::uint32_t> lengths;
    for_each_arc(m_data.graph, [&](const GraphArc& arc) {
      if (arc.label == no_label || (is_edge(arc.label) && std::exchange(seen[arc.label], 1) != 0)) return;
      arcs.push_back({m_node[arc.tail], m_node[arc.head], m_data.graph.targets[arc.number].cost, arc.label});
      lengths.push_back(m_data.arc_lengths_mm[arc.number]);
    });
    const std::size_t nodes = m_junctions.access.size();
    m_junctions.graph = graph_of(nodes, arcs);
    // Their lengths in the same order: graph_of keeps that of one node's arcs.
    std::vector<std::uint32_t> next(m_junctions.graph.first.begin(), m_junctions.graph.first.end() - 1);
    m_junctions.lengths_mm.resize(arcs.size());
    for (std::size_t arc = 0; arc < arcs.size(); ++arc)
      m_junctions.lengths_mm[next[arcs[arc].tail]++] = lengths[arc];
  }

  /// Stations, and the interchanges of expressways; a station lies where its first link leads: boarding comes
  /// before streets.
  void name_accesses() {
    m_junctions.places.resize(m_junctions.access.size());
    std::vector<std::uint8_t> on_expressway(m_junctions.access.size(), 0);
    for (std::uint32_t edge = 0; edge < m_data.edges.size(); ++edge)
      if (m_data.edges.kind[edge] == EdgeKind::expressway)
        for (const std::uint32_t node : {m_data.edges.tail[edge], m_data.edges.head[edge]})
          if (m_junctions.of_node[node] != none) on_expressway[m_junctions.of_node[node]] = 1;
    for_each_arc(m_junctions.graph, [&](const GraphArc& arc) {
      if (!is_link(arc.label) || m_junctions.access[arc.tail] != none) return;
      const Link& link = m_data.links[link_of(arc.label)];
      const bool station = arc.tail >= m_junctions.first_station;
      if (station ? arc.head >= m_junctions.first_station : on_expressway[arc.tail] == 0) return;
      m_junctions.access[arc.tail] = link.access;
      if (station) m_junctions.places[arc.tail] = m_junctions.places[arc.head];
    });
  }

  const NetworkData& m_data;
  std::vector<std::uint32_t> m_node;  // of each state: its node, then its junction
  Junctions m_junctions;
};

}  // namespace

Junctions junctions_of(const NetworkData& data) {
  return JunctionBuilder(data).build();
}

JunctionWeakPoints weak_points_of(const NetworkData& data, const Junctions& junctions) {
  std::vector<std::uint32_t> tails, heads, edges;
  for (std::uint32_t edge = 0; edge < data.edges.size(); ++edge) {
    if (data.forward[edge] == unreachable && data.backward[edge] == unreachable) continue;
    tails.push_back(junctions.of_node[data.edges.tail[edge]]);
    heads.push_back(junctions.of_node[data.edges.head[edge]]);
    edges.push_back(edge);
  }
  for_each_arc(junctions.graph, [&](const GraphArc& arc) {
    if (is_link(arc.label)) tails.push_back(arc.tail), heads.push_back(arc.head);
  });
  WeakPoints weak = weak_points(junctions.graph.nodes(), tails, heads);
  JunctionWeakPoints result{std::vector<std::uint8_t>(data.edges.size(), 0), std::move(weak.is_articulation)};
  for (std::size_t i = 0; i < edges.size(); ++i) result.is_bridge[edges[i]] = weak.is_bridge[i];
  return result;
}

}  // namespace jingwei
