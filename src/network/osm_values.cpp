#include "network/osm_values.hpp"

#include <cctype>
#include <string>

namespace jingwei {
namespace {

/// Hours, minutes and seconds between colons; minutes alone.
std::optional<Duration> clock_duration(std::string_view value) {
  double parts[3] = {0, 0, 0};
  std::size_t count = 0;
  while (true) {
    const auto colon = value.find(':');
    const auto number = to_number(stripped(value.substr(0, colon)));
    if (!number || *number < 0 || count == 3) return std::nullopt;
    parts[count++] = *number;
    if (colon == std::string_view::npos) break;
    value.remove_prefix(colon + 1);
  }
  if (count == 1) return Duration{parts[0] * 60};
  return Duration{parts[0] * 3600 + parts[1] * 60 + parts[2]};
}

/// Days, hours, minutes and seconds of ISO 8601: P1DT2H30M.
std::optional<Duration> iso_duration(std::string_view value) {
  double seconds = 0;
  bool in_time = false;
  value.remove_prefix(1);
  while (!value.empty()) {
    if (value.front() == 'T') {
      in_time = true;
      value.remove_prefix(1);
      continue;
    }
    std::size_t digits = 0;
    while (digits < value.size() &&
           (std::isdigit(static_cast<unsigned char>(value[digits])) || value[digits] == '.'))
      ++digits;
    const auto number = to_number(value.substr(0, digits));
    if (!number || digits == value.size()) return std::nullopt;
    const char unit = value[digits];
    if (unit == 'D' && !in_time)
      seconds += *number * 86400;
    else if (unit == 'H' && in_time)
      seconds += *number * 3600;
    else if (unit == 'M' && in_time)
      seconds += *number * 60;
    else if (unit == 'S' && in_time)
      seconds += *number;
    else
      return std::nullopt;
    value.remove_prefix(digits + 1);
  }
  return Duration{seconds};
}

}  // namespace

std::optional<Speed> stated_speed(std::string_view value) {
  value = stripped(value.substr(0, value.find_first_of(";|")));
  std::size_t digits = 0;
  while (digits < value.size() && (std::isdigit(static_cast<unsigned char>(value[digits])) ||
                                   value[digits] == '.' || (digits == 0 && value[digits] == '-')))
    ++digits;
  const auto number = to_number(value.substr(0, digits));
  if (!number) return std::nullopt;
  const std::string_view unit = stripped(value.substr(digits));
  if (unit.empty() || unit == "km/h" || unit == "kmh" || unit == "kph") return Speed{*number};
  if (unit == "mph") return Speed{*number * 1.609344};
  if (unit == "knots" || unit == "kn") return Speed{*number * 1.852};
  return std::nullopt;
}

std::optional<Duration> stated_duration(std::string_view value) {
  value = stripped(value);
  if (value.empty()) return std::nullopt;
  const auto duration = value.front() == 'P' ? iso_duration(value) : clock_duration(value);
  return duration && duration->s > 0 ? duration : std::nullopt;
}

}  // namespace jingwei
