#include <random>

#include "analyses/same_results.hpp"

using namespace fixtures;

namespace {

// The example of docs/analyses/locate-along-lines.md.
Layer bent_line() {
  return Rows("lines", "trunk_lines")
      .add(line({{0, 0}, {3000, 0}, {3000, 2000}}), {{"line_id", std::string("L1")},
                                                     {"name_zh", std::string("甲线")},
                                                     {"speed_kmh", 1500.0},
                                                     {"confidence", std::string("B")}});
}
Layer three_places() {
  return places("places", {{"A", {1200, 300}}, {"B", {3400, 1000}}, {"C", {1500, -2500}}});
}

}  // namespace

TEST_CASE("places by a line: chainage, offset and side") {
  const Layer lines = bent_line();
  const Layer points = three_places();
  const Result result = run_every_way("locate-along-lines", {{{"points", &points}, {"lines", &lines}}, {}});
  const Layer& found = result.layer("places");
  REQUIRE(found.rows() == 3);
  CHECK(number(found, "A", "chainage_m") == Approx(1200).margin(0.02));
  CHECK(number(found, "A", "offset_m") == Approx(300).margin(0.01));
  CHECK(text(found, "A", "side") == "left");
  CHECK(text(found, "A", "line_key") == "L1");
  CHECK(text(found, "A", "line_name_zh") == "甲线");
  CHECK(text(found, "A", "facility_id") == "A");
  CHECK(text(found, "A", "confidence_min") == "B");
  CHECK(number(found, "B", "chainage_m") == Approx(4000).margin(0.05));
  CHECK(number(found, "B", "offset_m") == Approx(-400).margin(0.01));
  CHECK(text(found, "B", "side") == "right");
  CHECK(text(found, "B", "chainage_mark").substr(0, 3) == "K4+");
  CHECK(is_null(found, "C", "line_key"));
  CHECK(is_null(found, "C", "chainage_m"));
  CHECK(figure(result, "located") == 2);
  CHECK(figure(result, "not_located") == 1);
}

TEST_CASE("a line may begin at a chainage of its own") {
  const Layer lines = bent_line();
  const Layer points = three_places();
  const Inputs inputs{{{"points", &points}, {"lines", &lines}}, {}};
  const Result result = run_every_way("locate-along-lines", inputs, {{"start-field", {"speed_kmh"}}});
  CHECK(number(result.layer("places"), "A", "chainage_m") == Approx(2700).margin(0.02));
  CHECK_THROWS_WITH(run("locate-along-lines", inputs, {{"start-field", {"name_zh"}}}),
                    Catch::Contains("holds no numbers"));
  const Layer without =
      Rows("lines", "trunk_lines").add(line({{0, 0}, {3000, 0}}), {{"line_id", std::string("L1")}});
  const Result told = run("locate-along-lines", {{{"points", &points}, {"lines", &without}}, {}},
                          {{"start-field", {"speed_kmh"}}});
  CHECK(issues_of_kind(told, "no_start") == 1);
}

TEST_CASE("a place by several lines is located on each") {
  const Layer lines = Rows("lines", "trunk_lines")
                          .add(line({{0, 0}, {1000, 0}}), {{"line_id", std::string("L1")}})
                          .add(line({{1000, 200}, {0, 200}}), {{"line_id", std::string("L2")}})
                          .add(line({{0, 5000}, {1000, 5000}}), {{"line_id", std::string("L3")}});
  const Layer points = places("places", {{"A", {300, 50}}, {"B", {0, 9000}}});
  const Result result = run_every_way("locate-along-lines", {{{"points", &points}, {"lines", &lines}}, {}},
                                      {{"match", {"all"}}, {"search-distance", {"500 m"}}});
  const Layer& found = result.layer("places");
  REQUIRE(found.rows() == 3);
  CHECK(number(found, "A|L1", "offset_m") == Approx(50).margin(0.01));
  CHECK(number(found, "A|L2", "offset_m") == Approx(150).margin(0.01));
  CHECK(number(found, "A|L2", "chainage_m") == Approx(700).margin(0.01));
  CHECK(is_null(found, "B", "line_key"));
  CHECK(figure(result, "located") == 2);
}

TEST_CASE("no places, no lines") {
  const Layer lines = bent_line();
  const Layer points = three_places();
  const Layer no_points = places("places", {});
  const Layer no_lines = Rows("lines", "trunk_lines");
  CHECK(run("locate-along-lines", {{{"points", &no_points}, {"lines", &lines}}, {}}).layer("places").rows() ==
        0);
  CHECK(figure(run("locate-along-lines", {{{"points", &points}, {"lines", &no_lines}}, {}}), "not_located") ==
        3);
}

TEST_CASE("random places: on a straight line, chainage and offset are coordinates") {
  std::mt19937 random(71);
  std::uniform_real_distribution<double> along(0, 9000), across(-900, 900);
  Rows rows("places", "facilities");
  std::vector<Point> expected;
  for (int i = 0; i < 80; ++i) {
    expected.push_back({along(random), across(random)});
    rows.add(spot(expected.back().x, expected.back().y), {{"facility_id", std::to_string(i)}});
  }
  const Layer points = rows;
  const Layer lines =
      Rows("lines", "trunk_lines")
          .add(line({{0, 0}, {2000, 0}, {2000, 0}, {9000, 0}}), {{"line_id", std::string("L")}});
  const Result result = run_every_way("locate-along-lines", {{{"points", &points}, {"lines", &lines}}, {}});
  for (std::size_t i = 0; i < expected.size(); ++i) {
    CHECK(number(result.layer("places"), std::to_string(i), "chainage_m") ==
          Approx(expected[i].x).margin(0.05));
    CHECK(number(result.layer("places"), std::to_string(i), "offset_m") ==
          Approx(expected[i].y).margin(0.01));
  }
}
