#include "analyses/conservation_conflict_window.hpp"

#include "analyses/zones.hpp"
#include "geometry/measure.hpp"

using namespace fixtures;

namespace {

constexpr double ha = 10000;

Window window_with(const Envelope& core) {
  Window window(core, crs(), precision);
  window.set("trunk_lines", Rows("lines", "trunk_lines")
                                .add(line({{500, 2000}, {10500, 2000}}), trunk_line("L1"))
                                .add(line({{500, 2000}, {10500, 2000}}), trunk_line("L2")));
  window.set("conservation_zones", Rows("zones", "conservation_zones")
                                       .add(box(1000, 1000, 4000, 3000), zone("W", "prohibited"))
                                       .add(box(3000, 1000, 5000, 3000), zone("R", "restricted")));
  return window;
}

double total_of(const Layer& layer, std::string_view field) {
  double sum = 0;
  for (std::size_t row = 0; row < layer.rows(); ++row) sum += layer[field].number(row);
  return sum;
}

}  // namespace

TEST_CASE("a window without centres and counties gives segments, areas and zones") {
  Context context;
  const Result result = conflict_in(window_with({}), Length{100}, Length{800}, context);
  CHECK_FALSE(result.has("by_unit"));
  // Two lines on one ground: each has its rows, the zones have the ground once but the length of both.
  CHECK(result.layer("segments").rows() == 6);
  CHECK(result.layer("areas").rows() == 6);
  const Layer& by_zone = result.layer("by_zone");
  CHECK(number(by_zone, "W", "length_m") == Approx(2 * 3000).epsilon(1e-5));
  CHECK(number(by_zone, "W", "area_m2") == Approx(30 * ha).epsilon(1e-4));
  CHECK(number(by_zone, "R", "area_m2") == Approx(20 * ha).epsilon(1e-4));
  CHECK(number(by_zone, "W", "crossings") == 2);
  CHECK(number(by_zone, "W", "micro_centers") == 0);
}

TEST_CASE("measures of two windows add up to those of the whole") {
  Context context;
  const Envelope west{origin.x - 1e5, origin.y - 1e5, origin.x + 3500, origin.y + 1e5};
  const Envelope east{origin.x + 3500, origin.y - 1e5, origin.x + 1e5, origin.y + 1e5};
  const Result whole = conflict_in(window_with({}), Length{100}, Length{800}, context);
  const Result left = conflict_in(window_with(west), Length{100}, Length{800}, context);
  const Result right = conflict_in(window_with(east), Length{100}, Length{800}, context);
  for (const char* field : {"length_m", "area_m2", "crossings"}) {
    INFO(field);
    CHECK(total_of(left.layer("by_zone"), field) + total_of(right.layer("by_zone"), field) ==
          Approx(total_of(whole.layer("by_zone"), field)).epsilon(1e-5));
  }
}

TEST_CASE("no zones: no conflict") {
  Window window = window_with({});
  window.set("conservation_zones", Rows("zones", "conservation_zones"));
  window.set("admin_units", three_counties());
  Context context;
  const Result result = conflict_in(window, Length{100}, Length{800}, context);
  CHECK(result.layer("segments").rows() == 0);
  CHECK(result.layer("by_zone").rows() == 0);
  REQUIRE(result.layer("by_unit").rows() == 3);
  CHECK(total_of(result.layer("by_unit"), "prohibited_m2") == 0);
}
