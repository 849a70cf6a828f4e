#pragma once
#include <span>
#include <type_traits>
#include <vector>

#include "base/error.hpp"
#include "geometry/grid_row.hpp"
#include "geometry/overlay_row_polygons.hpp"

namespace jingwei {

using Bytes = std::vector<std::uint8_t>;

[[noreturn]] void refuse(const Text& reason);

/// The ladder of an overlay step: on the grid, then the arrangement of faces (nullptr: there is none), then
/// an Error with what was wrong first. A rung counts when `proven` accepts what it made.
template <class Overlay, class Arrangement, class Proven>
auto certified(const Overlay& overlay, const Arrangement& arrangement, const Proven& proven) {
  Text first{"结果内有一点在来源之外", "a point inside the result lies outside its sources"};
  try {
    auto made = overlay();
    if (proven(made)) return made;
  } catch (const Error& failure) {
    first = failure.message();
  }
  if constexpr (!std::is_null_pointer_v<Arrangement>) {
    try {
      auto made = arrangement();
      if (proven(made)) return made;
    } catch (const Error&) {
      refuse(first);
    }
  }
  refuse(first);
}

bool all_near(GridRow& row, const std::vector<Point>& places, double tolerance);

/// Is every part of `rest` in `a`, and in none of the other rows? Parts that lie inside another row but are
/// narrower than the grid can tell (two borders rounded apart by a cell) are left out of it.
bool keep_proven_rest(std::vector<Rings>& rest, GridRow& a, std::span<const std::uint32_t> others_near,
                      GridRows& others, double grid_size);
bool keep_proven_rest(std::vector<Path>& rest, GridRow& a, std::span<const std::uint32_t> others_near,
                      GridRows& others, double grid_size);

/// Does the area of a polygon row add up to what it has inside and outside of others, but for what the grid
/// may give or take along its border?
bool balances(GridRow& a, double inside, double outside, double grid_size);
/// An Error where the measures do not add up to what the grid may give or take along the borders.
void check_balance(const GridRow& a, const RowOverlay& result, double grid_size);
/// The same of the pieces of a polygon row and the area that an arrangement of all rows together finds for
/// them.
void check_pieces(GridRow& a, const PolygonRow& row, double pieces_area, double expected_area,
                  double grid_size);

}  // namespace jingwei
