#pragma once
#include <cstdint>
#include <vector>

#include "base/context.hpp"
#include "geometry/wkb.hpp"

namespace jingwei {

/// Geometries that become one: their parts of this dimension. No bytes are no geometry.
struct Group {
  int dimension = -1;
  std::vector<Wkb> rows;
};

/// The union of each group on the grid, no bytes where a group has none; neither the rows' order nor threads
/// have a part in it. Proven against every row: what the union holds lies in a row, and what a row holds in
/// the union; an Error where that fails.
std::vector<std::vector<std::uint8_t>> unite(std::span<const Group> groups, double grid_size,
                                             Context& context);

}  // namespace jingwei
