#pragma once
#include <string_view>

#include "network/edges.hpp"

namespace jingwei {

/// "street", "motorway", "expressway", "rail": as output layers name it.
std::string_view to_text(EdgeKind kind);

}  // namespace jingwei
