#pragma once
#include "analyses/window.hpp"

namespace jingwei {

/// How far rounding to the grid may move the measure of a polygon (m²) or line (m): each edge by up to a cell
/// on either side, each end by as much.
double grid_tolerance(Wkb wkb, const Window& in);

}  // namespace jingwei
