#include "analyses/accessibility_units.hpp"

#include "analyses/fixtures.hpp"
#include "analyses/output_layer.hpp"

using namespace fixtures;

namespace {

Layer homes() {
  return Rows("homes", "population")
      .add(spot(100, 100), cell("P1", 300))
      .add(spot(200, 100), cell("P2", 100, true))
      .add(spot(5000, 100), cell("P3", 50))
      .add(spot(20000, 100), cell("P4", 7));
}

/// P1 and P2 in the first county, P3 in the second out of reach, P4 in none; by a bus only P1 arrives.
const std::vector<std::uint32_t> counties{0, 0, 1, no_row};
std::vector<AccessibilityMode> modes() {
  AccessibilityMode first{"", {}, std::vector<AccessibilityAnswer>(4)}, bus{"_bus", {}, first.answers};
  first.answers[0].nearest_min = 10;
  first.answers[1].nearest_min = 30;
  first.answers[3].nearest_min = 5;
  bus.answers[0].nearest_min = 20;
  return {first, bus, {"_bus_mean", {}, first.answers, true}};
}

AccessibilityOptions options() {
  AccessibilityOptions options;
  options.limits = {{900}, {1800}};
  return options;
}

Layer by_unit() {
  const Window window(Envelope{}, crs(), precision);
  const Layer units = three_counties();
  return accessibility_by_unit(window, units, counties, homes(), modes(), options());
}

}  // namespace

TEST_CASE("counties sum the people of their origins, and nothing else") {
  const Layer units = by_unit();
  REQUIRE(units.rows() == 3);
  CHECK(text(units, "K1", "name_zh") == "甲县");
  CHECK(number(units, "K1", "people") == 400);
  CHECK(number(units, "K1", "people_reached") == 400);
  CHECK(number(units, "K1", "people_minutes") == 300 * 10 + 100 * 30);
  CHECK(number(units, "K1", "people_within_15_min") == 300);
  CHECK(number(units, "K1", "people_within_30_min") == 400);  // the limit is inclusive
  CHECK(number(units, "K1", "people_reached_bus") == 300);
  CHECK(number(units, "K1", "people_minutes_bus") == 6000);
  CHECK(number(units, "K1", "people_within_15_min_bus") == 0);
  CHECK(number(units, "K1", "people_within_30_min_bus") == 300);
  CHECK_FALSE(units.has("people_reached_bus_mean"));
  CHECK(number(units, "K2", "people") == 50);
  CHECK(number(units, "K2", "people_reached") == 0);
  CHECK(number(units, "K3", "people") == 0);
  CHECK(text(units, "K2", "confidence_min") == "B");
  CHECK(number(units, "K1", "synthetic_pct") == 25);
}

TEST_CASE("means and shares are computed at the end, and are null where nobody is") {
  Layer units = by_unit();
  finish_accessibility_by_unit(units, options());
  CHECK(number(units, "K1", "mean_minimum_min") == 15);
  CHECK(number(units, "K1", "people_within_15_pct") == 75);
  CHECK(number(units, "K1", "people_within_30_pct") == 100);
  CHECK(number(units, "K1", "mean_minimum_min_bus") == 20);
  CHECK(number(units, "K1", "people_within_30_pct_bus") == 75);
  CHECK(is_null(units, "K2", "mean_minimum_min"));
  CHECK(number(units, "K2", "people_within_30_pct") == 0);
  CHECK(is_null(units, "K3", "people_within_30_pct"));
}

TEST_CASE("figures count origins outside all counties, too") {
  Layer origins = output_layer("accessibility_origins", crs());
  origins.append(spot(0, 0), {{"cell_id", std::string("P1")}, {"people", 300.0}, {"minimum_min", 10.0}});
  origins.append(spot(0, 0), {{"cell_id", std::string("P2")}, {"people", 100.0}, {"minimum_min", 30.0}});
  origins.append(spot(0, 0), {{"cell_id", std::string("P3")}, {"people", 600.0}});
  Result whole;
  whole.layers.emplace_back("origins", std::move(origins));
  add_accessibility_figures(whole, options());
  CHECK(figure(whole, "origins") == 3);
  CHECK(figure(whole, "people") == 1000);
  CHECK(figure(whole, "people_reached") == 400);
  CHECK(figure(whole, "mean_minimum_min") == 15);
  CHECK(figure(whole, "people_within_15_min") == 300);
  CHECK(figure(whole, "people_within_30_pct") == 40);
}
