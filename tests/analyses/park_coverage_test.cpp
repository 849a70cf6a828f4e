#include <cmath>
#include <random>

#include "analyses/fine_windows.hpp"

using namespace fixtures;

namespace {

constexpr double pi = 3.14159265358979323846;

Values homes(const char* id, const char* use = "residential") {
  return {{"parcel_id", std::string(id)},
          {"code", std::string("0701")},
          {"use", std::string(use)},
          {"confidence", std::string("B")},
          {"synthetic", true}};
}
Values park(const char* id, bool old_town = false) {
  return {{"park_id", std::string(id)},
          {"class", std::string("G12")},
          {"old_town", old_town},
          {"confidence", std::string("A")},
          {"synthetic", false}};
}
Layer built_up(const Shape& shape, double people = 5000) {
  return Rows("built_up_areas", "built_up_areas")
      .add(shape, {{"built_up_area_id", std::string("B1")}, {"population", people}});
}

Path circle(double x, double y, double radius) {
  Path ring;
  constexpr int corners = 1440;
  for (int i = 0; i < corners; ++i)
    ring.push_back(
        place(x + radius * std::cos(2 * pi * i / corners), y + radius * std::sin(2 * pi * i / corners)));
  ring.push_back(ring.front());
  return ring;
}

}  // namespace

TEST_CASE("one park of 5 ha in 4 km² of homes covers 29.92 %") {
  // Homes 2 km by 2 km around a disk of 5 ha (r = 126.157 m), which is no home. Served: a disk of 626.157 m
  // without the park, 1.1818 km² of 3.95 km².
  const double radius_m = std::sqrt(50000 / pi);
  const Path square{place(1000, 1000), place(3000, 1000), place(3000, 3000), place(1000, 3000),
                    place(1000, 1000)};
  const Layer units = three_counties();
  const Layer land_use =
      Rows("land_use", "land_use")
          .add(wkb_of_polygons(std::vector<Rings>{{square, circle(2000, 2000, radius_m)}}), homes("H"));
  const Layer parks =
      Rows("parks", "parks")
          .add(wkb_of_polygons(std::vector<Rings>{{circle(2000, 2000, radius_m)}}), park("G"));
  const Layer built = built_up(box(0, 0, 4000, 4000));
  const Result result = run_fine_every_way(
      "park-coverage",
      {{{"parks", &parks}, {"land_use", &land_use}, {"built_up_areas", &built}, {"admin_units", &units}},
       {}});
  const Layer& by_unit = result.layer("by_unit");
  REQUIRE(by_unit.rows() == 3);
  CHECK(number(by_unit, "K1", "homes_m2") == Approx(3.95e6).epsilon(1e-4));
  CHECK(number(by_unit, "K1", "served_m2") == Approx(1.1818e6).epsilon(2e-4));
  CHECK(number(by_unit, "K1", "coverage_pct") == Approx(29.92).margin(0.01));
  CHECK_FALSE(by_unit["meets_floor"].boolean(row_of(by_unit, "K1")));
  CHECK(is_null(by_unit, "K2", "coverage_pct"));
  CHECK(is_null(by_unit, "K2", "meets_floor"));
  CHECK(number(by_unit, "K1", "park_m2") == Approx(50000).epsilon(1e-4));
  // No population given: the built-up area's 5,000.
  CHECK(number(by_unit, "K1", "people") == Approx(5000).epsilon(1e-9));
  CHECK(number(by_unit, "K1", "park_m2_per_person") == Approx(10).epsilon(1e-4));
  CHECK(is_null(by_unit, "K1", "walking_served_m2"));
  CHECK(number(result.layer("gaps"), "K1", "area_m2") == Approx(3.95e6 - 1.1818e6).epsilon(2e-4));
  CHECK(number(result.layer("service_areas"), "500", "area_m2") ==
        Approx(pi * std::pow(radius_m + 500, 2)).epsilon(2e-4));
  // Homes are synthetic (3.95 km²), the park (0.05 km²) is not.
  CHECK(number(by_unit, "K1", "synthetic_pct") == Approx(100 * 3.95 / 4.0).epsilon(1e-4));
  CHECK(text(by_unit, "K1", "confidence_min") == "B");
  CHECK(figure(result, "coverage_pct") == Approx(29.92).margin(0.01));
  CHECK(figure(result, "units_with_homes") == 1);
  CHECK(figure(result, "units_meeting_floor") == 0);
}

TEST_CASE("the size of a park decides whether it counts and how far") {
  const Layer units = three_counties();
  const Layer land_use = Rows("land_use", "land_use").add(box(0, 1000, 4000, 3000), homes("H"));
  const Layer built = built_up(box(0, 0, 4000, 4000));
  const auto served_m2 = [&](const Shape& shape, bool old_town) {
    const Layer parks = Rows("parks", "parks").add(shape, park("G", old_town));
    const Result result = run_fine_every_way(
        "park-coverage",
        {{{"parks", &parks}, {"land_use", &land_use}, {"built_up_areas", &built}, {"admin_units", &units}},
         {}});
    return number(result.layer("by_unit"), "K1", "served_m2");
  };
  const auto grown_m2 = [](double width, double height, double radius) {
    return width * height + 2 * (width + height) * radius + pi * radius * radius;
  };
  const Shape small = box(1970, 1985, 2030, 2015);    // 1,800 m²
  const Shape medium = box(1970, 1975, 2030, 2025);   // 3,000 m²
  const Shape large = box(1950, 1950, 2050, 2000.1);  // 5,010 m²
  CHECK(served_m2(small, false) == 0);
  CHECK(served_m2(small, true) == Approx(grown_m2(60, 30, 300)).epsilon(2e-4));
  CHECK(served_m2(medium, false) == Approx(grown_m2(60, 50, 300)).epsilon(2e-4));
  CHECK(served_m2(large, false) == Approx(grown_m2(100, 50.1, 500)).epsilon(2e-4));
}

TEST_CASE("the rule decides how much coverage is enough, and the output names it") {
  // Homes 1,000 m by 100 m; a park at their western end serves 820 m of them: 82 %.
  const Layer units = three_counties();
  const Layer land_use = Rows("land_use", "land_use").add(box(1000, 1000, 2000, 1100), homes("H"));
  const Layer built = built_up(box(0, 0, 4000, 4000));
  const Layer parks = Rows("parks", "parks").add(box(1020, 0, 1320, 2100), park("G"));
  struct Row {
    const char* rule;
    bool meets;
  };
  for (const Row& row :
       {Row{"gbt_50563_2010", true}, Row{"garden_city_2016", true}, Row{"garden_city_2022", false}}) {
    const Result result = run(
        "park-coverage",
        {{{"parks", &parks}, {"land_use", &land_use}, {"built_up_areas", &built}, {"admin_units", &units}},
         {}},
        {{"rule", {row.rule}}});
    const Layer& by_unit = result.layer("by_unit");
    CHECK(number(by_unit, "K1", "coverage_pct") == Approx(82).epsilon(1e-4));
    CHECK(text(by_unit, "K1", "rule") == row.rule);
    CHECK(by_unit["meets_floor"].boolean(row_of(by_unit, "K1")) == row.meets);
  }
}

TEST_CASE("only homes in built-up areas count, what overlaps counts once, counties share a park") {
  // Built-up: 3 km to 6 km, across the border of K1 and K2. Homes there are two overlapping parcels; a third
  // parcel lies outside, an office is no home.
  const Layer units = three_counties();
  const Layer land_use = Rows("land_use", "land_use")
                             .add(box(3000, 1800, 4500, 2200), homes("H1"))
                             .add(box(3500, 1800, 5000, 2200), homes("H2"))
                             .add(box(500, 1800, 1000, 2200), homes("H3"))
                             .add(box(5000, 1800, 6000, 2200), homes("O", "commercial"));
  const Layer built = built_up(box(3000, 1000, 6000, 3000));
  // A park of 100 m by 100 m in K1 beside the border serves both counties.
  const Layer parks = Rows("parks", "parks")
                          .add(box(3900, 1950, 4000, 2050), park("G1"))
                          .add(box(3900, 1950, 4000, 2050), park("G2"));
  const Layer people =
      Rows("people", "population")
          .add(spot(3500, 2000), {{"cell_id", std::string("in")}, {"people", 200.0}})
          .add(spot(3500, 500), {{"cell_id", std::string("out")}, {"people", 70.0}})
          .add(spot(4000, 2000), {{"cell_id", std::string("border")}, {"people", 50.0}})
          .add(box(5000, 2500, 7000, 3500), {{"cell_id", std::string("cell")}, {"people", 400.0}});
  const Result result = run_fine_every_way("park-coverage", {{{"parks", &parks},
                                                              {"land_use", &land_use},
                                                              {"built_up_areas", &built},
                                                              {"admin_units", &units},
                                                              {"population", &people}},
                                                             {}});
  const Layer& by_unit = result.layer("by_unit");
  CHECK(number(by_unit, "K1", "homes_m2") == Approx(1000 * 400).epsilon(1e-5));
  CHECK(number(by_unit, "K2", "homes_m2") == Approx(1000 * 400).epsilon(1e-5));
  // 500 m around the park, in the strip 400 m wide: K1 from x = 3400 less the rounded corners (beyond the
  // park's 1950 and 2050 the arc falls back), K2 to x = 4500 likewise.
  const auto corner_m2 = [] {  // one corner's loss: 150 m high, arc of radius 500
    return 150 * 500 - (150 / 2.0 * std::sqrt(500 * 500 - 150 * 150) + 500 * 500 / 2.0 * std::asin(0.3));
  }();
  CHECK(number(by_unit, "K1", "served_m2") == Approx(600 * 400 - 2 * corner_m2).epsilon(2e-4));
  CHECK(number(by_unit, "K2", "served_m2") == Approx(500 * 400 - 2 * corner_m2).epsilon(2e-4));
  CHECK(number(by_unit, "K1", "park_m2") == Approx(10000).epsilon(1e-5));
  // 200 and the 50 on the border; of the cell a quarter lies in the built-up area.
  CHECK(number(by_unit, "K1", "people") == Approx(250).epsilon(1e-9));
  CHECK(number(by_unit, "K2", "people") == Approx(100).epsilon(1e-5));
  CHECK(number(result.layer("service_areas"), "500", "parks") == 2);
}

TEST_CASE("a walk of 500 m along the street to an entrance") {
  const Layer units = three_counties();
  const Layer land_use = Rows("land_use", "land_use").add(box(0, 1000, 4000, 3000), homes("H"));
  const Layer built = built_up(box(0, 0, 4000, 4000));
  const Layer parks = Rows("parks", "parks").add(box(1900, 2000, 2000, 2100), park("G"));
  // E2 is 600 m from the street, more than the walk is long; E3 is beyond the snap limit.
  const Layer entrances =
      Rows("park_entrances", "park_entrances")
          .add(spot(2000, 2000), {{"entrance_id", std::string("E1")}, {"park_id", std::string("G")}})
          .add(spot(3000, 2600), {{"entrance_id", std::string("E2")}, {"park_id", std::string("G")}})
          .add(spot(3000, 3900), {{"entrance_id", std::string("E3")}, {"park_id", std::string("G")}});
  const Layer roads = streets();
  const Network network = walking(roads, {1000});
  const Inputs inputs{{{"parks", &parks},
                       {"land_use", &land_use},
                       {"built_up_areas", &built},
                       {"admin_units", &units},
                       {"park_entrances", &entrances}},
                      {{"network", &network}}};
  const Result result = run_fine_every_way("park-coverage", inputs);
  // 1 km of street, 50 m to each side, round ends.
  const Layer& by_unit = result.layer("by_unit");
  CHECK(number(by_unit, "K1", "walking_served_m2") == Approx(100000 + pi * 2500).epsilon(2e-4));
  CHECK(number(by_unit, "K1", "walking_pct") == Approx((100000 + pi * 2500) / 80000).epsilon(2e-4));
  CHECK(number(by_unit, "K2", "walking_served_m2") == 0);
  CHECK(issues_of_kind(result, "far_from_street") == 1);
  CHECK(issues_of_kind(result, "unsnapped") == 1);
  const Result longer = run("park-coverage", inputs, {{"walking-limit", {"1 km"}}});
  // E1 and E2 (snapped 1 km east of it) reach from 1 km to 4 km.
  CHECK(number(longer.layer("by_unit"), "K1", "walking_served_m2") ==
        Approx(300000 + pi * 1250).epsilon(1e-3));
}

TEST_CASE("no parks, no homes") {
  const Layer units = three_counties();
  const Layer built = built_up(box(0, 0, 4000, 4000));
  const Layer land_use = Rows("land_use", "land_use").add(box(0, 1000, 4000, 3000), homes("H"));
  const Layer no_homes = Rows("land_use", "land_use");
  const Layer no_parks = Rows("parks", "parks");
  const Result bare = run_fine_every_way(
      "park-coverage",
      {{{"parks", &no_parks}, {"land_use", &land_use}, {"built_up_areas", &built}, {"admin_units", &units}},
       {}});
  CHECK(number(bare.layer("by_unit"), "K1", "coverage_pct") == 0);
  CHECK(bare.layer("service_areas").rows() == 0);
  const Layer parks = Rows("parks", "parks").add(box(1900, 2000, 2000, 2100), park("G"));
  const Result empty = run_fine_every_way(
      "park-coverage",
      {{{"parks", &parks}, {"land_use", &no_homes}, {"built_up_areas", &built}, {"admin_units", &units}},
       {}});
  CHECK(empty.layer("gaps").rows() == 0);
  CHECK(is_null(empty.layer("by_unit"), "K1", "coverage_pct"));
}

TEST_CASE("random homes and parks: coverage as sampled on a raster of 20 m") {
  std::mt19937 random(21);
  std::uniform_int_distribution<int> x(0, 580), y(0, 180), width(2, 20);
  struct Box {
    double min_x, min_y, max_x, max_y;
  };
  std::vector<Box> home_boxes, park_boxes;
  Rows home_rows("land_use", "land_use"), park_rows("parks", "parks");
  const auto some_box = [&](int most) {
    const double left = 20 * x(random), low = 20 * y(random);
    return Box{left, low, left + 20 * std::min(width(random), most),
               low + 20 * std::min(width(random), most)};
  };
  for (int i = 0; i < 60; ++i) {
    home_boxes.push_back(some_box(20));
    const Box& b = home_boxes.back();
    home_rows.add(box(b.min_x, b.min_y, b.max_x, b.max_y), homes(("H" + std::to_string(i)).c_str()));
  }
  for (int i = 0; i < 10; ++i) {
    Box b = some_box(8);
    b.max_x = b.min_x + 100, b.max_y = b.min_y + 80;  // 8,000 m²
    park_boxes.push_back(b);
    park_rows.add(box(b.min_x, b.min_y, b.max_x, b.max_y), park(("G" + std::to_string(i)).c_str()));
  }
  double homes_m2[3] = {}, served_m2[3] = {};
  for (int column = 0; column < 600; ++column)
    for (int row = 0; row < 200; ++row) {
      const Point p{20.0 * column + 10, 20.0 * row + 10};
      const bool home = std::ranges::any_of(home_boxes, [&](const Box& b) {
        return b.min_x <= p.x && p.x <= b.max_x && b.min_y <= p.y && p.y <= b.max_y;
      });
      if (!home) continue;
      homes_m2[column / 200] += 400;
      const bool served = std::ranges::any_of(park_boxes, [&](const Box& b) {
        return std::hypot(std::max({0.0, b.min_x - p.x, p.x - b.max_x}),
                          std::max({0.0, b.min_y - p.y, p.y - b.max_y})) <= 500;
      });
      if (served) served_m2[column / 200] += 400;
    }
  const Layer units = three_counties();
  const Layer built = built_up(box(0, 0, 12000, 4000));
  const Layer land_use = home_rows;
  const Layer parks = park_rows;
  const Result result = run_fine_every_way(
      "park-coverage",
      {{{"parks", &parks}, {"land_use", &land_use}, {"built_up_areas", &built}, {"admin_units", &units}},
       {}});
  for (int unit = 0; unit < 3; ++unit) {
    const std::string key = "K" + std::to_string(unit + 1);
    CHECK(number(result.layer("by_unit"), key, "homes_m2") == Approx(homes_m2[unit]).epsilon(1e-5));
    CHECK(number(result.layer("by_unit"), key, "served_m2") == Approx(served_m2[unit]).epsilon(0.02));
  }
}
