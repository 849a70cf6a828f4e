// Centralities against sums over all pairs and all ways, on random graphs with parallel arcs, loops, one-way
// parts and parts that nothing joins.
#include "network/centrality.hpp"

#include <catch2/catch.hpp>
#include <functional>
#include <random>

using namespace jingwei;

namespace {

struct Oracle {
  std::size_t n;
  std::vector<std::vector<std::uint64_t>> cost;  // by source and node; huge: no way
  std::vector<std::vector<double>> ways;
  static constexpr std::uint64_t huge = 1ULL << 40;

  explicit Oracle(std::size_t nodes, const std::vector<Arc>& arcs)
      : n(nodes),
        cost(nodes, std::vector<std::uint64_t>(nodes, huge)),
        ways(nodes, std::vector<double>(nodes, 0)) {
    for (std::size_t s = 0; s < n; ++s) {
      cost[s][s] = 0;
      for (bool changed = true; changed;) {
        changed = false;
        for (const Arc& arc : arcs)
          if (cost[s][arc.tail] + std::max<Cost>(arc.cost, 1) < cost[s][arc.head])
            cost[s][arc.head] = cost[s][arc.tail] + std::max<Cost>(arc.cost, 1), changed = true;
      }
      ways[s][s] = 1;
      count(s, arcs);
    }
  }
  /// Nodes by ascending cost: each has the ways of its predecessors.
  void count(std::size_t s, const std::vector<Arc>& arcs) {
    std::vector<std::size_t> order;
    for (std::size_t v = 0; v < n; ++v)
      if (cost[s][v] < huge) order.push_back(v);
    std::ranges::sort(order, {}, [&](std::size_t v) { return cost[s][v]; });
    for (const std::size_t v : order)
      for (const Arc& arc : arcs)
        if (arc.tail == v && cost[s][v] + std::max<Cost>(arc.cost, 1) == cost[s][arc.head])
          ways[s][arc.head] += ways[s][v];
  }
  double through(std::size_t s, std::size_t v, std::size_t t) const {
    return cost[s][v] + cost[v][t] == cost[s][t] ? ways[s][v] * ways[v][t] / ways[s][t] : 0;
  }
};

/// Every arc 1 m long, every node at one place.
struct Unmeasured {
  std::vector<std::uint32_t> lengths;
  std::vector<Point> places;
  explicit Unmeasured(const Graph& graph) : lengths(graph.arcs(), 1000), places(graph.nodes()) {}
  /// Given where measures are asked for. NOLINTNEXTLINE(google-explicit-constructor)
  operator WayMeasures() const { return {lengths, places}; }
};

std::size_t parts(std::size_t nodes, const std::vector<std::uint32_t>& tails,
                  const std::vector<std::uint32_t>& heads, std::size_t without_edge,
                  std::size_t without_node) {
  std::vector<std::size_t> parent(nodes);
  for (std::size_t i = 0; i < nodes; ++i) parent[i] = i;
  const std::function<std::size_t(std::size_t)> root = [&](std::size_t v) {
    return parent[v] == v ? v : parent[v] = root(parent[v]);
  };
  for (std::size_t e = 0; e < tails.size(); ++e)
    if (e != without_edge && tails[e] != without_node && heads[e] != without_node)
      parent[root(tails[e])] = root(heads[e]);
  std::size_t count = 0;
  for (std::size_t v = 0; v < nodes; ++v) count += v != without_node && root(v) == v ? 1 : 0;
  return count;
}

}  // namespace

TEST_CASE("a path of three nodes, by hand") {
  const std::vector<Arc> arcs{{0, 1, 60000}, {1, 0, 60000}, {1, 2, 120000}, {2, 1, 120000}};
  Context context;
  const Graph graph = graph_of(3, arcs);
  const std::vector<std::uint32_t> lengths{100000, 100000, 200000, 200000};
  const std::vector<Point> places{{0, 0}, {60, 80}, {60, 240}};
  const WayMeasures measures{lengths, places};
  const auto found = centralities(graph, measures, std::vector{1.0, 1.0, 1.0}, unreachable, context);
  // 100 m of 100 m, and √(60² + 240²) = 247.39 m of 300 m.
  CHECK(found.nodes[0].straightness == Approx((1 + 247.3863 / 300) / 2));
  CHECK(found.nodes[1].betweenness == 2);  // 0–2 and 2–0
  CHECK(found.nodes[0].betweenness == 0);
  CHECK(found.nodes[0].closeness == Approx(2 / (1.0 + 3)));
  CHECK(found.nodes[0].harmonic == Approx(1 + 1 / 3.0));
  CHECK(found.arcs[0] == 2);  // 0–1 and 0–2
  const auto near = centralities(graph, measures, std::vector{1.0, 1.0, 1.0}, 60000, context);
  CHECK(near.nodes[1].betweenness == 0);
  CHECK(near.nodes[2].reached == 0);
  CHECK(near.nodes[2].closeness == 0);
}

TEST_CASE("random graphs: every pair and every way") {
  std::mt19937 random(6);
  for (int round = 0; round < 150; ++round) {
    const std::size_t n = 1 + random() % 14;
    std::vector<Arc> arcs;
    for (std::size_t i = 0; i < random() % 50; ++i)
      arcs.push_back({static_cast<std::uint32_t>(random() % n), static_cast<std::uint32_t>(random() % n),
                      static_cast<Cost>(random() % 4), static_cast<std::uint32_t>(i)});
    std::vector<double> weights;
    for (std::size_t v = 0; v < n; ++v) weights.push_back(random() % 4 == 0 ? 0 : 1.0 * (random() % 5));
    const Cost radius = random() % 2 ? unreachable : 4;
    const Graph graph = graph_of(n, arcs);
    Context context;
    const auto found = centralities(graph, Unmeasured(graph), weights, radius, context);
    const Oracle oracle(n, arcs);
    const auto counts = [&](std::size_t s, std::size_t t) {
      return s != t && oracle.cost[s][t] < Oracle::huge && oracle.cost[s][t] <= radius;
    };
    for (std::size_t v = 0; v < n; ++v) {
      double betweenness = 0, harmonic = 0, sum = 0, reached = 0;
      for (std::size_t s = 0; s < n; ++s)
        for (std::size_t t = 0; t < n; ++t)
          if (counts(s, t) && s != v && t != v)
            betweenness += weights[s] * weights[t] * oracle.through(s, v, t);
      for (std::size_t t = 0; t < n; ++t)
        if (counts(v, t)) {
          ++reached;
          sum += static_cast<double>(oracle.cost[v][t]) / 60000;
          harmonic += 60000.0 / static_cast<double>(oracle.cost[v][t]);
        }
      CHECK(found.nodes[v].betweenness == Approx(betweenness).margin(1e-9));
      CHECK(found.nodes[v].harmonic == Approx(harmonic).margin(1e-9));
      CHECK(found.nodes[v].reached == reached);
      const double closeness = sum > 0 ? reached * reached / (static_cast<double>(n - 1) * sum) : 0;
      CHECK(found.nodes[v].closeness == Approx(closeness).margin(1e-9));
    }
    for (std::uint32_t v = 0; v < n; ++v)
      for (std::uint32_t a = graph.first[v]; a < graph.first[v + 1]; ++a) {
        const std::size_t w = graph.targets[a].head;
        const std::uint64_t c = std::max<Cost>(graph.targets[a].cost, 1);
        double flow = 0;
        for (std::size_t s = 0; s < n; ++s)
          for (std::size_t t = 0; t < n; ++t)
            if (counts(s, t) && oracle.cost[s][v] + c + oracle.cost[w][t] == oracle.cost[s][t])
              flow += weights[s] * weights[t] * oracle.ways[s][v] * oracle.ways[w][t] / oracle.ways[s][t];
        CHECK(found.arcs[a] == Approx(flow).margin(1e-9));
      }
    context.set_threads(4);
    const auto again = centralities(graph, Unmeasured(graph), weights, radius, context);
    CHECK(again.arcs == found.arcs);
  }
}

TEST_CASE("threads change no digit on more nodes than a block holds") {
  std::mt19937 random(9);
  std::vector<Arc> arcs;
  for (std::uint32_t i = 0; i < 3000; ++i)
    arcs.push_back({static_cast<std::uint32_t>(random() % 700), static_cast<std::uint32_t>(random() % 700),
                    static_cast<Cost>(1 + random() % 90000), i});
  std::vector<double> weights;
  for (int i = 0; i < 700; ++i) weights.push_back(0.1 * (random() % 97));
  const Graph graph = graph_of(700, arcs);
  Context one, five;
  five.set_threads(5);
  const auto a = centralities(graph, Unmeasured(graph), weights, 600000, one),
             b = centralities(graph, Unmeasured(graph), weights, 600000, five);
  CHECK(a.arcs == b.arcs);
  for (std::size_t v = 0; v < 700; ++v) CHECK(a.nodes[v].betweenness == b.nodes[v].betweenness);
}

TEST_CASE("bridges and articulation nodes are those whose loss parts the graph") {
  std::mt19937 random(10);
  for (int round = 0; round < 400; ++round) {
    const std::size_t n = 1 + random() % 20;
    std::vector<std::uint32_t> tails, heads;
    for (std::size_t i = 0; i < random() % 30; ++i)
      tails.push_back(random() % n), heads.push_back(random() % n);
    const WeakPoints weak = weak_points(n, tails, heads);
    const std::size_t none = 1000, whole = parts(n, tails, heads, none, none);
    for (std::size_t e = 0; e < tails.size(); ++e)
      CHECK((weak.is_bridge[e] != 0) == (parts(n, tails, heads, e, none) > whole));
    for (std::size_t v = 0; v < n; ++v)
      CHECK((weak.is_articulation[v] != 0) == (parts(n, tails, heads, none, v) > whole));
  }
}
