#include "analyses/accessibility_measures.hpp"

#include <cmath>
#include <limits>

#include "analyses/fixtures.hpp"

using namespace fixtures;

namespace {

constexpr double out_of_reach = std::numeric_limits<double>::infinity();

/// Three clinics with beds: 10, none stated, 40.
Layer clinics() {
  return Rows("clinics", "facilities")
      .add(spot(0, 0), {{"facility_id", std::string("A")}, {"capacity", 10.0}})
      .add(spot(1, 0), {{"facility_id", std::string("B")}})
      .add(spot(2, 0), {{"facility_id", std::string("C")}, {"capacity", 40.0}});
}

AccessibilityOptions limits(std::vector<Duration> limits) {
  AccessibilityOptions options;
  options.limits = std::move(limits);
  return options;
}

struct Measured {
  std::vector<std::string> columns;
  std::vector<std::optional<double>> values;
  std::vector<Issue> issues;
  double widest_min = 0;
};

Measured measure(const AccessibilityOptions& options, const std::vector<double>& costs) {
  Measured measured;
  const Layer layer = clinics();
  const AccessibilityMeasures measures(options, layer, measured.issues);
  measured.columns = measures.columns();
  measured.values = measures.values(costs);
  measured.widest_min = measures.widest_min();
  return measured;
}

}  // namespace

TEST_CASE("without fields each destination counts as one, up to and with the limit") {
  const Measured measured = measure(limits({{450}, {1800}}), {30, 7.5, out_of_reach});
  CHECK(measured.columns ==
        std::vector<std::string>{"within_7.5_min_destinations", "within_30_min_destinations"});
  CHECK(measured.values == std::vector<std::optional<double>>{1, 2});
  CHECK(measured.widest_min == 30);
  CHECK(measured.issues.empty());
}

TEST_CASE("every measure has its column, in their order, by hand") {
  AccessibilityOptions options = limits({{1800}});
  options.opportunities = {"capacity"};
  options.nearest = 3;
  options.interval = {{1200}, {2400}};
  options.decay = parse_decay("linear(60 min)");
  options.logsum_scale = Duration{600};
  options.mean_time = true;
  const Measured measured = measure(options, {30, 6, 36});
  CHECK(measured.columns == std::vector<std::string>{"nearest_2_min", "nearest_3_min",
                                                     "within_30_min_capacity", "interval_capacity",
                                                     "gravity_capacity", "logsum_min_capacity",
                                                     "mean_min_capacity"});
  REQUIRE(measured.values.size() == 7);
  CHECK(measured.values[0] == 30);
  CHECK(measured.values[1] == 36);
  CHECK(measured.values[2] == 10);
  // A counts from 30 of 20 … 40 min (half of them), C from 36 (a fifth).
  CHECK(*measured.values[3] == Approx(10 * 0.5 + 40 * 0.2));
  CHECK(*measured.values[4] == Approx(10 * 0.5 + 40 * 0.4));
  CHECK(*measured.values[5] == Approx(10 * std::log(10 * std::exp(-3.0) + 40 * std::exp(-3.6))));
  CHECK(*measured.values[6] == Approx((10 * 30 + 40 * 36) / 50.0));
  CHECK(measured.widest_min == 120);
  REQUIRE(measured.issues.size() == 1);  // B states no beds
  CHECK(measured.issues[0].feature == "B");
  CHECK(measured.issues[0].kind == "missing_opportunities");
}

TEST_CASE("what nothing is in reach of has no value, not zero or infinity") {
  AccessibilityOptions options = limits({{1800}});
  options.nearest = 2;
  options.logsum_scale = Duration{600};
  options.mean_time = true;
  const Measured measured = measure(options, {out_of_reach, out_of_reach, out_of_reach});
  CHECK(measured.values == std::vector<std::optional<double>>{std::nullopt, 0, std::nullopt, std::nullopt});
}

TEST_CASE("destinations that can count in no column are not looked at") {
  AccessibilityOptions options = limits({{600}});
  CHECK(measure(options, {1, 2, 3}).widest_min == 10);
  options.interval = {{600}, {1500}};
  CHECK(measure(options, {1, 2, 3}).widest_min == 25);
  options.decay = parse_decay("linear(40 min)");
  CHECK(measure(options, {1, 2, 3}).widest_min == 40);
  options.decay = parse_decay("exponential(0.05/min)");
  CHECK(measure(options, {1, 2, 3}).widest_min == 120);
}

TEST_CASE("the mass of several fields is their geometric mean") {
  const Layer layer =
      Rows("towns", "admin_units")
          .add(box(0, 0, 1, 1), {{"unit_code", std::string("1")}, {"population", 4.0}, {"area_km2", 9.0}})
          .add(box(1, 0, 2, 1), {{"unit_code", std::string("2")}, {"population", 5.0}, {"area_km2", 0.0}});
  AccessibilityOptions options = limits({{1800}});
  options.mass = {"population", "area_km2"};
  std::vector<Issue> issues;
  const AccessibilityMeasures measures(options, layer, issues);
  CHECK(measures.columns() == std::vector<std::string>{"within_30_min_mass"});
  CHECK(*measures.values(std::vector<double>{1, 2})[0] == Approx(6));
}

TEST_CASE("fields that are not there, no numbers or negative are refused by name") {
  const auto refused = [](const std::string& field, const Layer& layer) {
    AccessibilityOptions options;
    options.opportunities = {field};
    std::vector<Issue> issues;
    AccessibilityMeasures(options, layer, issues);
  };
  CHECK_THROWS_WITH(refused("beds", clinics()), Catch::Contains("has no field “beds”"));
  CHECK_THROWS_WITH(refused("facility_id", clinics()), Catch::Contains("holds no numbers"));
  const Layer owing =
      Rows("clinics", "facilities").add(spot(0, 0), {{"facility_id", std::string("D")}, {"capacity", -1.0}});
  CHECK_THROWS_WITH(refused("capacity", owing), Catch::Contains("D") && Catch::Contains("-1"));
}

TEST_CASE("options that contradict each other are refused") {
  AccessibilityOptions options = limits({{3 * 3600}});
  CHECK_THROWS_WITH(check(options), Catch::Contains("longer than max-time"));
  options = limits({{100}});
  CHECK_THROWS_WITH(check(options), Catch::Contains("tenths of a minute"));
  options = limits({{600}});
  options.interval = {{600}};
  CHECK_THROWS_WITH(check(options), Catch::Contains("takes two limits"));
  options.interval = {{600}, {3 * 3600}};
  CHECK_THROWS_WITH(check(options), Catch::Contains("after max-time"));
  options.interval.clear();
  options.decay = parse_decay("linear(180 min)");
  CHECK_THROWS_WITH(check(options), Catch::Contains("beyond max-time"));
  options.decay = parse_decay("exponential(0.05/min)");  // never ends: cut off at max-time
  CHECK_NOTHROW(check(options));
  options.opportunities = {"mass"};
  options.mass = {"jobs"};
  CHECK_THROWS_WITH(check(options), Catch::Contains("rename it first"));
}

TEST_CASE("columns of limits and ratios") {
  CHECK(within_min("people_", {450}) == "people_within_7.5_min");
  CHECK(within_pct({900}) == "people_within_15_pct");
  CHECK(ratio_column("mean_min_jobs") == "mean_ratio_jobs");
  CHECK_FALSE(ratio_column("gravity_jobs"));
}
