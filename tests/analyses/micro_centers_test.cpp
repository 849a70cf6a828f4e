#include <cmath>
#include <random>

#include "analyses/fine_windows.hpp"

using namespace fixtures;

namespace {

constexpr double pi = 3.14159265358979323846;

Values center(const char* id, const char* kind = "rail_station") {
  return {{"micro_center_id", std::string(id)},
          {"name_zh", std::string(id) + "站"},
          {"kind", std::string(kind)},
          {"confidence", std::string("B")},
          {"synthetic", false}};
}
Values trunk_line(const char* id) {
  return {{"line_id", std::string(id)},         {"name_zh", std::string(id) + "线"},
          {"scheme", std::string("main-rail")}, {"kind", std::string("hsr")},
          {"routing", std::string("rail")},     {"confidence", std::string("A")}};
}
Values zone(const char* id, const char* strength, bool functional = false) {
  return {{"zone_id", std::string(id)},
          {"name_zh", std::string(id)},
          {"kind", std::string("wetland")},
          {"control_strength", std::string(strength)},
          {"functional", functional}};
}

}  // namespace

TEST_CASE("three micro-centers and a node town on a line, by hand") {
  // L1 runs 12 km eastward. M1 and M2 lie 500 m north of it and their catchments of 800 m overlap; T is a
  // node town on it, M4 lies 7 km off. M3 hangs below at 4.5 km.
  const Layer lines =
      Rows("trunk_lines", "trunk_lines").add(line({{0, 2000}, {12000, 2000}}), trunk_line("L1"));
  const Layer centers = Rows("micro_centers", "micro_centers")
                            .add(spot(2000, 2500), center("M1"))
                            .add(spot(3000, 2500), center("M2"))
                            .add(spot(9000, -2500), center("M3"))
                            .add(spot(11000, 9000), center("M4"))
                            .add(spot(7000, 2000), center("T", "node_town"));
  const Layer people = Rows("people", "population")
                           .add(spot(2500, 2500), cell("both", 100))
                           .add(spot(2000, 2500), cell("first", 10, true))
                           .add(spot(8500, 2000), cell("town", 1000))
                           .add(spot(11000, 9000), cell("far", 7));
  const Layer jobs =
      Rows("jobs", "jobs")
          .add(spot(2500, 2400),
               {{"job_site_id", std::string("J1")}, {"jobs", 50.0}, {"confidence", std::string("C")}})
          .add(spot(2000, 3300), {{"job_site_id", std::string("J2")}, {"jobs", 5.0}});
  // Two parks of 200 m by 100 m that overlap by half: 30,000 m².
  const Layer parks =
      Rows("parks", "parks")
          .add(box(1900, 2400, 2100, 2500), {{"park_id", std::string("G1")}, {"class", std::string("G12")}})
          .add(box(2000, 2400, 2200, 2500), {{"park_id", std::string("G2")}, {"class", std::string("G12")}});
  // 100 m by 100 m prohibited inside 200 m by 200 m restricted, which overlaps 200 m by 200 m of a functional
  // zone that claims to prohibit.
  const Layer zones = Rows("zones", "conservation_zones")
                          .add(box(1900, 2600, 2100, 2800), zone("Z1", "restricted"))
                          .add(box(1950, 2650, 2050, 2750), zone("Z2", "prohibited"))
                          .add(box(2000, 2600, 2200, 2800), zone("Z3", "prohibited", true));
  const Layer stations = Rows("stations", "stations")
                             .add(spot(2000, 2000), {{"station_id", std::string("S1")},
                                                     {"name_zh", std::string("甲")},
                                                     {"kind", std::string("rail")}});
  const Result result = run_fine_every_way("micro-centers",
                                           {{{"micro_centers", &centers},
                                             {"trunk_lines", &lines},
                                             {"population", &people},
                                             {"jobs", &jobs},
                                             {"parks", &parks},
                                             {"conservation_zones", &zones},
                                             {"stations", &stations}},
                                            {}},
                                           {{"node-town-catchment", {"2 km"}}});
  const Layer& catchments = result.layer("catchments");
  REQUIRE(catchments.rows() == 5);
  CHECK(text(catchments, "M1", "line_id") == "L1");
  CHECK(text(catchments, "M1", "line_name_zh") == "L1线");
  CHECK(number(catchments, "M1", "line_distance_m") == Approx(500).epsilon(1e-5));
  CHECK(number(catchments, "M1", "chainage_km") == Approx(2).epsilon(1e-5));
  CHECK(number(catchments, "M3", "line_distance_m") == Approx(4500).epsilon(1e-5));
  CHECK(is_null(catchments, "M4", "line_id"));
  CHECK(is_null(catchments, "M4", "chainage_km"));
  CHECK(text(catchments, "M1", "station_id") == "S1");
  CHECK(number(catchments, "M1", "station_distance_m") == Approx(500).epsilon(1e-5));
  CHECK(is_null(catchments, "M2", "station_id"));
  CHECK(number(catchments, "T", "radius_m") == 2000);
  CHECK(number(catchments, "M1", "area_m2") == Approx(pi * 640000).epsilon(2e-4));
  CHECK(number(catchments, "T", "area_m2") == Approx(pi * 4e6).epsilon(2e-4));

  CHECK(number(catchments, "M1", "people") == 110);
  CHECK(number(catchments, "M2", "people") == 100);
  CHECK(number(catchments, "T", "people") == 1000);
  // J2 lies on the edge of M1's catchment, give or take the arc's error; J1 in both.
  CHECK(number(catchments, "M2", "jobs") == 50);
  CHECK(number(catchments, "M2", "jobs_per_person") == Approx(0.5));
  CHECK(is_null(catchments, "M3", "jobs_per_person"));
  CHECK(number(catchments, "M1", "park_m2") == Approx(30000).epsilon(1e-5));
  CHECK(number(catchments, "M1", "park_m2_per_person") == Approx(30000 / 110.0).epsilon(1e-5));
  // M2's catchment touches the second park at x = 2200, no more than its arc errs.
  CHECK(number(catchments, "M2", "park_m2") == Approx(0).margin(1));
  // 1 ha prohibited, 4 − 1 restricted, and of the functional zone the half outside the others: 2 ha.
  CHECK(number(catchments, "M1", "prohibited_m2") == Approx(10000).epsilon(1e-5));
  CHECK(number(catchments, "M1", "restricted_m2") == Approx(30000).epsilon(1e-5));
  CHECK(number(catchments, "M1", "advisory_m2") == Approx(20000).epsilon(1e-5));
  CHECK(number(catchments, "M1", "protected_m2") == Approx(60000).epsilon(1e-5));
  CHECK(issues_of_kind(result, "functional_zone") == 1);

  // 10 of M1's 110 people are synthetic; jobs of confidence C lie in it, none in T's (B by itself).
  CHECK(number(catchments, "M1", "synthetic_pct") == Approx(100 * 10 / 110.0));
  CHECK(text(catchments, "M1", "confidence_min") == "C");
  CHECK(text(catchments, "T", "confidence_min") == "B");
  CHECK(number(catchments, "M3", "synthetic_pct") == 0);

  // Those in two catchments of the line count once: 100 + 10 + 1000.
  const Layer& by_line = result.layer("by_line");
  REQUIRE(by_line.rows() == 1);
  CHECK(number(by_line, "L1", "length_m") == Approx(12000).epsilon(1e-5));
  CHECK(number(by_line, "L1", "micro_centers") == 4);
  CHECK(number(by_line, "L1", "people") == 1110);
  CHECK(number(by_line, "L1", "people_per_km") == Approx(1110 / 12.0).epsilon(1e-5));
  CHECK(number(by_line, "L1", "synthetic_pct") == Approx(100 * 10 / 1110.0));

  CHECK(figure(result, "micro_centers") == 5);
  CHECK(figure(result, "micro_centers_on_a_line") == 4);
  CHECK(figure(result, "micro_centers_in_prohibited_zones") == 1);
}

TEST_CASE("a disk of 800 m in 12,000 people a km² holds 24,127 people") {
  // 4 km by 4 km as one polygon of 192,000 people, spread evenly.
  const Layer lines =
      Rows("trunk_lines", "trunk_lines").add(line({{0, 2000}, {4000, 2000}}), trunk_line("L1"));
  const Layer centers = Rows("micro_centers", "micro_centers").add(spot(2000, 2000), center("M1"));
  const Layer people = Rows("people", "population").add(box(0, 0, 4000, 4000), cell("all", 192000));
  const Result result = run_fine_every_way(
      "micro-centers", {{{"micro_centers", &centers}, {"trunk_lines", &lines}, {"population", &people}}, {}});
  CHECK(number(result.layer("catchments"), "M1", "people") == Approx(24127).epsilon(2e-4));
  CHECK(number(result.layer("by_line"), "L1", "people") == Approx(24127).epsilon(2e-4));
  CHECK(is_null(result.layer("catchments"), "M1", "jobs"));
  CHECK(is_null(result.layer("catchments"), "M1", "park_m2"));
  CHECK(is_null(result.layer("catchments"), "M1", "protected_m2"));
  CHECK(is_null(result.layer("by_line"), "L1", "jobs"));
}

TEST_CASE("no lines or no micro-centers") {
  const Layer none = Rows("trunk_lines", "trunk_lines");
  const Layer lines =
      Rows("trunk_lines", "trunk_lines").add(line({{0, 2000}, {4000, 2000}}), trunk_line("L1"));
  const Layer centers = Rows("micro_centers", "micro_centers").add(spot(2000, 2000), center("M1"));
  const Layer nowhere = Rows("micro_centers", "micro_centers");
  const Layer people = Rows("people", "population").add(spot(2000, 2000), cell("P", 5));
  const Result alone = run_fine_every_way(
      "micro-centers", {{{"micro_centers", &centers}, {"trunk_lines", &none}, {"population", &people}}, {}});
  CHECK(number(alone.layer("catchments"), "M1", "people") == 5);
  CHECK(is_null(alone.layer("catchments"), "M1", "line_id"));
  CHECK(alone.layer("by_line").rows() == 0);
  const Result empty = run_fine_every_way(
      "micro-centers", {{{"micro_centers", &nowhere}, {"trunk_lines", &lines}, {"population", &people}}, {}});
  CHECK(empty.layer("catchments").rows() == 0);
  CHECK(number(empty.layer("by_line"), "L1", "micro_centers") == 0);
  CHECK(number(empty.layer("by_line"), "L1", "people") == 0);
}

TEST_CASE("random people around random micro-centers: every sum as counted one by one") {
  std::mt19937 random(5);
  std::uniform_real_distribution<double> x(0, 12000), y(0, 4000), people(1, 100);
  const Layer lines = Rows("trunk_lines", "trunk_lines")
                          .add(line({{0, 1000}, {12000, 1000}}), trunk_line("south"))
                          .add(line({{0, 3000}, {12000, 3000}}), trunk_line("north"));
  std::vector<Point> at;
  Rows center_rows("micro_centers", "micro_centers"), people_rows("people", "population");
  for (int i = 0; i < 25; ++i) {
    at.push_back({x(random), y(random)});
    center_rows.add(spot(at.back().x, at.back().y), center(("M" + std::to_string(i)).c_str()));
  }
  std::vector<double> in_catchment(at.size());
  double on_line[2] = {};
  for (int i = 0; i < 300; ++i) {
    const Point home{x(random), y(random)};
    const double count = people(random);
    people_rows.add(spot(home.x, home.y), cell(("P" + std::to_string(i)).c_str(), count));
    bool on[2] = {};
    for (std::size_t k = 0; k < at.size(); ++k) {
      const double apart_m = std::hypot(home.x - at[k].x, home.y - at[k].y);
      REQUIRE(std::abs(apart_m - 800) > 0.1);  // else arc or circle decides
      if (apart_m > 800) continue;
      in_catchment[k] += count;
      on[at[k].y > 2000 ? 1 : 0] = true;
    }
    for (int k = 0; k < 2; ++k) on_line[k] += on[k] ? count : 0;
  }
  const Layer centers = center_rows;
  const Layer population = people_rows;
  const Result result = run_fine_every_way(
      "micro-centers",
      {{{"micro_centers", &centers}, {"trunk_lines", &lines}, {"population", &population}}, {}});
  for (std::size_t k = 0; k < at.size(); ++k) {
    const std::string key = "M" + std::to_string(k);
    CHECK(number(result.layer("catchments"), key, "people") == Approx(in_catchment[k]).epsilon(1e-9));
    CHECK(text(result.layer("catchments"), key, "line_id") == (at[k].y > 2000 ? "north" : "south"));
    CHECK(number(result.layer("catchments"), key, "chainage_km") == Approx(at[k].x / 1000).epsilon(1e-5));
  }
  CHECK(number(result.layer("by_line"), "south", "people") == Approx(on_line[0]).epsilon(1e-9));
  CHECK(number(result.layer("by_line"), "north", "people") == Approx(on_line[1]).epsilon(1e-9));
}
