#include "methods/service_radius.hpp"

#include <catch2/catch.hpp>

using namespace jingwei;

namespace {

double radius_m(ParkRule rule, double park_m2, OldTown old_town = OldTown::no) {
  const auto radius = service_radius(rule, Area{park_m2}, old_town);
  return radius ? radius->m : -1;  // -1: does not count
}

}  // namespace

TEST_CASE("a park serves by the sizes of the rule, bounds inclusive") {
  // worked from the wording of each rule: ≥ 5,000 m² 500 m everywhere; what is smaller depends on the rule
  struct Row {
    double park_m2, gbt, city_2016, city_2022;
  };
  for (const Row& row : {Row{399.9, -1, -1, -1}, Row{400, -1, -1, 300}, Row{1000, -1, -1, 300},
                         Row{1999.9, -1, -1, 300}, Row{2000, -1, 300, 300}, Row{4999.9, -1, 300, 300},
                         Row{5000, 500, 500, 500}, Row{800000, 500, 500, 500}}) {
    CAPTURE(row.park_m2);
    CHECK(radius_m(ParkRule::gbt_50563_2010, row.park_m2) == row.gbt);
    CHECK(radius_m(ParkRule::garden_city_2016, row.park_m2) == row.city_2016);
    CHECK(radius_m(ParkRule::garden_city_2022, row.park_m2) == row.city_2022);
  }
}

TEST_CASE("in an old town smaller parks count") {
  struct Row {
    double park_m2, gbt, city_2016, city_2022;
  };
  for (const Row& row : {Row{399.9, -1, -1, -1}, Row{999.9, -1, -1, 300}, Row{1000, 300, 300, 300},
                         Row{4999.9, 300, 300, 300}, Row{5000, 500, 500, 500}}) {
    CAPTURE(row.park_m2);
    CHECK(radius_m(ParkRule::gbt_50563_2010, row.park_m2, OldTown::yes) == row.gbt);
    CHECK(radius_m(ParkRule::garden_city_2016, row.park_m2, OldTown::yes) == row.city_2016);
    CHECK(radius_m(ParkRule::garden_city_2022, row.park_m2, OldTown::yes) == row.city_2022);
  }
}

TEST_CASE("no park without an area serves, and no radius exceeds the largest") {
  for (const ParkRule rule : park_rules)
    for (const OldTown old_town : {OldTown::no, OldTown::yes}) {
      CHECK_FALSE(service_radius(rule, Area{0}, old_town));
      for (double park_m2 = 0; park_m2 < 20000; park_m2 += 50)
        CHECK(radius_m(rule, park_m2, old_town) <= largest_service_radius(rule).m);
    }
}

TEST_CASE("floors and names of the rules") {
  CHECK(coverage_floor_pct(ParkRule::gbt_50563_2010) == 80);
  CHECK(coverage_floor_pct(ParkRule::garden_city_2016) == 80);
  CHECK(coverage_floor_pct(ParkRule::garden_city_2022) == 85);
  for (const ParkRule rule : park_rules) {
    CHECK(parse_park_rule(to_text(rule)) == rule);
    CHECK_FALSE(title_of(rule).zh.empty());
    CHECK_FALSE(title_of(rule).en.empty());
  }
  CHECK_FALSE(parse_park_rule("gbt_50563"));
  CHECK_FALSE(parse_park_rule(""));
}
