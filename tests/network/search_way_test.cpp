#include "network/search_way.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "network/random_graphs.hpp"

using namespace jingwei;
using namespace jingwei::testing;

namespace {

std::vector<std::uint32_t> tails_of(const Graph& graph) {
  std::vector<std::uint32_t> tails(graph.arcs());
  for (std::uint32_t node = 0; node < graph.nodes(); ++node)
    for (std::uint32_t arc = graph.first[node]; arc < graph.first[node + 1]; ++arc) tails[arc] = node;
  return tails;
}

}  // namespace

TEST_CASE("every cost is witnessed by a way over arcs of the graph") {
  std::mt19937 random(41);
  Context context;
  for (int round = 0; round < 1500; ++round) {
    const Graph graph = random_graph(random, round % 50 == 0 ? 500 : 40);
    const auto tails = tails_of(graph);
    const Hierarchy hierarchy =
        round % 2 ? Hierarchy(graph, random_order(random, graph), context) : Hierarchy(graph, context);
    const auto costs = arc_costs(graph);
    const Metric metric(hierarchy, costs, context);
    const CheapestWays ways(metric, graph, costs);
    const SeedLists sources = random_sources(random, graph, 5, 1000),
                    targets = random_sources(random, graph, 5, 1000);
    for (std::size_t i = 0; i < sources.size(); ++i) {
      const auto from = dijkstra(graph, sources[i]);
      for (std::size_t j = 0; j < targets.size(); ++j) {
        Cost expected = unreachable;
        for (const Seed& seed : targets[j])
          expected = std::min(expected, add_costs(from[seed.node], seed.cost));
        REQUIRE(ways.cost(sources[i], targets[j]) == expected);
        const auto way = ways.way(sources[i], targets[j]);
        REQUIRE(way.has_value() == (expected != unreachable));
        if (!way) continue;
        REQUIRE(way->cost == expected);
        if (expected > 0) REQUIRE(!ways.way(sources[i], targets[j], expected - 1));
        const Seed& source = sources[i][way->source_seed];
        const Seed& target = targets[j][way->target_seed];
        std::uint64_t sum = source.cost;
        std::uint32_t at = source.node;
        std::set<std::uint32_t> passed{at};
        for (const std::uint32_t arc : way->arcs) {
          REQUIRE(tails[arc] == at);
          at = graph.targets[arc].head;
          sum += costs[arc];
          REQUIRE(passed.insert(at).second);
        }
        REQUIRE(at == target.node);
        REQUIRE(sum + target.cost == expected);
      }
    }
  }
}
