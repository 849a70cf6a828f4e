#include "analyses/same_results.hpp"

using namespace fixtures;

namespace {

// The example of docs/analyses/points-along-lines.md; speed_kmh stands for the chainage of the start.
Layer bent_line() {
  return Rows("lines", "trunk_lines")
      .add(line({{0, 0}, {3000, 0}, {3000, 2000}}), {{"line_id", std::string("L1")},
                                                     {"name_zh", std::string("甲线")},
                                                     {"speed_kmh", 10500.0},
                                                     {"confidence", std::string("B")}});
}

std::vector<double> chainages(const Layer& points) {
  std::vector<double> all;
  for (std::size_t row = 0; row < points.rows(); ++row) all.push_back(points["chainage_m"].number(row));
  std::ranges::sort(all);
  return all;
}

}  // namespace

TEST_CASE("points at multiples of the interval and at the ends") {
  const Layer lines = bent_line();
  const Inputs inputs{{{"lines", &lines}}, {}};
  const Result result =
      run_every_way("points-along-lines", inputs, {{"interval", {"2 km"}}, {"start-field", {"speed_kmh"}}});
  const Layer& points = result.layer("points");
  const std::vector<double> found = chainages(points);
  REQUIRE(found.size() == 4);
  CHECK(found[0] == 10500);
  CHECK(found[1] == 12000);
  CHECK(found[2] == 14000);
  CHECK(found[3] == Approx(15500).margin(0.05));
  CHECK(text(points, "L1|K12+000.000", "line_key") == "L1");
  CHECK(text(points, "L1|K12+000.000", "name_zh") == "甲线");
  CHECK(text(points, "L1|K12+000.000", "confidence_min") == "B");
  CHECK(number(points, "L1|K12+000.000", "azimuth_deg") == Approx(90).margin(0.05));
  CHECK(number(points, "L1|K14+000.000", "azimuth_deg") == Approx(0).margin(0.05));
  const Point there = points_of(points.geometry().wkb(row_of(points, "L1|K14+000.000"))).front();
  CHECK(there.x == Approx(origin.x + 3000).margin(0.01));
  CHECK(there.y == Approx(origin.y + 500).margin(0.03));
  CHECK(figure(result, "points") == 4);
}

TEST_CASE("without the ends only the multiples are left") {
  const Layer lines = bent_line();
  const Result result = run_every_way("points-along-lines", {{{"lines", &lines}}, {}},
                                      {{"interval", {"2 km"}}, {"ends", {"false"}}});
  CHECK(chainages(result.layer("points")) == std::vector<double>{0, 2000, 4000});
}

TEST_CASE("an interval longer than a line, lines of one place, no lines") {
  const Layer lines = Rows("lines", "trunk_lines")
                          .add(line({{0, 0}, {10, 0}}), {{"line_id", std::string("short")}})
                          .add(line({{5, 5}, {5, 5}}), {{"line_id", std::string("place")}});
  CHECK(run("points-along-lines", {{{"lines", &lines}}, {}}).layer("points").rows() == 2);
  const Layer none = Rows("lines", "trunk_lines");
  CHECK(run("points-along-lines", {{{"lines", &none}}, {}}).layer("points").rows() == 0);
  const Layer far =
      Rows("lines", "trunk_lines").add(line({{-2e6, 0}, {2e6, 0}}), {{"line_id", std::string("far")}});
  CHECK_THROWS_WITH(run("points-along-lines", {{{"lines", &far}}, {}}, {{"interval", {"0.1 m"}}}),
                    Catch::Contains("choose a longer one"));
}
