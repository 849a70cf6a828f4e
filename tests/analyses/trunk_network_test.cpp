#include <cmath>
#include <map>
#include <random>

#include "analyses/finish.hpp"
#include "analyses/same_results.hpp"
#include "geometry/join.hpp"
#include "geometry/measure.hpp"

using namespace fixtures;

namespace {

Layer trunk_lines(const std::vector<std::pair<std::string, std::vector<Point>>>& list) {
  Rows rows("trunk_lines", "trunk_lines");
  for (const auto& [id, points] : list)
    rows.add(line(points), {{"line_id", id},
                            {"name_zh", "线" + id},
                            {"scheme", std::string("expressway")},
                            {"kind", std::string("expressway")},
                            {"routing", std::string("road")},
                            {"speed_kmh", 100.0},
                            {"confidence", std::string("B")}});
  return rows;
}

/// A street along the middle of three counties, and an expressway beside it with an interchange in each.
struct Region {
  Layer roads = streets();
  Layer lines =
      trunk_lines({{"E1", {{500, 2300}, {6000, 2300}, {11500, 2300}}}, {"E2", {{0, 9000}, {12000, 9000}}}});
  Layer waypoints;
  Layer counties = three_counties();

  Region() {
    Rows rows("trunk_waypoints", "trunk_waypoints");
    std::int64_t sequence = 0;
    for (const double x : {500.0, 6000.0, 11500.0})
      rows.add(spot(x, 2300), {{"waypoint_id", "W" + std::to_string(++sequence)},
                               {"line_id", std::string("E1")},
                               {"sequence", sequence},
                               {"name_zh", "口" + std::to_string(sequence)}});
    waypoints = rows;
  }
  Network network() const {
    NetworkSources sources;
    sources.name = "car";
    sources.lines = {&roads, &lines};
    sources.interchanges = &waypoints;
    std::vector<Issue> issues;
    Context context;
    return Network(sources, *find_profile("car"), crs().grid_size(precision), issues, context);
  }
};

}  // namespace

TEST_CASE("counties by hand and against the network's costs; bands; stretches") {
  const Region region;
  const Network network = region.network();
  std::mt19937 random(5);
  Rows cells("cells", "population");
  for (int i = 0; i < 60; ++i)  // nobody lives in the third county
    cells.add(spot(random() % 7900, 1600 + random() % 800),
              cell(("C" + std::to_string(100 + i)).c_str(), 1 + random() % 90));
  cells.add(spot(20000, 2000), cell("far", 7));  // in no county, on no street
  const Layer population = cells;
  const Layer cores = places("cores", {{"west", {100, 2000}}, {"east", {11900, 2000}}});
  const Inputs inputs{{{"trunk_lines", &region.lines},
                       {"population", &population},
                       {"admin_units", &region.counties},
                       {"core_cities", &cores},
                       {"stations", &region.waypoints}},
                      {{"network", &network}}};
  const Parameters parameters{
      {"distances", {"200 m", "500 m"}}, {"times", {"3 min", "6 min"}}, {"line-tolerance", {"100 m"}}};
  const Result result = run_every_way("trunk-network", inputs, parameters);
  CHECK(issues_of_kind(result, "outside_units") == 1);
  CHECK(issues_of_kind(result, "unsnapped") == 1);

  Context context;
  const auto points = representative_points(population.geometry(), context);
  const auto homes = network.snap(points, context);
  const auto costs_to = [&](const Layer& layer) {
    return network.costs(homes, network.snap(representative_points(layer.geometry(), context), context),
                         unreachable, context);
  };
  const auto to_core = costs_to(cores), to_station = costs_to(region.waypoints);
  const Layer& units = result.layer("by_unit");
  REQUIRE(units.rows() == 3);
  for (int k = 0; k < 2; ++k) {
    const std::string key = "K" + std::to_string(k + 1);
    double people = 0, near = 0, metres = 0, core_min = 0, station_min = 0, core_3 = 0, east = 0;
    for (std::size_t row = 0; row + 1 < population.rows(); ++row) {
      const double x = points[row].x - origin.x, y = points[row].y - origin.y;
      if (x < 4000 * k || x >= 4000 * (k + 1)) continue;
      const double here = population["people"].number(row);
      const double line_m = x < 500 ? std::hypot(500 - x, 2300 - y) : std::abs(2300 - y);
      people += here;
      metres += here * line_m;
      near += line_m <= 200 ? here : 0;
      const double core = std::min(to_core[2 * row], to_core[2 * row + 1]) / 60000.0;
      core_min += here * core;
      core_3 += core <= 3 ? here : 0;
      east += here * to_core[2 * row + 1] / 60000.0;
      station_min += here * *std::min_element(&to_station[3 * row], &to_station[3 * row] + 3) / 60000.0;
    }
    CHECK(number(units, key, "people") == Approx(people));
    CHECK(number(units, key, "people_line_0.2_km") == Approx(near));
    CHECK(number(units, key, "line_0.2_km_pct") == Approx(100 * near / people));
    CHECK(number(units, key, "line_km") == Approx(metres / people / 1000).epsilon(1e-4));
    CHECK(number(units, key, "core_min") == Approx(core_min / people));
    CHECK(number(units, key, "people_core_3_min") == Approx(core_3));
    CHECK(number(units, key, "station_min") == Approx(station_min / people));
    CHECK(text(units, key, "nearest_line") == "E1");
    CHECK(number(result.layer("cores"), key + "|east", "mean_min") == Approx(east / people));
  }
  CHECK(text(units, "K1", "nearest_core") == "west");
  // Nobody in the third: its middle (10000, 2000) tells the line.
  CHECK(number(units, "K3", "people") == 0);
  CHECK(text(units, "K3", "nearest_line") == "E1");
  CHECK(number(units, "K3", "line_km") == Approx(0.3).epsilon(1e-3));
  CHECK(is_null(units, "K3", "core_min"));
  CHECK(is_null(units, "K3", "core_3_min_pct"));

  // Two lines far apart: two strips with round ends each.
  const Layer& bands = result.layer("bands");
  CHECK(number(bands, "500 m", "area_m2") ==
        Approx(1000.0 * (11000 + 12000) + 2 * M_PI * 250000).epsilon(1e-3));
  CHECK(figure(result, "people_line_0.5_km") <= total(population, "people"));

  const Layer& edges = result.layer("edges");
  REQUIRE(edges.rows() == 2);
  for (std::size_t row = 0; row < 2; ++row) {
    CHECK(edges["kind"].text(row) == "expressway");
    CHECK(edges["name_zh"].text(row) == "线E1");
    CHECK(edges["trunk_line"].text(row) == "E1");
    CHECK((edges["from_zh"].text(row) == "口2" || edges["to_zh"].text(row) == "口2"));
    CHECK_FALSE(edges["is_bridge"].boolean(row));  // the street runs beside it
    CHECK(edges["detour_ratio"].number(row) > 1);
    CHECK(edges["efficiency_loss_pct"].number(row) > 0);
    CHECK(edges["pairs_cut"].number(row) == 0);
  }
  CHECK(figure(result, "places") == 5);
  CHECK(figure(result, "pairs_connected") == 20);

  const Inputs fewer{{{"trunk_lines", &region.lines},
                      {"population", &population},
                      {"admin_units", &region.counties},
                      {"core_cities", &cores}},
                     {{"network", &network}}};
  const Result without = run("trunk-network", fewer, parameters);
  CHECK(figure(without, "places") == 2);
  CHECK(is_null(without.layer("by_unit"), "K1", "station_min"));
  CHECK_FALSE(without.layer("by_unit").has("people_station_3_min"));
}
