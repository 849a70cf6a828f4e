#include "network/dijkstra.hpp"

#include <algorithm>
#include <functional>
#include <queue>
#include <tuple>

namespace jingwei {

void Search::improve(std::uint32_t node, Cost cost, Cost limit) {
  if (cost > limit || cost >= this->cost(node)) return;
  m_labels[node] = {m_stamp, cost};
  m_heap.push(cost, node);
}

void Search::run(const Graph& graph, std::span<const Seed> seeds, Cost limit, const TargetNodes* targets) {
  if (++m_stamp == 0) {  // the stamps have gone round: forget them all
    std::fill(m_labels.begin(), m_labels.end(), Label{});
    m_stamp = 1;
  }
  m_settled.clear();
  m_heap.clear();
  limit = std::min(limit, unreachable - 1);
  std::size_t missing = targets ? targets->count : 0;
  if (targets && missing == 0) return;
  for (const Seed& seed : seeds) improve(seed.node, seed.cost, limit);
  while (!m_heap.empty()) {
    const auto [cost, node] = m_heap.pop();
    if (cost != m_labels[node].cost) continue;
    m_settled.push_back(node);
    if (targets && targets->is_target[node] && --missing == 0) return;
    for (const Graph::Target& arc : graph.out(node))
      improve(arc.head, add_costs(cost, arc.cost, limit), limit);
  }
}

std::vector<NearestSource> nearest_sources(const Graph& graph, std::span<const SourceSeed> seeds,
                                           Cost limit) {
  // Labels are ordered as (cost, source), so that a tie goes to the lowest source wherever it arises.
  std::vector<NearestSource> best(graph.nodes());
  using Entry = std::tuple<Cost, std::uint32_t, std::uint32_t>;  // cost, source, node
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
  limit = std::min(limit, unreachable - 1);
  const auto improve = [&](std::uint32_t node, NearestSource label) {
    if (label.cost > limit || !(label < best[node])) return;
    best[node] = label;
    queue.emplace(label.cost, label.source, node);
  };
  for (const SourceSeed& seed : seeds) improve(seed.node, {seed.cost, seed.source});
  while (!queue.empty()) {
    const auto [cost, source, node] = queue.top();
    queue.pop();
    if (NearestSource{cost, source} != best[node]) continue;
    for (const Graph::Target& arc : graph.out(node))
      improve(arc.head, {add_costs(cost, arc.cost, limit), source});
  }
  return best;
}

}  // namespace jingwei
