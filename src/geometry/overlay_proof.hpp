#pragma once
#include <functional>
#include <span>
#include <vector>

#include "geometry/grid_row.hpp"
#include "geometry/overlay_row.hpp"

namespace jingwei {

using Bytes = std::vector<std::uint8_t>;

/// The ladder of an overlay step: GEOS on the grid, then the arrangement of faces (where there is one), then
/// an Error with what was wrong first. A rung counts when `proven` accepts what it made.
Bytes certified(const std::function<Bytes()>& overlay, const std::function<Bytes()>& arrangement,
                const std::function<bool(Bytes&)>& proven);

bool all_near(GridRow& row, const std::vector<Point>& places, double tolerance);

/// Is every part of `rest` in `a`, and in none of the other rows? Parts that lie inside another row but are
/// narrower than the grid can tell (two borders rounded apart by a cell) are left out of it.
bool keep_proven_rest(Bytes& rest, GridRow& a, std::span<const std::uint32_t> candidates, GridRows& others,
                      double grid_size);

/// An Error where the measures do not add up to what the grid may give or take along the borders.
void check_balance(const GridRow& a, const RowOverlay& result, double grid_size);

}  // namespace jingwei
