#pragma once
#include "layer/issue.hpp"

namespace jingwei {

/// The issue of a row whose place lies in no county: it counts in none, and its reader must know.
Issue outside_units(const Layer& layer, std::size_t row, Point place);

}  // namespace jingwei
