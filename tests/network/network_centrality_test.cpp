// What a network gives its junction graph: turns left out, stations and interchanges named, trains only
// passed. The sums themselves are tested in centrality_test.cpp and through the analysis.
#include "network/network_centrality.hpp"

#include <map>

#include "network/osm_support.hpp"

using namespace jingwei;
using namespace jingwei::testing;

namespace {

NetworkCentrality centrality_of(const Network& network, Cost radius = unreachable) {
  Context context;
  return network.centrality({}, radius, context);
}

/// A grid of 5 by 5 streets in OpenStreetMap's way, with turn restrictions at its crossings or without.
OsmMaker grid(bool restricted) {
  OsmMaker maker;
  const auto id = [](int x, int y) { return 1 + x + std::int64_t{5} * y; };
  for (int y = 0; y < 5; ++y)
    for (int x = 0; x < 5; ++x) {
      maker.node(id(x, y), {310.0 * x + 7 * y, 290.0 * y + 13 * x});
      if (x > 0) maker.way(100 + id(x, y), {id(x - 1, y), id(x, y)}, {{"highway", "residential"}});
      if (y > 0) maker.way(200 + id(x, y), {id(x, y - 1), id(x, y)}, {{"highway", "residential"}});
    }
  if (!restricted) return maker;
  maker.no(1, "no_left_turn", 100 + id(2, 2), id(2, 2), 200 + id(2, 3));
  maker.no(2, "no_right_turn", 100 + id(2, 2), id(2, 2), 200 + id(2, 2));
  maker.restriction(3,
                    {{"from", OsmType::way, 100 + id(1, 1)},
                     {"via", OsmType::way, 100 + id(2, 1)},
                     {"to", OsmType::way, 200 + id(2, 2)}},
                    {{"type", "restriction"}, {"restriction", "no_left_turn"}});
  return maker;
}

const NetworkCentrality::Junction& named(const NetworkCentrality& found, const std::string& name) {
  for (const auto& junction : found.junctions)
    if (junction.name.zh == name) return junction;
  FAIL("no junction " << name);
  return found.junctions.front();
}

}  // namespace

TEST_CASE("turns do not count: the same with restrictions as without") {
  OsmMaker plain = grid(false), restricted = grid(true);
  const Built without(osm_sources(plain.data()), *find_profile("car"));
  const Built with(osm_sources(restricted.data()), *find_profile("car"));
  REQUIRE(with.network.report().turn_nodes > 0);
  REQUIRE(with.network.report().nodes > without.network.report().nodes);
  const NetworkCentrality a = centrality_of(without.network), b = centrality_of(with.network);
  REQUIRE(a.junctions.size() == 25);
  REQUIRE(b.junctions.size() == 25);
  for (std::size_t i = 0; i < 25; ++i) {
    CHECK(a.junctions[i].place == b.junctions[i].place);
    CHECK(a.junctions[i].figures.betweenness == Approx(b.junctions[i].figures.betweenness).margin(1e-9));
    CHECK(a.junctions[i].figures.closeness == Approx(b.junctions[i].figures.closeness));
    CHECK(a.junctions[i].figures.reached == 24);
    CHECK_FALSE(b.junctions[i].is_articulation);
  }
  REQUIRE(a.lines.size() == 40);
  REQUIRE(b.lines.size() == 40);
  for (std::size_t i = 0; i < 40; ++i)
    CHECK(a.lines[i].betweenness == Approx(b.lines[i].betweenness).margin(1e-9));
}

TEST_CASE(
    "stations are ends of ways, stops on board are not; a railway alone between two towns is a bridge") {
  const Layer streets = roads({{"A", "LINESTRING(0 0,1000 0)"}, {"B", "LINESTRING(60000 0,61000 0)"}});
  const Layer rails = trunk_lines({{"T", "LINESTRING(500 0,30500 0,60500 0)", "rail", 240}});
  const Layer stops = stations({{"west", {500, 0}}, {"middle", {30500, 0}}, {"east", {60500, 0}}});
  NetworkSources sources = sources_of({&streets, &rails});
  sources.stations = &stops;
  const Built built(sources, rider());
  const NetworkCentrality found = centrality_of(built.network);
  // Each street's two ends and the place where it meets its station; three stations.
  REQUIRE(found.junctions.size() == 9);
  std::size_t of_rail = 0;
  for (const auto& line : found.lines) {
    if (line.kind != EdgeKind::rail) continue;
    ++of_rail;
    CHECK(line.name.zh == "T");
    CHECK(line.from == NetworkCentrality::Line::no_junction);
    CHECK(line.is_bridge);
    CHECK(line.betweenness == 2 * 3 * 3);  // the three places of one street and those of the other
    CHECK(line.length_m == Approx(30000).epsilon(1e-4));
  }
  CHECK(of_rail == 2);
  CHECK(named(found, "west").is_station);
  CHECK(named(found, "west").is_articulation);
  CHECK(named(found, "west").figures.betweenness == 2 * 3 * 3);
  CHECK(named(found, "middle").figures.betweenness == 0);  // trains run through it, nobody gets off
  CHECK(named(found, "middle").figures.reached == 8);
  CHECK(named(found, "middle").demand == 0);
  CHECK(found.demand == 2 * (3 * 3 + 3 + 3));
}

TEST_CASE("interchanges bear their names; demand goes to the nearer end of its street") {
  const Layer streets = roads({{"A", "LINESTRING(0 0,1000 0)"}, {"B", "LINESTRING(20000 0,21000 0)"}});
  const Layer fast = trunk_lines({{"G", "LINESTRING(500 300,20500 300)", "road"}});
  const Layer points = waypoints({{"w", "G", {500, 300}}, {"e", "G", {20500, 300}}});
  NetworkSources sources = sources_of({&streets, &fast});
  sources.interchanges = &points;
  const Built built(sources, driver());
  Context context;
  const std::vector<NetworkPlace> places{built.snap({100, 10}), built.snap({900, 10}), {}};
  const std::vector<double> weights{2, 5, 100};
  const NetworkCentrality found =
      built.network.centrality(Network::Demand{places, weights}, unreachable, context);
  std::map<double, double> demand;
  for (const auto& junction : found.junctions)
    if (junction.demand > 0) demand[junction.place.x] += junction.demand;
  CHECK(demand == std::map<double, double>{{0, 2}, {1000, 5}});  // the ramp cuts street A in the middle
  CHECK(found.demand == 2 * 2 * 5);
}
