#include "base/quantity.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <initializer_list>
#include <span>

#include "base/error.hpp"

namespace jingwei {
namespace {

/// One unit is numerator/denominator of the base unit of what it measures. Two numbers, as 1/1000 is no
/// double: value * 1 / 1000 rounds once.
struct Unit {
  std::string_view name;
  double numerator = 1;
  double denominator = 1;
};

/// The units that measure one thing; those with an ASCII name come first, the smallest first.
struct Kind {
  std::string_view zh;
  std::string_view en;
  std::string_view example;
  std::span<const Unit> units;
};

constexpr Unit length_units[] = {{"mm", 1, 1000}, {"cm", 1, 100}, {"m"},         {"km", 1000},
                                 {"米"},          {"公里", 1000}, {"千米", 1000}};
constexpr Unit duration_units[] = {{"s"}, {"min", 60}, {"h", 3600}, {"秒"}, {"分钟", 60}, {"小时", 3600}};
constexpr Unit area_units[] = {{"m2"},           {"ha", 10000}, {"km2", 1000000}, {"m²"},
                               {"km²", 1000000}, {"平方米"},    {"公顷", 10000},  {"平方公里", 1000000}};
constexpr Unit speed_units[] = {{"km/h"}, {"m/s", 36, 10}};
constexpr Unit share_units[] = {{"share"}, {"%", 1, 100}, {"‰", 1, 1000}};
constexpr Unit people_units[] = {{"people"}, {"人"}, {"万人", 10000}};
constexpr Unit density_units[] = {
    {"people/km2"}, {"people/ha", 100}, {"人/平方公里"}, {"人/公顷", 100}, {"万人/平方公里", 10000}};
constexpr Unit job_units[] = {{"jobs"}, {"个岗位"}, {"万个岗位", 10000}};
constexpr Unit volume_units[] = {{"m3"}, {"m³"}, {"立方米"}, {"万立方米", 10000}, {"亿立方米", 1e8}};
constexpr Unit money_units[] = {{"CNY"}, {"元"}, {"万元", 10000}, {"亿元", 1e8}};

constexpr Kind lengths{"长度", "a length", "800 m", length_units};
constexpr Kind durations{"时长", "a duration", "30 min", duration_units};
constexpr Kind areas{"面积", "an area", "12 ha", area_units};
constexpr Kind speeds{"速度", "a speed", "5 km/h", speed_units};

std::string names_of(const Kind& kind) {
  std::string names;
  for (const Unit& unit : kind.units) {
    if (!names.empty()) names += ", ";
    names += unit.name;
  }
  return names;
}

const Unit* find_unit(std::span<const Unit> units, std::string_view name) {
  for (const Unit& unit : units) {
    if (unit.name == name) return &unit;
  }
  return nullptr;
}

std::string_view without_spaces_around(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

/// The quantity that `text` states, in the base unit of `kind`.
double parse(std::string_view text, const Kind& kind) {
  const Text name{std::string(kind.zh), std::string(kind.en)};
  std::string_view rest = without_spaces_around(text);
  if (rest.starts_with('+') && !rest.starts_with("+-")) rest.remove_prefix(1);
  double number = 0;
  const auto [end, failure] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
  if (failure == std::errc::invalid_argument) {
    throw input_error(
        {"“{}”不是{}；请写数值和单位，例如“{}”", "“{}” is not {}; write a number and its unit, such as “{}”"},
        text, name, kind.example);
  }
  if (failure != std::errc() || !std::isfinite(number)) {
    throw input_error({"“{}”不是{}：数值必须有限", "“{}” is not {}: the number must be finite"}, text, name);
  }
  rest = without_spaces_around(rest.substr(static_cast<std::size_t>(end - rest.data())));
  if (rest.empty()) {
    throw input_error({"“{}”没有单位；{}的单位应为 {} 之一，例如“{}”",
                       "“{}” has no unit; {} needs one of {}, such as “{}”"},
                      text, name, names_of(kind), kind.example);
  }
  const Unit* unit = find_unit(kind.units, rest);
  if (unit == nullptr) {
    throw input_error({"“{}”的单位是“{}”；{}的单位应为 {} 之一，例如“{}”",
                       "“{}” has the unit “{}”; {} needs one of {}, such as “{}”"},
                      text, rest, name, names_of(kind), kind.example);
  }
  const double value = number * unit->numerator / unit->denominator;
  if (!std::isfinite(value))
    throw input_error({"“{}”不是{}：数值必须有限", "“{}” is not {}: the number must be finite"}, text, name);
  return value;
}

bool is_ascii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

/// "Short" is at most one character longer than the shortest number that any unit gives; a number below one
/// is never chosen while a smaller unit states it exactly.
std::string shortest(double value, const Kind& kind, std::string_view base_unit) {
  struct Writing {
    std::string number;
    std::string_view unit;
  };
  std::vector<Writing> writings;
  std::size_t fewest = std::string::npos;
  for (const Unit& unit : kind.units) {
    if (!is_ascii(unit.name)) continue;
    const double number = value * unit.denominator / unit.numerator;
    const bool exact = std::isfinite(number) && number * unit.numerator / unit.denominator == value;
    if (!exact || std::abs(number) < 1) continue;
    writings.push_back({to_text(number), unit.name});
    fewest = std::min(fewest, writings.back().number.size());
  }
  Writing best{to_text(value), base_unit};
  for (const Writing& writing : writings) {
    if (writing.number.size() <= fewest + 1) best = writing;
  }
  return format("{} {}", best.number, best.unit);
}

}  // namespace

Length parse_length(std::string_view text) {
  return {parse(text, lengths)};
}
Duration parse_duration(std::string_view text) {
  return {parse(text, durations)};
}
Area parse_area(std::string_view text) {
  return {parse(text, areas)};
}
Speed parse_speed(std::string_view text) {
  return {parse(text, speeds)};
}

std::string to_text(Length length) {
  return shortest(length.m, lengths, "m");
}
std::string to_text(Duration duration) {
  return shortest(duration.s, durations, "s");
}
std::string to_text(Area area) {
  return shortest(area.m2, areas, "m2");
}
std::string to_text(Speed speed) {
  return format("{} km/h", to_text(speed.km_per_h));
}

std::optional<double> unit_factor(std::string_view unit, std::string_view target) {
  const std::initializer_list<std::span<const Unit>> kinds = {
      length_units, duration_units, area_units, speed_units,  share_units,
      people_units, density_units,  job_units,  volume_units, money_units};
  for (const auto units : kinds) {
    const Unit* from = find_unit(units, unit);
    const Unit* to = find_unit(units, target);
    if (from == nullptr || to == nullptr) continue;
    return from->numerator * to->denominator / (from->denominator * to->numerator);
  }
  return std::nullopt;
}

}  // namespace jingwei
