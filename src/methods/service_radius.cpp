#include "methods/service_radius.hpp"

#include <span>

namespace jingwei {
namespace {

/// Parks of at least this area serve homes within this radius.
struct SizeClass {
  double smallest_m2;
  double radius_m;
};

/// One rule set: size classes from large to small. In an old town the classes of `old_town` hold.
struct Rule {
  std::string_view name;
  Text title;
  std::span<const SizeClass> general;
  std::span<const SizeClass> old_town;
  double floor_pct;
};

// GB/T 50563-2010, service-radius coverage of park green space: parks of 5,000 m² and more with 500 m; in
// historic quarters parks of 1,000 m² and more, with 300 m. Radii count from the park's boundary.
// A park of 5,000 m² in a historic quarter keeps its 500 m: the smaller size is a relief, not a restriction.
constexpr SizeClass from_5000[] = {{5000, 500}};
constexpr SizeClass from_1000[] = {{5000, 500}, {1000, 300}};
// National garden city standard 2016 (建城〔2016〕235号): also parks of 2,000 to 5,000 m², with 300 m.
constexpr SizeClass from_2000[] = {{5000, 500}, {2000, 300}};
// National garden city standard 2022 (建城〔2022〕2号): "park and activity grounds" (公园绿化活动场地) of 400
// to 5,000 m² with 300 m, whatever the quarter.
constexpr SizeClass from_400[] = {{5000, 500}, {400, 300}};

// Floors: 80 % is also the mandatory minimum of GB 55014-2021, 2.1.3, for every city; the 2016 standard asks
// for 80 % and the 2022 standard for 85 %. The sizes and floors of the three rule sets are confidence B
// (public standards, known but not read again in print).
Rule rule_of(ParkRule rule) {
  switch (rule) {
    case ParkRule::gbt_50563_2010:
      return {
          "gbt_50563_2010",
          {"GB/T 50563-2010 城市园林绿化评价标准", "GB/T 50563-2010 Evaluation standard for urban greening"},
          from_5000,
          from_1000,
          80};
    case ParkRule::garden_city_2016:
      return {"garden_city_2016",
              {"国家园林城市标准（2016）", "National garden city standard (2016)"},
              from_2000,
              from_1000,
              80};
    case ParkRule::garden_city_2022:
      return {"garden_city_2022",
              {"国家园林城市评选标准（2022）", "National garden city standard (2022)"},
              from_400,
              from_400,
              85};
  }
  return {};
}

}  // namespace

std::optional<Length> service_radius(ParkRule rule, Area park, OldTown old_town) {
  const Rule sizes = rule_of(rule);
  for (const SizeClass& size : old_town == OldTown::yes ? sizes.old_town : sizes.general)
    if (park.m2 >= size.smallest_m2) return Length{size.radius_m};
  return std::nullopt;
}

Length largest_service_radius(ParkRule rule) {
  return {rule_of(rule).general.front().radius_m};
}

double coverage_floor_pct(ParkRule rule) {
  return rule_of(rule).floor_pct;
}

std::string_view to_text(ParkRule rule) {
  return rule_of(rule).name;
}

std::optional<ParkRule> parse_park_rule(std::string_view text) {
  for (const ParkRule rule : park_rules)
    if (to_text(rule) == text) return rule;
  return std::nullopt;
}

Text title_of(ParkRule rule) {
  return rule_of(rule).title;
}

}  // namespace jingwei
