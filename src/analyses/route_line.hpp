#pragma once
#include <cstdint>
#include <vector>

#include "network/route.hpp"

namespace jingwei {

/// The line of a journey, WKB: of several parts where it has gaps; empty where it has no length.
std::vector<std::uint8_t> line_of(const Route& route);

}  // namespace jingwei
