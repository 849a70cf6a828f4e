#include <cmath>
#include <random>

#include "analyses/fine_windows.hpp"
#include "analyses/zones.hpp"

using namespace fixtures;

namespace {

constexpr double pi = 3.14159265358979323846;
constexpr double ha = 10000;

Values center(const char* id) {
  return {{"micro_center_id", std::string(id)},
          {"name_zh", std::string(id) + "站"},
          {"kind", std::string("rail_station")}};
}
/// A project of 100 ha: 10 km of line, 100 m wide.
Layer ten_kilometres() {
  return Rows("trunk_lines", "trunk_lines").add(line({{500, 2000}, {10500, 2000}}), trunk_line("L1"));
}

}  // namespace

TEST_CASE("30 ha prohibited and 20 ha restricted weigh 38 ha, overlapping by 10 ha 34 ha") {
  // Class-1 drinking water weighs 1, restricted 0.4.
  const Layer lines = ten_kilometres();
  const Layer units = three_counties();
  const Layer apart = Rows("zones", "conservation_zones")
                          .add(box(1000, 1000, 4000, 3000), zone("W", "prohibited", "drinking_water_class_1"))
                          .add(box(5000, 1000, 7000, 3000), zone("R", "restricted"));
  const Layer overlapping =
      Rows("zones", "conservation_zones")
          .add(box(1000, 1000, 4000, 3000), zone("W", "prohibited", "drinking_water_class_1"))
          .add(box(3000, 1000, 5000, 3000), zone("R", "restricted"));
  const auto conflict_ha = [](const Result& result) {
    return (figure(result, "trunk_line_prohibited_m2") + 0.4 * figure(result, "trunk_line_restricted_m2")) /
           ha;
  };
  const Result first = run_fine_every_way(
      "conservation-conflict",
      {{{"trunk_lines", &lines}, {"conservation_zones", &apart}, {"admin_units", &units}}, {}});
  CHECK(conflict_ha(first) == Approx(38).epsilon(1e-4));
  CHECK(figure(first, "prohibited_length_m") == Approx(3000).epsilon(1e-5));
  CHECK(figure(first, "restricted_length_m") == Approx(2000).epsilon(1e-5));
  CHECK(figure(first, "crossings") == 2);
  CHECK(text(first.layer("areas"), "trunk_line|L1|W|prohibited", "verdict") == "prohibited");

  const Result second = run_fine_every_way(
      "conservation-conflict",
      {{{"trunk_lines", &lines}, {"conservation_zones", &overlapping}, {"admin_units", &units}}, {}});
  CHECK(conflict_ha(second) == Approx(34).epsilon(1e-4));
  // Where both lie, the row names both, the strictest first.
  const Layer& segments = second.layer("segments");
  REQUIRE(segments.rows() == 3);
  CHECK(number(segments, "L1|W|prohibited", "length_m") == Approx(2000).epsilon(1e-5));
  CHECK(number(segments, "L1|W;R|prohibited", "length_m") == Approx(1000).epsilon(1e-5));
  CHECK(number(segments, "L1|R|restricted", "length_m") == Approx(1000).epsilon(1e-5));
  CHECK(text(segments, "L1|W;R|prohibited", "zone_id") == "W");
  CHECK(text(segments, "L1|W;R|prohibited", "zones") == "W;R");
  CHECK(text(segments, "L1|W|prohibited", "line_name_zh") == "L1线");
  CHECK(number(second.layer("areas"), "trunk_line|L1|W;R|prohibited", "area_m2") ==
        Approx(10 * ha).epsilon(1e-4));
  // A zone says what lies in it, whatever else lies there.
  const Layer& by_zone = second.layer("by_zone");
  CHECK(number(by_zone, "R", "length_m") == Approx(2000).epsilon(1e-5));
  CHECK(number(by_zone, "R", "area_m2") == Approx(20 * ha).epsilon(1e-4));
  CHECK(number(by_zone, "R", "crossings") == 1);
  // The county border at 4 km: K1 has 3 km prohibited, K2 1 km restricted.
  const Layer& by_unit = second.layer("by_unit");
  CHECK(number(by_unit, "K1", "prohibited_length_m") == Approx(3000).epsilon(1e-5));
  CHECK(number(by_unit, "K1", "restricted_length_m") == 0);
  CHECK(number(by_unit, "K2", "restricted_length_m") == Approx(1000).epsilon(1e-5));
  CHECK(number(by_unit, "K2", "restricted_m2") == Approx(10 * ha).epsilon(1e-4));
  CHECK(number(by_unit, "K3", "prohibited_m2") == 0);
  // Real line, synthetic zones: half of what a conflict stands on.
  CHECK(number(segments, "L1|W|prohibited", "synthetic_pct") == Approx(50));
  CHECK(text(segments, "L1|W|prohibited", "confidence_min") == "B");
  CHECK(number(by_unit, "K1", "synthetic_pct") == Approx(50));
}

TEST_CASE("functional zones never veto, lines in a red line may be proven unavoidable") {
  const Layer lines = ten_kilometres();
  const Layer centers = Rows("micro_centers", "micro_centers")
                            .add(spot(2000, 2000), center("M1"))
                            .add(spot(2400, 2000), center("M2"))
                            .add(spot(8000, 2000), center("M3"));
  const Layer zones =
      Rows("zones", "conservation_zones")
          .add(box(1000, 1000, 4000, 3000), zone("red", "prohibited", "ecological_red_line"))
          .add(box(3000, 1000, 4000, 3000), zone("reserve", "prohibited", "nature_reserve"))
          .add(box(6000, 0, 12000, 4000), zone("whole", "prohibited", "water_conservation", true));
  const Result result = run_fine_every_way(
      "conservation-conflict",
      {{{"trunk_lines", &lines}, {"micro_centers", &centers}, {"conservation_zones", &zones}}, {}});
  CHECK_FALSE(result.has("by_unit"));
  const Layer& areas = result.layer("areas");
  CHECK(text(areas, "trunk_line|L1|red|prohibited", "verdict") == "restricted");
  CHECK(text(areas, "trunk_line|L1|red;reserve|prohibited", "verdict") == "prohibited");
  CHECK(text(areas, "micro_center|M1|red|prohibited", "verdict") == "prohibited");
  CHECK(text(areas, "micro_center|M3|whole|advisory", "verdict") == "advisory");
  CHECK(text(areas, "trunk_line|L1|whole|advisory", "control_strength") == "advisory");
  CHECK(issues_of_kind(result, "functional_zone") == 1);
  const Layer& segments = result.layer("segments");
  CHECK(text(segments, "L1|red|prohibited", "control_strength") == "prohibited");
  CHECK(text(segments, "L1|red|prohibited", "verdict") == "restricted");
  CHECK(text(segments, "L1|red;reserve|prohibited", "verdict") == "prohibited");

  // Each project has all of its ground, the sums have a shared place once: two disks of 800 m, 400 m apart.
  const double disk_m2 = pi * 640000;
  const double both_m2 = 2 * 640000 * std::acos(0.25) - 400 / 2.0 * std::sqrt(4 * 640000 - 400 * 400);
  // M1 and M2 lie inside the red line; M2 reaches 200 m into the reserve.
  CHECK(number(areas, "micro_center|M1|red|prohibited", "area_m2") == Approx(disk_m2).epsilon(2e-4));
  CHECK(number(areas, "micro_center|M2|red|prohibited", "area_m2") +
            number(areas, "micro_center|M2|red;reserve|prohibited", "area_m2") ==
        Approx(disk_m2).epsilon(2e-4));
  CHECK(figure(result, "micro_center_prohibited_m2") == Approx(2 * disk_m2 - both_m2).epsilon(2e-4));
  CHECK(figure(result, "micro_centers_prohibited") == 2);
  const Layer& by_zone = result.layer("by_zone");
  CHECK(number(by_zone, "red", "micro_centers") == 2);
  CHECK(number(by_zone, "reserve", "micro_centers") == 1);
  CHECK(number(by_zone, "whole", "micro_centers") == 1);
  CHECK(text(by_zone, "whole", "control_strength") == "advisory");
  // Footprint of the line and union of the disks.
  CHECK(number(by_zone, "red", "area_m2") == Approx(2 * disk_m2 - both_m2 + 30 * ha).epsilon(2e-4));
}

TEST_CASE("a line through a zone twice, along a border of zones and along a border of counties") {
  // U: open to the south, crossed through both arms. A and B share the border y = 3500, which L2 follows;
  // L3 follows the border of K1 and K2.
  const Layer lines = Rows("trunk_lines", "trunk_lines")
                          .add(line({{0, 500}, {3500, 500}}), trunk_line("L1"))
                          .add(line({{5000, 3500}, {7000, 3500}}), trunk_line("L2"))
                          .add(line({{4000, 1000}, {4000, 2000}}), trunk_line("L3", "C"));
  const Layer units = three_counties();
  const Path u{place(1000, 0), place(1500, 0),    place(1500, 1000), place(2500, 1000), place(2500, 0),
               place(3000, 0), place(3000, 1500), place(1000, 1500), place(1000, 0)};
  const Layer zones = Rows("zones", "conservation_zones")
                          .add(wkb_of_polygons(std::vector<Rings>{{u}}), zone("U", "restricted"))
                          .add(box(5000, 3500, 7000, 4000), zone("A", "advisory"))
                          .add(box(5000, 3000, 7000, 3500), zone("B", "prohibited"))
                          .add(box(3500, 1000, 4500, 2000), zone("C", "restricted"));
  const Result result = run_fine_every_way(
      "conservation-conflict",
      {{{"trunk_lines", &lines}, {"conservation_zones", &zones}, {"admin_units", &units}}, {}});
  CHECK(number(result.layer("by_zone"), "U", "crossings") == 2);
  CHECK(number(result.layer("by_zone"), "U", "length_m") == Approx(1000).epsilon(1e-5));
  CHECK(number(result.layer("segments"), "L2|B|prohibited", "length_m") == Approx(2000).epsilon(1e-5));
  CHECK(figure(result, "advisory_length_m") == 0);
  const Layer& by_unit = result.layer("by_unit");
  CHECK(number(by_unit, "K1", "restricted_length_m") == Approx(2000).epsilon(1e-5));
  CHECK(number(by_unit, "K2", "restricted_length_m") == 0);
  // L3 alone is of confidence C: it counts for K1, and its ground for both counties.
  CHECK(text(by_unit, "K1", "confidence_min") == "C");
  CHECK(text(by_unit, "K3", "confidence_min") == "A");
}

TEST_CASE("no zones, no lines") {
  const Layer lines = ten_kilometres();
  const Layer no_lines = Rows("trunk_lines", "trunk_lines");
  const Layer no_zones = Rows("zones", "conservation_zones");
  const Layer zones = Rows("zones", "conservation_zones").add(box(0, 0, 1000, 1000), zone("Z", "advisory"));
  const Layer units = three_counties();
  const Result free = run_fine_every_way(
      "conservation-conflict",
      {{{"trunk_lines", &lines}, {"conservation_zones", &no_zones}, {"admin_units", &units}}, {}});
  CHECK(free.layer("segments").rows() == 0);
  CHECK(number(free.layer("by_unit"), "K1", "prohibited_m2") == 0);
  const Result still = run_fine_every_way("conservation-conflict",
                                          {{{"trunk_lines", &no_lines}, {"conservation_zones", &zones}}, {}});
  CHECK(still.layer("areas").rows() == 0);
  CHECK(number(still.layer("by_zone"), "Z", "crossings") == 0);
}

TEST_CASE("random lines and zones: lengths as sampled metre by metre") {
  std::mt19937 random(9);
  std::uniform_real_distribution<double> x(0, 12000), y(0, 4000), size(200, 2500);
  const char* strengths[] = {"advisory", "restricted", "prohibited"};
  struct Box {
    double min_x, min_y, max_x, max_y;
    std::size_t strength;
  };
  std::vector<Box> boxes;
  Rows zone_rows("zones", "conservation_zones"), line_rows("trunk_lines", "trunk_lines");
  for (std::size_t i = 0; i < 20; ++i) {
    const double left = std::floor(x(random)), low = std::floor(y(random));
    boxes.push_back({left, low, left + std::floor(size(random)), low + std::floor(size(random)), i % 3});
    const Box& b = boxes.back();
    zone_rows.add(box(b.min_x, b.min_y, b.max_x, b.max_y),
                  zone(("Z" + std::to_string(i)).c_str(), strengths[b.strength]));
  }
  double sampled_m[3] = {};
  for (int i = 0; i < 8; ++i) {
    const Point a{std::floor(x(random)), std::floor(y(random))},
        b{std::floor(x(random)), std::floor(y(random))};
    line_rows.add(line({a, b}), trunk_line(("L" + std::to_string(i)).c_str()));
    const double length_m = std::hypot(b.x - a.x, b.y - a.y);
    for (double at_m = 0.5; at_m < length_m; at_m += 1) {
      const Point p{a.x + (b.x - a.x) * at_m / length_m, a.y + (b.y - a.y) * at_m / length_m};
      int strictest = -1;
      for (const Box& z : boxes)
        if (z.min_x <= p.x && p.x <= z.max_x && z.min_y <= p.y && p.y <= z.max_y)
          strictest = std::max(strictest, static_cast<int>(z.strength));
      if (strictest >= 0) sampled_m[strictest] += 1;
    }
  }
  const Layer zones = zone_rows;
  const Layer lines = line_rows;
  const Layer units = three_counties();
  const Result result = run_fine_every_way(
      "conservation-conflict",
      {{{"trunk_lines", &lines}, {"conservation_zones", &zones}, {"admin_units", &units}}, {}});
  for (int i = 0; i < 3; ++i)
    CHECK(figure(result, std::string(strengths[i]) + "_length_m") == Approx(sampled_m[i]).margin(40));
  double in_zones_m = 0;
  for (std::size_t row = 0; row < result.layer("segments").rows(); ++row)
    in_zones_m += result.layer("segments")["length_m"].number(row);
  CHECK(in_zones_m == Approx(sampled_m[0] + sampled_m[1] + sampled_m[2]).margin(40));
}
