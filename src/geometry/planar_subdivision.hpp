#pragma once
#include "geometry/row_edges.hpp"

namespace jingwei {

/// The faces between the borders of rows of polygons: every place of the plane lies in one of them.
struct PlanarSubdivision {
  static constexpr std::uint32_t outside = 0;  ///< the unbounded face

  std::vector<GridEdge> edges;                   ///< as RowEdges has them
  std::vector<std::uint32_t> below, above;       ///< the faces beside each edge
  std::vector<std::vector<std::uint32_t>> rows;  ///< of each face: the rows that cover it, ascending
  std::vector<double> areas;                     ///< of each face, in the plane's units; of `outside`: 0
  std::vector<double> perimeters;                ///< of each face
  double grid_size = 0;

  std::size_t faces() const { return rows.size(); }
  double length(std::size_t edge) const;  ///< in the plane's units
};

/// All borders are noded once (row_edges.hpp); a row covers a face where its rings wind around it
/// counter-clockwise. Faces hang together; they are numbered in the order of their lowest edges. Neither the
/// order of the rows (their numbers aside) nor threads have a part in it.
PlanarSubdivision planar_subdivision(const GeometryColumn& polygons, double grid_size, Context& context);

/// What the faces of each owner make together: `owners[face]` is 0 … owner_count − 1, or no_row (overlay.hpp)
/// of faces that nobody has. Valid by OGC, with every node of the subdivision as a vertex: what two owners
/// share has the same vertices in both. Null where an owner has no face.
GeometryColumn polygons_of_faces(const PlanarSubdivision& subdivision, std::span<const std::uint32_t> owners,
                                 std::uint32_t owner_count, Context& context);

/// An Error (failed) unless every face has an interior point that lies in all rows that are said to cover it
/// and in no other, but for what the grid may move a border, and the faces of each row are together as large
/// as the row. How many faces had such a point.
std::size_t prove(const PlanarSubdivision& subdivision, const GeometryColumn& rows, Context& context);

}  // namespace jingwei
