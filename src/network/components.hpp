#pragma once
#include <cstdint>
#include <vector>

#include "network/graph.hpp"

namespace jingwei {

/// Strongly connected components: parts in which every node reaches every other.
struct Components {
  std::vector<std::uint32_t> of_node;  ///< numbered by their lowest node, from 0
  std::vector<std::uint32_t> sizes;    ///< nodes in each
  /// The component with the most nodes (ties: the one with the lowest node). \pre not empty.
  std::uint32_t largest() const;
};

/// Tarjan (1972), with a stack of its own in place of recursion.
Components strong_components(const Graph& graph);

}  // namespace jingwei
