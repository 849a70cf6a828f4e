#include "network/centrality.hpp"

#include <algorithm>
#include <cmath>

#include "base/parallel.hpp"
#include "network/heap.hpp"

namespace jingwei {
namespace {

/// Sources that are summed by one thread, one after the other; their sums are added in the order of blocks.
constexpr std::size_t block_size = 64;

Cost at_least_one(Cost cost) {
  return std::max<Cost>(cost, 1);
}

/// One source's fastest ways to all nodes within the radius, and what depends on each node and arc (Brandes
/// 2001). One for each thread.
class Dependencies {
 public:
  struct Sums {
    std::vector<double> nodes, arcs;
    double demand = 0;
  };

  Dependencies(const Graph& graph, const WayMeasures& measures, std::span<const double> weights, Cost radius)
      : m_graph(graph),
        m_measures(measures),
        m_weights(weights),
        m_radius(std::min(radius, unreachable - 1)),
        m_ends(measures.ends.empty()
                   ? graph.nodes()
                   : static_cast<std::size_t>(std::ranges::count(measures.ends, std::uint8_t{1}))),
        m_cost(graph.nodes(), unreachable),
        m_length_mm(graph.nodes(), 0),
        m_ways(graph.nodes(), 0),
        m_dependency(graph.nodes(), 0) {}

  void add(std::uint32_t source, NodeCentrality& of_source, Sums& sums) {
    if (!is_end(source)) return;
    search(source);
    measure(source, of_source);
    if (m_weights[source] > 0) accumulate(source, sums);
    for (const std::uint32_t node : m_settled)
      m_cost[node] = unreachable, m_ways[node] = m_dependency[node] = 0;
    m_settled.clear();
  }

 private:
  bool is_end(std::uint32_t node) const { return m_measures.ends.empty() || m_measures.ends[node] != 0; }

  /// Settles nodes by ascending cost and counts their fastest ways. Every arc costs something, so that all
  /// ways to a node are known when it is settled.
  void search(std::uint32_t source) {
    m_cost[source] = 0;
    m_length_mm[source] = 0;
    m_ways[source] = 1;
    m_heap.push(0, source);
    while (!m_heap.empty()) {
      const auto [cost, node] = m_heap.pop();
      if (cost != m_cost[node]) continue;
      m_settled.push_back(node);
      for (std::uint32_t arc = m_graph.first[node]; arc < m_graph.first[node + 1]; ++arc) {
        const std::uint32_t head = m_graph.targets[arc].head;
        const Cost there = add_costs(cost, at_least_one(m_graph.targets[arc].cost), m_radius);
        if (there == unreachable || there > m_cost[head]) continue;
        const std::uint64_t length_mm = m_length_mm[node] + m_measures.lengths_mm[arc];
        if (there < m_cost[head]) {
          m_cost[head] = there;
          m_length_mm[head] = length_mm;
          m_ways[head] = 0;
          m_heap.push(there, head);
        }
        m_length_mm[head] = std::min(m_length_mm[head], length_mm);
        m_ways[head] += m_ways[node];
      }
    }
  }

  void measure(std::uint32_t source, NodeCentrality& centrality) const {
    double sum = 0, straightness = 0;
    const Point here = m_measures.places[source];
    for (const std::uint32_t node : m_settled) {
      if (node == source || !is_end(node)) continue;
      const Point there = m_measures.places[node];
      const double straight_m = std::hypot(there.x - here.x, there.y - here.y);
      const double length_m = static_cast<double>(m_length_mm[node]) / 1000;
      straightness += length_m > 0 ? straight_m / length_m : 1;
      const double minutes = to_minutes(m_cost[node]);
      ++centrality.reached;
      sum += minutes;
      centrality.harmonic += 1 / minutes;
    }
    const double reached = centrality.reached;
    if (reached > 0) centrality.straightness = straightness / reached;
    if (sum > 0) centrality.closeness = reached / static_cast<double>(m_ends - 1) * reached / sum;
  }

  /// From the farthest node back: what ends at a node, and what goes on through it, came over its arcs in
  /// proportion to the ways that each brings.
  void accumulate(std::uint32_t source, Sums& sums) {
    const double demand = m_weights[source];
    for (std::size_t i = m_settled.size(); i-- > 0;) {
      const std::uint32_t node = m_settled[i];
      for (std::uint32_t arc = m_graph.first[node]; arc < m_graph.first[node + 1]; ++arc) {
        const Graph::Target& target = m_graph.targets[arc];
        if (m_cost[target.head] == unreachable ||
            add_costs(m_cost[node], at_least_one(target.cost), m_radius) != m_cost[target.head])
          continue;
        const double through =
            m_ways[node] / m_ways[target.head] * (m_weights[target.head] + m_dependency[target.head]);
        m_dependency[node] += through;
        sums.arcs[arc] += demand * through;
      }
      if (node == source) continue;
      sums.nodes[node] += demand * m_dependency[node];
      sums.demand += demand * m_weights[node];
    }
  }

  const Graph& m_graph;
  const WayMeasures& m_measures;
  std::span<const double> m_weights;
  Cost m_radius;
  std::size_t m_ends;
  CostHeap m_heap;
  std::vector<Cost> m_cost;
  std::vector<std::uint64_t> m_length_mm;  // of the shortest of the fastest ways
  std::vector<double> m_ways;
  std::vector<double> m_dependency;
  std::vector<std::uint32_t> m_settled;
};

}  // namespace

Centralities centralities(const Graph& graph, const WayMeasures& measures, std::span<const double> weights,
                          Cost radius, Context& context) {
  Centralities result;
  result.nodes.resize(graph.nodes());
  result.arcs.assign(graph.arcs(), 0);
  const std::size_t blocks = (graph.nodes() + block_size - 1) / block_size;
  // A few blocks at a time, so that memory does not grow with their number.
  const std::size_t at_once = 4 * static_cast<std::size_t>(std::max(1, context.threads()));
  context.begin({"中心性", "centrality"}, blocks);
  for (std::size_t first = 0; first < blocks; first += at_once) {
    const std::size_t count = std::min(at_once, blocks - first);
    std::vector<Dependencies::Sums> sums(count);
    parallel_for(
        count, context,
        [&](std::size_t begin, std::size_t end) {
          Dependencies dependencies(graph, measures, weights, radius);
          for (std::size_t i = begin; i < end; ++i) {
            sums[i].nodes.assign(graph.nodes(), 0);
            sums[i].arcs.assign(graph.arcs(), 0);
            const std::size_t from = (first + i) * block_size;
            for (std::size_t node = from; node < std::min(from + block_size, graph.nodes()); ++node)
              dependencies.add(static_cast<std::uint32_t>(node), result.nodes[node], sums[i]);
            context.advance();
          }
        },
        1);
    for (const Dependencies::Sums& block : sums) {
      result.demand += block.demand;
      for (std::size_t node = 0; node < graph.nodes(); ++node)
        result.nodes[node].betweenness += block.nodes[node];
      for (std::size_t arc = 0; arc < graph.arcs(); ++arc) result.arcs[arc] += block.arcs[arc];
    }
  }
  context.end();
  return result;
}

WeakPoints weak_points(std::size_t nodes, std::span<const std::uint32_t> tails,
                       std::span<const std::uint32_t> heads) {
  struct End {
    std::uint32_t node, edge;
  };
  std::vector<std::size_t> first(nodes + 1, 0);
  for (std::size_t edge = 0; edge < tails.size(); ++edge) ++first[tails[edge] + 1], ++first[heads[edge] + 1];
  for (std::size_t node = 0; node < nodes; ++node) first[node + 1] += first[node];
  std::vector<End> ends(2 * tails.size());
  std::vector<std::size_t> place(first.begin(), first.end() - 1);
  for (std::uint32_t edge = 0; edge < tails.size(); ++edge) {
    ends[place[tails[edge]]++] = {heads[edge], edge};
    ends[place[heads[edge]]++] = {tails[edge], edge};
  }
  WeakPoints weak{std::vector<std::uint8_t>(tails.size(), 0), std::vector<std::uint8_t>(nodes, 0)};
  constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> number(nodes, 0), low(nodes, 0), by_edge(nodes, none);
  std::uint32_t counter = 0;
  struct Frame {
    std::uint32_t node;
    std::size_t next;
  };
  std::vector<Frame> stack;
  for (std::uint32_t root = 0; root < nodes; ++root) {
    if (number[root] != 0) continue;
    std::size_t children = 0;
    number[root] = low[root] = ++counter;
    stack.push_back({root, first[root]});
    while (!stack.empty()) {
      const std::uint32_t node = stack.back().node;
      if (stack.back().next < first[node + 1]) {
        const End end = ends[stack.back().next++];
        if (end.edge == by_edge[node]) continue;
        if (number[end.node] != 0) {
          low[node] = std::min(low[node], number[end.node]);
          continue;
        }
        children += node == root ? 1 : 0;
        by_edge[end.node] = end.edge;
        number[end.node] = low[end.node] = ++counter;
        stack.push_back({end.node, first[end.node]});
        continue;
      }
      stack.pop_back();
      if (stack.empty()) continue;
      const std::uint32_t parent = stack.back().node;
      low[parent] = std::min(low[parent], low[node]);
      if (low[node] > number[parent]) weak.is_bridge[by_edge[node]] = 1;
      if (parent != root && low[node] >= number[parent]) weak.is_articulation[parent] = 1;
    }
    if (children > 1) weak.is_articulation[root] = 1;
  }
  return weak;
}

}  // namespace jingwei
