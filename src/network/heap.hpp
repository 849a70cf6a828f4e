#pragma once
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "network/cost.hpp"

namespace jingwei {

/// A 4-ary min-heap of (cost, id), packed in 64 bits: equal costs come by ascending id. Entries are never
/// changed; who finds a cheaper way pushes again and skips the stale entry when it comes.
class CostHeap {
 public:
  struct Entry {
    Cost cost;
    std::uint32_t id;
  };
  bool empty() const { return m_keys.empty(); }
  void clear() { m_keys.clear(); }
  Entry top() const { return {static_cast<Cost>(m_keys[0] >> 32), static_cast<std::uint32_t>(m_keys[0])}; }

  void push(Cost cost, std::uint32_t id) {
    const std::uint64_t key = std::uint64_t{cost} << 32 | id;
    std::size_t at = m_keys.size();
    m_keys.push_back(key);
    for (; at > 0 && m_keys[(at - 1) / 4] > key; at = (at - 1) / 4) m_keys[at] = m_keys[(at - 1) / 4];
    m_keys[at] = key;
  }

  Entry pop() {
    const Entry result = top();
    const std::uint64_t key = m_keys.back();
    m_keys.pop_back();
    const std::size_t size = m_keys.size();
    if (size == 0) return result;
    std::size_t at = 0;
    for (;;) {
      const std::size_t child = 4 * at + 1;
      if (child >= size) break;
      std::size_t least = child;
      for (std::size_t other = child + 1; other < child + 4 && other < size; ++other)
        if (m_keys[other] < m_keys[least]) least = other;
      if (m_keys[least] >= key) break;
      m_keys[at] = m_keys[least];
      at = least;
    }
    m_keys[at] = key;
    return result;
  }

 private:
  std::vector<std::uint64_t> m_keys;
};

}  // namespace jingwei
