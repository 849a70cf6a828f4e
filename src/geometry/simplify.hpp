#pragma once
#include "geometry/wkb.hpp"

namespace jingwei {

/// Which vertices of a border are left out: while the border stays within the tolerance (Douglas & Peucker
/// 1973), or those whose triangle with their neighbours is smaller than the square of the tolerance, the
/// smallest first (the effective area of Visvalingam & Whyatt 1993).
enum class SimplifyMethod { douglas_peucker, visvalingam_whyatt };

/// Polygons and lines with fewer vertices. By Douglas–Peucker borders lie within `tolerance` (≥ 0, in the
/// plane's units) of where they were, and what they were within `tolerance` of them; by Visvalingam–Whyatt
/// there is no such bound. Borders that rows share stay shared; what lay on one side of a border stays there,
/// so that nothing meets or crosses that did not before, and every ring keeps an inside (de Berg, van Kreveld
/// & Schirra 1998, "Topologically correct subdivision simplification using the bandwidth criterion": no
/// vertex lies between a border and what replaces it). Points and nulls as they are. Row count, parts and
/// rings are kept; the result depends on the rows together, not on their order. \pre rows on a grid of
/// `grid_size`, which meet in vertices that both have (noded_rows.hpp): where borders cross without, they may
/// after
GeometryColumn simplify(const GeometryColumn& rows, double tolerance, double grid_size,
                        SimplifyMethod method = SimplifyMethod::douglas_peucker);

}  // namespace jingwei
