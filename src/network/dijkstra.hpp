#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "network/graph.hpp"
#include "network/heap.hpp"

namespace jingwei {

/// Where a search starts, and at what cost.
struct Seed {
  std::uint32_t node = 0;
  Cost cost = 0;
};

/// The nodes that a search must settle before it may stop.
struct TargetNodes {
  std::vector<std::uint8_t> is_target;  ///< one for each node
  std::size_t count = 0;
  explicit TargetNodes(std::size_t nodes) : is_target(nodes, 0) {}
  void add(std::uint32_t node) { count += is_target[node] == 0, is_target[node] = 1; }
};

/// One-to-all searches (Dijkstra 1959) in memory that is used again: a label counts only if it bears the
/// stamp of the present search. One for each thread.
class Search {
 public:
  explicit Search(std::size_t nodes) : m_labels(nodes) {}

  /// Settles every node whose cost from the cheapest seed is at most `limit` (< unreachable); with `targets`
  /// it stops when these are settled.
  void run(const Graph& graph, std::span<const Seed> seeds, Cost limit, const TargetNodes* targets = nullptr);

  /// The cost of a node of the last search, unreachable beyond its limit. \pre a target, where it had
  /// targets: of other nodes the way found so far need not be the cheapest.
  Cost cost(std::uint32_t node) const {
    return m_labels[node].stamp == m_stamp ? m_labels[node].cost : unreachable;
  }
  /// The nodes settled, by ascending cost, then id.
  std::span<const std::uint32_t> settled() const { return m_settled; }

 private:
  struct Label {
    std::uint32_t stamp = 0;
    Cost cost = unreachable;
  };
  void improve(std::uint32_t node, Cost cost, Cost limit);

  std::vector<Label> m_labels;
  std::vector<std::uint32_t> m_settled;
  CostHeap m_heap;
  std::uint32_t m_stamp = 0;
};

/// For every node the cheapest source (ties: the lowest number) within `limit`, in one search over all.
struct NearestSource {
  Cost cost = unreachable;
  std::uint32_t source = std::numeric_limits<std::uint32_t>::max();
  bool operator==(const NearestSource&) const = default;
  bool operator<(const NearestSource& other) const {
    return cost != other.cost ? cost < other.cost : source < other.source;
  }
};
struct SourceSeed {
  std::uint32_t node = 0;
  Cost cost = 0;
  std::uint32_t source = 0;
};
std::vector<NearestSource> nearest_sources(const Graph& graph, std::span<const SourceSeed> seeds, Cost limit);

}  // namespace jingwei
