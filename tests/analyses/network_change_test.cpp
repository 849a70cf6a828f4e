#include <cmath>
#include <random>

#include "analyses/finish.hpp"
#include "analyses/same_results.hpp"
#include "base/error.hpp"

using namespace fixtures;

namespace {

Network network_of(const char* name, const Layer& roads, const char* profile = "walk") {
  NetworkSources sources;
  sources.name = name;
  sources.lines = {&roads};
  std::vector<Issue> issues;
  Context context;
  return Network(sources, *find_profile(profile), crs().grid_size(precision), issues, context);
}

Values road(const std::string& id, const char* road_class = "residential") {
  return {{"road_id", id}, {"class", std::string(road_class)}};
}

/// P–Q and R–S beside each other, as one street that is open at its far side, joined again by a lane.
Layer two_streets(bool lane) {
  Rows rows("roads", "roads");
  rows.add(line({{0, 0}, {2000, 0}}), road("PQ")).add(line({{0, 1000}, {2000, 1000}}), road("RS"));
  // Far round: so that both are of one network before, but out of reach of each other within the limit.
  rows.add(line({{0, 0}, {-6000, 0}, {-6000, 1000}, {0, 1000}}), road("round"));
  if (lane) rows.add(line({{2000, 0}, {2000, 1000}}), road("lane"));
  return rows;
}

}  // namespace

TEST_CASE("a new lane by hand: newly reached at the limit, nothing listed that does not change") {
  const Layer without = two_streets(false), with = two_streets(true);
  const Network before = network_of("without", without), after = network_of("with", with);
  const Layer towns =
      places("towns", {{"P", {0, 0}}, {"Q", {2000, 0}}, {"R", {0, 1000}}, {"S", {2000, 1000}}});
  const Inputs inputs{{{"places", &towns}}, {{"before", &before}, {"after", &after}}};
  const Result result =
      run_every_way("network-change", inputs, {{"max-time", {"3601 s"}}, {"limits", {"30 min"}}});
  const Layer& pairs = result.layer("pairs");
  REQUIRE(pairs.rows() == 8);  // all but P–Q and R–S, both ways
  CHECK(text(pairs, "P|S", "change") == "newly_reached");
  CHECK(is_null(pairs, "P|S", "before_min"));
  CHECK(number(pairs, "P|S", "after_min") == Approx(36).epsilon(1e-4));
  CHECK(is_null(pairs, "P|S", "change_min"));
  CHECK(number(pairs, "R|P", "after_min") == Approx(60).epsilon(1e-4));
  CHECK(lines_of(pairs.geometry().wkb(row_of(pairs, "P|S")))[0] == Path{place(0, 0), place(2000, 1000)});
  const Layer& there = result.layer("places");
  CHECK(number(there, "Q", "minimum_before_min") == Approx(24).epsilon(1e-4));
  CHECK(number(there, "Q", "minimum_after_min") == Approx(12).epsilon(1e-4));
  CHECK(text(there, "Q", "nearest_before") == "P");
  CHECK(text(there, "Q", "nearest_after") == "S");
  CHECK(number(there, "Q", "minimum_change_min") == Approx(-12).epsilon(1e-4));
  CHECK(number(there, "Q", "mean_change_min") == Approx(0).margin(1e-9));  // only P was reached before
  CHECK(number(there, "Q", "newly_reached") == 2);
  CHECK(number(there, "Q", "within_30_min_before") == 1);
  CHECK(number(there, "Q", "within_30_min_change") == 1);

  const Result closed =
      run("network-change", {{{"places", &towns}}, {{"before", &after}, {"after", &before}}},
          {{"max-time", {"3601 s"}}});
  CHECK(text(closed.layer("pairs"), "P|S", "change") == "no_longer_reached");
  CHECK(figure(closed, "pairs_no_longer_reached") == 8);
  CHECK(figure(closed, "pairs_newly_reached") == 0);

  const Result nothing =
      run("network-change", {{{"places", &towns}}, {{"before", &after}, {"after", &after}}},
          {{"threshold", {"0 s"}}, {"max-time", {"48 h"}}});
  CHECK(nothing.layer("pairs").rows() == 0);
  CHECK(figure(nothing, "largest_saving_min") == 0);
}

TEST_CASE("random towns with streets opened and closed, against the costs of the two networks") {
  for (const unsigned seed : {1U, 2U, 3U}) {
    std::mt19937 random(seed);
    Rows first("roads", "roads"), second("roads", "roads");
    int number_of_road = 0;
    const auto add = [&](const std::vector<Point>& points, bool border) {
      const Shape shape = line(points);
      const auto values =
          road("R" + std::to_string(1000 + number_of_road++), random() % 4 ? "residential" : "primary");
      const unsigned fate = border ? 0 : random() % 10;
      if (fate != 1 && fate != 3) first.add(shape, values);
      if (fate != 2 && fate != 3) second.add(shape, values);
    };
    for (int x = 0; x <= 8; ++x)
      for (int y = 0; y <= 8; ++y) {
        const double a = 500.0 * x, b = 500.0 * y;
        if (x < 8) add({{a, b}, {a + 500, b}}, y == 0);
        if (y < 8) add({{a, b}, {a, b + 500}}, x == 0);
      }
    const Layer roads_before = first, roads_after = second;
    const Network before = network_of("one", roads_before, "car"),
                  after = network_of("two", roads_after, "car");
    Rows cells("cells", "population");
    std::vector<std::pair<const char*, Point>> list;
    for (int i = 0; i < 25; ++i)
      cells.add(spot(random() % 4000, random() % 4000),
                cell(("C" + std::to_string(100 + i)).c_str(), 1 + random() % 90));
    Rows sites("sites", "population");
    for (int i = 0; i < 7; ++i)
      sites.add(spot(random() % 4000, random() % 4000),
                cell(("D" + std::to_string(100 + i)).c_str(), random() % 20));
    const Layer people = cells, offers = sites, counties = three_counties();
    const Result result =
        run_every_way("network-change",
                      {{{"places", &people}, {"destinations", &offers}, {"admin_units", &counties}},
                       {{"before", &before}, {"after", &after}}},
                      {{"limits", {"4 min", "8 min"}},
                       {"opportunities", {"people"}},
                       {"threshold", {"20 s"}},
                       {"max-time", {"12 min"}}},
                      1e-7);

    Context context;
    const auto costs = [&](const Network& network) {
      std::vector<Point> from, to;
      for (std::uint32_t i = 0; i < people.rows(); ++i)
        from.push_back(points_of(people.geometry().wkb(i))[0]);
      for (std::uint32_t i = 0; i < offers.rows(); ++i) to.push_back(points_of(offers.geometry().wkb(i))[0]);
      return network.costs(network.snap(from, context), network.snap(to, context), to_cost(Duration{720}),
                           context);
    };
    const std::vector<Cost> one = costs(before), two = costs(after);
    double compared = 0, sum_before = 0, sum_after = 0, faster = 0;
    std::size_t listed = 0;
    const Layer &pairs = result.layer("pairs"), &there = result.layer("places");
    for (std::size_t i = 0; i < people.rows(); ++i) {
      const std::string key = people.key().as_text(i);
      double weight = 0, mean_before = 0, mean_after = 0, within = 0, within_before = 0;
      for (std::size_t j = 0; j < offers.rows(); ++j) {
        const Cost b = one[i * offers.rows() + j], a = two[i * offers.rows() + j];
        const double offer = offers["people"].number(j);
        if (b <= 240000) within_before += offer;
        if (a <= 240000) within += offer;
        if (a != unreachable && b != unreachable) {
          weight += offer;
          mean_before += offer * b / 60000;
          mean_after += offer * a / 60000;
        }
        const std::string expected = a == unreachable && b == unreachable ? ""
                                     : b == unreachable                   ? "newly_reached"
                                     : a == unreachable                   ? "no_longer_reached"
                                     : b >= a + 20000                     ? "faster"
                                     : a >= b + 20000                     ? "slower"
                                                                          : "";
        if (expected.empty()) continue;
        ++listed;
        CHECK(text(pairs, key + "|" + offers.key().as_text(j), "change") == expected);
      }
      CHECK(number(there, key, "within_4_min_before") == Approx(within_before));
      CHECK(number(there, key, "within_4_min_change") == Approx(within - within_before));
      if (weight == 0) {
        CHECK(is_null(there, key, "mean_change_min"));
        continue;
      }
      CHECK(number(there, key, "mean_before_min") == Approx(mean_before / weight));
      CHECK(number(there, key, "mean_after_min") == Approx(mean_after / weight));
      const double here = people["people"].number(i);
      compared += here;
      sum_before += here * mean_before / weight;
      sum_after += here * mean_after / weight;
      if (mean_before / weight - mean_after / weight >= 20 / 60.0) faster += here;
    }
    CHECK(pairs.rows() == listed);
    CHECK(listed > 5);
    // All places lie in the first county, or on its border to the second.
    const Layer& units = result.layer("by_unit");
    CHECK(total(units, "people_compared") == Approx(compared));
    CHECK(number(units, "K1", "mean_before_min") == Approx(sum_before / compared));
    CHECK(number(units, "K1", "mean_change_min") == Approx((sum_after - sum_before) / compared).margin(1e-9));
    CHECK(number(units, "K1", "people_faster") == Approx(faster));
    CHECK(is_null(units, "K3", "mean_before_min"));
    CHECK(is_null(units, "K3", "within_4_min_before"));
  }
}

TEST_CASE("a place with a street in one network only is reached there only") {
  const Layer small = streets();
  Rows more("roads", "roads");
  more.add(line({{0, 2000}, {3000, 2000}, {12000, 2000}}), road("R1"))
      .add(line({{3000, 2000}, {3000, 9000}}), road("R9"));
  const Layer large = more;
  const Network before = network_of("small", small), after = network_of("large", large);
  const Layer towns = places("towns", {{"A", {2000, 2000}}, {"B", {3000, 4000}}, {"Z", {30000, 30000}}});
  const Result result =
      run_every_way("network-change", {{{"places", &towns}}, {{"before", &before}, {"after", &after}}});
  CHECK(text(result.layer("pairs"), "A|B", "change") == "newly_reached");
  CHECK(text(result.layer("pairs"), "B|A", "change") == "newly_reached");
  const Layer& there = result.layer("places");
  CHECK(is_null(there, "B", "reached_before"));
  CHECK(number(there, "B", "reached_after") == 1);
  CHECK(is_null(there, "Z", "faster"));
  CHECK(is_null(there, "Z", "within_30_min_after"));
  CHECK(issues_of_kind(result, "unsnapped") == 3);  // B in one network, Z in both
}
