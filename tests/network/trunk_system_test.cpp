// The trunk lines as a system, against networks built anew without the stretch that breaks.
#include "network/trunk_system.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <random>

#include "network/support.hpp"

using namespace jingwei;
using namespace jingwei::testing;

namespace {

std::string line_between(Point a, Point b) {
  return "LINESTRING(" + std::to_string(a.x) + " " + std::to_string(a.y) + "," + std::to_string(b.x) + " " +
         std::to_string(b.y) + ")";
}

std::vector<NetworkPlace> snapped(const Network& network, const std::vector<Point>& points) {
  Context context;
  return network.snap(points, context);
}

/// Costs between all of some places, from the network's own sweeps.
std::vector<Cost> costs_between(const Network& network, const std::vector<Point>& points) {
  Context context;
  const auto places = snapped(network, points);
  return network.costs(places, places, unreachable, context);
}

double efficiency(const std::vector<Cost>& costs, std::size_t n) {
  double sum = 0;
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j)
      if (i != j && costs[i * n + j] != unreachable) sum += 60000.0 / costs[i * n + j];
  return sum / static_cast<double>(n * (n - 1));
}

}  // namespace

TEST_CASE("random towns with motorways: each broken in turn, as if it had never been there") {
  for (const unsigned seed : {1U, 2U, 3U}) {
    std::mt19937 random(seed);
    std::vector<Road> list;
    std::map<std::string, std::pair<Point, Point>> motorways;
    const auto at = [](int x, int y) { return Point{900.0 * x + 31 * y, 700.0 * y + 17 * x}; };
    const auto add = [&](Point a, Point b, bool border) {
      const std::string id = std::to_string(list.size());
      if (!border && random() % 8 == 0) return;
      // Between two streets on the border there is always a way round.
      const bool motorway = !border && random() % 2 == 0;
      list.push_back({id, line_between(a, b), motorway ? "motorway" : "residential", "both"});
      if (motorway) motorways[id] = {a, b};
    };
    for (int y = 0; y < 5; ++y)
      for (int x = 0; x < 6; ++x) {
        if (x < 5) add(at(x, y), at(x + 1, y), y == 0 || y == 4);
        if (y < 4) add(at(x, y), at(x, y + 1), x == 0 || x == 5);
      }
    REQUIRE(motorways.size() > 5);
    const std::vector<Point> points{at(0, 0), at(5, 0), at(5, 4), at(0, 4), at(0, 2), at(3, 4), at(5, 2)};
    const std::size_t n = points.size();
    const auto build = [](const std::vector<Road>& roads_left) {
      const Layer layer = roads(roads_left);
      return std::make_unique<Built>(sources_of({&layer}), driver());
    };
    const auto whole = build(list);
    Context context;
    const TrunkSystem system = whole->network.trunk_system(snapped(whole->network, points), context);
    const double intact = efficiency(costs_between(whole->network, points), n);
    CHECK(system.efficiency == Approx(intact));
    CHECK(system.pairs == n * (n - 1));
    CHECK(system.connected == n * (n - 1));
    REQUIRE(system.stretches.size() == motorways.size());
    double largest = 0;
    int detours = 0;
    for (const TrunkSystem::Stretch& stretch : system.stretches) {
      std::string broken;
      for (const auto& [id, ends] : motorways)
        if (ends.first == stretch.path.front() && ends.second == stretch.path.back()) broken = id;
      REQUIRE_FALSE(broken.empty());
      std::vector<Road> left;
      for (const Road& road : list)
        if (road.id != broken) left.push_back(road);
      const auto without = build(left);
      const double loss = 1 - efficiency(costs_between(without->network, points), n) / intact;
      CHECK(stretch.efficiency_loss == Approx(loss).margin(1e-12));
      if (loss > 1e-12)
        CHECK(stretch.betweenness > 0);  // not the other way round: another way may be as fast
      CHECK(stretch.pairs_cut == 0);
      largest = std::max(largest, loss);

      // Its ends, where a street leads to them: points snap to no motorway.
      const std::vector<Point> ends{stretch.path.front(), stretch.path.back()};
      const auto places = snapped(whole->network, ends), others = snapped(without->network, ends);
      const auto there = [](const NetworkPlace& place) { return place.snapped() && place.snap_m < 0.01; };
      if (!std::ranges::all_of(places, there) || !std::ranges::all_of(others, there)) continue;
      ++detours;
      const Cost with = costs_between(whole->network, ends)[1];
      const Cost around = costs_between(without->network, ends)[1];
      REQUIRE(stretch.detour);
      CHECK(*stretch.detour == Approx(static_cast<double>(around) / with));
    }
    CHECK(largest > 0.005);
    CHECK(detours > 2);
  }
}

TEST_CASE("two towns joined by one motorway, by hand: a bridge whose loss cuts all pairs between them") {
  const Layer streets = roads({{"A", "LINESTRING(0 0,1000 0)"},
                               {"B", "LINESTRING(11000 0,12000 0)"},
                               {"M", "LINESTRING(1000 0,11000 0)", "motorway", "both"}});
  const Built built(sources_of({&streets}), driver());
  Context context;
  const auto places = snapped(built.network, {{0, 0}, {1000, 0}, {12000, 0}, {11990, 10}});
  const TrunkSystem system = built.network.trunk_system(places, context);
  // 1 km at 20 km/h: 3 min; 10 km at 72 km/h: 8 min 20 s. The last two places are at one junction.
  REQUIRE(system.stretches.size() == 1);
  const TrunkSystem::Stretch& road = system.stretches.front();
  CHECK(road.is_bridge);
  CHECK_FALSE(road.detour);
  CHECK(system.places == 4);
  CHECK(system.pairs == 10);
  CHECK(road.pairs_cut == 8);
  CHECK(road.betweenness == Approx(8));
  CHECK(road.time_min == Approx(25 / 3.0).epsilon(1e-5));
  const double near = 2 * (1 / 3.0), across = 2 * 2 * (1 / (3 + 25 / 3.0 + 3) + 1 / (25 / 3.0 + 3));
  CHECK(system.efficiency == Approx((near + across) / 10).epsilon(1e-4));
  CHECK(road.efficiency_loss == Approx(across / (near + across)).epsilon(1e-4));
}

TEST_CASE("a railway with stops and an expressway beside it: names, and the way round by the other") {
  const Layer streets = roads({{"A", "LINESTRING(0 0,2000 0)"}, {"B", "LINESTRING(40000 0,42000 0)"}});
  const Layer rails = trunk_lines({{"T", "LINESTRING(1000 100,21000 100,41000 100)", "rail", 300}});
  const Layer stops = stations({{"west", {1000, 100}}, {"middle", {21000, 100}}, {"east", {41000, 100}}});
  const Layer fast = trunk_lines({{"G", "LINESTRING(1000 -200,41000 -200)", "road"}}, "fast");
  const Layer points = waypoints({{"w", "G", {1000, -200}}, {"e", "G", {41000, -200}}});
  NetworkSources sources = sources_of({&streets, &rails, &fast});
  sources.stations = &stops;
  sources.interchanges = &points;
  Profile profile = rider();
  profile.expressway_speed = Speed{72};
  const Built built(sources, profile);
  Context context;
  const TrunkSystem system =
      built.network.trunk_system(snapped(built.network, {{0, 0}, {42000, 0}}), context);
  REQUIRE(system.stretches.size() == 3);
  for (const TrunkSystem::Stretch& stretch : system.stretches) {
    if (stretch.kind == EdgeKind::expressway) {
      CHECK(stretch.line.zh == "G");
      CHECK(stretch.detour == 1);  // the train is faster between its ends anyway
      CHECK(stretch.efficiency_loss == 0);
      continue;
    }
    CHECK(stretch.line.zh == "T");
    CHECK((stretch.from.zh == "middle" || stretch.to.zh == "middle"));
    CHECK(stretch.betweenness == 2);
    CHECK_FALSE(stretch.is_bridge);  // the middle is reached from the other side too
    CHECK(*stretch.detour > 1);
    CHECK(stretch.efficiency_loss > 0);
    CHECK(stretch.pairs_cut == 0);
  }
}
