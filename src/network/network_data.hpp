#pragma once
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "network/arc_label.hpp"
#include "network/components.hpp"
#include "network/dijkstra.hpp"
#include "network/edge_index.hpp"
#include "network/edges.hpp"
#include "network/network.hpp"
#include "network/node_order.hpp"
#include "network/source_lines.hpp"
#include "network/sweep.hpp"
#include "network/turns.hpp"
#include "network/workspace_pool.hpp"

namespace jingwei {

/// What costs between places are asked of. Not moved: each part refers to the one before.
struct CostSweeps {
  Hierarchy hierarchy;
  Metric metric;
  Sweeps sweeps;
  CostSweeps(const Graph& graph, std::span<const std::uint32_t> order, Context& context)
      : hierarchy(graph, order, context), metric(hierarchy, arc_costs(graph), context), sweeps(metric) {}
};

/// A network as built. The arcs of lines are labelled with their edges, those of turns bear no label, all
/// others those of links (arc_label.hpp). The nodes of the graph are the states of turns.hpp: the arc of a
/// label runs from states.start to states.end, and so do those of its copies; without turns these are the
/// nodes where its edge begins and ends.
struct NetworkData {
  std::string name;
  std::string mode;  ///< of its profile
  Crs crs;
  Length snap_limit;
  NetworkReport report;
  Edges edges;
  std::vector<Link> links;          ///< what arcs are that lie on no line
  std::vector<Text> line_names;     ///< of the trunk lines that edges and links number
  std::vector<Text> access_names;   ///< of stations, then interchanges, that links number
  std::vector<LineOrigin> origins;  ///< of each line that edges are pieces of
  TextPool classes;
  std::vector<Text> street_names;  ///< that origins number; the first is empty, for streets without a name
  std::vector<Cost> forward, backward;  ///< of each edge; unreachable: closed
  TurnStates states;                    ///< its turns are in the graph
  Graph graph;
  Graph reverse;
  std::vector<std::uint32_t> arc_lengths_mm;  ///< of the graph's arcs, along the true shape
  std::unique_ptr<EdgeIndex> streets;         ///< on the largest component
  mutable WorkspacePool<Search> searches;     ///< over the graph's nodes

  /// The whole cost of a label's edge; unreachable where it is closed.
  Cost cost(std::uint32_t label) const { return (runs_forward(label) ? forward : backward)[edge_of(label)]; }
  /// What an edge's trunk line or street is called; empty where the street has no name.
  const Text& name_of(std::uint32_t edge) const {
    return is_trunk(edges.kind[edge]) ? line_names[edges.trunk[edge]]
                                      : street_names[origins[edges.line[edge]].name];
  }
  /// The class of an edge's street; of a trunk line rail or expressway.
  const std::string& class_of(std::uint32_t edge) const {
    return classes[origins[edges.line[edge]].road_class];
  }
  /// Made when they are first asked for: reached parts and ways do without.
  const CostSweeps& costs(Context& context) const {
    std::call_once(m_costs_made,
                   [&] { m_costs = std::make_unique<const CostSweeps>(graph, order(), context); });
    return *m_costs;
  }
  /// In which the graph's nodes are contracted.
  const std::vector<std::uint32_t>& order() const {
    std::call_once(m_order_made, [&] {
      if (m_order.empty()) m_order = nested_dissection(graph);
    });
    return m_order;
  }
  /// \pre it was not asked for yet
  void set_order(std::vector<std::uint32_t> order) { m_order = std::move(order); }

 private:
  mutable std::once_flag m_costs_made, m_order_made;
  mutable std::vector<std::uint32_t> m_order;
  mutable std::unique_ptr<const CostSweeps> m_costs;
};

/// Fills `data`, which must stay where it is (its index refers to its edges).
void build_network(const NetworkSources& sources, const Profile& profile, double grid_size, NetworkData& data,
                   std::vector<Issue>& issues, Context& context);

/// What functions of this room that have headers of their own work on.
const NetworkData& data_of(const Network& network);

/// The longest edge or link, whose length fits into 32 bits of millimetres.
inline constexpr double longest_edge_m = 4'000'000;

/// What is made of the rest of the data: the graph turned round, lengths of arcs, the index of the streets
/// that connect. Streets that do not are an issue.
void complete_network(NetworkData& data, std::vector<Issue>& issues);

/// Whether a place on an edge can be left for the rest of a component, and reached from there.
bool connects(const NetworkData& data, std::uint32_t edge, const Components& components,
              std::uint32_t component);
/// Where a search from (or, reversed, to) a place starts: the ends of its edge that may be driven to. To a
/// place on the middle of a forbidden way several states lead.
void add_seeds(const NetworkData& data, const NetworkPlace& place, Network::Direction direction,
               std::vector<Seed>& seeds);
/// From one place to another on the same edge, without leaving it.
Cost along_edge(const NetworkData& data, const NetworkPlace& from, const NetworkPlace& to);

/// The parts reached from (or that reach) the places, as paths in the order of the edges.
std::vector<Path> reached_paths(const NetworkData& data, std::span<const NetworkPlace> places, Cost limit,
                                Network::Direction direction);

}  // namespace jingwei
