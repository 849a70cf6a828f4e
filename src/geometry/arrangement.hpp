#pragma once
#include <span>

#include "geometry/grid_row.hpp"

namespace jingwei {

enum class Side { inside, outside };

/// The polygons that the borders of these geometries make once they are noded on the grid: they tile what the
/// borders enclose, holes too. The order of the borders does not matter.
std::vector<Rings> faces_between(std::vector<geos::Geometry> borders, double grid_size);

/// The part of polygon `a` inside or outside of polygon `b`, put together from the faces between their
/// borders: slower than an overlay, and independent of it.
std::vector<std::uint8_t> faces_within(GridRow& a, GridRow& b, Side side, double grid_size);

}  // namespace jingwei
