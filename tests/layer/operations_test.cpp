#include "layer/operations.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "layer/samples.hpp"

using namespace jingwei;

namespace {

constexpr double grid = 0.001;

/// People at places, all of confidence A and the second one synthetic.
Layer people(const std::vector<std::pair<std::string, Value>>& rows) {
  Layer layer("people", *find_layer_definition("population"), albers());
  for (std::size_t i = 0; i < rows.size(); ++i)
    layer.append(rows[i].first.empty() ? std::vector<std::uint8_t>{} : parse_wkt(rows[i].first),
                 {{"cell_id", std::to_string(i)},
                  {"people", rows[i].second},
                  {"confidence", std::string(i == 2 ? "C" : "A")},
                  {"synthetic", i == 1}});
  return layer;
}

}  // namespace

TEST_CASE("points are summed in the zone that holds them") {
  // zones 0 and 1 share the border x = 10, zone 2 overlaps both
  const auto zones = geometries({box(0, 0, 10, 10), box(10, 0, 20, 10), box(5, 0, 15, 5)});
  const Layer layer = people({{"POINT(2 2)", 100.0},  // zone 0
                              {"POINT(10 8)", 20.0},  // on the border: the lower row
                              {"POINT(12 2)", 3.0},   // zones 1 and 2
                              {"POINT(30 30)", 7.0},  // nowhere
                              {"POINT(2 3)", {}},     // nobody knows how many
                              {"", 1000.0},           // no place
                              {"POINT EMPTY", 1000.0}});
  Context context;
  const Sums first = sum_within(layer, "people", zones, Overlap::first_zone, grid, context);
  CHECK(first.values == std::vector<double>{120, 3, 0});
  CHECK(first.outside == 7);
  CHECK(first.provenance[0].weight() == 120);
  CHECK(first.provenance[0].synthetic_weight() == 20);
  CHECK(first.provenance[0].confidence() == 'A');
  CHECK(first.provenance[1].confidence() == 'C');
  CHECK(first.provenance[2].confidence() == 0);

  const Sums every = sum_within(layer, "people", zones, Overlap::every_zone, grid, context);
  CHECK(every.values == std::vector<double>{120, 23, 3});
  CHECK(every.outside == 7);
}

TEST_CASE("polygons are split by area") {
  // row 0: 10 × 10, half in zone 0, half in zone 1; row 1: a quarter in zone 0, the rest outside;
  // row 2: in zones 0 and 2, which overlap
  const auto zones = geometries({box(0, 0, 100, 100), box(100, 0, 200, 100), box(0, 0, 50, 50)});
  const Layer layer =
      people({{box(95, 20, 105, 30), 80.0}, {box(-30, 90, 10, 110), 64.0}, {box(40, 10, 60, 20), 10.0}});
  Context context;
  const Sums first = sum_within(layer, "people", zones, Overlap::first_zone, grid, context);
  // row 1: x from −30 to 10, 10 of 40 wide inside; y from 90 to 110, 10 of 20 high inside: 1/8 of 64 = 8
  CHECK(first.values[0] == Approx(40 + 8 + 10));
  CHECK(first.values[1] == Approx(40));
  CHECK(first.values[2] == 0);
  CHECK(first.outside == Approx(56));
  CHECK(first.values[0] + first.values[1] + first.values[2] + first.outside == Approx(154).epsilon(1e-14));
  CHECK(first.provenance[0].weight() == Approx(58));
  CHECK(first.provenance[0].synthetic_weight() == Approx(8));
  CHECK(first.provenance[0].confidence() == 'C');

  const Sums every = sum_within(layer, "people", zones, Overlap::every_zone, grid, context);
  CHECK(every.values[0] == Approx(58));
  CHECK(every.values[1] == Approx(40));
  CHECK(every.values[2] == Approx(5));
  CHECK(every.outside == Approx(56));
}

TEST_CASE("sums of random points are those counted one by one, on any number of threads") {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> place(0, 100);
  std::vector<std::pair<std::string, Value>> rows;
  std::vector<Point> points;
  for (int i = 0; i < 2000; ++i) {
    points.push_back({place(random), place(random)});
    rows.emplace_back(jingwei::format("POINT({} {})", points.back().x, points.back().y),
                      static_cast<double>(random() % 100));
  }
  std::vector<std::string> boxes;
  std::vector<Envelope> zones;
  for (int i = 0; i < 20; ++i) {
    const double x = place(random), y = place(random);
    zones.push_back({x, y, x + 20, y + 20});
    boxes.push_back(box(x, y, x + 20, y + 20));
  }
  const Layer layer = people(rows);
  Context context;
  const Sums first = sum_within(layer, "people", geometries(boxes), Overlap::first_zone, grid, context);
  const Sums every = sum_within(layer, "people", geometries(boxes), Overlap::every_zone, grid, context);
  std::vector<double> expected_first(20, 0.0), expected_every(20, 0.0);
  double outside = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    bool found = false;
    for (std::size_t zone = 0; zone < zones.size(); ++zone) {
      if (!zones[zone].contains(points[i])) continue;
      expected_every[zone] += layer["people"].number(i);
      if (!found) expected_first[zone] += layer["people"].number(i);
      found = true;
    }
    if (!found) outside += layer["people"].number(i);
  }
  CHECK(first.values == expected_first);
  CHECK(every.values == expected_every);
  CHECK(first.outside == outside);
  Context parallel;
  parallel.set_threads(4);
  CHECK(sum_within(layer, "people", geometries(boxes), Overlap::first_zone, grid, parallel).values ==
        first.values);
}

TEST_CASE("nothing to sum") {
  Context context;
  const Sums none =
      sum_within(people({}), "people", geometries({box(0, 0, 1, 1)}), Overlap::first_zone, grid, context);
  CHECK(none.values == std::vector<double>{0});
  const Sums no_zones =
      sum_within(people({{"POINT(1 1)", 5.0}}), "people", {}, Overlap::first_zone, grid, context);
  CHECK(no_zones.values.empty());
  CHECK(no_zones.outside == 5);
}

TEST_CASE("columns pass through with a prefix, provenance aside") {
  const Layer source = people({{"POINT(1 1)", 5.0}, {"POINT(2 2)", 6.0}});
  Layer target("pieces", pieces_definition(), albers());
  for (const char* key : {"a", "b", "c"})
    target.append(Wkb{}, {{"piece_id", std::string(key)}, {"people", 1.0}});
  const std::vector<std::uint32_t> rows{1, no_row, 0};
  pass_through(source, rows, "", target);
  pass_through(source, rows, "a_", target);
  CHECK(texts_of(target["people"]) == std::vector<std::string>{"1", "1", "1"});  // its own
  CHECK(texts_of(target["a_people"]) == std::vector<std::string>{"6", "null", "5"});
  CHECK(texts_of(target["cell_id"]) == std::vector<std::string>{"1", "null", "0"});
  CHECK_FALSE(target.has("a_confidence"));
  CHECK_FALSE(target.has("synthetic"));
  for (const Field& field : target.fields())
    if (field.name == "a_people") {
      CHECK(field.unit == "people");
      CHECK_FALSE(field.title.zh.empty());
    }
}

TEST_CASE("measures are true and of the geometry's own kind") {
  Layer layer("overlay", *find_layer_definition("overlay_pieces"), albers());
  layer.append(parse_wkt(box(0, 0, 100, 50)), {{"piece_key", std::string("a")}});
  layer.append(parse_wkt("LINESTRING(0 0, 300 400)"), {{"piece_key", std::string("b")}});
  layer.append(parse_wkt("POINT(0 0)"), {{"piece_key", std::string("c")}});
  layer.append(Wkb{}, {{"piece_key", std::string("d")}});
  Context context;
  measure(layer, context);
  CHECK(layer["area_m2"].number(0) == Approx(5000).epsilon(1e-9));
  // 39° lies between the standard parallels, where the projection errs in length by less than 0.1 %
  CHECK(layer["length_m"].number(1) == Approx(500).epsilon(1e-3));
  CHECK(layer["length_m"].is_null(0));
  CHECK(layer["area_m2"].is_null(1));
  for (const std::size_t row : {2u, 3u}) {
    CHECK(layer["area_m2"].is_null(row));
    CHECK(layer["length_m"].is_null(row));
  }
}

TEST_CASE("shares of nothing are null") {
  CHECK(percent(1, 4) == Value{25.0});
  CHECK(percent(0, 4) == Value{0.0});
  CHECK(percent(1, 0) == Value{});
  CHECK(percent(0, 0) == Value{});
}
