#include <cmath>
#include <random>

#include "analyses/same_results.hpp"
#include "base/error.hpp"
#include "layer/prepare.hpp"

using namespace fixtures;

namespace {

/// On the street of 12 km, where a kilometre takes 12 min. P4 lies on the border of K1 and K2, P7 beside a
/// lane that leads nowhere.
Layer six_cells() {
  return Rows("people", "population")
      .add(spot(2000, 2000), cell("P1", 100))
      .add(spot(3000, 2000), cell("P2", 200, true))
      .add(spot(4000, 2000), cell("P4", 50))
      .add(spot(6000, 2000), cell("P5", 300))
      .add(spot(12000, 2000), cell("P6", 400))
      .add(spot(11000, 3500), cell("P7", 500));
}

Values clinic(const char* id, const Value& capacity, const char* confidence) {
  return {{"facility_id", std::string(id)},
          {"capacity", capacity},
          {"confidence", std::string(confidence)},
          {"synthetic", false}};
}

/// D2 and D3 stand at one place.
Layer three_clinics() {
  return Rows("clinics", "facilities")
      .add(spot(8000, 2000), clinic("D3", 40.0, "B"))
      .add(spot(8000, 2000), clinic("D2", {}, "B"))
      .add(spot(2000, 2000), clinic("D1", 100.0, "A"));
}

}  // namespace

TEST_CASE("minutes and people along a street, by hand") {
  const Layer units = three_counties();
  const Layer people = six_cells();
  const Layer clinics = three_clinics();
  const Layer roads = streets();
  const Network network = walking(roads);
  const Result result = run_every_way(
      "accessibility",
      {{{"origins", &people}, {"destinations", &clinics}, {"admin_units", &units}}, {{"network", &network}}},
      {{"limits", {"12 min", "30 min"}}, {"max-time", {"40 min"}}});

  const Layer& origins = result.layer("origins");
  REQUIRE(origins.rows() == 6);
  CHECK(number(origins, "P1", "minimum_min") == Approx(0).margin(1e-4));
  CHECK(number(origins, "P2", "minimum_min") == Approx(12).epsilon(1e-5));
  CHECK(text(origins, "P2", "nearest_key") == "D1");
  // P5: D2 and D3 at 24 min are equally near, the lower key wins; within 30 min both count.
  CHECK(number(origins, "P5", "minimum_min") == Approx(24).epsilon(1e-5));
  CHECK(text(origins, "P5", "nearest_key") == "D2");
  CHECK(number(origins, "P5", "within_30_min_destinations") == 2);
  CHECK(number(origins, "P5", "within_12_min_destinations") == 0);
  // 12 min is inclusive.
  CHECK(number(origins, "P2", "within_12_min_destinations") == 1);
  CHECK(text(origins, "P4", "unit_code") == "K1");
  // P6 is 48 min away, beyond the search; P7 is on no usable street.
  CHECK(is_null(origins, "P6", "minimum_min"));
  CHECK(number(origins, "P6", "within_30_min_destinations") == 0);
  CHECK(number(origins, "P6", "snap_m") == Approx(0).margin(1e-6));
  CHECK(is_null(origins, "P7", "minimum_min"));
  CHECK(is_null(origins, "P7", "snap_m"));
  CHECK(is_null(origins, "P7", "within_30_min_destinations"));
  CHECK(issues_of_kind(result, "unsnapped") == 1);

  // K1: 100 at 0 min, 200 at 12, 50 at 24: 3600 people·min.
  const Layer& by_unit = result.layer("by_unit");
  REQUIRE(by_unit.rows() == 3);
  CHECK(number(by_unit, "K1", "people") == 350);
  CHECK(number(by_unit, "K1", "people_reached") == 350);
  CHECK(number(by_unit, "K1", "people_minutes") == Approx(3600).epsilon(1e-5));
  CHECK(number(by_unit, "K1", "mean_minimum_min") == Approx(3600 / 350.0).epsilon(1e-5));
  CHECK(number(by_unit, "K1", "people_within_12_min") == 300);
  CHECK(number(by_unit, "K1", "people_within_12_pct") == Approx(100 * 300 / 350.0));
  CHECK(number(by_unit, "K1", "people_within_30_pct") == 100);
  CHECK(number(by_unit, "K3", "people") == 900);
  CHECK(number(by_unit, "K3", "people_reached") == 0);
  CHECK(is_null(by_unit, "K3", "mean_minimum_min"));
  CHECK(number(by_unit, "K3", "people_within_30_pct") == 0);
  // 200 of K1's 350 people are synthetic; K2 stands on clinics of confidence B.
  CHECK(number(by_unit, "K1", "synthetic_pct") == Approx(100 * 200 / 350.0));
  CHECK(text(by_unit, "K1", "confidence_min") == "A");
  CHECK(text(by_unit, "K2", "confidence_min") == "B");

  CHECK(figure(result, "origins") == 6);
  CHECK(figure(result, "people") == 1550);
  CHECK(figure(result, "people_reached") == 650);
  CHECK(figure(result, "people_within_12_min") == 300);
  CHECK(figure(result, "people_within_30_min") == 650);
  CHECK(figure(result, "people_within_30_pct") == Approx(100 * 650 / 1550.0));
  CHECK(figure(result, "mean_minimum_min") == Approx((3600 + 300 * 24) / 650.0).epsilon(1e-5));
}

TEST_CASE("opportunities are summed, missing ones are told; counties may be left out") {
  const Layer people = six_cells();
  const Layer clinics = three_clinics();
  const Layer roads = streets();
  const Network network = walking(roads);
  const Inputs inputs{{{"origins", &people}, {"destinations", &clinics}}, {{"network", &network}}};
  const Result result = run_every_way("accessibility", inputs,
                                      {{"limits", {"7.5 min", "60 min"}}, {"opportunities", {"capacity"}}});
  CHECK_FALSE(result.has("by_unit"));
  const Layer& origins = result.layer("origins");
  CHECK(number(origins, "P4", "within_60_min_capacity") == 140);
  CHECK(number(origins, "P1", "within_7.5_min_capacity") == 100);
  CHECK(number(origins, "P6", "within_60_min_capacity") == 40);
  CHECK(text(origins, "P4", "unit_code") == "of P4");
  CHECK(issues_of_kind(result, "missing_opportunities") == 1);

  CHECK_THROWS_AS(run("accessibility", inputs, {{"opportunities", {"beds"}}}), Error);
  CHECK_THROWS_AS(run("accessibility", inputs, {{"opportunities", {"name_zh"}}}), Error);
}

TEST_CASE("limits beyond the search, or that no column could be named for, are refused") {
  const Layer people = six_cells();
  const Layer clinics = three_clinics();
  const Layer roads = streets();
  const Network network = walking(roads);
  const Inputs inputs{{{"origins", &people}, {"destinations", &clinics}}, {{"network", &network}}};
  CHECK_THROWS_AS(run("accessibility", inputs, {{"limits", {"3 h"}}}), Error);
  CHECK_THROWS_AS(run("accessibility", inputs, {{"limits", {"61 s"}}}), Error);
}

TEST_CASE("no destinations, or nobody") {
  const Layer units = three_counties();
  const Layer people = six_cells();
  const Layer none = Rows("clinics", "facilities");
  const Layer roads = streets();
  const Network network = walking(roads);
  const Result result = run_every_way(
      "accessibility",
      {{{"origins", &people}, {"destinations", &none}, {"admin_units", &units}}, {{"network", &network}}});
  CHECK(is_null(result.layer("origins"), "P1", "minimum_min"));
  CHECK(number(result.layer("origins"), "P1", "within_15_min_destinations") == 0);
  CHECK(figure(result, "people_reached") == 0);

  const Layer nobody = Rows("people", "population");
  const Layer clinics = three_clinics();
  const Result empty = run(
      "accessibility",
      {{{"origins", &nobody}, {"destinations", &clinics}, {"admin_units", &units}}, {{"network", &network}}});
  CHECK(empty.layer("origins").rows() == 0);
  CHECK(number(empty.layer("by_unit"), "K1", "people") == 0);
  CHECK(is_null(empty.layer("by_unit"), "K1", "people_within_15_pct"));
}

TEST_CASE("random origins and destinations: every sum as counted pair by pair") {
  std::mt19937 random(11);
  std::uniform_real_distribution<double> x(0, 12000), y(1700, 2300), people(1, 100);
  const Layer units = three_counties();
  std::vector<Point> homes, sites;
  Rows people_rows("people", "population"), site_rows("sites", "facilities");
  std::vector<double> counts;
  for (int i = 0; i < 80; ++i) {
    homes.push_back(place(x(random), y(random)));
    counts.push_back(people(random));
    people_rows.add(wkb_of(homes.back()), {{"cell_id", "P" + std::to_string(i)}, {"people", counts.back()}});
  }
  for (int i = 0; i < 9; ++i) {
    sites.push_back(place(x(random), y(random)));
    site_rows.add(wkb_of(sites.back()), {{"facility_id", "D" + std::to_string(i)}});
  }
  const Layer population = people_rows;
  const Layer facilities = site_rows;
  const Layer roads = streets();
  const Network network = walking(roads);
  const Result result =
      run_every_way("accessibility",
                    {{{"origins", &population}, {"destinations", &facilities}, {"admin_units", &units}},
                     {{"network", &network}}},
                    {{"limits", {"10 min", "20 min"}}});
  Context context;
  const auto from = network.snap(homes, context);
  const auto to = network.snap(sites, context);
  const std::vector<Cost> costs = network.costs(from, to, unreachable - 1, context);
  double within_20[3] = {};
  for (std::size_t i = 0; i < homes.size(); ++i) {
    const std::string key = "P" + std::to_string(i);
    Cost least = unreachable;
    int in_10 = 0;
    for (std::size_t j = 0; j < sites.size(); ++j) {
      const Cost cost = costs[i * sites.size() + j];
      least = std::min(least, cost);
      in_10 += cost <= 600000 ? 1 : 0;
    }
    CHECK(number(result.layer("origins"), key, "minimum_min") == Approx(least / 60000.0).epsilon(1e-12));
    CHECK(number(result.layer("origins"), key, "within_10_min_destinations") == in_10);
    if (least <= 1200000) within_20[static_cast<int>((homes[i].x - origin.x) / 4000)] += counts[i];
  }
  for (int unit = 0; unit < 3; ++unit)
    CHECK(number(result.layer("by_unit"), "K" + std::to_string(unit + 1), "people_within_20_min") ==
          Approx(within_20[unit]).epsilon(1e-9));
}

namespace {

/// Five cells of Belo Horizonte, the travel times between them, and what the R package accessibility
/// publishes of them (ipeaGIT/accessibility, inst/extdata and tests/testthat/test-cumulative_cutoff.R; MIT).
struct BeloHorizonte {
  std::vector<std::string> ids{"89a88cdb57bffff", "89a88cdb597ffff", "89a88cdb5b3ffff", "89a88cdb5cfffff",
                               "89a88cd909bffff"};
  std::vector<double> people{852, 394, 1969, 2189, 0}, jobs{82, 308, 100, 109, 0};
  std::vector<std::vector<double>> minutes{{5.8, 47, 48, 47, 64},
                                           {45, 5.8, 13, 41, 70},
                                           {44, 13, 5.8, 42, 67},
                                           {43, 43, 49, 5.8, 58},
                                           {60, 70, 68, 64, 5.8}};

  Layer cells(const std::string& name, const std::vector<double>& field,
              const std::string& field_name) const {
    LayerDefinition definition = any_layer_definition();
    definition.key = "id";
    Column keys(FieldType::text), values(FieldType::real);
    for (const std::string& id : ids) keys.append(id);
    for (const double value : field) values.append(value);
    Layer layer(name, definition, std::nullopt);
    layer.add(Field{"id", FieldType::text, {}, {}}, std::move(keys));
    layer.add(Field{field_name, FieldType::real, {}, {}}, std::move(values));
    return layer;
  }
  Layer times() const {
    Layer table("times", *find_layer_definition("travel_times"), std::nullopt);
    std::int64_t line = 0;
    for (std::size_t i = 0; i < ids.size(); ++i)
      for (std::size_t j = 0; j < ids.size(); ++j)
        table.append({{"row_number", ++line},
                      {"origin", ids[i]},
                      {"destination", ids[j]},
                      {"time_s", minutes[i][j] * 60}});
    return table;
  }
};

}  // namespace

TEST_CASE("published: cumulative opportunities of Belo Horizonte, active and passive") {
  const BeloHorizonte city;
  const Layer people = city.cells("people", city.people, "people"),
              jobs = city.cells("jobs", city.jobs, "jobs");
  const Layer times = city.times();
  const Result active =
      run("accessibility", {{{"origins", &people}, {"destinations", &jobs}, {"travel_times", &times}}, {}},
          {{"limits", {"30 min"}}, {"opportunities", {"jobs"}}});
  const std::vector<double> jobs_within_30{82, 408, 408, 109, 0};
  const Result passive =
      run("accessibility", {{{"origins", &jobs}, {"destinations", &people}, {"travel_times", &times}}, {}},
          {{"limits", {"45 min"}}, {"opportunities", {"people"}}, {"travel", {"to_origins"}}});
  const std::vector<double> people_within_45{5404, 4552, 2363, 4552, 0};
  for (std::size_t i = 0; i < city.ids.size(); ++i) {
    CHECK(number(active.layer("origins"), city.ids[i], "within_30_min_jobs") == jobs_within_30[i]);
    CHECK(number(passive.layer("origins"), city.ids[i], "within_45_min_people") == people_within_45[i]);
  }
  CHECK(figure(active, "people") == 5404);
}

TEST_CASE("every measure along a street, by hand") {
  const Layer people = six_cells();
  const Layer clinics = three_clinics();
  const Layer roads = streets();
  const Network network = walking(roads);
  const Inputs inputs{{{"origins", &people}, {"destinations", &clinics}}, {{"network", &network}}};
  const Result result = run_every_way("accessibility", inputs,
                                      {{"limits", {"30 min"}},
                                       {"opportunities", {"capacity"}},
                                       {"mass", {"capacity"}},
                                       {"nearest", {"3"}},
                                       {"interval", {"20 min", "28 min"}},
                                       {"decay", {"linear(40 min)"}},
                                       {"logsum-scale", {"10 min"}},
                                       {"mean-time", {"true"}},
                                       {"max-time", {"60 min"}}});
  const Layer& origins = result.layer("origins");
  // P4 at 4 km: D1 (100 beds) 24 min away, D2 (none) and D3 (40) 48 min.
  CHECK(number(origins, "P4", "minimum_min") == Approx(24).epsilon(1e-5));
  CHECK(number(origins, "P4", "nearest_2_min") == Approx(48).epsilon(1e-5));
  CHECK(number(origins, "P4", "nearest_3_min") == Approx(48).epsilon(1e-5));
  CHECK(number(origins, "P4", "within_30_min_capacity") == 100);
  CHECK(number(origins, "P4", "interval_capacity") == Approx(50).epsilon(1e-4));
  CHECK(number(origins, "P4", "gravity_capacity") == Approx(100 * 0.4).epsilon(1e-4));
  CHECK(number(origins, "P4", "mean_min_capacity") == Approx((2400 + 40 * 48) / 140.0).epsilon(1e-5));
  CHECK(number(origins, "P4", "logsum_min_capacity") ==
        Approx(10 * std::log(100 * std::exp(-2.4) + 40 * std::exp(-4.8))).epsilon(1e-4));
  // The mass of one field is that field.
  CHECK(number(origins, "P4", "gravity_mass") == Approx(number(origins, "P4", "gravity_capacity")));
  // P6: D1 is 120 min away, beyond the search; two remain.
  CHECK(number(origins, "P6", "nearest_2_min") == Approx(48).epsilon(1e-5));
  CHECK(is_null(origins, "P6", "nearest_3_min"));
  CHECK(is_null(origins, "P7", "logsum_min_mass"));
  double ratios = 0;
  for (const char* key : {"P1", "P2", "P4", "P5", "P6"})
    ratios += number(origins, key, "mean_ratio_capacity");
  CHECK(ratios == Approx(5));
  CHECK(is_null(origins, "P7", "mean_ratio_capacity"));
}

TEST_CASE("a table of times instead of a network: unknown places, pairs given twice") {
  const Layer people = six_cells();
  const Layer clinics = three_clinics();
  Layer table("times", *find_layer_definition("travel_times"), std::nullopt);
  std::int64_t line = 0;
  const auto add = [&](const char* from, const char* to, double time_s) {
    table.append({{"row_number", ++line},
                  {"origin", std::string(from)},
                  {"destination", std::string(to)},
                  {"time_s", time_s}});
  };
  add("P1", "D1", 700);
  add("P1", "D1", 600);
  add("P1", "D2", 600);
  add("P2", "D9", 60);
  add("P9", "D1", 60);
  const Result result = run_every_way(
      "accessibility", {{{"origins", &people}, {"destinations", &clinics}, {"travel_times", &table}}, {}},
      {{"limits", {"10 min"}}});
  CHECK(number(result.layer("origins"), "P1", "minimum_min") == 10);
  CHECK(text(result.layer("origins"), "P1", "nearest_key") == "D1");
  CHECK(number(result.layer("origins"), "P1", "within_10_min_destinations") == 2);
  CHECK(number(result.layer("origins"), "P2", "within_10_min_destinations") == 0);  // named, reaches nothing
  CHECK(is_null(result.layer("origins"), "P4", "within_10_min_destinations"));
  CHECK(issues_of_kind(result, "duplicate_pair") == 1);
  CHECK(issues_of_kind(result, "unknown_place") == 1);
  CHECK(issues_of_kind(result, "no_travel_times") == 5);  // P4, P5, P6, P7 and D3

  const Layer roads = streets();
  const Network network = walking(roads);
  const std::vector<std::pair<std::string, const Layer*>> two{{"origins", &people},
                                                              {"destinations", &clinics}};
  CHECK_THROWS_AS(run("accessibility", {two, {}}), Error);
  CHECK_THROWS_AS(
      run("accessibility", {{{"origins", &people}, {"destinations", &clinics}, {"travel_times", &table}},
                            {{"network", &network}}}),
      Error);
}

TEST_CASE("a run refuses options that no column could be made of") {
  const Layer people = six_cells();
  const Layer clinics = three_clinics();
  const Layer roads = streets();
  const Network network = walking(roads);
  const Inputs inputs{{{"origins", &people}, {"destinations", &clinics}}, {{"network", &network}}};
  for (const Parameters& wrong :
       {Parameters{{"interval", {"10 min"}}}, Parameters{{"interval", {"10 min", "20 min", "30 min"}}},
        Parameters{{"interval", {"1 h", "3 h"}}}, Parameters{{"decay", {"linear(3 h)"}}},
        Parameters{{"decay", {"linear(30)"}}}, Parameters{{"nearest", {"0"}}},
        Parameters{{"mass", {"name_zh"}}}})
    CHECK_THROWS_AS(run("accessibility", inputs, wrong), Error);
}
