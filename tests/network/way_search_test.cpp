// The fastest ways, of equally fast ones the shortest, against Bellman and Ford on random graphs.
#include "network/way_search.hpp"

#include <catch2/catch.hpp>
#include <random>

using namespace jingwei;

namespace {

struct RandomGraph {
  std::vector<Arc> arcs;
  std::vector<std::uint32_t> lengths;  // of arcs, by label
  std::size_t nodes = 0;
};

/// Few different costs, so that ties abound; zero costs, loops, parallel arcs, parts that nothing reaches.
RandomGraph random_graph(std::mt19937& random) {
  RandomGraph graph;
  graph.nodes = 1 + random() % 30;
  const std::size_t count = random() % 90;
  for (std::uint32_t i = 0; i < count; ++i) {
    graph.arcs.push_back({static_cast<std::uint32_t>(random() % graph.nodes),
                          static_cast<std::uint32_t>(random() % graph.nodes), static_cast<Cost>(random() % 4),
                          i});
    graph.lengths.push_back(random() % 5);
  }
  return graph;
}

std::vector<WayCost> bellman_ford(const RandomGraph& graph, const std::vector<WaySeed>& seeds, Cost limit) {
  std::vector<WayCost> best(graph.nodes);
  for (const WaySeed& seed : seeds)
    if (seed.cost.time <= limit) best[seed.node] = std::min(best[seed.node], seed.cost);
  for (bool changed = true; changed;) {
    changed = false;
    for (const Arc& arc : graph.arcs) {
      if (best[arc.tail].time == unreachable) continue;
      const WayCost cost{best[arc.tail].time + arc.cost, best[arc.tail].length_mm + graph.lengths[arc.label]};
      if (cost.time <= limit && cost < best[arc.head]) best[arc.head] = cost, changed = true;
    }
  }
  return best;
}

}  // namespace

TEST_CASE("the least time, then the least length, on thousands of random graphs; every cost is witnessed") {
  std::mt19937 random(3);
  for (int round = 0; round < 3000; ++round) {
    const RandomGraph drawn = random_graph(random);
    const Graph graph = graph_of(drawn.nodes, drawn.arcs);
    std::vector<std::uint32_t> lengths;
    for (const std::uint32_t label : graph.labels) lengths.push_back(drawn.lengths[label]);
    std::vector<WaySeed> seeds;
    for (std::size_t i = 0; i < 1 + random() % 3; ++i)
      seeds.push_back({static_cast<std::uint32_t>(random() % drawn.nodes),
                       {static_cast<Cost>(random() % 3), random() % 3}});
    const Cost limit = random() % 2 ? unreachable - 1 : 6;
    const auto expected = bellman_ford(drawn, seeds, limit);
    WaySearch search(drawn.nodes);
    search.run(graph, lengths, seeds, limit);
    for (std::uint32_t node = 0; node < drawn.nodes; ++node) {
      REQUIRE(search.cost(node) == expected[node]);
      if (expected[node].time == unreachable) continue;
      WayCost sum{0, 0};
      std::uint32_t at = node;
      for (std::uint32_t arc = search.arc(at); arc != WaySearch::no_arc; arc = search.arc(at)) {
        REQUIRE(graph.targets[arc].head == at);
        sum.time += graph.targets[arc].cost;
        sum.length_mm += lengths[arc];
        at = search.before(at);
      }
      sum.time += search.cost(at).time;
      sum.length_mm += search.cost(at).length_mm;
      CHECK(sum == expected[node]);
      CHECK(std::ranges::any_of(
          seeds, [&](const WaySeed& seed) { return seed.node == at && seed.cost == search.cost(at); }));
    }
    TargetNodes targets(drawn.nodes);
    const auto target = static_cast<std::uint32_t>(random() % drawn.nodes);
    targets.add(target);
    search.run(graph, lengths, seeds, limit, &targets);
    CHECK(search.cost(target) == expected[target]);
  }
}
