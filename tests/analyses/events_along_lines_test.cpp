#include <random>

#include "analyses/same_results.hpp"

using namespace fixtures;

namespace {

// The example of docs/analyses/events-along-lines.md.
Layer bent_line() {
  return Rows("lines", "trunk_lines")
      .add(line({{0, 0}, {3000, 0}, {3000, 2000}}), {{"line_id", std::string("L1")},
                                                     {"name_zh", std::string("甲线")},
                                                     {"speed_kmh", 10000.0},
                                                     {"confidence", std::string("B")}});
}

struct Event {
  const char* key;
  const char* line;
  Value from, to;
};

/// Tables as a user has them: line, from, to in fields of any name.
Layer event_table(const std::vector<Event>& events) {
  LayerDefinition definition = *find_layer_definition("od_matrix_pairs");
  Layer layer("events", definition, std::nullopt);
  layer.add(Field{"from_m", FieldType::real, {}, "m"}, Column(FieldType::real));
  layer.add(Field{"to_m", FieldType::real, {}, "m"}, Column(FieldType::real));
  for (const Event& event : events)
    layer.append({{definition.key, std::string(event.key)},
                  {"origin", event.line ? Value{std::string(event.line)} : Value{}},
                  {"from_m", event.from},
                  {"to_m", event.to}});
  return layer;
}

const Parameters as_points{{"line-field", {"origin"}}, {"from-field", {"from_m"}}};
const Parameters as_stretches{{"line-field", {"origin"}}, {"from-field", {"from_m"}}, {"to-field", {"to_m"}}};

Point place_of(const Layer& layer, const char* key) {
  const Point p = points_of(layer.geometry().wkb(row_of(layer, key))).front();
  return {p.x - origin.x, p.y - origin.y};
}

}  // namespace

TEST_CASE("point events lie at their chainages, and beside the line by their offsets") {
  const Layer lines = bent_line();
  const Layer events =
      event_table({{"a", "L1", 1200.0, 300.0}, {"b", "L1", 4000.0, -400.0}, {"c", "L1", 0.0, {}}});
  Parameters parameters = as_points;
  parameters.push_back({"offset-field", {"to_m"}});
  const Result result =
      run_every_way("events-along-lines", {{{"events", &events}, {"lines", &lines}}, {}}, parameters);
  const Layer& points = result.layer("points");
  REQUIRE(points.rows() == 3);
  CHECK(place_of(points, "a").x == Approx(1200).margin(0.02));
  CHECK(place_of(points, "a").y == Approx(300).margin(0.02));
  CHECK(place_of(points, "b").x == Approx(3400).margin(0.02));
  CHECK(place_of(points, "b").y == Approx(1000).margin(0.05));
  CHECK(place_of(points, "c").x == Approx(0).margin(0.001));
  CHECK(text(points, "a", "chainage_mark") == "K1+200.000");
  CHECK(text(points, "a", "line_name_zh") == "甲线");
  CHECK(text(points, "a", "confidence_min") == "B");
  CHECK(figure(result, "events") == 3);
}

TEST_CASE("stretches run from one chainage to the other, backwards too") {
  const Layer lines = bent_line();
  const Layer events = event_table({{"a", "L1", 12500.0, 13500.0}, {"b", "L1", 11000.0, 10000.0}});
  Parameters parameters = as_stretches;
  parameters.push_back({"start-field", {"speed_kmh"}});
  const Result result =
      run_every_way("events-along-lines", {{{"events", &events}, {"lines", &lines}}, {}}, parameters);
  const Layer& stretches = result.layer("stretches");
  const Path a = lines_of(stretches.geometry().wkb(row_of(stretches, "a"))).front();
  REQUIRE(a.size() == 3);
  CHECK(a[0].x == Approx(origin.x + 2500).margin(0.02));
  CHECK(a[1] == place(3000, 0));
  CHECK(a[2].y == Approx(origin.y + 500).margin(0.02));
  const Path b = lines_of(stretches.geometry().wkb(row_of(stretches, "b"))).front();
  CHECK(b.back() == place(0, 0));
  CHECK(number(stretches, "a", "length_m") == Approx(1000));
  CHECK(size_of(stretches.geometry()) == Approx(2000).margin(1e-3));
  CHECK(figure(result, "length_m") == Approx(2000));
}

TEST_CASE("events that lie nowhere are told") {
  const Layer lines = bent_line();
  const Layer events = event_table({{"good", "L1", 100.0, 200.0},
                                    {"line", "L9", 100.0, 200.0},
                                    {"nothing", nullptr, 100.0, 200.0},
                                    {"null", "L1", {}, 200.0},
                                    {"far", "L1", 9000.0, 9900.0},
                                    {"partly", "L1", 4500.0, 9900.0},
                                    {"rounded", "L1", 4000.0, 5000.3},
                                    {"empty", "L1", 300.0, 300.0}});
  const Inputs inputs{{{"events", &events}, {"lines", &lines}}, {}};
  const Result stretches = run_every_way("events-along-lines", inputs, as_stretches);
  CHECK(stretches.layer("stretches").rows() == 3);
  CHECK(number(stretches.layer("stretches"), "partly", "length_m") == Approx(500).margin(0.05));
  CHECK(issues_of_kind(stretches, "unknown_line") == 1);
  CHECK(issues_of_kind(stretches, "no_line") == 1);
  CHECK(issues_of_kind(stretches, "no_chainage") == 1);
  CHECK(issues_of_kind(stretches, "outside_line") == 2);
  CHECK(issues_of_kind(stretches, "empty_stretch") == 1);
  const Result points = run_every_way("events-along-lines", inputs, as_points);
  CHECK(points.layer("points").rows() == 4);
  CHECK(issues_of_kind(points, "outside_line") == 1);
}

TEST_CASE("fields that are not there, and options that contradict each other") {
  const Layer lines = bent_line();
  const Layer events = event_table({});
  const Inputs inputs{{{"events", &events}, {"lines", &lines}}, {}};
  CHECK_THROWS_WITH(run("events-along-lines", inputs), Catch::Contains("has no field “line_key”"));
  CHECK(run("events-along-lines", inputs, as_points).layer("points").rows() == 0);
  Parameters both = as_stretches;
  both.push_back({"offset-field", {"to_m"}});
  CHECK_THROWS_WITH(run("events-along-lines", inputs, both), Catch::Contains("only points have offsets"));
}

TEST_CASE("what is located along lines comes back as events") {
  std::mt19937 random(72);
  std::uniform_real_distribution<double> x(100, 2900), y(-700, 700);
  Rows rows("places", "facilities");
  for (int i = 0; i < 30; ++i) rows.add(spot(x(random), y(random) / 2), {{"facility_id", std::to_string(i)}});
  const Layer points = rows;
  const Layer lines = bent_line();
  const Result located = run("locate-along-lines", {{{"points", &points}, {"lines", &lines}}, {}});
  const Layer& found = located.layer("places");
  const Result events = run("events-along-lines", {{{"events", &found}, {"lines", &lines}}, {}},
                            {{"offset-field", {"offset_m"}}});
  const Layer& back = events.layer("points");
  REQUIRE(back.rows() == points.rows());
  for (std::size_t row = 0; row < back.rows(); ++row) {
    const Point before = points_of(found.geometry().wkb(row)).front();
    const Point after = points_of(back.geometry().wkb(row)).front();
    CHECK(std::hypot(before.x - after.x, before.y - after.y) < 0.01);
  }
}
