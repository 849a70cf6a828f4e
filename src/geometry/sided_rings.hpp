#pragma once
#include <optional>
#include <vector>

#include "geometry/snap_rounding.hpp"

namespace jingwei {

/// Closed rings in cells, each on one of the two sides of an overlay; places that follow each other differ.
struct SidedRings {
  struct Ring {
    std::size_t end = 0;   ///< of its corners; the last one is not the first repeated
    std::size_t side = 0;  ///< 0 or 1
  };
  std::vector<Cell> corners;
  std::vector<Ring> rings;
};

/// Each ring winds once around what lies on its left.
std::vector<GridEdge> edges_of(const SidedRings& rings);
/// The rings that edges make; nothing where an edge is not of one ring and one side, or rings meet in a
/// corner.
std::optional<SidedRings> rings_of(const std::vector<GridEdge>& edges);

}  // namespace jingwei
