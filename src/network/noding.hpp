#pragma once
#include <vector>

#include "network/source_lines.hpp"

namespace jingwei {

/// What noding has done.
struct Noded {
  std::size_t crossings = 0;    ///< places where lines crossed or touched without a vertex of both
  std::size_t joined_ends = 0;  ///< ends that were led to a line near by
};

/// Streets of `roads` layers meet wherever they cross or touch on one level (snap rounding on the grid), and
/// where they end together, whatever their levels: a bridge begins and ends there. An end that meets nothing
/// is led on to the nearest line of its level within the tolerance, with an Issue; of two such ends near each
/// other one is. A line is not joined to itself within twice the tolerance along it. The result does not
/// depend on the order or direction of lines. Lines of other sources are left alone.
Noded node_crossings(NetworkLines& lines, const NetworkSources& sources, double grid_size, const Crs& crs,
                     std::vector<Issue>& issues);

}  // namespace jingwei
