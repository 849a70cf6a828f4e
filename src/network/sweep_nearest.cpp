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

/// False where the list has k better ones.
bool NearestLists::insert(std::uint64_t* list, std::uint64_t key) const {
  if (key >= list[m_k - 1]) return false;
  std::size_t place = 0;  // where the facility stands, else the last, which falls out
  while (place < m_k - 1 && static_cast<std::uint32_t>(list[place] ^ key) != 0) ++place;
  if (list[place] <= key) return true;
  for (; place > 0 && list[place - 1] > key; --place) list[place] = list[place - 1];
  list[place] = key;
  return true;
}

void NearestLists::merge(std::uint32_t position, std::uint32_t from, Cost cost, Cost limit) {
  const std::uint64_t *source = m_keys.data() + from * m_k, *end = source + m_k;
  std::uint64_t* list = m_keys.data() + position * m_k;
  for (; source != end && *source != no_key; ++source) {
    if ((*source >> 32) + cost > limit || !insert(list, *source + (std::uint64_t{cost} << 32))) return;
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
