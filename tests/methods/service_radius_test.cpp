#include "methods/service_radius.hpp"

#include <catch2/catch.hpp>

using namespace jingwei;

namespace {

double radius_m(double park_m2, OldTown old_town) {
  const auto radius = service_radius(Area{park_m2}, old_town);
  return radius ? radius->m : -1;  // -1: does not count
}

}  // namespace

TEST_CASE("a park serves by its size, bounds inclusive") {
  // worked by hand: ≥ 5,000 m² 500 m; 2,000–5,000 m² (old town 1,000–5,000 m²) 300 m; smaller ones nothing
  struct Row {
    double park_m2, general_m, old_town_m;
  };
  for (const Row& row :
       {Row{0, -1, -1}, Row{400, -1, -1}, Row{999.9, -1, -1}, Row{1000, -1, 300}, Row{1999.9, -1, 300},
        Row{2000, 300, 300}, Row{4999.9, 300, 300}, Row{5000, 500, 500}, Row{800000, 500, 500}}) {
    CAPTURE(row.park_m2);
    CHECK(radius_m(row.park_m2, OldTown::no) == row.general_m);
    CHECK(radius_m(row.park_m2, OldTown::yes) == row.old_town_m);
  }
}

TEST_CASE("a larger park never serves less, and none beyond the largest radius") {
  for (const OldTown old_town : {OldTown::no, OldTown::yes}) {
    double before_m = -1;
    for (double park_m2 = 0; park_m2 < 20000; park_m2 += 50) {
      CHECK(radius_m(park_m2, old_town) >= before_m);
      before_m = radius_m(park_m2, old_town);
    }
    CHECK(before_m == largest_service_radius().m);
  }
}

TEST_CASE("how much coverage a rule asks for") {
  // GB 55014-2021: above 80 %; garden cities: from 80 % (2016) and from 85 % (2022)
  struct Row {
    double coverage_pct;
    bool gbt, city_2016, city_2022;
  };
  for (const Row& row :
       {Row{79.99, false, false, false}, Row{80, false, true, false}, Row{80.01, true, true, false},
        Row{84.99, true, true, false}, Row{85, true, true, true}, Row{100, true, true, true}}) {
    CAPTURE(row.coverage_pct);
    CHECK(meets_floor(ParkRule::gbt_50563_2010, row.coverage_pct) == row.gbt);
    CHECK(meets_floor(ParkRule::garden_city_2016, row.coverage_pct) == row.city_2016);
    CHECK(meets_floor(ParkRule::garden_city_2022, row.coverage_pct) == row.city_2022);
  }
}

TEST_CASE("names and titles of the rules") {
  for (const ParkRule rule : park_rules) {
    CHECK(parse_park_rule(to_text(rule)) == rule);
    CHECK_FALSE(title_of(rule).zh.empty());
    CHECK_FALSE(title_of(rule).en.empty());
  }
  CHECK_FALSE(parse_park_rule("gbt_50563"));
  CHECK_FALSE(parse_park_rule(""));
}
