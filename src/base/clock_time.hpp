#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace jingwei {

/// A time of day: seconds after midnight.
struct ClockTime {
  std::uint32_t s = 0;
  auto operator<=>(const ClockTime&) const = default;
};

/// The time that "H:MM" or "H:MM:SS" states; hours from 24 up to 72 are of the days after. Nothing where the
/// text is none; parse_clock_time throws an input Error instead.
std::optional<ClockTime> to_clock_time(std::string_view text);
ClockTime parse_clock_time(std::string_view text);

/// "07:30", with seconds where there are any.
std::string to_text(ClockTime time);

}  // namespace jingwei
