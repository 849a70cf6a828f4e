#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/text.hpp"

namespace jingwei {

/// Something wrong with one row while a layer is prepared; it becomes an Issue.
struct Fault {
  enum class Action { repaired, emptied, set_aside };
  std::uint32_t row = 0;
  std::string kind;
  Text reason;
  Action action = Action::set_aside;
  std::vector<std::uint8_t> place = {};  ///< WKB in the study's CRS; empty: at the feature's geometry
};

}  // namespace jingwei
