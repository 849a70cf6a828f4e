#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace jingwei {

/// How strongly a zone controls what is built in it, from weak to strong (so that < means weaker): advisory
/// zones are reported and never veto, restricted ones ask for proof that there is no other way, prohibited
/// ones forbid.
enum class ControlStrength { advisory, restricted, prohibited };
inline constexpr std::array control_strengths{ControlStrength::advisory, ControlStrength::restricted,
                                              ControlStrength::prohibited};

/// "prohibited", as layers name it, and the strength of that name.
std::string_view to_text(ControlStrength strength);
std::optional<ControlStrength> parse_control_strength(std::string_view text);

/// The strongest of a set: where zones overlap, the strictest wins. Nothing for an empty set.
std::optional<ControlStrength> strictest(std::span<const ControlStrength> strengths);
/// The place of the strongest in a set, the first of equals. \pre not empty
std::size_t strictest_index(std::span<const ControlStrength> strengths);

}  // namespace jingwei
