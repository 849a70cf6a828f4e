#include "network/sweep_sources.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

namespace jingwei {

std::vector<std::uint32_t> by_proximity(const Hierarchy& hierarchy, const SeedLists& lists) {
  std::vector<std::uint32_t> order(lists.size()), place(lists.size(), Hierarchy::none);
  std::iota(order.begin(), order.end(), 0U);
  for (std::size_t i = 0; i < lists.size(); ++i)
    if (!lists[i].empty()) place[i] = hierarchy.position(lists[i].front().node);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return place[a] < place[b]; });
  return order;
}

void AncestorSet::add(std::uint32_t position) {
  for (; position != Hierarchy::none; position = m_hierarchy.parent(position)) {
    std::uint64_t& word = m_marked[position / 64];
    const std::uint64_t bit = std::uint64_t{1} << position % 64;
    if (word & bit) return;
    word |= bit;
  }
}

void AncestorSet::take(std::vector<std::uint32_t>& result) {
  result.clear();
  for (std::size_t i = 0; i < m_marked.size(); ++i) {
    for (; m_marked[i] != 0; m_marked[i] &= m_marked[i] - 1)
      result.push_back(
          static_cast<std::uint32_t>(i * 64 + static_cast<unsigned>(std::countr_zero(m_marked[i]))));
  }
}

}  // namespace jingwei
