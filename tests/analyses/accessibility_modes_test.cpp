#include "analyses/accessibility_modes.hpp"

#include "analyses/same_results.hpp"
#include "analyses/transit_city.hpp"
#include "base/error.hpp"

using namespace fixtures;

TEST_CASE("accessibility by several networks, percentiles and the mean over departures in one run") {
  City city = line_city();
  const TransitNetwork timetable = city.timetable();
  const Layer roads = streets();
  const Network slow = walking(roads);
  const Layer homes = Rows("homes", "population").add(spot(1510, 2000), cell("H", 100));
  const Layer sites = places("sites", {{"N", {1800, 2000}}, {"S", {10750, 2000}}});
  const Inputs both{{{"origins", &homes}, {"destinations", &sites}},
                    {{"network", &city.walk}, {"network", &slow}},
                    {&timetable}};
  const Parameters parameters{{"limits", {"20.1 min", "24.1 min"}},
                              {"nearest", {"2"}},
                              {"percentiles", {"100", "50", "10"}},
                              {"mean-over-departures", {"true"}}};
  const Result result = run_every_way("accessibility", both, parameters);
  const Layer& origins = result.layer("origins");
  // To S in 20 … 29 min, at a tenth of the departures each (as above); N is near enough on foot.
  CHECK(number(origins, "H", "nearest_2_min") == Approx(29).epsilon(1e-5));
  CHECK(number(origins, "H", "nearest_2_min_p50") == Approx(24).epsilon(1e-5));
  CHECK(number(origins, "H", "nearest_2_min_p10") == Approx(20).epsilon(1e-5));
  CHECK(number(origins, "H", "within_24.1_min_destinations") == 1);
  CHECK(number(origins, "H", "within_24.1_min_destinations_p50") == 2);
  CHECK(number(origins, "H", "within_24.1_min_destinations_mean") == Approx(1.5));
  CHECK(number(origins, "H", "within_20.1_min_destinations_mean") == Approx(1.1));
  CHECK_FALSE(origins.has("nearest_2_min_mean"));
  CHECK_FALSE(origins.has("minimum_min_mean"));
  // The network on foot alone has no departures: S is 9,240 m away.
  CHECK(number(origins, "H", "nearest_2_min_walk") == Approx(9240 * 0.012).epsilon(1e-4));
  CHECK(text(origins, "H", "nearest_key_walk") == "N");
  CHECK_FALSE(origins.has("within_20.1_min_destinations_walk_p50"));
  CHECK(figure(result, "mean_minimum_min_walk") == Approx(290 * 0.012).epsilon(1e-4));
  // Each is what a run of its own gives.
  for (const char* percentile : {"100", "50", "10"}) {
    Parameters alone = parameters;
    alone[2].second = {percentile};
    const Result one = run("accessibility", {both.layers, {both.networks[0]}, {&timetable}}, alone);
    const std::string suffix = percentile == std::string("100") ? "" : format("_p{}", percentile);
    for (const char* column : {"minimum_min", "nearest_2_min", "within_20.1_min_destinations"})
      CHECK(number(one.layer("origins"), "H", column) == number(origins, "H", column + suffix));
  }
  // Towards the origins the percentiles stay apart, too; which departure is whose is not known there.
  const Parameters back{{"limits", {"24.1 min"}}, {"percentiles", {"10", "50"}}, {"travel", {"to_origins"}}};
  const Inputs swapped{{{"origins", &sites}, {"destinations", &homes}}, {both.networks[0]}, {&timetable}};
  const Result passive = run_every_way("accessibility", swapped, back);
  CHECK(number(passive.layer("origins"), "S", "minimum_min") == Approx(20).epsilon(1e-5));
  CHECK(number(passive.layer("origins"), "S", "minimum_min_p50") == Approx(24).epsilon(1e-5));
  Parameters mean = back;
  mean.push_back({"mean-over-departures", {"true"}});
  CHECK_THROWS_WITH(run("accessibility", swapped, mean), Catch::Contains("from_origins"));
  CHECK_THROWS_WITH(run("od-matrix", both), Catch::Contains("takes one network"));
}

TEST_CASE("two columns of one name are refused: a field jobs_walk beside a network walk") {
  const Layer roads = streets();
  City city = line_city();
  const Network walk = walking(roads);
  const Layer homes = places("homes", {{"H", {1510, 2000}}});
  Layer sites = places("sites", {{"N", {1800, 2000}}});
  for (const char* name : {"jobs", "jobs_walk"}) {
    Column jobs(FieldType::real);
    jobs.append(3.0);
    sites.add(Field{name, FieldType::real, {}, {}}, std::move(jobs));
  }
  const Inputs inputs{{{"origins", &homes}, {"destinations", &sites}},
                      {{"network", &city.walk}, {"network", &walk}}};
  const Result one = run("accessibility", inputs, {{"opportunities", {"jobs"}}, {"limits", {"15 min"}}});
  CHECK(number(one.layer("origins"), "H", "within_15_min_jobs_walk") == 3);
  CHECK_THROWS_WITH(
      run("accessibility", inputs, {{"opportunities", {"jobs", "jobs_walk"}}, {"limits", {"15 min"}}}),
      Catch::Contains("within_15_min_jobs_walk"));
}
