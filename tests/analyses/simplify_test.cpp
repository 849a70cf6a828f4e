#include "analyses/same_results.hpp"
#include "base/error.hpp"
#include "geometry/coverage_check.hpp"

using namespace fixtures;

namespace {

Shape polygon(const std::vector<Point>& ring) {
  Path path;
  for (const Point p : ring) path.push_back(place(p.x, p.y));
  path.push_back(path.front());
  const Rings rings{path};
  return wkb_of_polygons({&rings, 1});
}

/// The drawn example: a common border with a vertex 40 m off the straight way, which only A has.
Layer two_parcels() {
  return Rows("parcels", "built_up_areas")
      .add(polygon({{0, 0}, {1000, 0}, {1040, 500}, {1000, 1000}, {0, 1000}}),
           {{"built_up_area_id", std::string("A")}, {"confidence", std::string("B")}})
      .add(polygon({{1000, 0}, {2000, 0}, {2000, 1000}, {1000, 1000}, {1040, 500}}),
           {{"built_up_area_id", std::string("B")}});
}

}  // namespace

TEST_CASE("a common border loses its vertex on both sides, by hand") {
  const Layer parcels = two_parcels();
  const Result result = run_every_way("simplify", {{{"input", &parcels}}, {}}, {{"tolerance", {"100 m"}}});
  const Layer& features = result.layer("features");
  REQUIRE(features.rows() == 2);
  for (const char* key : {"A", "B"}) {
    CHECK(number(features, key, "vertices") == 4);
    CHECK(number(features, key, "vertices_before") == 5);
    CHECK(number(features, key, "area_m2") == Approx(1e6).epsilon(1e-5));
  }
  CHECK(text(features, "A", "confidence_min") == "B");
  CHECK(text(features, "A", "built_up_area_id") == "A");
  CHECK(figure(result, "vertices") == 8);
  CHECK(figure(result, "vertices_before") == 10);
  CHECK(figure(result, "area_m2") == Approx(2e6).epsilon(1e-5));

  const auto area_of_a = [&](const Parameters& parameters) {
    return number(run("simplify", {{{"input", &parcels}}, {}}, parameters).layer("features"), "A", "area_m2");
  };
  CHECK(area_of_a({{"tolerance", {"30 m"}}}) == Approx(1.02e6).epsilon(1e-5));
  CHECK(area_of_a({{"tolerance", {"135 m"}}, {"method", {"visvalingam-whyatt"}}}) ==
        Approx(1.02e6).epsilon(1e-5));
  CHECK(area_of_a({{"tolerance", {"150 m"}}, {"method", {"visvalingam-whyatt"}}}) ==
        Approx(1e6).epsilon(1e-5));
}

TEST_CASE("a vertex that only one side has is there for both; lines keep their ends") {
  const Layer parcels = Rows("parcels", "built_up_areas")
                            .add(box(0, 0, 100, 100), {{"built_up_area_id", std::string("W")}})
                            .add(box(100, 0, 200, 50), {{"built_up_area_id", std::string("SE")}})
                            .add(box(100, 50, 200, 100), {{"built_up_area_id", std::string("NE")}});
  const Result result = run("simplify", {{{"input", &parcels}}, {}});
  CHECK(number(result.layer("features"), "W", "vertices") == 5);
  CHECK(is_coverage(result.layer("features").geometry(), crs().grid_size(precision)));

  const Layer roads = Rows("roads", "roads")
                          .add(line({{0, 0}, {50, 3}, {100, 0}}), {{"road_id", std::string("1")}})
                          .add(line({{100, 0}, {100, 90}}), {{"road_id", std::string("2")}});
  const Result lines = run_every_way("simplify", {{{"input", &roads}}, {}});
  CHECK(number(lines.layer("features"), "1", "vertices") == 2);
  CHECK(number(lines.layer("features"), "1", "length_m") == Approx(100).epsilon(1e-4));
  CHECK(figure(lines, "length_m") == Approx(190).epsilon(1e-4));
}

TEST_CASE("kinds of geometry that are mixed are refused") {
  const Layer mixed = Rows("mixed", "facilities")
                          .add(line({{0, 0}, {50, 3}, {100, 0}}), {{"facility_id", std::string("1")}})
                          .add(box(0, 0, 1, 1), {{"facility_id", std::string("2")}});
  CHECK_THROWS_AS(run("simplify", {{{"input", &mixed}}, {}}), Error);
}
