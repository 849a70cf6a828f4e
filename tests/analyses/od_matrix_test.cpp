#include <random>

#include "analyses/same_results.hpp"

using namespace fixtures;

TEST_CASE("times and distances along a street, by hand") {
  const Layer homes = places("homes", {{"H1", {2000, 2000}}, {"H2", {3000, 2100}}, {"H3", {10500, 3500}}});
  const Layer sites = places("sites", {{"S1", {2500, 2000}}, {"S2", {8000, 2000}}});
  const Layer roads = streets();
  const Network network = walking(roads);
  const Result result =
      run_every_way("od-matrix", {{{"origins", &homes}, {"destinations", &sites}}, {{"network", &network}}},
                    {{"max-time", {"60 min"}}});
  const Layer& pairs = result.layer("pairs");
  // 5 km take an hour: H1–S2 (6 km) is left out, H2–S2 (5 km) is there; H3 is on no usable street.
  REQUIRE(pairs.rows() == 3);
  CHECK(number(pairs, "H1|S1", "time_s") == Approx(360).epsilon(1e-5));
  CHECK(number(pairs, "H1|S1", "distance_m") == Approx(500).epsilon(1e-5));
  CHECK(number(pairs, "H2|S1", "distance_m") == Approx(500).epsilon(1e-5));
  CHECK(number(pairs, "H2|S2", "time_s") == Approx(3600).epsilon(1e-5));
  CHECK(text(pairs, "H2|S2", "origin") == "H2");
  CHECK(text(pairs, "H2|S2", "destination") == "S2");
  CHECK(issues_of_kind(result, "unsnapped") == 1);
  CHECK(figure(result, "pairs") == 3);
  CHECK(figure(result, "longest_time_s") == Approx(3600).epsilon(1e-5));
}

TEST_CASE("a matrix in parts is the matrix") {
  std::mt19937 random(4);
  std::uniform_real_distribution<double> x(0, 12000), y(1800, 2200);
  std::vector<std::string> ids;
  std::vector<Point> points;
  for (int i = 0; i < 40; ++i)
    ids.push_back("P" + std::to_string(i)), points.push_back({x(random), y(random)});
  const auto some = [&](std::size_t begin, std::size_t end) {
    Rows rows("places", "facilities");
    for (std::size_t i = begin; i < end; ++i)
      rows.add(spot(points[i].x, points[i].y), {{"facility_id", ids[i]}});
    return Layer(rows);
  };
  const Layer roads = streets();
  const Network network = walking(roads);
  const Layer all = some(0, 40);
  const Result whole =
      run("od-matrix", {{{"origins", &all}, {"destinations", &all}}, {{"network", &network}}},
          {{"max-time", {"3 h"}}});
  const Layer& pairs = whole.layer("pairs");
  CHECK(pairs.rows() == 1600);
  for (const std::size_t cut : {7U, 25U}) {
    const Layer left = some(0, cut), right = some(cut, 40);
    for (const Layer* part : {&left, &right}) {
      const Result piece =
          run("od-matrix", {{{"origins", &right}, {"destinations", part}}, {{"network", &network}}},
              {{"max-time", {"3 h"}}});
      const Layer& some_pairs = piece.layer("pairs");
      for (std::size_t row = 0; row < some_pairs.rows(); ++row) {
        const std::size_t there = row_of(pairs, some_pairs.key().as_text(row));
        CHECK(some_pairs["time_s"].number(row) == pairs["time_s"].number(there));
        CHECK(some_pairs["distance_m"].number(row) == pairs["distance_m"].number(there));
      }
    }
  }
}

TEST_CASE("a matrix serves as a table of travel times") {
  const Layer homes = places("homes", {{"H1", {2000, 2000}}, {"H2", {3000, 2000}}});
  const Layer sites = places("sites", {{"S1", {2500, 2000}}, {"S2", {8000, 2000}}});
  const Layer roads = streets();
  const Network network = walking(roads);
  const Result matrix =
      run("od-matrix", {{{"origins", &homes}, {"destinations", &sites}}, {{"network", &network}}},
          {{"max-time", {"2 h"}}});
  const Inputs by_table{
      {{"origins", &homes}, {"destinations", &sites}, {"travel_times", &matrix.layer("pairs")}}, {}};
  const Inputs by_network{{{"origins", &homes}, {"destinations", &sites}}, {{"network", &network}}};
  const Result a = run("accessibility", by_table, {{"limits", {"30 min"}}});
  const Result b = run("accessibility", by_network, {{"limits", {"30 min"}}});
  for (const char* key : {"H1", "H2"}) {
    CHECK(number(a.layer("origins"), key, "minimum_min") == number(b.layer("origins"), key, "minimum_min"));
    CHECK(number(a.layer("origins"), key, "within_30_min_destinations") ==
          number(b.layer("origins"), key, "within_30_min_destinations"));
  }
}

TEST_CASE("nobody, or nowhere to go") {
  const Layer none = Rows("none", "facilities");
  const Layer homes = places("homes", {{"H1", {2000, 2000}}});
  const Layer roads = streets();
  const Network network = walking(roads);
  CHECK(run("od-matrix", {{{"origins", &none}, {"destinations", &homes}}, {{"network", &network}}})
            .layer("pairs")
            .rows() == 0);
  CHECK(run("od-matrix", {{{"origins", &homes}, {"destinations", &none}}, {{"network", &network}}})
            .layer("pairs")
            .rows() == 0);
}
