#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "base/context.hpp"
#include "network/customisation.hpp"
#include "network/sweep_sources.hpp"

namespace jingwei {

/// The k nearest of some facilities for every node.
class NearestLists {
 public:
  struct Item {
    Cost cost;
    std::uint32_t facility;
    bool operator==(const Item&) const = default;
  };

  NearestLists(std::size_t nodes, std::size_t k) : m_k(k), m_keys(nodes * k, no_key) {}

  std::size_t k() const { return m_k; }
  /// How many facilities the node at this position has within the limit, at most k.
  std::size_t size(std::uint32_t position) const {
    std::size_t size = 0;
    while (size < m_k && m_keys[position * m_k + size] != no_key) ++size;
    return size;
  }
  /// The i-th of them, by cost, then facility. \pre i < size(position)
  Item item(std::uint32_t position, std::size_t i) const {
    const std::uint64_t key = m_keys[position * m_k + i];
    return {static_cast<Cost>(key >> 32), static_cast<std::uint32_t>(key)};
  }

  /// Takes a facility into a node's list, unless it stands there as cheaply already or k better ones do.
  void improve(std::uint32_t position, Cost cost, std::uint32_t facility) {
    if (m_k > 0) insert(m_keys.data() + position * m_k, std::uint64_t{cost} << 32 | facility);
  }
  /// Takes in what the list of `from` offers at this cost more, up to the limit.
  void merge(std::uint32_t position, std::uint32_t from, Cost cost, Cost limit);

 private:
  static constexpr std::uint64_t no_key = ~std::uint64_t{0};
  bool insert(std::uint64_t* list, std::uint64_t key) const;

  std::size_t m_k;
  RawVector<std::uint64_t> m_keys;  ///< k a node: cost · 2³² + facility, ascending, then no_key
};

/// For every node the k facilities that are cheapest to reach (to_source), or from which it is cheapest to
/// reach (from_source), within the limit; ties by the facility's number. The facilities' lists are pushed up
/// the hierarchy once, then merged down once.
NearestLists nearest_facilities(const Metric& metric, const SeedLists& facilities, std::size_t k,
                                CostDirection direction, Cost limit, Context& context);

}  // namespace jingwei
