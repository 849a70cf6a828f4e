#include "geometry/noded_rows.hpp"

#include "geometry/edges_by_owner.hpp"
#include "geometry/row_edges.hpp"

namespace jingwei {

GeometryColumn noded_rows(const GeometryColumn& polygons, double grid_size, Context& context) {
  const RowEdges borders = row_edges(polygons, grid_size, context);
  const EdgesByOwner of_rows = edges_by_owner(polygons.size(), [&](const auto& visit) {
    for (std::size_t e = 0; e < borders.edges.size(); ++e)
      for (const RowRise& rise : borders.rises_of(e))
        visit(rise.row, GridEdge{borders.edges[e].low, borders.edges[e].high, {rise.rise, 0}});
  });
  return polygons_of(of_rows, grid_size, context);
}

}  // namespace jingwei
