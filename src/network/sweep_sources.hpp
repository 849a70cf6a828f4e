#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "network/contraction.hpp"
#include "network/dijkstra.hpp"

namespace jingwei {

/// Sources or targets of sweeps: each a list of nodes with a cost at the start (or at the end), as a place on
/// an edge has the two ends of its edge. An empty list reaches nothing.
class SeedLists {
 public:
  void append(std::span<const Seed> seeds) {
    m_seeds.insert(m_seeds.end(), seeds.begin(), seeds.end());
    m_first.push_back(static_cast<std::uint32_t>(m_seeds.size()));
  }
  std::size_t size() const { return m_first.size() - 1; }
  std::span<const Seed> operator[](std::size_t i) const {
    return std::span(m_seeds).subspan(m_first[i], m_first[i + 1] - m_first[i]);
  }
  std::span<const Seed> all() const { return m_seeds; }

 private:
  std::vector<std::uint32_t> m_first{0};
  std::vector<Seed> m_seeds;
};

/// The numbers of the lists in the order of their first seed's position: neighbours in the elimination tree,
/// which lie near each other, come together. Empty lists come last.
std::vector<std::uint32_t> by_proximity(const Hierarchy& hierarchy, const SeedLists& lists);

/// A set of positions that holds with each all above it.
class AncestorSet {
 public:
  explicit AncestorSet(const Hierarchy& hierarchy)
      : m_hierarchy(hierarchy), m_marked((hierarchy.nodes() + 63) / 64, 0) {}

  /// Takes up the position and those above it.
  void add(std::uint32_t position);
  /// All that were taken up, ascending, to `result`; none is left.
  void take(std::vector<std::uint32_t>& result);

 private:
  const Hierarchy& m_hierarchy;
  std::vector<std::uint64_t> m_marked;
};

/// The positions from a root down to a node, by depth, as it moves from node to node.
class RootPath {
 public:
  explicit RootPath(const Hierarchy& hierarchy)
      : m_hierarchy(hierarchy), m_positions(hierarchy.height(), Hierarchy::none) {}

  /// Makes it the path to this position. What lies deeper is of no meaning. Cheap between neighbours.
  void move_to(std::uint32_t position) {
    while (position != Hierarchy::none && m_positions[m_hierarchy.depth(position)] != position) {
      m_positions[m_hierarchy.depth(position)] = position;
      position = m_hierarchy.parent(position);
    }
  }
  std::uint32_t operator[](std::uint32_t depth) const { return m_positions[depth]; }

 private:
  const Hierarchy& m_hierarchy;
  std::vector<std::uint32_t> m_positions;
};

}  // namespace jingwei
