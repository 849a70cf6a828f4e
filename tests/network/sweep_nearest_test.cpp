#include "network/sweep_nearest.hpp"

#include <catch2/catch.hpp>

#include "network/random_graphs.hpp"

using namespace jingwei;
using namespace jingwei::testing;

namespace {

/// Every facility's cost of every node by Dijkstra, sorted.
std::vector<NearestLists::Item> oracle(const std::vector<std::vector<Cost>>& costs, std::uint32_t node,
                                       std::size_t k) {
  std::vector<NearestLists::Item> items;
  for (std::uint32_t facility = 0; facility < costs.size(); ++facility)
    if (costs[facility][node] != unreachable) items.push_back({costs[facility][node], facility});
  std::ranges::sort(items, [](const auto& a, const auto& b) {
    return a.cost != b.cost ? a.cost < b.cost : a.facility < b.facility;
  });
  items.resize(std::min(items.size(), k));
  return items;
}

}  // namespace

TEST_CASE("the k nearest facilities of every node agree with Dijkstra, ties by number") {
  std::mt19937 random(31);
  Context one, three;
  three.set_threads(3);
  for (int round = 0; round < 1000; ++round) {
    const Graph graph = random_graph(random, round % 40 == 0 ? 1000 : 50);
    const Hierarchy hierarchy(graph, one);
    const Metric metric(hierarchy, arc_costs(graph), one);
    const SeedLists facilities = random_sources(random, graph, random() % 30, round % 2 ? 3 : 4000000000U);
    const std::size_t k = random() % 8;
    const Cost limit = round % 3 ? unreachable : static_cast<Cost>(random() % 3000);
    for (const CostDirection direction : {CostDirection::to_source, CostDirection::from_source}) {
      std::vector<std::vector<Cost>> costs;
      for (std::size_t i = 0; i < facilities.size(); ++i)
        costs.push_back(dijkstra(direction == CostDirection::from_source ? graph : reversed(graph),
                                 facilities[i], limit));
      const NearestLists found =
          nearest_facilities(metric, facilities, k, direction, limit, round % 2 ? one : three);
      for (std::uint32_t node = 0; node < graph.nodes(); ++node) {
        const std::uint32_t position = hierarchy.position(node);
        std::vector<NearestLists::Item> items;
        for (std::size_t i = 0; i < found.size(position); ++i) items.push_back(found.item(position, i));
        REQUIRE(items == oracle(costs, node, k));
      }
    }
  }
}
