#include "geometry/centroid.hpp"

#include "analyses/same_results.hpp"

using namespace fixtures;

namespace {

// The example of docs/analyses/centroid.md: an L of 20 km², and two squares as one feature.
Layer two_zones() {
  const Path corner{place(0, 0),       place(6000, 0), place(6000, 2000), place(2000, 2000),
                    place(2000, 6000), place(0, 6000), place(0, 0)};
  const auto square = [](double x) {
    return Rings{{place(x, 0), place(x + 1000, 0), place(x + 1000, 1000), place(x, 1000), place(x, 0)}};
  };
  const std::vector<Rings> ell{{corner}};
  const std::vector<Rings> squares{square(10000), square(14000)};
  return Rows("zones", "built_up_areas")
      .add(wkb_of_polygons(ell), {{"built_up_area_id", std::string("L")}, {"population", 7.0}})
      .add(wkb_of_polygons(squares),
           {{"built_up_area_id", std::string("S")}, {"confidence", std::string("B")}});
}

Point place_of(const Layer& layer, const char* key) {
  const Point p = points_of(layer.geometry().wkb(row_of(layer, key))).front();
  return {p.x - origin.x, p.y - origin.y};
}

}  // namespace

TEST_CASE("centroids of features, which may lie outside, and points that never do") {
  const Layer zones = two_zones();
  const Inputs inputs{{{"input", &zones}}, {}};
  const Result result = run_every_way("centroid", inputs);
  const Layer& points = result.layer("points");
  CHECK(place_of(points, "L").x == Approx(2200).margin(0.01));
  CHECK(place_of(points, "S").x == Approx(12500).margin(0.01));
  CHECK(text(points, "L", "inside") == "false");
  CHECK(number(points, "L", "population") == 7);
  CHECK(text(points, "S", "confidence_min") == "B");
  CHECK(is_null(points, "S", "part"));
  CHECK(figure(result, "points") == 2);
  CHECK(figure(result, "outside") == 2);
  CHECK(figure(run_every_way("centroid", inputs, {{"method", {"inside"}}}), "outside") == 0);
}

TEST_CASE("each part of a feature has its own, and nothing has none") {
  const Layer zones = two_zones();
  const Result result = run_every_way("centroid", {{{"input", &zones}}, {}}, {{"of", {"parts"}}});
  CHECK(result.layer("points").rows() == 3);
  CHECK(place_of(result.layer("points"), "S#2").x == Approx(14500).margin(0.01));
  CHECK(number(result.layer("points"), "S#2", "part") == 2);
  const Layer none = Rows("zones", "built_up_areas");
  CHECK(run("centroid", {{{"input", &none}}, {}}).layer("points").rows() == 0);
}
