#pragma once
#include <optional>
#include <string_view>

#include "base/quantity.hpp"

namespace jingwei {

/// The speed that a value of maxspeed states as a number: "50", "50 km/h", "30 mph", "10 knots"; of several
/// ("50;60") the first. Nothing for words ("CN:urban", "none"). Not checked for sense: it may be 0 or below.
std::optional<Speed> stated_speed(std::string_view value);

/// The time of a value of duration: "00:25", "1:30:00", "25" (minutes), "PT1H30M". Nothing where it is none
/// or 0.
std::optional<Duration> stated_duration(std::string_view value);

}  // namespace jingwei
