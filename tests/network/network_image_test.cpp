#include "network/network_image.hpp"

#include <random>

#include "network/metre_city.hpp"
#include "network/osm_support.hpp"
#include "network/support.hpp"

using namespace jingwei;
using namespace jingwei::testing;

namespace {

struct Kept {
  std::vector<Issue> issues;
  Network network;
};

Kept kept(const NetworkSources& sources, const std::string& profile) {
  Context context;
  std::vector<Issue> issues;
  Network network(sources, *find_profile(profile), 0.001, issues, context);
  return {std::move(issues), std::move(network)};
}

std::optional<Kept> read(const std::string& image, const Network& like) {
  std::vector<Issue> issues;
  auto network = Network::from_image(image, like.name(), like.crs(), Length{500}, issues);
  if (!network) return std::nullopt;
  return Kept{std::move(issues), std::move(*network)};
}

/// Every answer of two networks is the same, to the last bit.
void check_same(const Network& a, const Network& b, const std::vector<Point>& points) {
  Context context;
  const auto places = a.snap(points, context), others = b.snap(points, context);
  for (std::size_t i = 0; i < places.size(); ++i) {
    CHECK(places[i].edge == others[i].edge);
    CHECK(places[i].fraction == others[i].fraction);
    CHECK(places[i].snap_m == others[i].snap_m);
  }
  CHECK(a.costs(places, places, unreachable - 1, context) ==
        b.costs(places, places, unreachable - 1, context));
  const auto from = std::span(places).first(places.size() / 2);
  const auto to = std::span(places).last(from.size());
  const auto routes = a.routes(from, to, 3'600'000, context), again = b.routes(from, to, 3'600'000, context);
  REQUIRE(routes.size() == again.size());
  for (std::size_t i = 0; i < routes.size(); ++i) {
    REQUIRE(routes[i].has_value() == again[i].has_value());
    if (!routes[i]) continue;
    CHECK(routes[i]->time == again[i]->time);
    REQUIRE(routes[i]->legs.size() == again[i]->legs.size());
    for (std::size_t leg = 0; leg < routes[i]->legs.size(); ++leg) {
      CHECK(routes[i]->legs[leg].name == again[i]->legs[leg].name);
      CHECK(routes[i]->legs[leg].road_class == again[i]->legs[leg].road_class);
    }
  }
  const auto reached = a.reached(places, 60'000, Network::Direction::from_place, context);
  const auto also = b.reached(places, 60'000, Network::Direction::from_place, context);
  for (std::size_t i = 0; i < reached.size(); ++i) CHECK(std::ranges::equal(reached.wkb(i), also.wkb(i)));
  CHECK(a.report().nodes == b.report().nodes);
  CHECK(a.report().edges == b.report().edges);
  CHECK(a.report().restrictions_applied == b.report().restrictions_applied);
  CHECK(a.report().strong_components == b.report().strong_components);
  CHECK(a.report().street_length_m == b.report().street_length_m);
}

void check_round_trip(const NetworkSources& sources, const std::string& profile,
                      const std::vector<Point>& points) {
  Kept first = kept(sources, profile);
  const std::string image = first.network.image(first.issues);
  const auto second = read(image, first.network);
  REQUIRE(second);
  check_same(first.network, second->network, points);
  REQUIRE(second->issues.size() == first.issues.size());
  for (std::size_t i = 0; i < first.issues.size(); ++i) {
    CHECK(second->issues[i].kind == first.issues[i].kind);
    CHECK(second->issues[i].feature == first.issues[i].feature);
    CHECK(second->issues[i].reason.zh == first.issues[i].reason.zh);
    CHECK(second->issues[i].geometry == first.issues[i].geometry);
  }
  CHECK(second->network.image(second->issues) == image);
}

std::vector<Point> random_points(std::mt19937& random, int count, unsigned extent) {
  std::vector<Point> points;
  for (int i = 0; i < count; ++i)
    points.push_back({static_cast<double>(random() % extent), static_cast<double>(random() % extent)});
  return points;
}

/// A crossing where a turn is forbidden, with a street that leads nowhere.
void cross(OsmMaker& osm) {
  osm.node(1, {0, 0});
  osm.node(2, {100, 0});
  osm.node(3, {200, 0});
  osm.node(4, {100, 100});
  osm.node(5, {100, -100});
  osm.node(6, {900, 900});
  osm.node(7, {950, 900});
  osm.way(1, {1, 2}, {{"highway", "primary"}, {"maxspeed", "60"}, {"name", "东路"}});
  osm.way(2, {2, 3}, {{"highway", "primary"}, {"name", "西路"}, {"name:en", "West"}});
  osm.way(3, {2, 4}, {{"highway", "residential"}});
  osm.way(4, {5, 2}, {{"highway", "residential"}, {"oneway", "yes"}});
  osm.way(5, {1, 4, 3, 5, 1}, {{"highway", "residential"}});
  osm.way(6, {6, 7}, {{"highway", "residential"}});
  osm.no(1, "no_left_turn", 1, 2, 3);
}

}  // namespace

TEST_CASE("a network from its image gives the same answers, to the last bit") {
  for (unsigned seed = 1; seed <= 8; ++seed) {
    MetreCity city(seed);
    const Layer streets = roads(city.roads_list());
    NetworkSources sources;
    sources.name = "net";
    sources.lines = {&streets};
    for (const std::string profile : {"walk", "car"})
      check_round_trip(sources, profile, random_points(city.random(), 30, 400));
  }
}

TEST_CASE("images keep turn restrictions, stations and lines") {
  std::mt19937 random(2);
  OsmMaker osm;
  cross(osm);
  check_round_trip(osm_sources(osm.data()), "car", random_points(random, 30, 200));

  const Layer streets = roads({{"a", "LINESTRING (0 100, 20000 100)"}, {"b", "LINESTRING (0 100, 0 600)"}});
  const Layer rails = trunk_lines({{"rail", "LINESTRING (0 0, 20000 0)", "rail"}});
  const Layer stops =
      stations({{"s1", {10, 0}, "rail"}, {"s2", {9000, 0}, "rail"}, {"s3", {19990, 0}, "rail"}});
  NetworkSources sources;
  sources.name = "net";
  sources.lines = {&streets, &rails};
  sources.stations = &stops;
  check_round_trip(sources, "transit", random_points(random, 30, 19000));
}

TEST_CASE("an image that is cut short or goes on is refused") {
  OsmMaker osm;
  cross(osm);
  Kept first = kept(osm_sources(osm.data()), "car");
  const std::string image = first.network.image(first.issues);
  for (std::size_t length = 0; length < image.size(); length += 7)
    CHECK_FALSE(read(image.substr(0, length), first.network));
  CHECK_FALSE(read(image + '\0', first.network));
}

TEST_CASE("a damaged image is refused or harmless: offsets and numbers lead nowhere else") {
  OsmMaker osm;
  cross(osm);
  Kept first = kept(osm_sources(osm.data()), "car");
  const std::string image = first.network.image(first.issues);
  std::mt19937 random(9);
  std::size_t refused = 0;
  for (int round = 0; round < 2000; ++round) {
    std::string bytes = image;
    for (unsigned i = 0; i < 1 + random() % 4; ++i)
      bytes[random() % bytes.size()] = static_cast<char>(random());
    refused += !read(bytes, first.network);
  }
  CHECK(refused > 500);
}
