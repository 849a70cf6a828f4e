#pragma once
#include <cstdint>

#include "geometry/envelope.hpp"

namespace jingwei {

/// How far along a Hilbert curve over `extent` a point lies (16 bits an axis): near codes are near places.
std::uint64_t hilbert_code(Point p, const Envelope& extent);

}  // namespace jingwei
