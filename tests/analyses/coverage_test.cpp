#include <cmath>
#include <random>

#include "analyses/same_results.hpp"

using namespace fixtures;

namespace {

constexpr double pi = 3.14159265358979323846;

Layer two_facilities() {
  return Rows("hospitals", "facilities")
      .add(spot(2000, 2000), {{"facility_id", std::string("F1")}, {"confidence", std::string("A")}})
      .add(spot(8000, 2000), {{"facility_id", std::string("F2")}, {"confidence", std::string("C")}});
}

/// P6 lies on the border of K1 and K2, P7 in no county.
Layer seven_cells() {
  return Rows("people", "population")
      .add(spot(2000, 2000), cell("P1", 100))
      .add(spot(2900, 2000), cell("P2", 200, true))
      .add(spot(6000, 2000), cell("P3", 300))
      .add(spot(8500, 2000), cell("P4", 400))
      .add(spot(11000, 3500), cell("P5", 500))
      .add(spot(4000, 1000), cell("P6", 50))
      .add(spot(8000, 4500), cell("P7", 7));
}

}  // namespace

TEST_CASE("three counties in a straight line of 1 km, by hand") {
  // F1 stands in the middle of K1, F2 on the border of K2 and K3 (and counts for K2, the lower of the two).
  const Layer units = three_counties();
  const Layer facilities = two_facilities();
  const Layer people = seven_cells();
  const Result result = run_every_way(
      "coverage", {{{"facilities", &facilities}, {"population", &people}, {"admin_units", &units}}, {}});
  const Layer& by_unit = result.layer("by_unit");
  REQUIRE(by_unit.rows() == 3);
  CHECK(text(by_unit, "K2", "name_zh") == "乙县");
  CHECK(number(by_unit, "K1", "facilities") == 1);
  CHECK(number(by_unit, "K2", "facilities") == 1);
  CHECK(number(by_unit, "K3", "facilities") == 0);
  // People: K1 100 + 200 + 50, of them P1 and P2 (900 m) covered; K2 300 (2 km away); K3 400 (500 m) + 500.
  CHECK(number(by_unit, "K1", "people") == 350);
  CHECK(number(by_unit, "K1", "people_covered") == 300);
  CHECK(number(by_unit, "K1", "people_covered_pct") == Approx(100 * 300 / 350.0));
  CHECK(number(by_unit, "K2", "people_covered") == 0);
  CHECK(number(by_unit, "K3", "people") == 900);
  CHECK(number(by_unit, "K3", "people_covered_pct") == Approx(100 * 400 / 900.0));
  // Area: a whole disk in K1, half a disk each in K2 and K3, of 16 km².
  CHECK(number(by_unit, "K1", "base_m2") == Approx(16e6).epsilon(1e-5));
  CHECK(number(by_unit, "K1", "covered_m2") == Approx(pi * 1e6).epsilon(1e-4));
  CHECK(number(by_unit, "K2", "covered_m2") == Approx(pi * 5e5).epsilon(1e-4));
  CHECK(number(by_unit, "K3", "covered_pct") == Approx(100 * pi * 5e5 / 16e6).epsilon(1e-4));
  CHECK(number(result.layer("gap_areas"), "K1", "area_m2") == Approx(16e6 - pi * 1e6).epsilon(1e-4));

  const Layer& gaps = result.layer("gaps");
  REQUIRE(gaps.rows() == 4);
  CHECK(number(gaps, "P3", "nearest_m") == Approx(2000).epsilon(1e-5));
  CHECK(text(gaps, "P3", "nearest_key") == "F2");
  CHECK(number(gaps, "P5", "nearest_m") == Approx(std::hypot(3000, 1500)).epsilon(1e-5));
  CHECK(is_null(gaps, "P5", "nearest_min"));
  CHECK(text(gaps, "P6", "unit_code") == "K1");
  CHECK(is_null(gaps, "P7", "unit_code"));
  REQUIRE(issues_of_kind(result, "outside_units") == 1);
  CHECK(result.issues.front().feature == "P7");

  // K1 stands on P1, P2 (synthetic, 200 of 350 people), P6, its own row (A) and F1 (A); K3 on F2 (C) too.
  CHECK(text(by_unit, "K1", "confidence_min") == "A");
  CHECK(number(by_unit, "K1", "synthetic_pct") == Approx(100 * 200 / 350.0));
  CHECK(text(by_unit, "K3", "confidence_min") == "C");

  CHECK(figure(result, "people") == 1550);
  CHECK(figure(result, "people_covered") == 700);
  CHECK(figure(result, "people_covered_pct") == Approx(100 * 700 / 1550.0));
  CHECK(figure(result, "covered_m2") == Approx(2 * pi * 1e6).epsilon(1e-4));
  CHECK(figure(result, "facilities") == 2);
}

TEST_CASE("along a street at 5 km/h: 12 min are 1 km, bound inclusive") {
  const Layer units = three_counties();
  const Layer facilities = two_facilities();
  const Layer people = Rows("people", "population")
                           .add(spot(3000, 2000), cell("at the limit", 10))
                           .add(spot(3001, 2000), cell("beyond", 20))
                           .add(spot(6000, 2000), cell("P3", 300))
                           .add(spot(11000, 3500), cell("P5", 500));
  const Layer roads = streets();
  const Network network = walking(roads);
  const Result result =
      run_every_way("coverage",
                    {{{"facilities", &facilities}, {"population", &people}, {"admin_units", &units}},
                     {{"network", &network}}},
                    {{"time", {"12 min"}}});
  const Layer& by_unit = result.layer("by_unit");
  CHECK(number(by_unit, "K1", "people_covered") == 10);
  // 2 km of street 100 m wide with round ends; F2's half to each side of the border.
  CHECK(number(by_unit, "K1", "covered_m2") == Approx(200000 + pi * 2500).epsilon(1e-4));
  CHECK(number(by_unit, "K3", "covered_m2") == Approx(100000 + pi * 1250).epsilon(1e-4));
  const Layer& gaps = result.layer("gaps");
  REQUIRE(gaps.rows() == 3);
  CHECK(number(gaps, "beyond", "nearest_min") == Approx(1001 / (5000 / 60.0)).epsilon(1e-5));
  CHECK(number(gaps, "P3", "nearest_min") == Approx(24).epsilon(1e-5));
  CHECK(is_null(gaps, "P3", "nearest_m"));
  // P5 lies 1.5 km from the street, and the lane beside it leads nowhere.
  CHECK(is_null(gaps, "P5", "nearest_min"));
  CHECK(is_null(gaps, "P5", "nearest_key"));
  CHECK(issues_of_kind(result, "unsnapped") == 1);
}

TEST_CASE("only the base is to be covered, overlapping parts of it once") {
  const Layer units = three_counties();
  const Layer facilities = two_facilities();
  // 2 km by 1 km around F1, given as two overlapping halves of 1.2 km; the other counties have no base.
  const Layer base = Rows("homes", "built_up_areas")
                         .add(box(1000, 1500, 2200, 2500),
                              {{"built_up_area_id", std::string("1")}, {"confidence", std::string("C")}})
                         .add(box(1800, 1500, 3000, 2500), {{"built_up_area_id", std::string("2")}});
  const Result result =
      run_every_way("coverage", {{{"facilities", &facilities}, {"admin_units", &units}, {"base", &base}}, {}},
                    {{"distance", {"500 m"}}});
  const Layer& by_unit = result.layer("by_unit");
  CHECK(number(by_unit, "K1", "base_m2") == Approx(2e6).epsilon(1e-5));
  CHECK(number(by_unit, "K1", "covered_m2") == Approx(pi * 250000).epsilon(1e-4));
  CHECK(number(by_unit, "K2", "base_m2") == 0);
  CHECK(is_null(by_unit, "K2", "covered_pct"));
  CHECK(is_null(by_unit, "K1", "people"));
  CHECK(is_null(by_unit, "K1", "people_covered_pct"));
  CHECK(text(by_unit, "K1", "confidence_min") == "C");
  CHECK_FALSE(result.has("gaps"));
  CHECK(result.layer("gap_areas").rows() == 1);
}

TEST_CASE("what is covered whole is covered to exactly 100 %") {
  // Disks of all sizes across edges that run off the grid: the pieces that they cut are rounded, the share is
  // not.
  std::mt19937 random(8);
  std::uniform_real_distribution<double> x(0, 12000), y(0, 4000);
  const Layer units = three_counties();
  Rows bases("homes", "built_up_areas"), facility_rows("hospitals", "facilities");
  for (int i = 0; i < 30; ++i)
    bases.add(wkb_of_polygons(std::vector<Rings>{{[&] {
                const Point a{x(random), y(random)};
                return Path{place(a.x, a.y), place(a.x + 700 / 3.0, a.y + 1 / 7.0),
                            place(a.x + 100 / 3.0, a.y + 500 / 7.0), place(a.x, a.y)};
              }()}}),
              {{"built_up_area_id", std::to_string(i)}});
  for (int i = 0; i < 200; ++i)
    facility_rows.add(spot(x(random), y(random)), {{"facility_id", std::to_string(i)}});
  const Layer base = bases;
  const Layer facilities = facility_rows;
  const Result result =
      run("coverage", {{{"facilities", &facilities}, {"admin_units", &units}, {"base", &base}}, {}},
          {{"distance", {"3 km"}}});
  const Layer& by_unit = result.layer("by_unit");
  for (const char* unit : {"K1", "K2", "K3"}) {
    CHECK(number(by_unit, unit, "base_m2") > 0);
    CHECK(number(by_unit, unit, "covered_pct") == 100);
    CHECK(number(by_unit, unit, "covered_m2") == number(by_unit, unit, "base_m2"));
  }
}

TEST_CASE("people in polygons are split by area among counties") {
  const Layer units = three_counties();
  const Layer facilities = two_facilities();
  // 2 km wide, centre (4500, 2000): three quarters of it in K2.
  const Layer people = Rows("people", "population").add(box(3500, 1500, 5500, 2500), cell("P", 1000));
  const Result result = run_every_way(
      "coverage", {{{"facilities", &facilities}, {"population", &people}, {"admin_units", &units}}, {}},
      {{"distance", {"3 km"}}});
  CHECK(number(result.layer("by_unit"), "K1", "people") == Approx(250).epsilon(1e-5));
  CHECK(number(result.layer("by_unit"), "K2", "people") == Approx(750).epsilon(1e-5));
  CHECK(figure(result, "people_covered") == Approx(1000).epsilon(1e-9));
}

TEST_CASE("no facilities: all is a gap; no people: nobody is") {
  const Layer units = three_counties();
  const Layer none = Rows("hospitals", "facilities");
  const Layer people = seven_cells();
  const Result result = run_every_way(
      "coverage", {{{"facilities", &none}, {"population", &people}, {"admin_units", &units}}, {}});
  CHECK(result.layer("gaps").rows() == 7);
  CHECK(is_null(result.layer("gaps"), "P1", "nearest_m"));
  CHECK(figure(result, "covered_m2") == 0);
  CHECK(number(result.layer("gap_areas"), "K1", "area_m2") == Approx(16e6).epsilon(1e-5));

  const Layer nobody = Rows("people", "population");
  const Layer facilities = two_facilities();
  const Result empty =
      run("coverage", {{{"facilities", &facilities}, {"population", &nobody}, {"admin_units", &units}}, {}});
  CHECK(number(empty.layer("by_unit"), "K1", "people") == 0);
  CHECK(is_null(empty.layer("by_unit"), "K1", "people_covered_pct"));
}

TEST_CASE("random people and facilities: every sum as counted one by one") {
  std::mt19937 random(3);
  std::uniform_real_distribution<double> x(0, 12000), y(0, 4000), people(1, 100);
  const Layer units = three_counties();
  std::vector<Point> sites;
  Rows facility_rows("hospitals", "facilities"), people_rows("people", "population");
  for (int i = 0; i < 12; ++i) {
    sites.push_back({x(random), y(random)});
    facility_rows.add(spot(sites.back().x, sites.back().y), {{"facility_id", std::to_string(i)}});
  }
  double all[3] = {}, covered[3] = {};
  std::vector<double> nearest_m;
  for (int i = 0; i < 400; ++i) {
    const Point at{x(random), y(random)};
    const double count = people(random);
    people_rows.add(spot(at.x, at.y), {{"cell_id", std::to_string(i)}, {"people", count}});
    double nearest = 1e9;
    for (const Point site : sites)
      nearest = std::min(nearest, distance_m(place(at.x, at.y), place(site.x, site.y), crs()));
    nearest_m.push_back(nearest);
    const int unit = static_cast<int>(at.x / 4000);
    all[unit] += count;
    if (nearest <= 700) covered[unit] += count;
  }
  const Layer facilities = facility_rows;
  const Layer population = people_rows;
  const Result result = run_every_way(
      "coverage", {{{"facilities", &facilities}, {"population", &population}, {"admin_units", &units}}, {}},
      {{"distance", {"700 m"}}});
  for (int unit = 0; unit < 3; ++unit) {
    const std::string key = "K" + std::to_string(unit + 1);
    CHECK(number(result.layer("by_unit"), key, "people") == Approx(all[unit]).epsilon(1e-9));
    CHECK(number(result.layer("by_unit"), key, "people_covered") == Approx(covered[unit]).epsilon(1e-9));
  }
  const Layer& gaps = result.layer("gaps");
  std::size_t expected = 0;
  for (std::size_t i = 0; i < nearest_m.size(); ++i) {
    if (nearest_m[i] <= 700) continue;
    ++expected;
    CHECK(number(gaps, std::to_string(i), "nearest_m") == Approx(nearest_m[i]).epsilon(1e-9));
  }
  CHECK(gaps.rows() == expected);
}
