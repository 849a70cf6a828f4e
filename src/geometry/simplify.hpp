#pragma once
#include "geometry/wkb.hpp"

namespace jingwei {

/// Polygons and lines with as few of their vertices as the Douglas–Peucker rule leaves: borders lie within
/// `tolerance` (≥ 0, in the plane's units) of where they were, and what they were within `tolerance` of them.
/// Borders that rows share stay shared; what lay on one side of a border stays there, so that nothing meets
/// or crosses that did not before, and every ring keeps an inside (de Berg, van Kreveld & Schirra 1998,
/// "Topologically correct subdivision simplification using the bandwidth criterion": no vertex lies between a
/// border and what replaces it). Points and nulls as they are. Row count, parts and rings are kept; the
/// result depends on the rows together, not on their order. \pre rows on a grid of `grid_size`, which meet in
/// vertices that both have: where borders cross without, they may after
GeometryColumn simplify(const GeometryColumn& rows, double tolerance, double grid_size);

}  // namespace jingwei
