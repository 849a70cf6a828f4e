// Small networks whose costs are worked by hand, to the millisecond.
#include "network/network.hpp"

#include <cmath>

#include "base/error.hpp"
#include "network/osm_support.hpp"
#include "network/support.hpp"

using namespace jingwei;
using namespace jingwei::testing;

namespace {

std::string message_of(const NetworkSources& sources, const Profile& profile) {
  try {
    const Built built(sources, profile);
  } catch (const Error& fault) {
    CHECK(fault.kind() == ErrorKind::input);
    return fault.what();
  }
  return "no error";
}

const Issue& issue_of(const Built& built, const std::string& kind) {
  for (const Issue& issue : built.issues)
    if (issue.kind == kind) return issue;
  FAIL("no issue of kind " << kind);
  return built.issues.front();
}

}  // namespace

TEST_CASE("a part of one street costs its share") {
  const Layer streets = roads({{"a", "LINESTRING(0 0, 1000 0)"}});
  const Built built(sources_of({&streets}), walker());
  const NetworkPlace from = built.snap({100, 10}), to = built.snap({600, -25});
  CHECK(from.snap_m == Approx(10));
  CHECK(to.snap_m == Approx(25));
  CHECK(from.fraction == Approx(0.1));
  CHECK(built.cost_between(from, to) == 360000);
  CHECK(built.cost_between(to, from) == 360000);
  CHECK(built.cost_between(from, from) == 0);
  CHECK(built.cost_between(from, to, 360000) == 360000);  // limits are inclusive
  CHECK(built.cost_between(from, to, 359999) == unreachable);
  CHECK(built.cost({-40, 0}, {1300, 0}) == 720000);  // beyond the ends: the ends
  CHECK(built.network.report().nodes == 2);
  CHECK(built.network.report().edges == 2);
  CHECK(built.network.report().street_length_m == Approx(1000).epsilon(1e-6));
  CHECK(built.network.name() == "net");
}

TEST_CASE("one-way streets are obeyed by those who must, going round if there is a way") {
  const Layer ring = roads({{"a", "LINESTRING(0 0, 1000 0)", "residential", "forward"},
                            {"b", "LINESTRING(1000 0, 1000 1000)", "residential", "forward"},
                            {"c", "LINESTRING(0 1000, 1000 1000)", "residential", "backward"},
                            {"d", "LINESTRING(0 1000, 0 0)", "residential", "forward"}});
  const Built drive(sources_of({&ring}), driver());
  CHECK(drive.cost({100, 0}, {600, 0}) == 500 * 180);
  CHECK(drive.cost({600, 0}, {100, 0}) == 3500 * 180);  // all the way round
  CHECK(drive.cost({600, 0}, {600, 0}) == 0);
  CHECK(drive.cost({500, 1000}, {400, 1000}) == 100 * 180);
  CHECK(drive.cost({0, 0}, {0, 100}) == 3900 * 180);
  CHECK(drive.network.report().edges == 4);
  const Built walk(sources_of({&ring}), walker());
  CHECK(walk.cost({600, 0}, {100, 0}) == 500 * 720);
  CHECK(walk.network.report().edges == 8);
}

TEST_CASE("a street closed in itself is an edge from a node to itself") {
  const Layer ring = roads({{"a", "LINESTRING(0 0, 300 0, 300 300, 0 300, 0 0)", "residential", "forward"}});
  const Built drive(sources_of({&ring}), driver());
  CHECK(drive.network.report().nodes == 1);
  CHECK(drive.cost({100, 0}, {200, 0}) == 100 * 180);
  CHECK(drive.cost({200, 0}, {100, 0}) == 1100 * 180);
  CHECK(drive.cost({0, 10}, {10, 0}) == 20 * 180);
}

TEST_CASE("no point snaps onto a one-way dead end, nor onto a smaller component") {
  const Layer streets = roads({{"dead end", "LINESTRING(0 0, 0 100)", "residential", "forward"},
                               {"island", "LINESTRING(0 200, 50 200)"},
                               {"street", "LINESTRING(0 0, 1000 0)"},
                               {"street 2", "LINESTRING(1000 0, 1000 300)"}});
  const Built drive(sources_of({&streets}), driver());
  CHECK(drive.snap({5, 90}).snap_m == Approx(90));
  CHECK(drive.snap({20, 200}).snap_m == Approx(200));
  CHECK(drive.network.report().strong_components == 3);
  CHECK(drive.network.report().largest_component_nodes == 3);
}

TEST_CASE("streets off the main component are told, with their place and length") {
  const Layer streets = roads({{"a", "LINESTRING(0 0, 1000 0)"},
                               {"b", "LINESTRING(1000 0, 2000 0)"},
                               {"c", "LINESTRING(0 500, 300 500)"}});
  const Built built(sources_of({&streets}), walker());
  const Issue& issue = issue_of(built, "disconnected");
  CHECK(issue.layer == "net");
  CHECK(issue.reason.en ==
        "1 street parts (300 m) are not connected both ways with the main part of the network");
  REQUIRE(lines_of(issue.geometry).size() == 1);
  CHECK(envelope_of(issue.geometry).max_y == Approx(500));
  CHECK(built.snap({100, 450}).snap_m == Approx(450));
}

TEST_CASE("streets meet in shared vertices of one level, and nowhere else") {
  const auto crossing = [](const std::string& wkt, std::optional<std::int64_t> level) {
    // A way round keeps everything in one component: 2000 m from end to end.
    return roads({{"a", "LINESTRING(0 0, 500 0, 1000 0)"},
                  {"b", wkt, "residential", {}, {}, level},
                  {"round", "LINESTRING(1000 0, 1000 500, 500 500)"}});
  };
  const auto cost = [](const Layer& streets) {
    return Built(sources_of({&streets}), walker()).cost({500, -100}, {500, -500});
  };
  // From the middle of a down b: straight where they join, else along a, round, and down the whole of b.
  const Layer shared = crossing("LINESTRING(500 500, 500 0, 500 -500)", {});
  CHECK(cost(shared) == 400 * 720);
  const Layer bare = crossing("LINESTRING(500 500, 500 -500)", {});
  const auto along_a = [](const Layer& streets) {
    return Built(sources_of({&streets}), walker()).cost({480, 5}, {500, -500});
  };
  CHECK(along_a(shared) == (20 + 500) * 720);
  CHECK(along_a(bare) == (520 + 1000 + 1000) * 720);
  // b on a bridge over a.
  const Layer bridge = roads({{"a", "LINESTRING(0 0, 500 0, 1000 0)"},
                              {"b", "LINESTRING(500 500, 500 0, 500 -500)", "residential", {}, {}, 1}});
  const Built apart(sources_of({&bridge}), walker());
  CHECK(apart.network.report().strong_components == 2);
  CHECK(apart.count("level_gap") == 0);
  const Layer gap = roads({{"a", "LINESTRING(0 0, 500 0)"},
                           {"b", "LINESTRING(500 0, 900 0)", "residential", {}, {}, 1},
                           {"c", "LINESTRING(500 0, 500 90)"}});
  const Built levels(sources_of({&gap}), walker());
  CHECK(levels.network.report().strong_components == 2);
  CHECK(levels.count("level_gap") == 1);
}

TEST_CASE("a street that ends on a vertex of another joins it; the grid decides what is the same place") {
  const Layer streets =
      roads({{"a", "LINESTRING(0 0, 400 0, 1000 0)"}, {"b", "LINESTRING(400.0001 0.0002, 400 300)"}});
  CHECK(Built(sources_of({&streets}), walker()).cost({100, 0}, {400, 300}) == 600 * 720);
}

TEST_CASE("a road's own speed wins where the profile goes by it") {
  const Layer streets =
      roads({{"a", "LINESTRING(0 0, 1000 0)", "residential", {}, 45.0}, {"b", "LINESTRING(1000 0, 2000 0)"}});
  Profile profile = driver();
  CHECK(Built(sources_of({&streets}), profile).cost({0, 0}, {1000, 0}) == 180000);
  profile.use_speed_field = true;
  profile.speed_factor = 0.8;  // 36 km/h: 100 ms a metre
  const Built built(sources_of({&streets}), profile);
  CHECK(built.cost({0, 0}, {1000, 0}) == 100000);
  CHECK(built.cost({1000, 0}, {2000, 0}) == 180000);
}

TEST_CASE("multi-part roads give an edge for each part; classes of others are one note") {
  const Layer streets = roads({{"a", "MULTILINESTRING((0 0, 100 0), (100 0, 100 100))"},
                               {"b", "LINESTRING(0 0, 0 50)", "primary"},
                               {"c", "LINESTRING(0 0, 0 60)", "trunk"}});
  const Built built(sources_of({&streets}), walker());
  CHECK(built.cost({0, 0}, {100, 100}) == 200 * 720);
  REQUIRE(built.count("class_not_used") == 1);
  const Issue& note = issue_of(built, "class_not_used");
  CHECK(note.severity == Severity::note);
  CHECK(note.layer == "roads");
  CHECK_THAT(note.reason.en, Catch::Contains("2 lines (b, c)"));
}

TEST_CASE("a point beyond the limit is not snapped, and a layer's point is told as an issue") {
  const Layer streets = roads({{"a", "LINESTRING(0 0, 1000 0)"}});
  NetworkSources sources = sources_of({&streets});
  sources.snap_limit = Length{50};
  Built built(sources, walker());
  CHECK(built.snap({500, 49.9}).snapped());
  CHECK_FALSE(built.snap({500, 50.1}).snapped());
  CHECK_FALSE(built.snap({std::nan(""), 0}).snapped());
  const Layer places = stations({{"near", {500, 20}}, {"far", {500, 350}}});
  const std::vector<Point> points{{500, 20}, {500, 350}};
  Context context;
  std::vector<Issue> issues;
  const auto snapped = built.network.snap(places, points, issues, context);
  CHECK(snapped[0].snapped());
  CHECK_FALSE(snapped[1].snapped());
  REQUIRE(issues.size() == 1);
  CHECK(issues[0].kind == "unsnapped");
  CHECK(issues[0].layer == "stations");
  CHECK(issues[0].feature == "far");
  CHECK_THAT(issues[0].reason.en, Catch::StartsWith("350 m"));
  CHECK_THAT(issues[0].reason.zh, Catch::Contains("50 m"));
  CHECK(points_of(issues[0].geometry).front() == points[1]);
  // What is not snapped reaches nothing, and nothing reaches it.
  const auto costs = built.network.costs(snapped, snapped, unreachable, context);
  CHECK(costs == std::vector<Cost>{0, unreachable, unreachable, unreachable});
}

TEST_CASE("the nearest place of several streets; ties go to the lowest edge") {
  const Layer streets = roads({{"a", "LINESTRING(0 0, 1000 0)"}, {"b", "LINESTRING(1000 0, 1000 1000)"}});
  const Built built(sources_of({&streets}), walker());
  const NetworkPlace corner = built.snap({1100, -100});
  CHECK(corner.edge == 0);
  CHECK(corner.fraction == 1);
  CHECK(built.snap({990, 300}).edge == 1);
}

TEST_CASE("what cannot make a network is an input error that says why") {
  const Layer streets = roads({{"a", "LINESTRING(0 0, 1000 0)", "trunk"}});
  CHECK_THAT(message_of(sources_of({}), walker()), Catch::Contains("`net`") && Catch::Contains("no lines"));
  CHECK_THAT(message_of(sources_of({&streets}), walker()),
             Catch::Contains("`walker`") && Catch::Contains("residential"));
  const std::string line = "LINESTRING(0 0, 1000 0)";
  const Layer corridors = trunk_lines({{"C", line, "none", {}, "corridor-2015", "corridor"}});
  const Layer freight = trunk_lines({{"F", line, "freight", 100.0, "main-rail", "freight"}});
  for (const Layer* layer : {&corridors, &freight})
    CHECK_THAT(message_of(sources_of({layer}), driver()),
               Catch::Contains("overlay and chainage, never for routing"));
  const Layer rail = trunk_lines({{"M", line, "rail", 100.0}});
  CHECK_THAT(message_of(sources_of({&rail}), rider()), Catch::Contains("`roads`"));
  const Layer mixed = trunk_lines({{"C", line, "none", {}, "corridor-2015"}, {"M", line, "rail", 100.0}});
  const Layer usable = roads({{"a", line}});
  CHECK_THAT(message_of(sources_of({&usable, &mixed}), rider()),
             Catch::Contains("corridor-2015, main-rail") && Catch::Contains("filter"));
  const Layer wrong = stations({{"s", {0, 0}}});
  CHECK_THAT(message_of(sources_of({&usable, &wrong}), rider()), Catch::Contains("`stations`"));
  const Layer degrees("roads", *find_layer_definition("roads"), Crs::parse("EPSG:4490"));
  CHECK_THAT(message_of(sources_of({&degrees}), walker()), Catch::Contains("projected"));
  CHECK_THAT(message_of(sources_of({&usable, &degrees}), walker()), Catch::Contains("one CRS"));
}

TEST_CASE("two readings of the trunk network as two layers do not disturb each other") {
  const Layer streets = roads({{"a", "LINESTRING(0 0, 1000 0)"}});
  const Layer corridors =
      trunk_lines({{"C", "LINESTRING(0 0, 1000 0)", "none", {}, "corridor-2015", "corridor"}}, "corridors");
  const Layer freight =
      trunk_lines({{"F", "LINESTRING(0 0, 1000 0)", "freight", 90.0, "main-rail", "freight"}}, "railways");
  const Built built(sources_of({&corridors, &freight, &streets}), driver());
  CHECK(issue_of(built, "not_for_routing").layer == "corridors");
  const Issue& note = issue_of(built, "freight_line");
  CHECK(note.layer == "railways");
  CHECK(note.severity == Severity::note);
  CHECK(built.network.report().rail_edges + built.network.report().expressway_edges == 0);
}

TEST_CASE("a place at two nodes that lie at one place is that place") {
  OsmMaker maker;
  maker.node(1, {0, 0});
  maker.node(2, {500, 0});
  maker.node(3, {500, 0});
  maker.node(4, {500, 300});
  maker.node(5, {1000, 0});
  maker.way(1, {2, 3}, {{"highway", "residential"}});  // its number is the lowest: it wins ties
  maker.way(2, {1, 2}, {{"highway", "residential"}});
  maker.way(3, {3, 4}, {{"highway", "residential"}});
  maker.way(4, {2, 5}, {{"highway", "residential"}});
  const Built built(osm_sources(maker.data()), *find_profile("walk"));
  const NetworkPlace there = built.snap({500, 0});
  REQUIRE(there.snapped());
  CHECK(there.fraction >= 0);  // and no NaN, as a share of no length would be
  CHECK(there.fraction < 1e-5);
  const Cost cost = built.cost_between(there, built.snap({0, 0}));
  const Cost beyond = built.cost({500, 300}, {0, 0}) - built.cost({500, 300}, {500, 0});
  CHECK(std::abs(double(cost) - double(beyond)) <= 10);  // coordinates are rounded to 1e-7 degrees
}

TEST_CASE("streets without any length, and those too long for millimetres, are refused") {
  const auto refused = [](const std::string& wkt) {
    const Layer layer = roads({{"r", wkt}});
    Built(sources_of({&layer}), walker());
  };
  CHECK_THROWS_WITH(refused("LINESTRING(0 0, 0 4200000)"), Catch::Contains("4000 km"));
}
