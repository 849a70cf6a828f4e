#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "base/context.hpp"
#include "geometry/grid_polygons.hpp"

namespace jingwei {

/// As bordered (grid_polygons.hpp), of places that the first side winds around, in parallel: every edge is
/// cut at the upright lines x = `lines` (ascending), at the cell nearest to where it crosses; each strip
/// between two lines is closed along them, rounded and swept by itself; what borders along a line on one
/// side alone stays, what does on both is a seam and goes. So strips join by construction, and borders have a
/// corner where they cross a line, up to half a cell off. Edges come in any number of shares, which are cut
/// at the same time and forgotten.
Bordered bordered_by_strips(std::span<std::vector<GridEdge>> shares, std::span<const std::int64_t> lines,
                            double scale, Context& context);

/// Lines between about so many equal shares of the edges, by their lower ends.
std::vector<std::int64_t> strip_lines(std::span<const GridEdge> edges, std::size_t strips);

}  // namespace jingwei
