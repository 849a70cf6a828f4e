#pragma once
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "network/cost.hpp"

namespace jingwei {

/// A directed connection. Its label is the caller's: a number that the graph carries along.
struct Arc {
  std::uint32_t tail = 0;
  std::uint32_t head = 0;
  Cost cost = 0;
  std::uint32_t label = std::numeric_limits<std::uint32_t>::max();
};

/// A directed graph as ids, offsets and weights: the arcs of node v are [first[v], first[v + 1]).
struct Graph {
  struct Target {
    std::uint32_t head;
    Cost cost;
  };
  std::vector<std::uint32_t> first{0};
  std::vector<Target> targets;
  std::vector<std::uint32_t> labels;  ///< of the arcs, in the same order

  std::size_t nodes() const { return first.size() - 1; }
  std::size_t arcs() const { return targets.size(); }
  std::span<const Target> out(std::uint32_t node) const {
    return std::span(targets).subspan(first[node], first[node + 1] - first[node]);
  }
};

/// The graph of these arcs; arcs of one node keep their order. \pre tails and heads < nodes; cost reachable.
Graph graph_of(std::size_t nodes, std::span<const Arc> arcs);
/// The same arcs turned round, with their labels.
Graph reversed(const Graph& graph);

}  // namespace jingwei
