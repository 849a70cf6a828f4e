#pragma once
// Small graphs of every shape for the tests of the hierarchy, and what Dijkstra says about them.
#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include "network/dijkstra.hpp"
#include "network/sweep_sources.hpp"

namespace jingwei::testing {

enum class Shape { sparse, dense, grid, tree, path, star, islands, empty_arcs };
inline constexpr int shape_count = 8;

inline std::uint32_t below(std::mt19937& random, std::size_t count) {
  return static_cast<std::uint32_t>(random() % count);
}

/// Arcs with one-way streets, loops, parallel arcs and costs from 0 to `greatest`.
inline Graph random_graph(std::mt19937& random, Shape shape, std::uint32_t nodes, Cost greatest) {
  std::vector<Arc> arcs;
  const auto cost = [&] { return static_cast<Cost>(random() % (std::uint64_t{greatest} + 1)); };
  const auto connect = [&](std::uint32_t a, std::uint32_t b) {
    const auto ways = random() % 10;  // mostly both, now and then one, none, or two side by side
    if (ways < 8) arcs.push_back({a, b, cost()});
    if (ways != 7) arcs.push_back({b, a, cost()});
    if (ways == 9) arcs.push_back({b, a, cost()});
  };
  const auto side = static_cast<std::uint32_t>(std::max(1.0, std::sqrt(nodes)));
  for (std::uint32_t node = 0; node < nodes; ++node) {
    switch (shape) {
      case Shape::sparse:
        connect(node, below(random, nodes));
        break;
      case Shape::dense:
        for (int i = 0; i < 4; ++i) connect(node, below(random, nodes));
        break;
      case Shape::grid:
        if ((node + 1) % side != 0 && node + 1 < nodes) connect(node, node + 1);
        if (node + side < nodes) connect(node, node + side);
        break;
      case Shape::tree:
        if (node > 0) connect(node, below(random, node));
        break;
      case Shape::path:
        if (node > 0) connect(node, node - 1);
        break;
      case Shape::star:
        if (node > 0) connect(node, 0);
        break;
      case Shape::islands:
        if (node % 7 != 0) connect(node, node - 1 - below(random, node % 7));
        break;
      case Shape::empty_arcs:
        break;
    }
    if (random() % 8 == 0) arcs.push_back({node, node, cost()});
  }
  std::shuffle(arcs.begin(), arcs.end(), random);
  for (std::uint32_t i = 0; i < arcs.size(); ++i) arcs[i].label = i;
  return graph_of(nodes, arcs);
}

/// Now and then ties and zeros, now and then sums beyond 32 bits.
inline Graph random_graph(std::mt19937& random, std::uint32_t most_nodes = 60) {
  constexpr Cost greatest[] = {0, 2, 1000, 1000000, unreachable / 3, unreachable - 1};
  return random_graph(random, static_cast<Shape>(random() % shape_count), 1 + below(random, most_nodes),
                      greatest[random() % std::size(greatest)]);
}

inline std::vector<std::uint32_t> random_order(std::mt19937& random, const Graph& graph) {
  std::vector<std::uint32_t> order(graph.nodes());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::shuffle(order.begin(), order.end(), random);
  return order;
}

/// Sources of none to three seeds.
inline SeedLists random_sources(std::mt19937& random, const Graph& graph, std::size_t count, Cost greatest) {
  SeedLists lists;
  std::vector<Seed> seeds;
  for (std::size_t i = 0; i < count; ++i) {
    seeds.clear();
    for (auto left = random() % 4; left > 0; --left)
      seeds.push_back(
          {below(random, graph.nodes()), static_cast<Cost>(random() % (std::uint64_t{greatest} + 1))});
    lists.append(seeds);
  }
  return lists;
}

/// The cost of each node from the seeds.
inline std::vector<Cost> dijkstra(const Graph& graph, std::span<const Seed> seeds, Cost limit = unreachable) {
  Search search(graph.nodes());
  search.run(graph, seeds, limit);
  std::vector<Cost> costs(graph.nodes());
  for (std::uint32_t node = 0; node < costs.size(); ++node) costs[node] = search.cost(node);
  return costs;
}

}  // namespace jingwei::testing
