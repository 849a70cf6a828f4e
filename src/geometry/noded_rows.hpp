#pragma once
#include "base/context.hpp"
#include "geometry/wkb.hpp"

namespace jingwei {

/// The polygons of each row on the grid, with a vertex wherever the border of another row meets theirs
/// (row_edges.hpp): what rows share has the same vertices in all of them. Rows may overlap. Row count is
/// kept; null where a row has no polygon, or none wider than the grid.
GeometryColumn noded_rows(const GeometryColumn& polygons, double grid_size, Context& context);

}  // namespace jingwei
