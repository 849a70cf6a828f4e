#include "methods/conservation_rule.hpp"

#include <algorithm>

namespace jingwei {

std::string_view to_text(ProjectKind kind) {
  return kind == ProjectKind::trunk_line ? "trunk_line" : "micro_center";
}

ControlStrength strength_of(ControlStrength said, FunctionalZone functional) {
  return functional == FunctionalZone::yes ? ControlStrength::advisory : said;
}

ControlStrength verdict(ProjectKind project, ControlStrength zone, RedLine red_line) {
  if (project == ProjectKind::trunk_line && red_line == RedLine::yes)
    return std::min(zone, ControlStrength::restricted);
  return zone;
}

}  // namespace jingwei
