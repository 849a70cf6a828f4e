#include "network/trunk_system.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/parallel.hpp"
#include "network/centrality.hpp"
#include "network/junctions.hpp"

namespace jingwei {
namespace {

using Stretch = TrunkSystem::Stretch;

/// Costs between all of some nodes.
struct CostTable {
  std::size_t nodes = 0;
  std::vector<Cost> costs;
  Cost at(std::size_t from, std::size_t to) const { return costs[from * nodes + to]; }
};

class TrunkSystemOf {
 public:
  TrunkSystemOf(const NetworkData& data, std::span<const NetworkPlace> places, Context& context)
      : m_data(data),
        m_context(context),
        m_junctions(junctions_of(data)),
        m_hierarchy(m_junctions.graph, context),
        m_costs(arc_costs(m_junctions.graph)),
        m_intact(m_hierarchy, m_costs, context) {
    for (const NetworkPlace& place : places)
      if (place.snapped()) m_places.push_back(m_junctions.nearer(data, place));
    for (std::uint32_t arc = 0; arc < m_junctions.graph.arcs(); ++arc)
      if (const std::uint32_t label = m_junctions.graph.labels[arc]; is_edge(label))
        m_arcs[edge_of(label)].push_back(arc);
  }

  TrunkSystem run() {
    measure_pairs();
    write_stretches();
    find_betweenness();
    break_each();
    return std::move(m_system);
  }

 private:
  /// Costs between the nodes.
  static CostTable table_of(const Metric& metric, std::span<const std::uint32_t> nodes, Context& context) {
    SeedLists lists;
    for (const std::uint32_t node : nodes) {
      const Seed seed{node, 0};
      lists.append(std::span(&seed, 1));
    }
    CostTable table{nodes.size(), std::vector<Cost>(nodes.size() * nodes.size())};
    Sweeps(metric).to_targets(lists, SweepTargets(metric, lists, CostDirection::from_source), unreachable - 1,
                              context, [&](std::size_t i, std::span<Cost> row) {
                                std::ranges::copy(
                                    row, table.costs.begin() + static_cast<std::ptrdiff_t>(i * table.nodes));
                              });
    return table;
  }

  /// Σ 1/minutes over the pairs, and how many of them have a way.
  struct Sum {
    double inverse_minutes = 0;
    std::size_t connected = 0;
  };
  template <class Visit>
  void for_each_pair(Visit&& visit) const {
    for (std::size_t i = 0; i < m_places.size(); ++i)
      for (std::size_t j = 0; j < m_places.size(); ++j)
        if (m_places[i] != m_places[j]) visit(i, j);
  }
  Sum sum_of(const CostTable& table) const {
    Sum sum;
    for_each_pair([&](std::size_t i, std::size_t j) {
      if (table.at(i, j) == unreachable) return;
      sum.inverse_minutes += 1 / to_minutes(std::max<Cost>(table.at(i, j), 1));
      ++sum.connected;
    });
    return sum;
  }

  void measure_pairs() {
    m_whole = sum_of(table_of(m_intact, m_places, m_context));
    for_each_pair([&](std::size_t, std::size_t) { ++m_system.pairs; });
    m_system.places = m_places.size();
    m_system.connected = m_whole.connected;
    if (m_system.pairs > 0)
      m_system.efficiency = m_whole.inverse_minutes / static_cast<double>(m_system.pairs);
  }

  /// The station where one gets off at a node of a railway; elsewhere the node itself.
  std::uint32_t access_at(std::uint32_t node) const {
    const Graph& graph = m_junctions.graph;
    const std::uint32_t junction = m_junctions.of_node[node];
    for (std::uint32_t arc = graph.first[junction]; arc < graph.first[junction + 1]; ++arc)
      if (is_link(graph.labels[arc]) && m_data.links[link_of(graph.labels[arc])].kind == LinkKind::alight)
        return graph.targets[arc].head;
    return junction;
  }
  Text name_of(std::uint32_t junction) const {
    const std::uint32_t access = m_junctions.access[junction];
    return access == Junctions::none ? Text{} : m_data.access_names[access];
  }

  void write_stretches() {
    const std::vector<std::uint8_t> bridges = weak_points_of(m_data, m_junctions).is_bridge;
    const Edges& edges = m_data.edges;
    for (std::uint32_t edge = 0; edge < edges.size(); ++edge) {
      const Cost time = std::min(m_data.forward[edge], m_data.backward[edge]);
      if (edges.kind[edge] == EdgeKind::street || time == unreachable) continue;
      Stretch stretch;
      stretch.edge = edge;
      stretch.kind = edges.kind[edge];
      if (stretch.kind != EdgeKind::motorway) stretch.line = m_data.line_names[edges.trunk[edge]];
      stretch.from = name_of(access_at(edges.tail[edge]));
      stretch.to = name_of(access_at(edges.head[edge]));
      stretch.length_m = edges.length_m(edge);
      stretch.time_min = to_minutes(time);
      stretch.is_bridge = bridges[edge] != 0;
      stretch.path = edges.part(edge, 0, stretch.length_m);
      m_system.stretches.push_back(std::move(stretch));
    }
  }

  void find_betweenness() {
    const std::size_t nodes = m_junctions.graph.nodes();
    std::vector<std::uint8_t> is_place(nodes, 0);
    std::vector<double> demand(nodes, 0);
    for (const std::uint32_t node : m_places) is_place[node] = 1, demand[node] += 1;
    const std::vector<double> arcs =
        centralities(m_junctions.graph, {m_junctions.lengths_mm, m_junctions.places, is_place}, demand,
                     unreachable, m_context)
            .arcs;
    for (Stretch& stretch : m_system.stretches)
      for (const std::uint32_t arc : m_arcs.at(stretch.edge)) stretch.betweenness += arcs[arc];
  }

  /// The system without each stretch in turn, both its directions; several at a time, each on one thread.
  void break_each() {
    m_context.begin({"断开每段干线", "breaking each stretch"}, m_system.stretches.size());
    parallel_for(
        m_system.stretches.size(), m_context,
        [&](std::size_t begin, std::size_t end) {
          Context alone = m_context;
          alone.set_threads(1);
          for (std::size_t i = begin; i < end; ++i) break_one(m_system.stretches[i], alone);
          m_context.advance(end - begin);
        },
        1);
    m_context.end();
  }

  void break_one(Stretch& stretch, Context& context) const {
    const std::uint32_t ends[] = {access_at(m_data.edges.tail[stretch.edge]),
                                  access_at(m_data.edges.head[stretch.edge])};
    const CostTable with = table_of(m_intact, ends, context);
    std::vector<Cost> costs = m_costs;
    for (const std::uint32_t arc : m_arcs.at(stretch.edge)) costs[arc] = unreachable;
    std::vector<std::uint32_t> nodes = m_places;
    nodes.insert(nodes.end(), std::begin(ends), std::end(ends));
    const CostTable without = table_of(Metric(m_hierarchy, costs, context), nodes, context);
    const Sum sum = sum_of(without);
    stretch.pairs_cut = m_whole.connected - sum.connected;
    if (m_whole.inverse_minutes > 0)
      stretch.efficiency_loss = std::max(0.0, 1 - sum.inverse_minutes / m_whole.inverse_minutes);
    stretch.detour = detour(with, without, m_places.size());
  }

  /// Of the directions that have a way with the stretch, the worse.
  static std::optional<double> detour(const CostTable& with, const CostTable& without, std::size_t first) {
    double worst = 1;
    for (const auto& [a, b] : {std::pair<std::size_t, std::size_t>{0, 1}, {1, 0}}) {
      if (with.at(a, b) == unreachable) continue;
      const Cost other = without.at(first + a, first + b);
      if (other == unreachable) return std::nullopt;
      worst =
          std::max(worst, static_cast<double>(std::max<Cost>(other, 1)) / std::max<Cost>(with.at(a, b), 1));
    }
    return worst;
  }

  const NetworkData& m_data;
  Context& m_context;
  Junctions m_junctions;
  Hierarchy m_hierarchy;
  std::vector<Cost> m_costs;
  Metric m_intact;
  std::vector<std::uint32_t> m_places;                                   // their junctions
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> m_arcs;  // of each edge
  Sum m_whole;
  TrunkSystem m_system;
};

}  // namespace

TrunkSystem trunk_system(const NetworkData& data, std::span<const NetworkPlace> places, Context& context) {
  return TrunkSystemOf(data, places, context).run();
}

}  // namespace jingwei
