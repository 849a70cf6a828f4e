#include <random>

#include "analyses/same_results.hpp"

using namespace fixtures;

TEST_CASE("three counties by province, by hand") {
  // 河北省: K1 and K2, 8 km by 4 km, 1,000 + 2,000 people; 天津市: K3, 16 km², 3,000 people.
  const Layer counties = three_counties();
  const Result result = run_every_way("dissolve", {{{"input", &counties}}, {}},
                                      {{"by", {"province_zh"}}, {"sum", {"population"}}});
  const Layer& areas = result.layer("areas");
  REQUIRE(areas.rows() == 2);
  CHECK(number(areas, "河北省", "area_m2") == Approx(32e6).epsilon(1e-5));
  CHECK(number(areas, "河北省", "features") == 2);
  CHECK(number(areas, "河北省", "population") == 3000);
  CHECK(number(areas, "天津市", "population") == 3000);
  CHECK(text(areas, "天津市", "province_zh") == "天津市");
  CHECK(text(areas, "河北省", "confidence_min") == "B");
  CHECK(text(areas, "天津市", "confidence_min") == "A");
  CHECK(polygons_of(areas.geometry().wkb(row_of(areas, "河北省"))).size() == 1);
  CHECK(figure(result, "groups") == 2);
  CHECK(figure(result, "features") == 3);
  CHECK(figure(result, "area_m2") == Approx(48e6).epsilon(1e-5));
  CHECK_FALSE(has_figure(result, "length_m"));
}

TEST_CASE("without fields all features become one; several fields are joined") {
  const Layer counties = three_counties();
  const Result one = run_every_way("dissolve", {{{"input", &counties}}, {}});
  CHECK(one.layer("areas").rows() == 1);
  CHECK(number(one.layer("areas"), "all", "features") == 3);
  const Result two =
      run_every_way("dissolve", {{{"input", &counties}}, {}}, {{"by", {"province_zh", "city_zh"}}});
  CHECK(number(two.layer("areas"), "河北省 | 廊坊市", "features") == 2);
}

TEST_CASE("nulls: a null group is one group, null numbers add nothing, all null stays null") {
  const Layer zones =
      Rows("zones", "built_up_areas")
          .add(box(0, 0, 100, 100), {{"built_up_area_id", std::string("1")}, {"population", 5.0}})
          .add(box(50, 0, 150, 100), {{"built_up_area_id", std::string("2")}})
          .add(box(300, 0, 400, 100),
               {{"built_up_area_id", std::string("3")}, {"unit_code", std::string("K1")}});
  const Result result =
      run_every_way("dissolve", {{{"input", &zones}}, {}}, {{"by", {"unit_code"}}, {"sum", {"population"}}});
  const Layer& areas = result.layer("areas");
  REQUIRE(areas.rows() == 2);
  CHECK(number(areas, "", "area_m2") == Approx(15000).epsilon(1e-5));  // the overlap of 50 m counts once
  CHECK(number(areas, "", "population") == 5);
  CHECK(is_null(areas, "", "unit_code"));
  CHECK(is_null(areas, "K1", "population"));
}

TEST_CASE("aggregates of groups, by hand, in windows as in one") {
  const auto zone = [](const char* id, const char* unit, const char* name, double people) -> Values {
    return {{"built_up_area_id", std::string(id)},
            {"unit_code", std::string(unit)},
            {"name_zh", std::string(name)},
            {"population", people}};
  };
  const Layer zones = Rows("zones", "built_up_areas")
                          .add(box(900, 0, 1000, 100), zone("4", "A", "x", 10))
                          .add(box(0, 0, 100, 100), zone("3", "A", "y", 2))
                          .add(box(300, 0, 400, 100), zone("2", "A", "y", 3))
                          .add(box(600, 0, 700, 100), zone("1", "A", "z", 5))
                          .add(box(0, 500, 100, 600),
                               {{"built_up_area_id", std::string("6")}, {"unit_code", std::string("B")}})
                          .add(box(500, 500, 600, 600), zone("5", "B", "w", 8));
  const Result result = run_every_way("dissolve", {{{"input", &zones}}, {}},
                                      {{"by", {"unit_code"}},
                                       {"mean", {"population"}},
                                       {"weighted-mean", {"population"}},
                                       {"weight", {"population"}},
                                       {"median", {"population"}},
                                       {"min", {"population", "name_zh"}},
                                       {"max", {"population"}},
                                       {"count", {"population"}},
                                       {"majority", {"name_zh"}},
                                       {"first", {"name_zh"}}});
  CHECK(result.layers.size() == 1);
  const Layer& areas = result.layer("areas");
  CHECK(number(areas, "A", "population_mean") == Approx(5));
  CHECK(number(areas, "A", "population_weighted_mean") == Approx(138.0 / 20));
  CHECK(number(areas, "A", "population_median") == Approx(4));
  CHECK(number(areas, "A", "population_min") == 2);
  CHECK(number(areas, "A", "population_max") == 10);
  CHECK(number(areas, "A", "population_count") == 4);
  CHECK(text(areas, "A", "name_zh_majority") == "y");
  CHECK(text(areas, "A", "name_zh_first") == "z");
  CHECK(text(areas, "A", "name_zh_min") == "x");
  CHECK(number(areas, "B", "population_count") == 1);
  CHECK(number(areas, "B", "population_mean") == 8);
  CHECK(text(areas, "B", "name_zh_first") == "w");
}

TEST_CASE("the synthetic share is weighed by the first summed field") {
  const Layer zones =
      Rows("zones", "built_up_areas")
          .add(box(0, 0, 100, 100),
               {{"built_up_area_id", std::string("1")}, {"population", 300.0}, {"synthetic", true}})
          .add(box(900, 0, 999, 100),
               {{"built_up_area_id", std::string("2")}, {"population", 100.0}, {"synthetic", false}});
  const Result weighed = run_every_way("dissolve", {{{"input", &zones}}, {}}, {{"sum", {"population"}}});
  CHECK(number(weighed.layer("areas"), "all", "synthetic_pct") == Approx(75));
  const Result counted = run_every_way("dissolve", {{{"input", &zones}}, {}});
  CHECK(number(counted.layer("areas"), "all", "synthetic_pct") == Approx(50));
}

TEST_CASE("lines dissolve to lines; what overlaps counts once") {
  const Layer roads =
      Rows("roads", "roads")
          .add(line({{0, 0}, {1000, 0}}), {{"road_id", std::string("1")}, {"class", std::string("primary")}})
          .add(line({{500, 0}, {2000, 0}}),
               {{"road_id", std::string("2")}, {"class", std::string("primary")}});
  const Result result = run_every_way("dissolve", {{{"input", &roads}}, {}}, {{"by", {"class"}}});
  CHECK(number(result.layer("areas"), "primary", "length_m") == Approx(2000).epsilon(1e-5));
  CHECK(is_null(result.layer("areas"), "primary", "area_m2"));
}

TEST_CASE("fields that cannot be used are refused by name") {
  const Layer counties = three_counties();
  const auto dissolved = [&](const Parameters& parameters) {
    return run("dissolve", {{{"input", &counties}}, {}}, parameters);
  };
  CHECK_THROWS_WITH(dissolved({{"by", {"provinz_zh"}}}), Catch::Contains("did you mean “province_zh”"));
  CHECK_THROWS_WITH(dissolved({{"sum", {"name_zh"}}}), Catch::Contains("holds no numbers"));
  CHECK_THROWS_WITH(dissolved({{"by", {"population"}}, {"sum", {"population"}}}), Catch::Contains("both"));
  CHECK_THROWS_WITH(dissolved({{"mean", {"name_zh"}}}), Catch::Contains("has no mean"));
  CHECK_THROWS_WITH(dissolved({{"max", {"populaton"}}}), Catch::Contains("did you mean “population”"));
  CHECK_THROWS_WITH(dissolved({{"weighted-mean", {"population"}}}), Catch::Contains("together"));
  CHECK_THROWS_WITH(dissolved({{"weight", {"population"}}}), Catch::Contains("together"));
}

TEST_CASE("different values never make the same group") {
  const auto area = [](const char* id, const char* name, const char* unit) -> Values {
    return {{"built_up_area_id", std::string(id)},
            {"name_zh", std::string(name)},
            {"unit_code", std::string(unit)}};
  };
  const Layer areas = Rows("zones", "built_up_areas")
                          .add(box(0, 0, 1, 1), area("1", "x | y", "z"))
                          .add(box(2, 0, 3, 1), area("2", "x", "y | z"));
  const Result result = run("dissolve", {{{"input", &areas}}, {}}, {{"by", {"name_zh", "unit_code"}}});
  CHECK(result.layer("areas").rows() == 2);
  CHECK(number(result.layer("areas"), "x | y \\| z", "features") == 1);
}

TEST_CASE("no features, no groups") {
  const Layer none = Rows("zones", "built_up_areas");
  const Result result = run("dissolve", {{{"input", &none}}, {}}, {{"by", {"unit_code"}}}, {2, 2});
  CHECK(result.layer("areas").rows() == 0);
  CHECK(result.layer("areas").has("unit_code"));
}

TEST_CASE("random boxes: areas of groups as counted on a raster of their corners") {
  std::mt19937 random(5);
  std::uniform_int_distribution<int> corner(0, 90), side(2, 25), group(0, 2);
  std::vector<std::vector<int>> cells(3, std::vector<int>(std::size_t{120} * 120));
  Rows rows("zones", "built_up_areas");
  for (int i = 0; i < 60; ++i) {
    const int x = corner(random), y = corner(random), width = side(random), height = side(random),
              g = group(random);
    rows.add(box(100 * x, 100 * y, 100 * (x + width), 100 * (y + height)),
             {{"built_up_area_id", std::to_string(i)}, {"unit_code", "G" + std::to_string(g)}});
    for (int row = y; row < y + height; ++row)
      for (int column = x; column < x + width; ++column)
        cells[static_cast<std::size_t>(g)]
             [static_cast<std::size_t>(row) * 120 + static_cast<std::size_t>(column)] = 1;
  }
  const Layer layer = rows;
  const Result result = run_every_way("dissolve", {{{"input", &layer}}, {}}, {{"by", {"unit_code"}}});
  for (std::size_t g = 0; g < 3; ++g) {
    double area_m2 = 0;
    for (const int cell : cells[g]) area_m2 += 10000 * cell;
    CHECK(number(result.layer("areas"), "G" + std::to_string(g), "area_m2") == Approx(area_m2).epsilon(1e-5));
  }
}

TEST_CASE("random lines that cross keep their length") {
  std::mt19937 random(23);
  std::uniform_real_distribution<double> anywhere(0, 10000);
  Rows rows("roads", "roads");
  for (int i = 0; i < 40; ++i)
    rows.add(line({{anywhere(random), anywhere(random)}, {anywhere(random), anywhere(random)}}),
             {{"road_id", std::to_string(i)}, {"class", std::string(i % 2 ? "primary" : "secondary")}});
  const Layer layer = rows;
  const Result result = run_every_way("dissolve", {{{"input", &layer}}, {}}, {{"by", {"class"}}});
  CHECK(figure(result, "length_m") == Approx(size_of(layer.geometry())).epsilon(1e-6));
}
