#include "network/contraction.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "network/customisation.hpp"
#include "network/node_order.hpp"
#include "network/random_graphs.hpp"

using namespace jingwei;
using namespace jingwei::testing;

namespace {

/// The chordal supergraph by its definition: contract one node after the other, its later neighbours become
/// neighbours of each other.
std::vector<std::set<std::uint32_t>> supergraph(const Graph& graph, const std::vector<std::uint32_t>& order) {
  std::vector<std::uint32_t> rank(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) rank[order[i]] = i;
  std::vector<std::set<std::uint32_t>> later(order.size());  // by node: neighbours contracted later
  for (std::uint32_t tail = 0; tail < graph.nodes(); ++tail)
    for (const auto& arc : graph.out(tail)) {
      if (rank[tail] < rank[arc.head]) later[tail].insert(arc.head);
      if (rank[tail] > rank[arc.head]) later[arc.head].insert(tail);
    }
  for (const std::uint32_t node : order)
    for (const std::uint32_t a : later[node])
      for (const std::uint32_t b : later[node])
        if (rank[a] < rank[b]) later[a].insert(b);
  return later;
}

}  // namespace

TEST_CASE("an order by nested dissection is a permutation that depends on the graph alone") {
  std::mt19937 random(11);
  for (int round = 0; round < 200; ++round) {
    const Graph graph = random_graph(random, 400);
    const auto order = nested_dissection(graph);
    CHECK(std::set<std::uint32_t>(order.begin(), order.end()).size() == graph.nodes());
    CHECK(order.size() == graph.nodes());
    CHECK(order == nested_dissection(graph));
  }
  CHECK(nested_dissection(Graph{}).empty());
}

TEST_CASE("a grid's order leaves few arcs") {
  std::mt19937 random(12);
  std::vector<Arc> arcs;
  for (std::uint32_t node = 0; node < 10000; ++node) {
    if (node % 100 != 99) arcs.push_back({node, node + 1, 1});
    if (node < 9900) arcs.push_back({node, node + 100, 1});
  }
  Context context;
  const Hierarchy hierarchy(graph_of(10000, arcs), context);
  CHECK(hierarchy.arcs() < 31 * 10000 * 14 / 4 / 2);  // half of the bound of George's dissection
  CHECK(hierarchy.height() < 500);
}

TEST_CASE("the hierarchy is the chordal supergraph in preorder of its elimination tree") {
  std::mt19937 random(13);
  Context context;
  for (int round = 0; round < 300; ++round) {
    const Graph graph = random_graph(random);
    const auto order = round % 2 ? random_order(random, graph) : nested_dissection(graph);
    const Hierarchy hierarchy(graph, order, context);
    const auto expected = supergraph(graph, order);
    REQUIRE(hierarchy.nodes() == graph.nodes());
    std::size_t arcs = 0;
    for (std::uint32_t node = 0; node < graph.nodes(); ++node) {
      const std::uint32_t position = hierarchy.position(node);
      REQUIRE(hierarchy.node(position) == node);
      std::set<std::uint32_t> ancestors;
      for (std::uint32_t at = hierarchy.parent(position); at != Hierarchy::none; at = hierarchy.parent(at)) {
        REQUIRE(at < position);
        REQUIRE(hierarchy.end(at) >= hierarchy.end(position));
        if (std::ranges::count(hierarchy.upper(position), hierarchy.depth(at)) == 1)
          ancestors.insert(hierarchy.node(at));
      }
      REQUIRE(std::is_sorted(hierarchy.upper(position).begin(), hierarchy.upper(position).end()));
      REQUIRE(ancestors == expected[node]);
      REQUIRE(ancestors.size() == hierarchy.upper(position).size());
      if (hierarchy.parent(position) == Hierarchy::none) REQUIRE(hierarchy.depth(position) == 0);
      arcs += ancestors.size();
    }
    REQUIRE(hierarchy.arcs() == arcs);
    for (const std::size_t most : {std::size_t{1}, std::size_t{5}, graph.nodes()}) {
      const auto cut = hierarchy.cut(most);
      std::size_t nodes = cut.top.size();
      for (const std::uint32_t root : cut.subtrees) nodes += hierarchy.end(root) - root;
      REQUIRE(nodes == graph.nodes());
    }
  }
}

TEST_CASE("an arc of a metric is as cheap as can be, and no arc that leads over higher nodes stays") {
  std::mt19937 random(14);
  Context context;
  for (int round = 0; round < 400; ++round) {
    const Graph graph = random_graph(random, round % 10 == 0 ? 300 : 40);
    const auto order = round % 2 ? random_order(random, graph) : nested_dissection(graph);
    const Hierarchy hierarchy(graph, order, context);
    const Metric metric(hierarchy, arc_costs(graph), context);
    for (std::uint32_t position = 0; position < graph.nodes(); position += round % 10 == 0 ? 17 : 1) {
      const Seed seed{hierarchy.node(position), 0};
      const auto from = dijkstra(graph, std::span(&seed, 1)),
                 to = dijkstra(reversed(graph), std::span(&seed, 1));
      std::vector<std::uint32_t> at_depth(hierarchy.depth(position) + 1);
      for (std::uint32_t at = position; at != Hierarchy::none; at = hierarchy.parent(at))
        at_depth[hierarchy.depth(at)] = hierarchy.node(at);
      for (const SweepArc& arc : metric.up().of(position)) REQUIRE(arc.cost == from[at_depth[arc.depth]]);
      for (const SweepArc& arc : metric.down().of(position)) REQUIRE(arc.cost == to[at_depth[arc.depth]]);
    }
  }
}

TEST_CASE("a metric does not depend on threads, and a closed arc is as if it were not there") {
  std::mt19937 random(15);
  Context one, four;
  four.set_threads(4);
  const Graph graph = random_graph(random, Shape::grid, 3000, 1000);
  const Hierarchy hierarchy(graph, one);
  auto costs = arc_costs(graph);
  std::vector<Arc> open;
  for (std::uint32_t tail = 0, arc = 0; tail < graph.nodes(); ++tail)
    for (const auto& target : graph.out(tail)) {
      if (random() % 10 == 0) costs[arc] = unreachable;
      if (costs[arc++] != unreachable) open.push_back({tail, target.head, target.cost});
    }
  const Metric a(hierarchy, costs, one), b(hierarchy, costs, four);
  const Graph without = graph_of(graph.nodes(), open);
  const auto same = [](const SweepArcs& x, const SweepArcs& y) {
    return std::ranges::equal(
               x.arcs, y.arcs,
               [](const SweepArc& p, const SweepArc& q) { return p.depth == q.depth && p.cost == q.cost; }) &&
           std::ranges::equal(x.nodes, y.nodes, [](const SweepNode& p, const SweepNode& q) {
             return p.first_arc == q.first_arc && p.depth == q.depth;
           });
  };
  CHECK(same(a.up(), b.up()));
  CHECK(same(a.down(), b.down()));
  for (std::uint32_t position = 0; position < graph.nodes(); position += 97) {
    const Seed seed{hierarchy.node(position), 0};
    const auto from = dijkstra(without, std::span(&seed, 1));
    std::uint32_t at = position;
    const auto arcs = a.up().of(position);
    for (auto arc = arcs.rbegin(); arc != arcs.rend(); ++arc) {
      while (hierarchy.depth(at) != arc->depth) at = hierarchy.parent(at);
      REQUIRE(arc->cost == from[hierarchy.node(at)]);
    }
  }
}
