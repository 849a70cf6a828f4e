#include "methods/strictest.hpp"

#include <algorithm>
#include <cassert>

namespace jingwei {

std::string_view to_text(ControlStrength strength) {
  switch (strength) {
    case ControlStrength::advisory:
      return "advisory";
    case ControlStrength::restricted:
      return "restricted";
    case ControlStrength::prohibited:
      return "prohibited";
  }
  return "";
}

std::optional<ControlStrength> parse_control_strength(std::string_view text) {
  for (const ControlStrength strength : control_strengths)
    if (to_text(strength) == text) return strength;
  return std::nullopt;
}

std::optional<ControlStrength> strictest(std::span<const ControlStrength> strengths) {
  if (strengths.empty()) return std::nullopt;
  return strengths[strictest_index(strengths)];
}

std::size_t strictest_index(std::span<const ControlStrength> strengths) {
  assert(!strengths.empty());
  return static_cast<std::size_t>(std::max_element(strengths.begin(), strengths.end()) - strengths.begin());
}

}  // namespace jingwei
