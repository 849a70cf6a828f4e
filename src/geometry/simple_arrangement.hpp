#pragma once
#include <optional>
#include <vector>

#include "geometry/sided_rings.hpp"
#include "geometry/wkb.hpp"

namespace jingwei {

/// The arrangement of rings that are in general position: no place where rings meet or bend is nearer than a
/// few cells to any edge but those that meet there, which cross each other in pairs. Then snap rounding moves
/// nothing but the crossings to their cells, and the winding on both sides of all borders follows along the
/// rings (as overlays of two polygons have it since Weiler & Atherton 1977), without any sweep. What it gives
/// is what snap_rounding.hpp, winding_sweep.hpp and ring_trace.hpp give, bit by bit.
class SimpleArrangement {
 public:
  /// Nothing where rings are not in general position, have too many edges to compare them all, or lie too far
  /// from each other for 64 bits.
  static std::optional<SimpleArrangement> of(const SidedRings& rings);

  /// The polygons of the places whose winding `kept` accepts, with `scale` cells a unit; in the canonical
  /// form of polygon_overlay.hpp. \pre `kept` accepts nothing that has none of both sides, and where it
  /// changes with more of one side it does so once.
  template <class Kept>
  std::vector<Rings> polygons(const Kept& kept, double scale) const {
    std::vector<std::int8_t> borders;
    borders.reserve(m_pieces.size());
    for (const Piece& piece : m_pieces)
      borders.push_back(static_cast<std::int8_t>(static_cast<int>(kept(piece.left())) -
                                                 static_cast<int>(kept(piece.right))));
    return polygons_between(std::move(borders), scale);
  }

  /// Twice the area of all places, each as often as `count` has it by its winding. Exact.
  template <class Count>
  WideInteger twice_area(const Count& count) const {
    WideInteger twice = 0;
    for (const Piece& piece : m_pieces) {
      const int step = count(piece.right) - count(piece.left());
      const Cell to = m_pieces[piece.next].from;
      if (step != 0)
        twice += WideInteger(step) * (to.x - piece.from.x) * (piece.from.y + to.y - 2 * m_pieces[0].from.y);
    }
    return twice;
  }

 private:
  friend class SimpleArrangementBuilder;
  static constexpr std::uint32_t none = 0xffffffff;

  /// A border from one corner or crossing to the next one of its ring.
  struct Piece {
    Cell from;
    Winding right{};  ///< of the places just on its right
    std::uint32_t before = 0, next = 0;
    std::uint32_t across =
        none;  ///< where it begins at a crossing: the piece of the other edge that does too
    std::uint32_t side = 0;
    Winding left() const { return {right[0] + (side == 0 ? 1 : 0), right[1] + (side == 1 ? 1 : 0)}; }
  };

  /// `borders`: of each piece 1 where what is kept lies on its left only, -1 where on its right only, else 0.
  std::vector<Rings> polygons_between(std::vector<std::int8_t> borders, double scale) const;
  void trace(std::uint32_t first, std::vector<std::int8_t>& borders, std::vector<Cell>& ring) const;

  std::vector<Piece> m_pieces;
};

}  // namespace jingwei
