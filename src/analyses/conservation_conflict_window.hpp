#pragma once
#include "analyses/window.hpp"
#include "layer/result.hpp"

namespace jingwei {

/// The layers of conservation-conflict in one window: lines cut by the faces of zones, footprints (lines
/// `line_width` wide, micro-centers with their `catchment`) cut by them, and the sums by zone and county.
Result conflict_in(const Window& in, Length line_width, Length catchment, Context& context);

}  // namespace jingwei
