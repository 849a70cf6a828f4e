#pragma once
#include <vector>

#include "base/context.hpp"
#include "base/quantity.hpp"
#include "geometry/crs.hpp"
#include "geometry/wkb.hpp"

namespace jingwei {

/// The mean width of each row's polygons, 2·area/perimeter, in true metres: of a long strip about its width,
/// of a square half its side. 0 of what is no polygon.
std::vector<double> mean_widths_m(const GeometryColumn& polygons, const Crs& crs, Context& context);

/// Which rows are slivers of a width: their mean width (as above) is less, and nothing is left of them half
/// the width inside their border. So what is small but compact is none, and neither is a strip that widens
/// somewhere. False of what is no polygon.
std::vector<bool> narrower_than(Length width, const GeometryColumn& polygons,
                                const std::vector<double>& widths_m, const Crs& crs, double grid_size,
                                Context& context);

}  // namespace jingwei
