#pragma once
#include <compare>
#include <string>
#include <string_view>

#include "base/text.hpp"

namespace jingwei {

/// A number with its unit. In text the unit is never left out: "800 m", "30 min", "12 ha", "5 km/h".
struct Length {
  double m = 0;
  auto operator<=>(const Length&) const = default;
};
struct Duration {
  double s = 0;
  auto operator<=>(const Duration&) const = default;
};
struct Area {
  double m2 = 0;
  auto operator<=>(const Area&) const = default;
};
struct Speed {
  double km_per_h = 0;
  auto operator<=>(const Speed&) const = default;
};

/// The quantity that a text states; an input Error that lists the units allowed where the unit is missing or
/// unknown, or where the number is not finite. Units: mm, cm, m, km, 米, 公里, 千米; s, min, h, 秒, 分钟,
/// 小时; m2, m², ha, km2, km², 平方米, 公顷, 平方公里; km/h, m/s.
Length parse_length(std::string_view text);
Duration parse_duration(std::string_view text);
Area parse_area(std::string_view text);
Speed parse_speed(std::string_view text);

/// The shortest text that parses to the same quantity, in the largest unit that keeps it short: "500 m", "3
/// km", "1.5 h".
std::string to_text(Length length);
std::string to_text(Duration duration);
std::string to_text(Area area);
std::string to_text(Speed speed);

/// The factor that brings a value in `unit` to `target` ("ha" to "m2": 10000; "%" to "share": 0.01; "万人" to
/// "people": 10000); nothing where the two measure different things or a unit is unknown.
std::optional<double> unit_factor(std::string_view unit, std::string_view target);

namespace literals {
constexpr Length operator""_mm(unsigned long long value) {
  return {static_cast<double>(value) / 1000};
}
constexpr Length operator""_m(unsigned long long value) {
  return {static_cast<double>(value)};
}
constexpr Length operator""_km(unsigned long long value) {
  return {static_cast<double>(value) * 1000};
}
constexpr Duration operator""_min(unsigned long long value) {
  return {static_cast<double>(value) * 60};
}
constexpr Duration operator""_h(unsigned long long value) {
  return {static_cast<double>(value) * 3600};
}
}  // namespace literals

}  // namespace jingwei
