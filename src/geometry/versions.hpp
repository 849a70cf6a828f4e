#pragma once
#include <string>
#include <utility>
#include <vector>

namespace jingwei {

/// The libraries of this room and their versions, as they run.
std::vector<std::pair<std::string, std::string>> geometry_versions();

}  // namespace jingwei
