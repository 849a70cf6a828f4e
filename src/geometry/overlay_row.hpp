#pragma once
#include <span>

#include "geometry/certificate.hpp"
#include "geometry/grid_row.hpp"

namespace jingwei {

/// A piece of a row and the row of the other column that it shares.
struct Piece {
  std::vector<std::uint8_t> wkb;
  std::uint32_t other = 0;
};

/// What a row a has in common with each row that it may meet, and what it has alone. Proven: every piece has
/// an interior point that was found in both sources, every part of the rest one that was found in a and in no
/// other row, and the measures balance.
///
/// A step that is refused, or whose witness fails, is taken again from the faces that the borders of both
/// make on the grid, each put in or out by a point inside it (polygons only); an Error where that fails too.
struct RowOverlay {
  std::vector<Piece> pieces;
  std::vector<std::uint8_t> rest;  ///< no bytes: nothing, or its area alone is wanted
  double measure = 0;              ///< of a
  double shared_measure = 0;       ///< of the union of the pieces
  double rest_measure = 0;
  std::size_t witnesses = 0;  ///< pieces, the rest among them, that were witnessed
};
/// Of polygons' rest an overlay may want no more than the area, for the balance.
enum class RestWanted { polygons, area };
RowOverlay overlay_row(GridRow& a, std::span<const std::uint32_t> candidates, GridRows& others,
                       RestWanted wanted, double grid_size);

/// What two rows have in common, of the lower of their dimensions; no bytes where that is nothing.
std::vector<std::uint8_t> shared_piece(GridRow& a, GridRow& b, double grid_size);

/// What `a` has outside of the pieces that it is known to share with rows `met`.
std::vector<std::uint8_t> rest_of_row(GridRow& a, const std::vector<Wkb>& pieces,
                                      std::span<const std::uint32_t> met, GridRows& others, double grid_size);

/// How far a witness may lie outside its source: the grid moves a border by less than a cell's diagonal, once
/// for the row and once for the piece.
inline double witness_tolerance(double grid_size) {
  return 2 * grid_size;
}

}  // namespace jingwei
