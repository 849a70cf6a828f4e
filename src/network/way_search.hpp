#pragma once
#include <compare>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "network/dijkstra.hpp"
#include "network/graph.hpp"

namespace jingwei {

/// What a way costs: its time, and of all ways of that time the least length. Both are whole numbers, so that
/// sums do not depend on their order and every pair has one answer, whatever else is asked.
struct WayCost {
  Cost time = unreachable;
  std::uint64_t length_mm = std::numeric_limits<std::uint64_t>::max();
  auto operator<=>(const WayCost&) const = default;
};

struct WaySeed {
  std::uint32_t node = 0;
  WayCost cost;
};

/// One-to-all searches for the fastest ways, of equally fast ones the shortest (Dijkstra 1959, over pairs in
/// lexicographic order), which remember how they came. One for each thread.
class WaySearch {
 public:
  static constexpr std::uint32_t no_arc = std::numeric_limits<std::uint32_t>::max();

  explicit WaySearch(std::size_t nodes) : m_labels(nodes) {}

  /// Settles every node whose time from the best seed is at most `limit` (< unreachable), or only `targets`.
  /// `lengths_mm`: of the graph's arcs.
  void run(const Graph& graph, std::span<const std::uint32_t> lengths_mm, std::span<const WaySeed> seeds,
           Cost limit, const TargetNodes* targets = nullptr);

  /// The cost of a node of the last search. \pre as Search::cost
  WayCost cost(std::uint32_t node) const {
    return m_labels[node].stamp == m_stamp ? m_labels[node].cost : WayCost{};
  }
  /// The arc by which a node is reached, and the node it comes from; no_arc: a seed. \pre reached
  std::uint32_t arc(std::uint32_t node) const { return m_labels[node].arc; }
  std::uint32_t before(std::uint32_t node) const { return m_labels[node].before; }

 private:
  struct Label {
    WayCost cost;
    std::uint32_t stamp = 0;
    std::uint32_t arc = no_arc;
    std::uint32_t before = 0;
  };
  std::vector<Label> m_labels;
  std::uint32_t m_stamp = 0;
};

}  // namespace jingwei
