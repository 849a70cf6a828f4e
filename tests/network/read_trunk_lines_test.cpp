// Expressways are entered at interchanges only, railways at stations only; costs are worked by hand.
#include "network/network.hpp"
#include "network/support.hpp"

using namespace jingwei;
using namespace jingwei::testing;

namespace {

/// A slow street along y = 0 and an expressway along y = 100 with interchanges at x = 0 and 3000; a street
/// crosses it at x = 1500 without one.
struct Expressway {
  Layer streets = roads({{"main", "LINESTRING(-500 0, 0 0, 1500 0, 3000 0)"},
                         {"crossing", "LINESTRING(1500 0, 1500 100, 1500 400)"}});
  Layer lines = trunk_lines({{"E", "LINESTRING(-800 100, 1500 100, 3500 100)", "road", {}, "expressway"}});
  Layer places = waypoints({{"w1", "E", {0, 100}}, {"w2", "E", {3000, 100}}, {"w3", "other", {1500, 100}}});
  NetworkSources sources() const {
    NetworkSources result = sources_of({&streets, &lines});
    result.interchanges = &places;
    return result;
  }
};

// A ramp of 100 m at 40 km/h takes 9000 ms; a metre of expressway 50 ms, of street 180 ms.
constexpr Cost ramp = 9000;

}  // namespace

TEST_CASE("expressways are entered at interchanges only") {
  const Expressway data;
  const Built built(data.sources(), driver());
  CHECK(built.cost({0, 0}, {3000, 0}) == 2 * ramp + 3000 * 50);
  CHECK(built.cost({1500, 300}, {3000, 0}) == (300 + 1500) * 180);  // no way up where they cross
  CHECK(built.cost({1500, 300}, {-500, 0}) == (300 + 1500 + 500) * 180);
  CHECK(built.network.report().interchanges_connected == 2);
  CHECK(built.network.report().expressway_length_m == Approx(3000).epsilon(1e-6));  // its ends are cut off
  CHECK(built.network.report().expressway_edges == 2);
  CHECK(built.issues.empty());
}

TEST_CASE("nothing snaps onto an expressway or a motorway, and walkers do not use them") {
  const Expressway data;
  const Built built(data.sources(), driver());
  CHECK(built.snap({700, 99}).snap_m == Approx(99));
  const Built walk(data.sources(), walker());
  CHECK(walk.cost({0, 0}, {3000, 0}) == 3000 * 720);
  CHECK(walk.count("mode_not_used") == 1);
  CHECK(walk.network.report().expressway_edges == 0);
  const Layer motorway = roads(
      {{"a", "LINESTRING(0 0, 1000 0)"}, {"m", "LINESTRING(0 0, 0 100, 1000 100, 1000 0)", "motorway"}});
  const Built drive(sources_of({&motorway}), driver());
  CHECK(drive.snap({500, 90}).snap_m == Approx(90));
  CHECK(drive.cost({0, 0}, {1000, 0}) == 1200 * 50);  // but it is driven
}

TEST_CASE("an expressway's own speed is used as a road's") {
  Expressway data;
  data.lines = trunk_lines({{"E", "LINESTRING(-800 100, 3500 100)", "road", 120.0, "expressway"}});
  Profile profile = driver();
  profile.use_speed_field = true;
  profile.speed_factor = 0.75;  // 90 km/h: 40 ms a metre
  CHECK(Built(data.sources(), profile).cost({0, 0}, {3000, 0}) == 2 * ramp + 3000 * 40);
}

TEST_CASE("expressways meet each other only where their waypoints share a place") {
  const Layer streets = roads({{"a", "LINESTRING(0 0, 100 0)"}, {"b", "LINESTRING(4000 2000, 4100 2000)"}});
  const Layer lines =
      trunk_lines({{"E1", "LINESTRING(0 0, 4000 0)", "road", {}, "expressway"},
                   {"E2", "LINESTRING(4000 -500, 4000 0, 4000 2000)", "road", {}, "expressway"}});
  const auto build = [&](const Layer& places) {
    NetworkSources sources = sources_of({&streets, &lines});
    sources.interchanges = &places;
    return Built(sources, driver());
  };
  const Layer apart = waypoints(
      {{"1", "E1", {0, 0}}, {"2", "E1", {4000, 0}}, {"3", "E2", {4000, 2000}}, {"4", "E2", {4000, -500}}});
  CHECK(build(apart).network.report().strong_components == 2);
  const Layer shared = waypoints(
      {{"1", "E1", {0, 0}}, {"2", "E1", {4000, 0}}, {"3", "E2", {4000, 2000}}, {"4", "E2", {4000, 0}}});
  const Built joined = build(shared);
  CHECK(joined.cost({0, 0}, {4000, 2000}) == 6000 * 50);
  CHECK(joined.network.report().strong_components == 1);
  CHECK(joined.network.report().expressway_length_m == Approx(6000).epsilon(1e-6));
  // The shared place has no street near: an issue, but one may change there.
  CHECK(joined.count("interchange_unlinked") == 1);
  CHECK(joined.network.report().interchanges_connected == 2);
}

TEST_CASE("a ring of expressway goes round through its first point") {
  const Layer streets = roads({{"a", "LINESTRING(1000 0, 1000 10)"}, {"b", "LINESTRING(0 1000, 10 1000)"}});
  const Layer lines = trunk_lines({{"R",
                                    "LINESTRING(0 0, 1000 0, 1000 1000, 1000 3000, 0 3000, 0 1000, 0 0)",
                                    "road",
                                    {},
                                    "expressway"}});
  const Layer places = waypoints({{"1", "R", {1000, 0}}, {"2", "R", {0, 1000}}});
  NetworkSources sources = sources_of({&streets, &lines});
  sources.interchanges = &places;
  const Built built(sources, driver());
  CHECK(built.cost({1000, 0}, {0, 1000}) == 2000 * 50);
  CHECK(built.network.report().expressway_length_m == Approx(8000).epsilon(1e-6));
}

TEST_CASE("waypoints off their line, lines without entries and missing interchanges are issues") {
  Expressway data;
  data.places = waypoints({{"w1", "E", {0, 100}}, {"w2", "E", {3000, 900}}});
  const Built off(data.sources(), driver());
  CHECK(off.count("interchange_off_line") == 1);
  CHECK(off.count("line_not_entered") == 1);
  CHECK(off.network.report().expressway_edges == 0);
  CHECK(off.cost({0, 0}, {3000, 0}) == 3000 * 180);
  const Built none(sources_of({&data.streets, &data.lines}), driver());
  CHECK(none.count("no_interchanges") == 1);
  CHECK(none.count("line_not_entered") == 0);
  CHECK(none.network.report().expressway_edges == 0);
}

namespace {

/// Two streets 20 km apart and a railway between them with three stations, each 0 to 100 m from a street.
struct Railway {
  Layer streets = roads({{"east", "LINESTRING(20000 100, 20500 100)"},
                         {"middle", "LINESTRING(10000 0, 10500 0)"},
                         {"west", "LINESTRING(0 0, 0 500)"}});
  // 120 km/h of which half is kept: 60 km/h, 60 ms a metre.
  Layer lines = trunk_lines({{"M", "LINESTRING(-3000 0, 10000 0, 20000 0, 21000 0)", "rail", 120.0}});
  Layer stops = stations({{"A", {0, 0}}, {"B", {10000, 20}}, {"C", {20000, 0}}, {"X", {5000, 3000}}});
  Layer walks = transfers({});
  NetworkSources sources() const {
    NetworkSources result = sources_of({&streets, &lines});
    result.stations = &stops;
    result.transfers = &walks;
    return result;
  }
};

constexpr Cost minute = 60000, wait = 5 * minute, stop = minute;

}  // namespace

TEST_CASE("a ride is one wait, the run, and the stop time of every stop on the way") {
  const Railway data;
  const Built built(data.sources(), rider());
  // Distances along meridian-distant places: the plane stretches by x²/2R², 4.9e-6 at 20 km.
  const auto about = [](double cost) { return Approx(cost).epsilon(1e-5); };
  // Street to station: at least a minute. A to B: the link, 10 km, one stop.
  CHECK(built.cost({0, 0}, {10000, 0}) == about(minute + wait + 600000 + stop + minute));
  // A to C stops at B as well, but boards once. From C to its street: 100 m at 4 km/h, 90 s.
  CHECK(built.cost({0, 0}, {20000, 100}) == about(minute + wait + 1200000 + 2 * stop + 90000));
  CHECK(built.cost({20000, 100}, {0, 0}) == about(90000 + wait + 1200000 + 2 * stop + minute));
  CHECK(built.network.report().stations_connected == 3);
  CHECK(built.network.report().rail_edges == 4);
  CHECK(built.network.report().rail_length_m == Approx(20000).epsilon(1e-5));
  CHECK(built.network.report().transfer_edges == 12);  // links and boarding, both ways
  CHECK(built.network.report().nodes == 6 + 3 + 3);    // street ends (stations lie there), platforms, trains
  CHECK(built.count("station_off_line") == 1);         // X
  CHECK(built.network.report().edges == built.network.report().street_edges + 4 + 12);
}

TEST_CASE("to the millisecond: a railway along the meridian") {
  const Layer streets = roads({{"n", "LINESTRING(0 2000, 50 2000)"}, {"s", "LINESTRING(0 0, 50 0)"}});
  const Layer lines = trunk_lines({{"M", "LINESTRING(0 0, 0 2000)", "rail", 120.0}});
  const Layer stops = stations({{"N", {0, 2000}}, {"S", {0, 0}}});
  NetworkSources sources = sources_of({&streets, &lines});
  sources.stations = &stops;
  const Built built(sources, rider());
  CHECK(built.cost({10, 0}, {20, 2000}) == 10 * 180 + minute + wait + 2000 * 60 + stop + minute + 20 * 180);
}

TEST_CASE("nothing snaps onto a railway, and a street that crosses it does not meet it") {
  Railway data;
  data.streets = roads({{"east", "LINESTRING(20000 100, 20500 100)"},
                        {"level crossing", "LINESTRING(5000 400, 5000 0, 5000 -400)"},
                        {"west", "LINESTRING(0 0, 0 500, 5000 400)"}});
  const Built built(data.sources(), rider());
  CHECK_FALSE(built.snap({15000, 0}).snapped());
  CHECK(built.snap({5100, 0}).snap_m == Approx(100));
  const Cost to_crossing = built.cost({5000, 0}, {20000, 100});
  const Cost from_west = built.cost({0, 0}, {20000, 100});
  CHECK(to_crossing > from_west);  // by the street to the station A first
  CHECK(to_crossing == Approx(from_west + built.cost({5000, 0}, {0, 0})).epsilon(1e-5));
  CHECK(built.network.report().stations_connected == 2);
  CHECK(built.count("station_unlinked") == 1);  // B has no street near now
}

TEST_CASE("a change of trains waits twice; a transfer takes its time both ways") {
  const Layer streets = roads({{"a", "LINESTRING(0 0, 0 10)"}, {"c", "LINESTRING(2000 2000, 2000 2010)"}});
  const Layer lines = trunk_lines({{"L1", "LINESTRING(0 0, 2000 0)", "rail", 120.0},
                                   {"L2", "LINESTRING(2000 700, 2000 2000)", "rail", 120.0}});
  const Layer stops = stations({{"A", {0, 0}}, {"B1", {2000, 0}}, {"B2", {2000, 700}}, {"C", {2000, 2000}}});
  const Layer walks = transfers({{"t1", "B1", "B2", 7}, {"t2", "B1", "nowhere", 3}, {"t3", "A", "A", 3}});
  NetworkSources sources = sources_of({&streets, &lines});
  sources.stations = &stops;
  sources.transfers = &walks;
  const Built built(sources, rider());
  const Cost expected = minute + wait + 2000 * 60 + stop + 7 * minute + wait + 1300 * 60 + stop + minute;
  CHECK(built.cost({0, 0}, {2000, 2000}) == expected);
  CHECK(built.cost({2000, 2000}, {0, 0}) == expected);
  CHECK(built.count("unknown_station") == 1);
  CHECK(built.count("station_unlinked") == 2);
  // Both lines through one station: a change there costs only the second wait.
  const Layer through = trunk_lines({{"L1", "LINESTRING(0 0, 2000 0)", "rail", 120.0},
                                     {"L2", "LINESTRING(2000 0, 2000 2000)", "rail", 120.0}});
  NetworkSources one = sources_of({&streets, &through});
  const Layer three = stations({{"A", {0, 0}}, {"B", {2000, 0}}, {"C", {2000, 2000}}});
  one.stations = &three;
  CHECK(Built(one, rider()).cost({0, 0}, {2000, 2000}) ==
        minute + wait + 2000 * 60 + stop + wait + 2000 * 60 + stop + minute);
}

TEST_CASE("a station is a stop of a line within the tolerance, or of one it names within 5 km") {
  Railway data;
  data.stops = stations({{"A", {0, 0}}, {"B", {10000, 150}}, {"C", {20000, 0}}, {"D", {10000, 480}, "K;M"}});
  const Built built(data.sources(), rider());
  CHECK(built.count("station_off_line") == 1);  // B, 150 m away
  CHECK(built.network.report().stations_connected == 3);
  CHECK(built.cost({0, 0}, {10000, 0}) ==
        Approx(minute + wait + 600000 + stop + 480 * 900).epsilon(1e-5));  // D, on foot to the street
  data.stops = stations({{"A", {0, 0}}, {"C", {20000, 0}}, {"D", {10000, 5100}, "M"}});
  CHECK(Built(data.sources(), rider()).count("station_off_line") == 1);
}

TEST_CASE("lines and stations that carry nobody take no part") {
  Railway data;
  data.lines = trunk_lines(
      {{"F", "LINESTRING(0 0, 20000 0)", "freight", 100.0, "main-rail", "freight"},
       {"N", "LINESTRING(0 0, 20000 0)", "rail", 300.0, "main-rail", "hsr", false},
       {"P", "LINESTRING(0 0, 20000 0)", "rail", 300.0, "main-rail", "hsr", false, "construction"},
       {"Q", "LINESTRING(0 0, 20000 0)", "rail", {}, "main-rail", "hsr", true}});
  const Built none(data.sources(), rider());
  CHECK(none.network.report().rail_edges == 0);
  CHECK(none.count("freight_line") == 1);
  CHECK(none.count("not_in_service") == 1);
  CHECK(none.count("no_speed") == 1);
  CHECK(none.network.report().strong_components == 3);
  NetworkSources plan = data.sources();
  plan.in_service.statuses.emplace_back("construction");
  CHECK(Built(plan, rider()).network.report().rail_edges > 0);

  Railway other;
  other.stops = stations({{"A", {0, 0}}, {"B", {10000, 0}, "", "planned"}, {"C", {20000, 0}}});
  const Built built(other.sources(), rider());
  CHECK(built.count("not_in_service") == 1);
  CHECK(built.cost({0, 0}, {20000, 100}) ==
        Approx(minute + wait + 1200000 + stop + 90000).epsilon(1e-5));  // it runs through B

  NetworkSources without = sources_of({&other.streets, &other.lines});
  const Built no_stations(without, rider());
  CHECK(no_stations.count("no_stations") == 1);
  CHECK(no_stations.network.report().rail_edges == 0);
}

TEST_CASE("a station links to the main streets rather than to a nearer island") {
  Railway data;
  data.streets = roads({{"island", "LINESTRING(20010 0, 20020 0)"},
                        {"main", "LINESTRING(20000 100, 20500 100)"},
                        {"main 2", "LINESTRING(20500 100, 20500 400)"},
                        {"west", "LINESTRING(0 0, 0 500)"}});
  const Built built(data.sources(), rider());
  CHECK(built.cost({0, 0}, {20000, 100}) == Approx(minute + wait + 1200000 + 2 * stop + 90000).epsilon(1e-5));
  CHECK(built.snap({20015, 0}).snap_m == Approx(100));
}
