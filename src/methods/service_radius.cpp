#include "methods/service_radius.hpp"

namespace jingwei {
namespace {

/// Parks of at least this area serve homes within this radius.
struct SizeClass {
  double smallest_m2;
  double radius_m;
};

// 公园绿地(活动场地)服务半径覆盖率: parks of 5,000 m² and more serve 500 m, smaller ones from 2,000 m² (in
// old towns from 1,000 m²) 300 m, from the park's boundary. So GB/T 50563-2010 and the garden-city rules of
// 2022 are known to us; the rules of 2016 count alike. Confidence B: public standards, not read again in
// print.
constexpr SizeClass general[] = {{5000, 500}, {2000, 300}};
constexpr SizeClass old_towns[] = {{5000, 500}, {1000, 300}};

enum class Bound { above, from };

/// What one rule set asks for: a share of homes above, or from, this floor.
struct Rule {
  std::string_view name;
  Text title;
  double floor_pct;
  Bound bound;
};

Rule rule_of(ParkRule rule) {
  switch (rule) {
    // The standard sets no floor for all cities; GB 55014-2021, 2.1.3 does: "应大于 80 %" (confidence A).
    case ParkRule::gbt_50563_2010:
      return {
          "gbt_50563_2010",
          {"GB/T 50563-2010 城市园林绿化评价标准", "GB/T 50563-2010 Evaluation standard for urban greening"},
          80,
          Bound::above};
    // 建城〔2016〕235号 (confidence B).
    case ParkRule::garden_city_2016:
      return {"garden_city_2016",
              {"国家园林城市标准（2016）", "National garden city standard (2016)"},
              80,
              Bound::from};
    // 建城〔2022〕2号 (confidence B).
    case ParkRule::garden_city_2022:
      return {"garden_city_2022",
              {"国家园林城市评选标准（2022）", "National garden city standard (2022)"},
              85,
              Bound::from};
  }
  return {};
}

}  // namespace

std::optional<Length> service_radius(Area park, OldTown old_town) {
  for (const SizeClass& size : old_town == OldTown::yes ? old_towns : general)
    if (park.m2 >= size.smallest_m2) return Length{size.radius_m};
  return std::nullopt;
}

Length largest_service_radius() {
  return {general[0].radius_m};
}

bool meets_floor(ParkRule rule, double coverage_pct) {
  const Rule asked = rule_of(rule);
  return asked.bound == Bound::above ? coverage_pct > asked.floor_pct : coverage_pct >= asked.floor_pct;
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
