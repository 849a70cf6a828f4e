#include "network/dijkstra.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "network/components.hpp"

using namespace jingwei;

namespace {

std::vector<Arc> random_arcs(std::mt19937& random, std::uint32_t nodes, std::size_t count, Cost greatest) {
  std::vector<Arc> arcs;
  for (std::size_t i = 0; i < count; ++i)
    arcs.push_back({static_cast<std::uint32_t>(random() % nodes),
                    static_cast<std::uint32_t>(random() % nodes),
                    static_cast<Cost>(random() % (greatest + 1)), static_cast<std::uint32_t>(i)});
  return arcs;
}

/// Bellman and Ford: relax every arc until nothing changes.
std::vector<Cost> oracle(std::uint32_t nodes, const std::vector<Arc>& arcs, const std::vector<Seed>& seeds) {
  std::vector<Cost> cost(nodes, unreachable);
  for (const Seed& seed : seeds) cost[seed.node] = std::min(cost[seed.node], seed.cost);
  for (bool changed = true; changed;) {
    changed = false;
    for (const Arc& arc : arcs) {
      const Cost way = add_costs(cost[arc.tail], arc.cost);
      if (way < cost[arc.head]) cost[arc.head] = way, changed = true;
    }
  }
  return cost;
}

}  // namespace

TEST_CASE("a graph keeps arcs by their tail, and reversing it twice gives it back") {
  const std::vector<Arc> arcs{{2, 0, 7, 1}, {0, 1, 5, 2}, {2, 1, 3, 3}, {0, 2, 0, 4}};
  const Graph graph = graph_of(4, arcs);
  CHECK(graph.first == std::vector<std::uint32_t>{0, 2, 2, 4, 4});
  CHECK(graph.labels == std::vector<std::uint32_t>{2, 4, 1, 3});
  CHECK(graph.out(2)[0].head == 0);
  CHECK(graph.out(2)[1].cost == 3);
  CHECK(graph.out(3).empty());
  const Graph back = reversed(graph);
  REQUIRE(back.out(1).size() == 2);
  CHECK(back.out(1)[0].head == 0);
  CHECK(back.out(1)[1].head == 2);
  CHECK(reversed(back).first == graph.first);
  CHECK(graph_of(0, {}).nodes() == 0);
}

TEST_CASE("costs agree with Bellman and Ford on random graphs, whatever the limit and the targets") {
  std::mt19937 random(20260131);
  for (int round = 0; round < 60; ++round) {
    const std::uint32_t nodes = 1 + random() % 40;
    const auto arcs = random_arcs(random, nodes, random() % 160, round % 3 == 0 ? 3 : 1000);
    const Graph graph = graph_of(nodes, arcs);
    Search search(nodes);
    for (int ask = 0; ask < 5; ++ask) {
      std::vector<Seed> seeds;
      for (std::size_t i = 0; i < 1 + random() % 3; ++i)
        seeds.push_back({static_cast<std::uint32_t>(random() % nodes), static_cast<Cost>(random() % 50)});
      const auto expected = oracle(nodes, arcs, seeds);
      const Cost limit = ask % 2 ? unreachable : random() % 1500;
      search.run(graph, seeds, limit);
      for (std::uint32_t node = 0; node < nodes; ++node)
        REQUIRE(search.cost(node) == (expected[node] <= limit ? expected[node] : unreachable));
      REQUIRE(
          std::is_sorted(search.settled().begin(), search.settled().end(),
                         [&](std::uint32_t a, std::uint32_t b) { return search.cost(a) < search.cost(b); }));

      TargetNodes targets(nodes);
      for (std::size_t i = 0; i < random() % 4; ++i) targets.add(random() % nodes);
      search.run(graph, seeds, limit, &targets);
      for (std::uint32_t node = 0; node < nodes; ++node)
        if (targets.is_target[node])
          REQUIRE(search.cost(node) == (expected[node] <= limit ? expected[node] : unreachable));
    }
  }
}

TEST_CASE("the nearest source is the cheapest, and of equals the lowest") {
  std::mt19937 random(7);
  for (int round = 0; round < 60; ++round) {
    const std::uint32_t nodes = 1 + random() % 30;
    const auto arcs = random_arcs(random, nodes, random() % 120, 4);  // small costs: many ties
    std::vector<SourceSeed> seeds;
    for (std::uint32_t source = 0; source < 6; ++source)
      seeds.push_back(
          {static_cast<std::uint32_t>(random() % nodes), static_cast<Cost>(random() % 3), source});
    const Cost limit = round % 2 ? unreachable : 5;
    const auto found = nearest_sources(graph_of(nodes, arcs), seeds, limit);
    std::vector<NearestSource> expected(nodes);
    for (const SourceSeed& seed : seeds) {
      const auto cost = oracle(nodes, arcs, {{seed.node, seed.cost}});
      for (std::uint32_t node = 0; node < nodes; ++node)
        if (cost[node] <= limit && cost[node] != unreachable)
          expected[node] = std::min(expected[node], NearestSource{cost[node], seed.source});
    }
    CHECK(found == expected);
  }
}

TEST_CASE("a search far beyond 32 bits of milliseconds is unreachable, not wrapped round") {
  const Cost half = unreachable / 2 + 1;
  const Graph graph = graph_of(3, std::vector<Arc>{{0, 1, half}, {1, 2, half}});
  Search search(3);
  search.run(graph, std::vector<Seed>{{0, 0}}, unreachable);
  CHECK(search.cost(1) == half);
  CHECK(search.cost(2) == unreachable);
}

TEST_CASE("strong components are the classes of mutual reachability") {
  std::mt19937 random(99);
  for (int round = 0; round < 80; ++round) {
    const std::uint32_t nodes = 1 + random() % 25;
    const auto arcs = random_arcs(random, nodes, random() % 50, 1);
    const Components found = strong_components(graph_of(nodes, arcs));
    std::vector<std::vector<Cost>> cost;
    for (std::uint32_t node = 0; node < nodes; ++node) cost.push_back(oracle(nodes, arcs, {{node, 0}}));
    std::uint32_t highest = 0;
    for (std::uint32_t a = 0; a < nodes; ++a) {
      std::uint32_t members = 0;
      for (std::uint32_t b = 0; b < nodes; ++b) {
        const bool mutual = cost[a][b] != unreachable && cost[b][a] != unreachable;
        REQUIRE((found.of_node[a] == found.of_node[b]) == mutual);
        members += mutual;
      }
      REQUIRE(found.sizes[found.of_node[a]] == members);
      REQUIRE(found.of_node[a] <= highest);  // numbered by their lowest node
      highest = std::max(highest, found.of_node[a] + 1);
      REQUIRE(found.sizes[found.largest()] >= members);
    }
  }
}

TEST_CASE("a chain of a million nodes does not exhaust the stack") {
  const std::uint32_t nodes = 1000000;
  std::vector<Arc> arcs;
  for (std::uint32_t node = 0; node + 1 < nodes; ++node) arcs.push_back({node, node + 1, 1});
  CHECK(strong_components(graph_of(nodes, arcs)).sizes.size() == nodes);
  arcs.push_back({nodes - 1, 0, 1});
  CHECK(strong_components(graph_of(nodes, arcs)).sizes.size() == 1);
}

TEST_CASE("costs are rounded half up") {
  CHECK(to_cost(Duration{1.0004}) == 1000);
  CHECK(to_cost(Duration{1.0005}) == 1001);
  CHECK(to_cost(Duration{0}) == 0);
  CHECK(to_cost(Duration{1e9}) == unreachable - 1);
  CHECK(partial_cost(0.5, 3) == 2);
  CHECK(partial_cost(0.25, 1) == 0);
  CHECK(partial_cost(1, 7) == 7);
  CHECK(partial_cost(0.5, unreachable) == unreachable);
  CHECK(add_costs(3, 4, 7) == 7);
  CHECK(add_costs(3, 5, 7) == unreachable);
  CHECK(add_costs(unreachable, 0) == unreachable);
  CHECK(to_minutes(90000) == 1.5);
}
