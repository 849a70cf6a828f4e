#include "geometry/measure.hpp"
#include "network/metre_city.hpp"

using namespace jingwei;
using namespace jingwei::testing;

namespace {

std::optional<Route> route(const Built& built, Point from, Point to, Cost limit = unreachable) {
  Context context;
  const NetworkPlace a = built.snap(from), b = built.snap(to);
  return built.network.routes(std::span(&a, 1), std::span(&b, 1), limit, context).front();
}

double length_of(const Path& path) {
  double length_m = 0;
  for (std::size_t i = 1; i < path.size(); ++i) length_m += distance_m(path[i - 1], path[i], metre_plane());
  return length_m;
}

}  // namespace

TEST_CASE("a drive goes along the street and tells where it turns onto another kind") {
  const Layer streets = roads({{"a", "LINESTRING(0 0, 1000 0)"},
                               {"m", "LINESTRING(1000 0, 1000 3000)", "motorway"},
                               {"b", "LINESTRING(1000 3000, 2000 3000)"}});
  const Built built(sources_of({&streets}), driver());
  const auto way = route(built, {400, 10}, {1500, 3000});
  REQUIRE(way);
  REQUIRE(way->legs.size() == 3);
  CHECK(to_text(way->legs[0].mode) == "street");
  CHECK(way->legs[0].path == Path{{400, 0}, {1000, 0}});
  CHECK(way->legs[0].time == 600 * 180);
  CHECK(to_text(way->legs[1].mode) == "motorway");
  CHECK(way->legs[1].time == 3000 * 50);
  CHECK(way->legs[2].path == Path{{1000, 3000}, {1500, 3000}});
  CHECK(way->distance_m == Approx(600 + 3000 + 500).epsilon(1e-6));
  CHECK(way->time == 600 * 180 + 3000 * 50 + 500 * 180);
  CHECK_FALSE(route(built, {400, 0}, {1500, 3000}, way->time - 1));
  CHECK(route(built, {400, 0}, {1500, 3000}, way->time));
  // Back the other way the line runs back.
  CHECK(route(built, {1500, 3000}, {400, 0})->legs[0].path == Path{{1500, 3000}, {1000, 3000}});
  // Nowhere to go: no leg.
  CHECK(route(built, {400, 0}, {400, 0})->legs.empty());
}

TEST_CASE("a journey by train waits, rides its line, and walks at both ends") {
  const Layer streets = roads({{"a", "LINESTRING(0 0, 0 200)"},
                               {"b", "LINESTRING(20000 0, 20000 200)"},
                               {"c", "LINESTRING(0 200, 0 300, 20000 300, 20000 200)"}});
  const Layer lines = trunk_lines({{"L1", "LINESTRING(0 -100, 20000 -100)", "rail", 120}});
  const Layer stops = stations({{"S1", {0, -100}, "L1"}, {"S2", {20000, -100}, "L1"}});
  NetworkSources sources = sources_of({&lines, &streets});
  sources.stations = &stops;
  const Built built(sources, rider());
  const auto way = route(built, {0, 100}, {20000, 100});
  REQUIRE(way);
  std::vector<std::string> modes;
  for (const Leg& leg : way->legs) modes.emplace_back(to_text(leg.mode));
  CHECK(modes == std::vector<std::string>{"street", "walk", "wait", "rail", "walk", "street"});
  CHECK(way->legs[1].name.zh == "S1");
  CHECK(way->legs[2].name.zh == "L1");
  CHECK(way->legs[2].time == 300000);
  CHECK(way->legs[3].time ==
        Approx(20000 * 60 + 60000).epsilon(1e-5));  // half of 120 km/h, a minute lost at the stop
  CHECK(way->legs[3].distance_m == Approx(20000).epsilon(1e-5));
  CHECK(way->legs[1].path == Path{{0, 0}, {0, -100}});
  CHECK(way->distance_m == Approx(100 + 100 + 20000 + 100 + 100).epsilon(1e-5));
}

TEST_CASE("routes on random towns are witnesses: connected lines as long as they say, legs that add up") {
  for (unsigned seed = 1; seed <= 8; ++seed) {
    MetreCity city(seed);
    const Layer streets = roads(city.roads_list());
    const Built built(sources_of({&streets}), driver());
    std::vector<NetworkPlace> from, to;
    for (int i = 0; i < 60; ++i) {
      from.push_back(built.snap(city.point(city.random_place())));
      to.push_back(built.snap(city.point(city.random_place())));
    }
    Context context;
    const auto routes = built.network.routes(from, to, unreachable, context);
    for (std::size_t i = 0; i < routes.size(); ++i) {
      if (!from[i].snapped() || !to[i].snapped()) {
        CHECK_FALSE(routes[i]);
        continue;
      }
      REQUIRE(routes[i]);
      CHECK(routes[i]->time == built.cost_between(from[i], to[i]));
      built.network.for_each_way(std::span(&from[i], 1), std::span(&to[i], 1), unreachable, context,
                                 [&](std::size_t, std::span<const Network::Way> ways) {
                                   CHECK(ways[0].distance_m == routes[i]->distance_m);
                                 });
      Cost time = 0;
      double distance = 0;
      std::optional<Point> at;
      for (const Leg& leg : routes[i]->legs) {
        time += leg.time;
        distance += leg.distance_m;
        REQUIRE(leg.path.size() >= 2);
        CHECK(length_of(leg.path) == Approx(leg.distance_m).margin(0.01));
        if (at) CHECK(leg.path.front() == *at);
        at = leg.path.back();
      }
      CHECK(time == routes[i]->time);
      CHECK(distance == Approx(routes[i]->distance_m).margin(1e-6));
    }
  }
}
