#include "network/sweep_nearest.hpp"

#include <algorithm>

#include "base/parallel.hpp"

namespace jingwei {
namespace {

/// From the facilities' nodes up over all above them, the deepest first.
void push_up(const Metric& metric, const SeedLists& facilities, CostDirection direction, Cost limit,
             NearestLists& lists) {
  const Hierarchy& hierarchy = metric.hierarchy();
  AncestorSet paths(hierarchy);
  for (std::uint32_t facility = 0; facility < facilities.size(); ++facility) {
    for (const Seed& seed : facilities[facility]) {
      if (seed.cost > limit) continue;
      const std::uint32_t position = hierarchy.position(seed.node);
      lists.improve(position, seed.cost, facility);
      paths.add(position);
    }
  }
  std::vector<std::uint32_t> above;
  paths.take(above);
  const SweepArcs& arcs = metric.climb(direction);
  RootPath path(hierarchy);
  for (std::size_t i = above.size(); i-- > 0;) {
    if (lists.size(above[i]) == 0) continue;
    path.move_to(above[i]);
    for (const SweepArc& arc : arcs.of(above[i])) lists.merge(path[arc.depth], above[i], arc.cost, limit);
  }
}

}  // namespace

bool NearestLists::improve(std::uint32_t position, Cost cost, std::uint32_t facility) {
  std::uint64_t* keys = m_keys.data() + position * m_k;
  const std::uint64_t key = std::uint64_t{cost} << 32 | facility;
  if (m_k == 0 || key >= keys[m_k - 1]) return false;
  std::uint32_t& size = m_sizes[position];
  std::size_t end = 0;  // where the facility stands, or behind the last
  while (end < size && static_cast<std::uint32_t>(keys[end]) != facility) ++end;
  if (end < size && keys[end] <= key) return true;
  if (end == size) {
    if (size == m_k) {
      --end;  // the last falls out
    } else {
      ++size;
    }
  }
  for (; end > 0 && keys[end - 1] > key; --end) keys[end] = keys[end - 1];
  keys[end] = key;
  return true;
}

void NearestLists::merge(std::uint32_t position, std::uint32_t from, Cost cost, Cost limit) {
  const std::uint64_t* keys = m_keys.data() + from * m_k;
  for (std::size_t i = 0; i < m_sizes[from]; ++i) {
    const Cost sum = add_costs(static_cast<Cost>(keys[i] >> 32), cost, limit);
    if (sum == unreachable || !improve(position, sum, static_cast<std::uint32_t>(keys[i]))) return;
  }
}

NearestLists nearest_facilities(const Metric& metric, const SeedLists& facilities, std::size_t k,
                                CostDirection direction, Cost limit, Context& context) {
  limit = std::min(limit, unreachable - 1);
  const Hierarchy& hierarchy = metric.hierarchy();
  NearestLists lists(hierarchy.nodes(), std::min(k, facilities.size()));
  push_up(metric, facilities, direction, limit, lists);
  // Down: the nodes above first, then the subtrees below them, which share nothing, at the same time.
  const SweepArcs& arcs = metric.descent(direction);
  const auto merge_down = [&](RootPath& path, std::uint32_t position) {
    path.move_to(position);
    for (const SweepArc& arc : arcs.of(position)) lists.merge(position, path[arc.depth], arc.cost, limit);
  };
  const Hierarchy::Cut cut = hierarchy.cut(hierarchy.nodes() / 64);
  RootPath path(hierarchy);
  for (const std::uint32_t position : cut.top) merge_down(path, position);
  parallel_for(cut.subtrees.size(), context, [&](std::size_t begin, std::size_t end) {
    RootPath own(hierarchy);
    for (std::size_t i = begin; i < end; ++i)
      for (std::uint32_t position = cut.subtrees[i]; position < hierarchy.end(cut.subtrees[i]); ++position)
        merge_down(own, position);
  });
  return lists;
}

}  // namespace jingwei
