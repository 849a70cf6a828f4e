#pragma once
// Rows of trunk lines and conservation zones.
#include "analyses/fixtures.hpp"

namespace fixtures {

inline Values trunk_line(const char* id, const char* confidence = "A") {
  return {{"line_id", std::string(id)},
          {"name_zh", std::string(id) + "线"},
          {"scheme", std::string("main-rail")},
          {"kind", std::string("hsr")},
          {"routing", std::string("rail")},
          {"confidence", std::string(confidence)},
          {"synthetic", false}};
}
inline Values zone(const char* id, const char* strength, const char* kind = "wetland",
                   bool functional = false) {
  return {{"zone_id", std::string(id)}, {"name_zh", std::string(id) + "区"},
          {"kind", std::string(kind)},  {"control_strength", std::string(strength)},
          {"functional", functional},   {"confidence", std::string("B")},
          {"synthetic", true}};
}

}  // namespace fixtures
