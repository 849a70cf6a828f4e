#include <random>

#include "analyses/same_results.hpp"
#include "analyses/transit_city.hpp"
#include "base/error.hpp"
#include "geometry/measure.hpp"

using namespace fixtures;

TEST_CASE("the two nearest along a street, by hand: ties go to the lower ID") {
  const Layer homes = places("homes", {{"H1", {4000, 2000}}, {"H2", {11000, 2000}}, {"H3", {10500, 3500}}});
  // F2 and F1 are equally far from H1 on its two sides.
  const Layer sites = places("sites", {{"F2", {3000, 2000}}, {"F1", {5000, 2000}}, {"F3", {6000, 2000}}});
  const Layer roads = streets();
  const Network network = walking(roads);
  const Inputs inputs{{{"origins", &homes}, {"facilities", &sites}}, {{"network", &network}}};
  const Result result = run_every_way("nearest-facility", inputs,
                                      {{"count", {"2"}}, {"max-time", {"61 min"}}, {"lines", {"route"}}});
  const Layer& origins = result.layer("origins");
  CHECK(text(origins, "H1", "facility") == "F1");
  CHECK(number(origins, "H1", "time_min") == Approx(12).epsilon(1e-5));
  CHECK(number(origins, "H1", "farthest_min") == Approx(12).epsilon(1e-5));
  // H2 reaches one within 61 min (5 km in 60 min): not as many as asked.
  CHECK(text(origins, "H2", "facility") == "F3");
  CHECK(number(origins, "H2", "found") == 1);
  CHECK(is_null(origins, "H2", "farthest_min"));
  CHECK(is_null(origins, "H3", "found"));
  CHECK(issues_of_kind(result, "unsnapped") == 1);
  const Layer& pairs = result.layer("pairs");
  REQUIRE(pairs.rows() == 3);
  CHECK(number(pairs, "H1|F1", "rank") == 1);
  CHECK(number(pairs, "H1|F2", "rank") == 2);
  const Layer& lines = result.layer("lines");
  Context context;
  const auto lengths = lengths_m(lines.geometry(), crs(), context);
  CHECK(lengths[row_of(lines, "H2|F3")] == Approx(5000).epsilon(1e-5));
  CHECK(figure(result, "origins_reached") == 2);
  CHECK(figure(result, "longest_time_min") == Approx(60).epsilon(1e-5));

  const Result straight = run("nearest-facility", inputs, {{"lines", {"straight"}}});
  CHECK(lines_of(straight.layer("lines").geometry().wkb(row_of(straight.layer("lines"), "H1|F1")))[0] ==
        Path{place(4000, 2000), place(5000, 2000)});
  CHECK_FALSE(run("nearest-facility", inputs).has("lines"));
}

TEST_CASE("an ambulance comes along a one-way street only from one side") {
  const Layer roads = Rows("roads", "roads")
                          .add(line({{0, 2000}, {4000, 2000}}), {{"road_id", std::string("R1")},
                                                                 {"class", std::string("residential")},
                                                                 {"oneway", std::string("forward")}})
                          .add(line({{4000, 2000}, {4000, 3000}, {0, 3000}, {0, 2000}}),
                               {{"road_id", std::string("R2")},
                                {"class", std::string("residential")},
                                {"oneway", std::string("forward")}});
  NetworkSources sources;
  sources.name = "car";
  sources.lines = {&roads};
  std::vector<Issue> issues;
  Context context;
  const Network network(sources, *find_profile("car"), crs().grid_size(precision), issues, context);
  const Layer homes = places("homes", {{"H", {2000, 2000}}});
  const Layer sites = places("sites", {{"F", {1000, 2000}}});
  const Inputs inputs{{{"origins", &homes}, {"facilities", &sites}}, {{"network", &network}}};
  const double from =
      number(run_every_way("nearest-facility", inputs, {{"travel", {"from_facility"}}, {"lines", {"route"}}})
                 .layer("origins"),
             "H", "time_min");
  const double to = number(run_every_way("nearest-facility", inputs).layer("origins"), "H", "time_min");
  CHECK(to == Approx(9 * from).epsilon(1e-4));  // 9 km round against 1 km
}

TEST_CASE("from a table of travel times") {
  const Layer homes = places("homes", {{"H1", {0, 0}}});
  const Layer sites = places("sites", {{"F1", {0, 0}}, {"F2", {0, 0}}, {"F3", {0, 0}}});
  Layer table("times", *find_layer_definition("travel_times"), std::nullopt);
  std::int64_t row = 0;
  for (const auto& [facility, time_s] : {std::pair{"F3", 60.0}, {"F1", 120.0}, {"F2", 60.0}})
    table.append({{"row_number", ++row},
                  {"origin", std::string("H1")},
                  {"destination", std::string(facility)},
                  {"time_s", time_s}});
  const Inputs inputs{{{"origins", &homes}, {"facilities", &sites}, {"travel_times", &table}}, {}};
  const Result result = run_every_way("nearest-facility", inputs, {{"count", {"3"}}});
  CHECK(number(result.layer("pairs"), "H1|F2", "rank") == 1);
  CHECK(number(result.layer("pairs"), "H1|F3", "rank") == 2);
  CHECK(number(result.layer("pairs"), "H1|F1", "rank") == 3);
  CHECK_THROWS_AS(run("nearest-facility", inputs, {{"lines", {"route"}}}), Error);
}

TEST_CASE("lines by timetable are the walks and rides of the journeys that the times are of") {
  City city = line_city();
  const TransitNetwork timetable = city.timetable();
  const Layer homes = places("homes", {{"H", {1510, 2000}}, {"I", {1600, 2000}}});
  const Layer sites = places("sites", {{"N", {1800, 2000}}, {"S", {10750, 2000}}});
  const Inputs inputs{{{"origins", &homes}, {"facilities", &sites}}, {{"network", &city.walk}}, {&timetable}};
  const Result result = run_every_way("nearest-facility", inputs,
                                      {{"lines", {"route"}}, {"count", {"2"}}, {"window", {"10 min"}}});
  const Layer& lines = result.layer("lines");
  REQUIRE(lines.rows() == 4);
  const auto shape = [](const Layer& layer, std::string_view key) {
    return lines_of(layer.geometry().wkb(row_of(layer, key)));
  };
  const auto ends = [&](const Layer& layer, std::string_view key) {
    const std::vector<Path> parts = shape(layer, key);
    return std::pair{parts.front().front().x - place(0, 0).x, parts.back().back().x - place(0, 0).x};
  };
  CHECK(ends(lines, "H|N").second == Approx(1800));  // on foot
  CHECK(ends(lines, "H|S").first == Approx(1510));
  CHECK(ends(lines, "H|S").second == Approx(10750));
  // They are those of route, whose time is the same.
  const Result routes =
      run("route", {{{"origins", &homes}, {"destinations", &sites}}, {{"network", &city.walk}}, {&timetable}},
          {{"pairs", {"all"}}, {"window", {"10 min"}}});
  for (const char* key : {"H|N", "H|S", "I|N", "I|S"}) {
    INFO(key);
    CHECK(shape(lines, key) == shape(routes.layer("lines"), key));
    CHECK(number(lines, key, "time_min") == number(routes.layer("lines"), key, "time_min"));
  }
  // Towards the places one departs at the facility; no train runs that way, so only N is near.
  const Result back = run_every_way("nearest-facility", inputs,
                                    {{"lines", {"route"}}, {"travel", {"from_facility"}}, {"count", {"2"}}});
  REQUIRE(back.layer("lines").rows() == 2);
  CHECK(ends(back.layer("lines"), "H|N").first == Approx(1800));
  CHECK(ends(back.layer("lines"), "H|N").second == Approx(1510));
}
