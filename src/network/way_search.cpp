#include "network/way_search.hpp"

#include <algorithm>
#include <functional>
#include <queue>
#include <tuple>

namespace jingwei {

void WaySearch::run(const Graph& graph, std::span<const std::uint32_t> lengths_mm,
                    std::span<const WaySeed> seeds, Cost limit, const TargetNodes* targets) {
  if (++m_stamp == 0) {  // the stamps have gone round: forget them all
    std::fill(m_labels.begin(), m_labels.end(), Label{});
    m_stamp = 1;
  }
  limit = std::min(limit, unreachable - 1);
  std::size_t missing = targets ? targets->count : 0;
  if (targets && missing == 0) return;
  using Entry = std::tuple<Cost, std::uint64_t, std::uint32_t>;  // time, length, node
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
  const auto improve = [&](std::uint32_t node, WayCost cost, std::uint32_t arc, std::uint32_t before) {
    if (cost.time > limit || !(cost < this->cost(node))) return;
    m_labels[node] = {cost, m_stamp, arc, before};
    queue.emplace(cost.time, cost.length_mm, node);
  };
  for (const WaySeed& seed : seeds) improve(seed.node, seed.cost, no_arc, seed.node);
  while (!queue.empty()) {
    const auto [time, length_mm, node] = queue.top();
    queue.pop();
    if (WayCost{time, length_mm} != m_labels[node].cost) continue;
    if (targets && targets->is_target[node] && --missing == 0) return;
    for (std::uint32_t arc = graph.first[node]; arc < graph.first[node + 1]; ++arc) {
      const Graph::Target& target = graph.targets[arc];
      improve(target.head, {add_costs(time, target.cost, limit), length_mm + lengths_mm[arc]}, arc, node);
    }
  }
}

}  // namespace jingwei
