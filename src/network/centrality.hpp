#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/context.hpp"
#include "geometry/envelope.hpp"
#include "network/graph.hpp"

namespace jingwei {

/// What a node is to the others of a graph. Costs count in minutes; an arc of no cost counts 1 ms, so that
/// ways have an order.
struct NodeCentrality {
  std::uint32_t reached = 0;  ///< other nodes within the radius
  double closeness = 0;     ///< r/(n−1) · r/Σc over the r nodes reached (Wasserman & Faust 1994); 0: none
  double harmonic = 0;      ///< Σ 1/c over the nodes reached
  double straightness = 0;  ///< mean of straight distance / length of the fastest, then shortest way, over
                            ///< the nodes reached (Crucitti, Latora & Porta 2006); without length it counts 1
  double betweenness = 0;  ///< Σ over pairs s, t ≠ v of w_s·w_t · the share of their fastest ways through v
};

struct Centralities {
  std::vector<NodeCentrality> nodes;
  std::vector<double>
      arcs;           ///< betweenness of the graph's arcs: all pairs, those that begin or end there too
  double demand = 0;  ///< Σ w_s·w_t over the pairs within the radius: what betweenness is a part of
};

/// What ways are measured by: arcs' lengths, and where nodes lie. One an arc, one a node; metres.
struct WayMeasures {
  std::span<const std::uint32_t> lengths_mm;
  std::span<const Point> places;
  std::span<const std::uint8_t> ends = {};  ///< one a node, 1: ways begin and end there; empty: everywhere
};

/// Closeness, straightness and harmonic centrality of every end, and betweenness with the demand w of nodes
/// (Brandes 2001), over pairs no farther apart than `radius` (inclusive): limiting it keeps the border of the
/// data from telling. Other nodes are only passed: n and r count ends, and their own measures are 0. Nodes of
/// weight 0 are no ends of pairs of betweenness. Sums over sources run in the order of nodes, in blocks, so
/// that results do not depend on threads. \pre one weight a node, not negative, 0 but for ends
Centralities centralities(const Graph& graph, const WayMeasures& measures, std::span<const double> weights,
                          Cost radius, Context& context);

/// Connections of an undirected graph whose loss parts it, and nodes whose loss does (Hopcroft & Tarjan
/// 1973). Edges are pairs of nodes; parallel ones are no bridges, loops neither.
struct WeakPoints {
  std::vector<std::uint8_t> is_bridge;        ///< by edge
  std::vector<std::uint8_t> is_articulation;  ///< by node
};
WeakPoints weak_points(std::size_t nodes, std::span<const std::uint32_t> tails,
                       std::span<const std::uint32_t> heads);

}  // namespace jingwei
