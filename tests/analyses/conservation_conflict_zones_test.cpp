#include "analyses/conservation_conflict_zones.hpp"

#include <random>

#include "analyses/zones.hpp"
#include "geometry/measure.hpp"

using namespace fixtures;
using enum ControlStrength;

namespace {

Layer three_zones() {
  return Rows("zones", "conservation_zones")
      .add(box(0, 0, 300, 100), zone("A", "restricted"))
      .add(box(100, 0, 400, 100), zone("B", "prohibited", "ecological_red_line"))
      .add(box(200, 0, 500, 100), zone("C", "prohibited", "water_conservation", true));
}

GeometryColumn column_of(std::initializer_list<Shape> shapes) {
  GeometryColumn column;
  for (const Shape& shape : shapes) column.append(shape);
  return column;
}

}  // namespace

TEST_CASE("a functional zone is advisory, which is told where it claims more") {
  const Layer zones = three_zones();
  std::vector<Issue> issues;
  CHECK(strengths_of(zones, issues) == std::vector{restricted, prohibited, advisory});
  REQUIRE(issues.size() == 1);
  CHECK(issues[0].feature == "C");
  const Layer modest =
      Rows("zones", "conservation_zones").add(box(0, 0, 1, 1), zone("M", "advisory", "wetland", true));
  issues.clear();
  CHECK(strengths_of(modest, issues) == std::vector{advisory});
  CHECK(issues.empty());
}

TEST_CASE("the verdict of a face is the strictest of its zones'") {
  const Layer zones = three_zones();
  std::vector<Issue> issues;
  const auto strengths = strengths_of(zones, issues);
  const auto of = [&](ProjectKind kind, std::vector<std::uint32_t> rows) {
    return verdict_of(kind, zones, rows, strengths);
  };
  CHECK(of(ProjectKind::trunk_line, {1}) == restricted);  // the red line
  CHECK(of(ProjectKind::micro_center, {1}) == prohibited);
  CHECK(of(ProjectKind::trunk_line, {0, 1, 2}) == restricted);
  CHECK(of(ProjectKind::micro_center, {0, 2}) == restricted);
  CHECK(of(ProjectKind::micro_center, {2}) == advisory);
}

TEST_CASE("faces have every place once, each with its zones, strictest first") {
  const Layer zones = three_zones();
  std::vector<Issue> issues;
  Context context;
  const Window whole({}, crs(), precision);
  const ZoneFaces faces = zone_faces(whole, zones, strengths_of(zones, issues), context);
  REQUIRE(faces.zones.size() == 5);
  const auto areas = areas_m2(faces.geometry, crs(), context);
  double sum = 0;
  for (std::size_t i = 0; i < faces.zones.size(); ++i) {
    INFO(zone_ids(zones, faces.zones[i]));
    CHECK(areas[i] == Approx(10000).epsilon(1e-5));
    sum += areas[i];
    if (i > 0) CHECK(faces.strength[i - 1] >= faces.strength[i]);
  }
  CHECK(sum == Approx(50000).epsilon(1e-5));
  std::vector<std::string> ids;
  for (const auto& rows : faces.zones) ids.push_back(zone_ids(zones, rows));
  std::ranges::sort(ids);
  CHECK(ids == std::vector<std::string>{"A", "B;A", "B;A;C", "B;C", "C"});
}

TEST_CASE("random zones: a raster finds the strictest of each place") {
  std::mt19937 random(9);
  std::uniform_int_distribution<int> at(0, 40), size(2, 15), strength(0, 2);
  struct Box {
    int x, y, w, h, strength;
  };
  std::vector<Box> boxes;
  Rows rows("zones", "conservation_zones");
  for (int i = 0; i < 12; ++i) {
    boxes.push_back({at(random), at(random), size(random), size(random), strength(random)});
    const Box& b = boxes.back();
    rows.add(
        box(10 * b.x, 10 * b.y, 10 * (b.x + b.w), 10 * (b.y + b.h)),
        zone(("Z" + std::to_string(i)).c_str(), std::string(to_text(control_strengths[b.strength])).c_str()));
  }
  std::array<double, 3> expected{};
  for (int x = 0; x < 60; ++x)
    for (int y = 0; y < 60; ++y) {
      int most = -1;
      for (const Box& b : boxes)
        if (b.x <= x && x < b.x + b.w && b.y <= y && y < b.y + b.h) most = std::max(most, b.strength);
      if (most >= 0) expected[most] += 100;
    }
  const Layer zones = rows;
  std::vector<Issue> issues;
  Context context;
  const Window whole({}, crs(), precision);
  const ZoneFaces faces = zone_faces(whole, zones, strengths_of(zones, issues), context);
  const auto areas = areas_m2(faces.geometry, crs(), context);
  std::array<double, 3> found{};
  for (std::size_t i = 0; i < areas.size(); ++i)
    found[static_cast<std::size_t>(faces.strength[i])] += areas[i];
  for (std::size_t i = 0; i < 3; ++i) CHECK(found[i] == Approx(expected[i]).epsilon(1e-5));
}

TEST_CASE("keys and lists of ids escape what would end a part") {
  const Layer zones = Rows("zones", "conservation_zones")
                          .add(box(0, 0, 1, 1), zone("a;b", "advisory"))
                          .add(box(0, 0, 1, 1), zone("c\\", "advisory"));
  CHECK(zone_ids(zones, {0, 1}) == "a\\;b;c\\\\");
  CHECK(zone_ids(zones, {}).empty());
  CHECK(key_of({"a", "b|c"}) == "a|b\\|c|");
  CHECK(key_of({"a|b", "c"}) != key_of({"a", "b|c"}));
}

TEST_CASE("sources behind one place share its area") {
  const Layer zones = three_zones();  // all synthetic, confidence B
  Provenance sources;
  add_sources(sources, zones, {0, 1}, 100);
  CHECK(sources.weight() == 100);
  CHECK(sources.synthetic_weight() == 100);
  CHECK(sources.confidence() == 'B');
  add_sources(sources, zones, {}, 100);
  CHECK(sources.weight() == 100);
}

TEST_CASE("a line along the border of two polygons lies in the lower one only") {
  const GeometryColumn polygons = column_of({box(0, 0, 100, 100), box(0, 100, 100, 200)});
  const GeometryColumn lines =
      column_of({line({{-50, 100}, {150, 100}}), line({{50, -10}, {50, 210}}), line({{0, 300}, {9, 300}})});
  Context context;
  const Pieces inside = lines_inside(lines, polygons, 0.001, context);
  const auto lengths = lengths_m(inside.geometry, crs(), context);
  REQUIRE(lengths.size() == 3);
  CHECK(inside.source_a == std::vector<std::uint32_t>{0, 1, 1});
  CHECK(inside.source_b == std::vector<std::uint32_t>{0, 0, 1});
  for (const double length : lengths) CHECK(length == Approx(100).epsilon(1e-5));
}

TEST_CASE("lengths add up over windows, along their border too") {
  const GeometryColumn lines =
      column_of({line({{0, 0}, {100, 0}, {100, 100}, {200, 100}}), line({{10, 50}, {10, 60}})});
  Context context;
  const auto length_in = [&](double min_x, double max_x) {
    const Window window({origin.x + min_x, origin.y - 1e4, origin.x + max_x, origin.y + 1e4}, crs(),
                        precision);
    double sum = 0;
    for (const double length : lengths_m(lines_in_core(window, lines, context), crs(), context))
      sum += length;
    return sum;
  };
  // The middle 100 m run along x = 100, the border, which belongs to the eastern window.
  CHECK(length_in(-1e4, 100) == Approx(100 + 10).epsilon(1e-5));
  CHECK(length_in(100, 1e4) == Approx(200).epsilon(1e-5));
  CHECK(length_in(-1e4, 1e4) == Approx(310).epsilon(1e-5));
}

TEST_CASE("a crossing is a connected stretch inside a zone") {
  const GeometryColumn zones = column_of({box(0, 0, 100, 100), box(500, 0, 600, 100)});
  // Through the first zone, out and in again; two lines that meet inside are two crossings, one each.
  const GeometryColumn lines = column_of({line({{-10, 50}, {110, 50}, {110, 80}, {-10, 80}}),
                                          line({{50, -10}, {50, 20}}), line({{50, 20}, {90, 20}})});
  Context context;
  const Window whole({}, crs(), precision);
  CHECK(crossings(whole, lines, zones, context) == std::vector<std::int64_t>{4, 0});
  // Over two windows each stretch is counted once, by its lowest vertex.
  const Window west({origin.x - 1e4, origin.y - 1e4, origin.x + 50, origin.y + 1e4}, crs(), precision);
  const Window east({origin.x + 50, origin.y - 1e4, origin.x + 1e4, origin.y + 1e4}, crs(), precision);
  CHECK(crossings(west, lines, zones, context)[0] + crossings(east, lines, zones, context)[0] == 4);
}
