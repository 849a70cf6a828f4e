#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "base/context.hpp"
#include "geometry/snap_rounding.hpp"
#include "geometry/winding_sweep.hpp"
#include "geometry/wkb.hpp"

namespace jingwei {

/// How the winding of a row's polygons changes across an edge: `rise` more just above it than just below.
struct RowRise {
  std::uint32_t row = 0;
  std::int32_t rise = 0;
  bool operator==(const RowRise&) const = default;
};

/// The borders of all rows of polygons as edges that meet in their ends only, in the order of (low, slope);
/// what rows share is there once. The rises of the edges themselves mean nothing.
struct RowEdges {
  std::vector<GridEdge> edges;
  std::vector<Placement> placements;      ///< of which only the neighbours mean something
  std::vector<std::uint32_t> first_rise;  ///< of edge e: [first_rise[e], first_rise[e + 1])
  std::vector<RowRise> rises;             ///< by row in each edge, none of them 0
  std::span<const RowRise> rises_of(std::size_t edge) const {
    return std::span(rises).subspan(first_rise[edge], first_rise[edge + 1] - first_rise[edge]);
  }
};

/// The arrangement of the borders of all rows by snap rounding (snap_rounding.hpp): vertices on the grid
/// never move, edges less than a cell. Rows that are no polygons have no edges. Noded tile by tile in
/// parallel; neither the tiles nor threads have a part in the result. Errors: input where coordinates are too
/// far for the grid, failed where the arrangement does not settle on it.
RowEdges row_edges(const GeometryColumn& polygons, double grid_size, Context& context);

}  // namespace jingwei
