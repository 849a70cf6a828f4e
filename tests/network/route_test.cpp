#include "geometry/measure.hpp"
#include "network/metre_city.hpp"
#include "network/osm_support.hpp"

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

/// "a 100, (residential) 50, …": what each leg goes along, and how far.
std::string along(const std::optional<Route>& way) {
  REQUIRE(way);
  std::string text;
  for (const Leg& leg : way->legs) {
    CHECK(leg.name.zh.empty() != leg.road_class.empty());
    text += format("{}{} {:.0f}", text.empty() ? "" : ", ",
                   leg.name.zh.empty() ? "(" + leg.road_class + ")" : leg.name.zh, leg.distance_m);
  }
  return text;
}

/// Whether a point lies on a street.
bool lies_on(Point p, const Path& street) {
  for (std::size_t i = 1; i < street.size(); ++i) {
    const double dx = street[i].x - street[i - 1].x, dy = street[i].y - street[i - 1].y;
    const double px = p.x - street[i - 1].x, py = p.y - street[i - 1].y;
    const double share = std::clamp((px * dx + py * dy) / (dx * dx + dy * dy), 0.0, 1.0);
    if (std::hypot(px - share * dx, py - share * dy) < 1e-6) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("a drive goes along the street and tells where it turns onto another kind") {
  const Layer streets = roads({{"a", "LINESTRING(0 0, 1000 0)", "residential", {}, {}, {}, "中山路"},
                               {"m", "LINESTRING(1000 0, 1000 3000)", "motorway"},
                               {"b", "LINESTRING(1000 3000, 2000 3000)"}});
  const Built built(sources_of({&streets}), driver());
  const auto way = route(built, {400, 10}, {1500, 3000});
  REQUIRE(way);
  REQUIRE(way->legs.size() == 3);
  CHECK(along(way) == "中山路 600, (motorway) 3000, (residential) 500");
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

TEST_CASE("streets of one name are one leg, nameless ones of one class too") {
  const Layer streets = roads({{"a", "LINESTRING(0 0, 100 0)", "residential", {}, {}, {}, "中山路"},
                               {"b", "LINESTRING(100 0, 300 0)", "primary", {}, {}, {}, "中山路"},
                               {"c", "LINESTRING(300 0, 300 400)", "primary"},
                               {"d", "LINESTRING(300 400, 300 900)", "primary"},
                               {"e", "LINESTRING(300 900, 900 900)"},
                               {"f", "LINESTRING(900 900, 900 0)", "residential", {}, {}, {}, "人民路"},
                               {"side", "LINESTRING(100 0, 100 500)"}});
  const Built built(sources_of({&streets}), driver());
  const auto way = route(built, {40, 0}, {900, 500});
  CHECK(along(way) == "中山路 260, (primary) 900, (residential) 600, 人民路 400");
  CHECK(way->legs[0].time == 60 * 180 + 200 * 100);
  CHECK(way->legs[0].path == Path{{40, 0}, {100, 0}, {300, 0}});
  CHECK(way->legs[0].name == Text{"中山路", "中山路"});
  CHECK(along(route(built, {900, 500}, {40, 0})) ==
        "人民路 400, (residential) 600, (primary) 900, 中山路 260");
  // From a corner, and to one: no leg of no length.
  CHECK(along(route(built, {300, 0}, {900, 900})) == "(primary) 900, (residential) 600");
  CHECK(along(route(built, {900, 900}, {300, 0})) == "(residential) 600, (primary) 900");
}

TEST_CASE("names go with the pieces of roads that are cut where they cross, and of links") {
  const Layer streets = roads({{"a", "LINESTRING(0 0, 1000 0)", "residential", {}, {}, {}, "东西路"},
                               {"b", "LINESTRING(600 -500, 600 500)", "residential", {}, {}, {}, "南北路"}});
  NetworkSources sources = sources_of({&streets});
  sources.noding = Noding::crossings;
  const Built crossing(sources, driver());
  CHECK(along(route(crossing, {100, 0}, {600, 300})) == "东西路 500, 南北路 300");

  Layer links = layer_of("links");
  std::int64_t row = 0;
  const auto link = [&](const char* from, const char* to, const char* wkt, const char* name) {
    links.append(parse_wkt(wkt), {{"row_number", ++row},
                                  {"from_node", std::string(from)},
                                  {"to_node", std::string(to)},
                                  {"time_s", 60.0},
                                  {"ref", *name ? Value(std::string(name)) : Value()}});
  };
  link("1", "2", "LINESTRING(0 0, 100 0)", "G1");
  link("2", "1", "LINESTRING(100 0, 0 0)", "G1");
  link("2", "3", "LINESTRING(100 0, 300 0)", "");
  link("3", "2", "LINESTRING(300 0, 100 0)", "");
  const Built linked(sources_of({&links}), driver());
  CHECK(along(route(linked, {50, 0}, {200, 0})) == "G1 50, (link) 100");
}

TEST_CASE("ways of OpenStreetMap are called by their names, ramps by their class") {
  OsmMaker osm;
  for (int i = 0; i <= 5; ++i) osm.node(i + 1, {200.0 * i, 0});
  osm.node(7, {500, 900});
  osm.way(1, {1, 2}, {{"highway", "primary"}, {"name", "中山路"}, {"name:en", "Zhongshan Road"}});
  osm.way(2, {2, 3}, {{"highway", "secondary"}, {"name", "中山路"}, {"name:en", "Zhongshan Road"}});
  osm.way(3, {3, 4}, {{"highway", "motorway_link"}});
  osm.way(4, {4, 5}, {{"highway", "motorway"}, {"ref", "G2"}});
  osm.way(5, {5, 6}, {{"highway", "residential"}});
  osm.way(6, {6, 7, 1}, {{"highway", "residential"}, {"name", "回程路"}});
  const Built built(osm_sources(osm.data()), *find_profile("car"));
  const auto way = route(built, {100, 0}, {990, 0});
  CHECK(along(way) == "中山路 300, (motorway_link) 200, G2 200, (residential) 190");
  CHECK(way->legs[0].name.en == "Zhongshan Road");
  CHECK(way->legs[1].mode == LegMode::motorway);
}

TEST_CASE("on random towns each leg runs along streets of its name, and the next one along another") {
  std::size_t changes = 0;
  for (unsigned seed = 1; seed <= 12; ++seed) {
    MetreCity city(seed);
    std::vector<Road> list = city.roads_list();
    for (Road& road : list)
      if (const auto name = city.random()() % 4) road.name = std::string(1, static_cast<char>('a' + name));
    const Layer streets = roads(list);
    const Built built(sources_of({&streets}), driver());
    for (int i = 0; i < 40; ++i) {
      const auto way = route(built, city.point(city.random_place()), city.point(city.random_place()));
      if (!way) continue;
      const Leg* before = nullptr;
      for (const Leg& leg : way->legs) {
        CHECK(leg.distance_m > 0);
        if (before) CHECK((before->name != leg.name || before->road_class != leg.road_class));
        changes += before != nullptr;
        before = &leg;
        for (std::size_t v = 1; v < leg.path.size(); ++v) {
          const Point middle{(leg.path[v - 1].x + leg.path[v].x) / 2,
                             (leg.path[v - 1].y + leg.path[v].y) / 2};
          CHECK(std::ranges::any_of(list, [&](const Road& road) {
            return lies_on(middle, lines_of(parse_wkt(road.wkt)).front()) &&
                   (road.name ? *road.name == leg.name.zh
                              : leg.name.zh.empty() && road.road_class == leg.road_class);
          }));
        }
      }
    }
  }
  CHECK(changes > 500);
}
