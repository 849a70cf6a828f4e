#pragma once
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "base/context.hpp"
#include "geometry/certificate.hpp"
#include "geometry/wkb.hpp"

namespace jingwei {

inline constexpr std::uint32_t no_row = std::numeric_limits<std::uint32_t>::max();

/// The pieces of an overlay and the rows they come from (`no_row` where a side has no part), in the order of
/// (source_a, source_b). No piece is empty or null.
struct Pieces {
  GeometryColumn geometry;
  std::vector<std::uint32_t> source_a;
  std::vector<std::uint32_t> source_b;
  Certificate certificate;
};

/// Pairwise overlays of two columns on a precision grid of `grid_size` (in the columns' CRS units; > 0).
/// Coordinates are rounded to the grid and never moved farther. Polygons, lines and points may meet in any
/// combination; pieces keep the lower of the two dimensions, and pieces of lower dimension than that
/// (touching) are dropped. \pre valid rows (repair.hpp); rows of one column may overlap each other: every
/// pair gives its own piece.
///
/// | function | pieces | elsewhere also called |
/// |---|---|---|
/// | intersection | A_i ∩ B_j | intersect |
/// | difference | A_i − ∪B (source_b = no_row) | erase |
/// | identity | A_i ∩ B_j and A_i − ∪B | |
/// | union_of | those and B_j − ∪A | |
/// | symmetric_difference | A_i − ∪B and B_j − ∪A | |
/// | update | A_i − ∪B and B_j as it is | |
/// | clip | A_i ∩ ∪B (source_b = no_row), ∪B being of the highest dimension that b has | |
Pieces intersection(const GeometryColumn& a, const GeometryColumn& b, double grid_size, Context& context);
Pieces difference(const GeometryColumn& a, const GeometryColumn& b, double grid_size, Context& context);
Pieces identity(const GeometryColumn& a, const GeometryColumn& b, double grid_size, Context& context);
Pieces union_of(const GeometryColumn& a, const GeometryColumn& b, double grid_size, Context& context);
Pieces symmetric_difference(const GeometryColumn& a, const GeometryColumn& b, double grid_size,
                            Context& context);
Pieces update(const GeometryColumn& a, const GeometryColumn& b, double grid_size, Context& context);
Pieces clip(const GeometryColumn& a, const GeometryColumn& b, double grid_size, Context& context);

/// The union of the rows of each group: `groups[row]` is its group, 0 … group_count − 1 (no_row: in no
/// group). One row a group, null where it has none; polygons, lines or points by what the rows are (the
/// highest dimension wins).
GeometryColumn dissolve(const GeometryColumn& column, std::span<const std::uint32_t> groups,
                        std::uint32_t group_count, double grid_size, Context& context);
/// The union of all rows as one row (null where there is none).
GeometryColumn dissolve(const GeometryColumn& column, double grid_size, Context& context);

/// Every place once: the faces of overlapping polygons, each labelled with all rows that cover it
/// (ascending). All linework is noded on the grid and polygonised. Faces in a stable order: by rows, then by
/// place.
struct Faces {
  GeometryColumn geometry;
  std::vector<std::vector<std::uint32_t>> rows;
};
Faces faces_of(const GeometryColumn& polygons, double grid_size, Context& context);

/// Rows cut to a rectangle: what lies outside is left out (null where all is). Row count is kept. Grid as
/// above.
GeometryColumn clip(const GeometryColumn& column, const Envelope& rectangle, double grid_size,
                    Context& context);

}  // namespace jingwei
