#include <cmath>
#include <random>

#include "analyses/same_results.hpp"

using namespace fixtures;

namespace {

constexpr double pi = 3.14159265358979323846;

Layer two_sites() {
  return Rows("sites", "facilities")
      .add(spot(0, 0), {{"facility_id", std::string("A")},
                        {"name_zh", std::string("甲")},
                        {"confidence", std::string("A")},
                        {"synthetic", true}})
      .add(spot(3000, 0),
           {{"facility_id", std::string("B")}, {"confidence", std::string("C")}, {"synthetic", false}});
}

}  // namespace

TEST_CASE("a disk at each distance has the area π d², and carries its feature's fields") {
  const Layer sites = two_sites();
  const Result result = run_every_way("buffer", {{{"input", &sites}}, {}}, {{"distance", {"500 m", "1 km"}}});
  const Layer& areas = result.layer("areas");
  CHECK(areas.name() == "buffer_areas");
  REQUIRE(areas.rows() == 4);
  CHECK(number(areas, "A@500 m", "area_m2") == Approx(pi * 250000).epsilon(1e-4));
  CHECK(number(areas, "B@1 km", "area_m2") == Approx(pi * 1000000).epsilon(1e-4));
  CHECK(number(areas, "A@1 km", "distance_m") == 1000);
  CHECK(is_null(areas, "A@1 km", "inner_m"));
  CHECK(text(areas, "A@1 km", "source_key") == "A");
  CHECK(text(areas, "A@1 km", "name_zh") == "甲");
  CHECK(text(areas, "A@1 km", "confidence_min") == "A");
  CHECK(number(areas, "A@1 km", "synthetic_pct") == 100);
  CHECK(number(areas, "B@1 km", "synthetic_pct") == 0);
  CHECK(figure(result, "buffers") == 4);
  CHECK(figure(result, "summed_area_m2") == Approx(2 * pi * 1250000).epsilon(1e-4));
}

TEST_CASE("a ring is its disk without the one before: π (1000² − 500²)") {
  const Layer sites = two_sites();
  const Result result = run_every_way("buffer", {{{"input", &sites}}, {}},
                                      {{"distance", {"500 m", "1 km"}}, {"rings", {"rings"}}});
  const Layer& areas = result.layer("areas");
  CHECK(number(areas, "A@1 km", "area_m2") == Approx(pi * 750000).epsilon(1e-4));
  CHECK(number(areas, "A@1 km", "inner_m") == 500);
  CHECK(is_null(areas, "A@500 m", "inner_m"));
  CHECK(result.certificate.witness_failures == 0);
}

TEST_CASE("joined buffers count overlaps once") {
  // Centres 3 km apart, radius 2 km: the lens is 2 r² acos(d/2r) − d/2 √(4r² − d²)
  // = 8e6 · 0.722734 − 1500 · 2645.751 = 1,813,247 m².
  const double lens_m2 = 2 * 4e6 * std::acos(0.75) - 1500 * std::sqrt(16e6 - 9e6);
  CHECK(lens_m2 == Approx(1813247).margin(1));
  const Layer sites = two_sites();
  const Result result = run_every_way("buffer", {{{"input", &sites}}, {}},
                                      {{"distance", {"1 km", "2 km"}}, {"dissolve", {"all"}}});
  CHECK_FALSE(result.has("areas"));
  const Layer& joined = result.layer("dissolved");
  REQUIRE(joined.rows() == 2);
  CHECK(number(joined, "1 km", "area_m2") == Approx(2 * pi * 1e6).epsilon(1e-4));
  CHECK(number(joined, "2 km", "area_m2") == Approx(2 * pi * 4e6 - lens_m2).epsilon(1e-4));
  CHECK(number(joined, "2 km", "features") == 2);
  CHECK(text(joined, "2 km", "confidence_min") == "C");
  CHECK(number(joined, "2 km", "synthetic_pct") == 50);
  CHECK(figure(result, "area_m2") == number(joined, "2 km", "area_m2"));

  const Result rings =
      run_every_way("buffer", {{{"input", &sites}}, {}},
                    {{"distance", {"1 km", "2 km"}}, {"dissolve", {"all"}}, {"rings", {"rings"}}});
  CHECK(number(rings.layer("dissolved"), "2 km", "area_m2") == Approx(2 * pi * 3e6 - lens_m2).epsilon(1e-4));
  CHECK(figure(rings, "area_m2") == Approx(figure(result, "area_m2")).epsilon(1e-6));
}

TEST_CASE("a negative distance shrinks polygons; what vanishes is told") {
  const Layer zones = Rows("zones", "built_up_areas")
                          .add(box(0, 0, 1000, 600), {{"built_up_area_id", std::string("big")}})
                          .add(box(2000, 0, 2150, 600), {{"built_up_area_id", std::string("narrow")}});
  const Result result = run_every_way("buffer", {{{"input", &zones}}, {}}, {{"distance", {"-100 m"}}});
  const Layer& areas = result.layer("areas");
  REQUIRE(areas.rows() == 1);
  CHECK(number(areas, "big@-100 m", "area_m2") == Approx(800 * 400).epsilon(1e-4));
  REQUIRE(issues_of_kind(result, "empty_buffer") == 1);
  CHECK(result.issues.front().feature == "narrow");
  CHECK(result.issues.front().layer == "zones");

  const Result joined =
      run_every_way("buffer", {{{"input", &zones}}, {}}, {{"distance", {"-100 m"}}, {"dissolve", {"all"}}});
  CHECK(number(joined.layer("dissolved"), "-100 m", "features") == 1);
  CHECK(number(joined.layer("dissolved"), "-100 m", "area_m2") == Approx(800 * 400).epsilon(1e-4));

  CHECK_THROWS_WITH(run("buffer", {{{"input", &zones}}, {}}, {{"distance", {"-100 m", "1 km"}}}),
                    Catch::Contains("must be the only one"));
}

TEST_CASE("distances from a field, feature by feature; what has none is told") {
  const Layer zones =
      Rows("zones", "built_up_areas")
          .add(box(0, 0, 1000, 1000), {{"built_up_area_id", std::string("1")}, {"population", 100.0}})
          .add(box(5000, 0, 6000, 1000), {{"built_up_area_id", std::string("2")}, {"population", -100.0}})
          .add(box(9000, 0, 9100, 100), {{"built_up_area_id", std::string("3")}});
  const Parameters by_field{{"distance-field", {"population"}}};
  const Result result = run_every_way("buffer", {{{"input", &zones}}, {}}, by_field);
  const Layer& areas = result.layer("areas");
  REQUIRE(areas.rows() == 2);
  const double wide_m2 = 1e6 + 4 * 100 * 1000 + pi * 1e4;
  CHECK(number(areas, "1@100 m", "area_m2") == Approx(wide_m2).epsilon(1e-4));
  CHECK(number(areas, "2@-100 m", "area_m2") == Approx(800 * 800).epsilon(1e-4));
  CHECK(number(areas, "2@-100 m", "distance_m") == -100);
  CHECK(issues_of_kind(result, "no_distance") == 1);

  Parameters joined = by_field;
  joined.push_back({"dissolve", {"all"}});
  const Result one = run_every_way("buffer", {{{"input", &zones}}, {}}, joined);
  CHECK(number(one.layer("dissolved"), "population", "features") == 2);
  CHECK(number(one.layer("dissolved"), "population", "distance_m") == 100);
  CHECK(figure(one, "area_m2") == Approx(wide_m2 + 800 * 800).epsilon(1e-4));
}

TEST_CASE("flat, square and one-sided buffers of lines; groups are joined apart") {
  const auto road = [](const char* id, const char* kind) -> Values {
    return {{"road_id", std::string(id)}, {"class", std::string(kind)}};
  };
  const Layer roads = Rows("roads", "roads")
                          .add(line({{0, 0}, {1000, 0}}), road("1", "primary"))
                          .add(line({{1000, 0}, {2000, 0}}), road("2", "primary"))
                          .add(line({{500, -500}, {500, 500}}), road("3", "secondary"));
  const auto area_m2 = [&](const char* cap, const char* side) {
    const Result result = run_every_way("buffer", {{{"input", &roads}}, {}},
                                        {{"distance", {"10 m"}}, {"cap", {cap}}, {"side", {side}}});
    return number(result.layer("areas"), "1@10 m", "area_m2");
  };
  CHECK(area_m2("round", "both") == Approx(20000 + pi * 100).epsilon(1e-4));
  CHECK(area_m2("flat", "both") == Approx(20000).epsilon(1e-4));
  CHECK(area_m2("square", "both") == Approx(20400).epsilon(1e-4));
  CHECK(area_m2("round", "left") == Approx(10000).epsilon(1e-4));

  const Result groups = run_every_way("buffer", {{{"input", &roads}}, {}},
                                      {{"distance", {"10 m", "20 m"}},
                                       {"cap", {"flat"}},
                                       {"rings", {"rings"}},
                                       {"dissolve", {"group"}},
                                       {"by", {"class"}}});
  const Layer& joined = groups.layer("dissolved");
  REQUIRE(joined.rows() == 4);
  CHECK(number(joined, "primary@10 m", "area_m2") == Approx(40000).epsilon(1e-4));
  CHECK(number(joined, "primary@20 m", "area_m2") == Approx(40000).epsilon(1e-4));
  CHECK(number(joined, "primary@10 m", "features") == 2);
  CHECK(number(joined, "secondary@10 m", "area_m2") == Approx(20000).epsilon(1e-4));
  CHECK(text(joined, "secondary@10 m", "class") == "secondary");
  CHECK(figure(groups, "area_m2") == Approx(120000).epsilon(1e-4));
}

TEST_CASE("parameters that contradict each other are refused") {
  const Layer sites = two_sites();
  const auto buffered = [&](const Parameters& parameters) {
    return run("buffer", {{{"input", &sites}}, {}}, parameters);
  };
  CHECK_THROWS_WITH(buffered({{"dissolve", {"group"}}}), Catch::Contains("together"));
  CHECK_THROWS_WITH(buffered({{"by", {"name_zh"}}}), Catch::Contains("together"));
  CHECK_THROWS_WITH(buffered({{"distance-field", {"name_zh"}}}), Catch::Contains("holds no numbers"));
  CHECK_THROWS_WITH(buffered({{"distance-field", {"beds"}}, {"distance", {"1 m", "2 m"}}}),
                    Catch::Contains("in place of") || Catch::Contains("takes the place"));
}

TEST_CASE("no features, no buffers") {
  const Layer none = Rows("sites", "facilities");
  CHECK(run("buffer", {{{"input", &none}}, {}}).layer("areas").rows() == 0);
  CHECK(run("buffer", {{{"input", &none}}, {}}, {{"dissolve", {"all"}}}, {2, 2}).layer("dissolved").rows() ==
        0);
}

TEST_CASE("a place is in the joined buffer if and only if some feature is within the distance") {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> anywhere(0, 10000);
  Rows rows("sites", "facilities");
  std::vector<Point> sites;
  for (int i = 0; i < 40; ++i) {
    const double x = anywhere(random);
    const double y = anywhere(random);
    sites.push_back(place(x, y));
    rows.add(spot(x, y), {{"facility_id", std::to_string(i)}});
  }
  const Layer layer = rows;
  const Result result =
      run_every_way("buffer", {{{"input", &layer}}, {}}, {{"dissolve", {"all"}}, {"distance", {"800 m"}}});
  Context context;
  std::vector<Point> asked;
  for (int i = 0; i < 2000; ++i) asked.push_back(place(anywhere(random), anywhere(random)));
  const auto inside = covering(asked, result.layer("dissolved").geometry(), context);
  for (std::size_t i = 0; i < asked.size(); ++i) {
    double nearest_m = 1e9;
    for (const Point site : sites) nearest_m = std::min(nearest_m, distance_m(asked[i], site, crs()));
    if (std::abs(nearest_m - 800) < 0.08) continue;  // within the stated error of the radius, 0.01 %
    CHECK((inside[i] != no_row) == (nearest_m < 800));
  }
}
