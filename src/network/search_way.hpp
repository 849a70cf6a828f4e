#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "network/customisation.hpp"
#include "network/sweep_sources.hpp"

namespace jingwei {

/// A cheapest way: where it starts and ends, and over which arcs.
struct CheapestWay {
  Cost cost = unreachable;        ///< with those of the two seeds
  std::uint32_t source_seed = 0;  ///< index among the source's seeds
  std::uint32_t target_seed = 0;  ///< and the target's
  std::vector<std::uint32_t>
      arcs;  ///< of the graph, from the source on; their costs and the seeds' sum to cost
};

/// Single cheapest ways on a metric, with the arcs of the graph that they lead over: the witness of any cost
/// that a sweep reports. A search climbs the elimination tree from both ends (Dibbelt, Strasser & Wagner
/// 2016); each arc of the hierarchy is taken apart into two below it until arcs of the graph are left. No
/// node is passed twice.
///
/// The same question has the same answer whatever was asked before: among ways of equal cost the choice
/// depends on the graph alone. Read-only once made; metric, graph
/// and costs must live as long.
class CheapestWays {
 public:
  /// `costs` those of the metric, `graph` that of its hierarchy.
  CheapestWays(const Metric& metric, const Graph& graph, std::span<const Cost> costs);

  /// The cost alone; unreachable beyond the limit.
  Cost cost(std::span<const Seed> source, std::span<const Seed> target, Cost limit = unreachable) const;
  /// The way, nothing where there is none within the limit.
  std::optional<CheapestWay> way(std::span<const Seed> source, std::span<const Seed> target,
                                 Cost limit = unreachable) const;

 private:
  /// An arc of the hierarchy: from the node at one position to that at the other.
  struct Leg {
    std::uint32_t from, to;
    Cost cost;
  };
  void take_apart(const Leg& leg, std::vector<std::uint32_t>& arcs) const;
  std::optional<std::uint32_t> graph_arc(const Leg& leg) const;
  std::uint32_t middle(const Leg& leg) const;
  void cut_detours(std::uint32_t start, std::vector<std::uint32_t>& arcs) const;

  const Metric* m_metric;
  const Graph* m_graph;
  std::span<const Cost> m_costs;
  // The hierarchy's arcs by their upper end: for each position those below it with an arc up to it.
  std::vector<std::uint32_t> m_first_below, m_below;
};

}  // namespace jingwei
