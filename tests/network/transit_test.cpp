#include "network/transit.hpp"

#include <algorithm>

#include "network/osm_support.hpp"
#include "network/random_feed.hpp"
#include "network/support.hpp"
#include "network/trip_oracle.hpp"

using namespace jingwei;
using namespace jingwei::testing;

namespace {

constexpr Cost minute = 60'000;

/// A street of 20 km along the central meridian of the plane, walked at 5 km/h (720 ms a metre); a line with
/// stops at 0, 8 and 20 km every 10 min, 8 km in 10 min, 12 km in 15; and a stop far from any street.
struct Line {
  Layer streets = roads({{"main", "LINESTRING(0 0, 0 20000)"}});
  Built city{sources_of({&streets}), walker()};
  TransitFeed feed;
  std::vector<Issue> issues;
  Context context;

  Line() {
    feed.name = "line";
    const std::vector<Point> plane{{0, 1}, {0, 8000}, {0, 19999}, {5000, 0}};
    const auto degrees = project(plane, metre_plane(), Crs::parse("EPSG:4326"));
    for (std::size_t i = 0; i < degrees.size(); ++i)
      feed.stops.push_back({std::string(1, static_cast<char>('a' + i)), {}, degrees[i]});
    for (std::uint32_t run = 0; run < 12; ++run) {
      const TimeOfDay start = midnight + (7 * 60 + 10 * run) * minute;
      feed.trips.push_back({run,
                            {{0, start, start},
                             {1, start + 10 * minute, start + 10 * minute},
                             {2, start + 25 * minute, start + 25 * minute}}});
      feed.names.push_back({"t", "line", 1});
    }
  }
  TransitNetwork network() { return {city.network, feed, issues, context}; }
};

}  // namespace

TEST_CASE("times at every departure are waits, rides and walks, or a walk all the way") {
  Line line;
  const TransitNetwork network = line.network();
  CHECK(network.stops_reached() == 3);
  REQUIRE(line.issues.size() == 1);  // of the stop beyond the street
  CHECK(line.issues[0].kind == "unsnapped");
  CHECK(line.issues[0].reason.en.find("1 stops lie beyond") == 0);

  // 500 m from the first stop (6 min less the metre), and 1 km beyond the second (12 min).
  const std::vector<NetworkPlace> places{line.city.snap({0, 501}), line.city.snap({0, 9000}),
                                         line.city.snap({0, 700})};
  std::vector<Cost> times;
  network.for_each_origin(
      std::span(places).first(1), places, {}, 2 * 60 * minute, line.context,
      [&](std::size_t, std::span<const Cost> row) { times.assign(row.begin(), row.end()); });
  REQUIRE(times.size() == 180);
  for (std::size_t d = 0; d < 60; ++d) {
    // At the stop at 7:06 + d; the next train at a full ten minutes.
    const std::size_t train = (6 + d + 9) / 10 * 10;
    CHECK(times[d * 3] == 0);
    CHECK(times[d * 3 + 1] == Approx((train - d + 10 + 12) * minute).margin(2));
    CHECK(times[d * 3 + 2] == Approx(199 * 720).margin(2));  // on foot
  }
}

TEST_CASE("a stop without a street amid the others is told by name") {
  Line line;
  line.streets = roads({{"main", "LINESTRING(0 0, 0 3000)"},
                        {"more", "LINESTRING(6000 0, 0 0)"},
                        {"far", "LINESTRING(0 3000, 0 20000)"}});
  line.city = Built(sources_of({&line.streets}), walker());
  line.feed.stops.push_back(
      {"e", "amid",
       project(std::vector<Point>{{2500, 7000}}, metre_plane(), Crs::parse("EPSG:4326")).front()});
  CHECK(line.network().stops_reached() == 4);
  REQUIRE(line.issues.size() == 1);
  CHECK(line.issues[0].feature == "e");
}

TEST_CASE("a percentile over the departures is a time that occurs") {
  Line line;
  const TransitNetwork network = line.network();
  const std::vector<NetworkPlace> from{line.city.snap({0, 501})}, to{line.city.snap({0, 9000})};
  const auto at = [&](double percentile) {
    TransitOptions options;
    options.percentile = percentile;
    return network.costs(from, to, options, 2 * 60 * minute, line.context).front();
  };
  // Waits of 0 … 9 min, each at six departures; 6 + 10 + 12 min besides.
  CHECK(at(1) == Approx(28 * minute).margin(2));
  CHECK(at(10) == Approx(28 * minute).margin(2));
  CHECK(at(10.1) == Approx(29 * minute).margin(2));
  CHECK(at(50) == Approx(32 * minute).margin(2));
  CHECK(at(100) == Approx(37 * minute).margin(2));
  // With a limit of 33 min six waits are short enough: 60 % of the departures.
  TransitOptions options;
  options.percentile = 60;
  CHECK(network.costs(from, to, options, 33 * minute + 2, line.context).front() ==
        Approx(33 * minute).margin(2));
  options.percentile = 61;
  CHECK(network.costs(from, to, options, 33 * minute + 2, line.context).front() == unreachable);
}

TEST_CASE("a walk beyond its limit neither begins nor ends a journey") {
  Line line;
  TransitOptions options;
  options.walk_limit = 10 * minute;
  const TransitNetwork network = line.network();
  const std::vector<NetworkPlace> from{line.city.snap({0, 501})},
      to{line.city.snap({0, 9000}), line.city.snap({0, 8800})};
  const auto costs = network.costs(from, to, options, 90 * minute, line.context);
  CHECK(costs[0] == unreachable);  // 12 min from the stop; 102 min on foot
  CHECK(costs[1] == Approx((6 + 4 + 10) * minute + 800 * 720).margin(2));
}

TEST_CASE("nothing depends on threads, or on which pairs are asked together") {
  Line line;
  const TransitNetwork network = line.network();
  std::vector<NetworkPlace> places;
  for (int i = 0; i < 40; ++i) places.push_back(line.city.snap({0, 10.0 + 480 * i}));
  places.push_back(line.city.snap({9000, 9000}));  // nowhere
  REQUIRE_FALSE(places.back().snapped());
  const auto whole = network.costs(places, places, {}, 60 * minute, line.context);
  line.context.set_threads(3);
  CHECK(network.costs(places, places, {}, 60 * minute, line.context) == whole);
  for (std::size_t i = 0; i < places.size(); i += 7)
    for (std::size_t j = 0; j < places.size(); j += 5)
      CHECK(network
                .costs(std::span(places).subspan(i, 1), std::span(places).subspan(j, 1), {}, 60 * minute,
                       line.context)
                .front() == whole[i * places.size() + j]);
}

TEST_CASE("the nearest rank") {
  std::vector<Cost> times{5, 1, 4, 2, 3};
  CHECK(percentile_of(times, 20) == 1);
  CHECK(percentile_of(times, 20.5) == 2);
  CHECK(percentile_of(times, 50) == 3);
  CHECK(percentile_of(times, 100) == 5);
  CHECK(percentile_of(times, 0.001) == 1);
  std::vector<Cost> one{unreachable};
  CHECK(percentile_of(one, 50) == unreachable);
}

TEST_CASE(
    "by bicycle, one-way streets and bans of turns bind the ways to stops, between them and from them") {
  // To the stop `a` at (1000, 0) the one-way street leads; back from it one rides round the block. From the
  // stop `b` at (9000, 0) the left turn into the street of the destination is forbidden.
  OsmMaker osm;
  const std::vector<Point> nodes{{0, 0},     {1500, 0},    {1500, 600},   {0, 600},  {8500, 0},
                                 {10000, 0}, {10000, 800}, {10000, -800}, {11000, 0}};
  for (std::size_t i = 0; i < nodes.size(); ++i) osm.node(static_cast<std::int64_t>(i + 1), nodes[i]);
  osm.way(1, {1, 2}, {{"highway", "residential"}, {"oneway", "yes"}});
  osm.way(2, {2, 3, 4, 1}, {{"highway", "residential"}});
  osm.way(3, {5, 6}, {{"highway", "residential"}});
  osm.way(4, {6, 7}, {{"highway", "residential"}});
  osm.way(5, {6, 8}, {{"highway", "residential"}});
  osm.way(6, {6, 9}, {{"highway", "residential"}});
  osm.way(7, {9, 7}, {{"highway", "residential"}});
  osm.way(8, {4, 7}, {{"highway", "residential"}});
  osm.no(1, "no_left_turn", 3, 6, 4);
  const Built city(osm_sources(osm.data()), *find_profile("bike"));
  TransitFeed feed;
  feed.name = "bus";
  const auto degrees =
      project(std::vector<Point>{{1000, 1}, {9000, 1}}, metre_plane(), Crs::parse("EPSG:4326"));
  for (std::size_t i = 0; i < degrees.size(); ++i)
    feed.stops.push_back({std::string(1, "ab"[i]), {}, degrees[i]});
  const TimeOfDay seven = midnight + 7 * 60 * minute;
  feed.trips = {
      {0, {{0, seven + 10 * minute, seven + 10 * minute}, {1, seven + 20 * minute, seven + 20 * minute}}},
      {0, {{1, seven + 10 * minute, seven + 10 * minute}, {0, seven + 20 * minute, seven + 20 * minute}}}};
  feed.names = {{"trip", "line", 3}};
  std::vector<Issue> issues;
  Context context;
  const TransitNetwork network(city.network, feed, issues, context);
  REQUIRE(network.stops_reached() == 2);
  TransitOptions options;
  options.window = options.step;
  const std::vector<NetworkPlace> west{city.snap({500, 0})}, north{city.snap({10000, 400})};
  const std::vector<std::pair<std::uint32_t, std::uint32_t>> pair{{0, 0}};
  // 15 km/h: 240 ms a metre. There: 500 m, the bus of 7:10, 1000 m to the ban, past it to the dead end in the
  // south, where one may turn round, and back.
  const auto there = network.journeys(west, north, pair, options, 2 * 60 * minute, context).front();
  REQUIRE(there);
  REQUIRE(there->legs.size() == 4);
  CHECK(there->legs[0].mode == LegMode::bike);
  CHECK(there->legs[0].time == Approx(500 * 240).margin(20));
  CHECK(there->legs[2].mode == LegMode::ride);
  CHECK(there->legs[3].mode == LegMode::bike);
  CHECK(there->legs[3].time == Approx((1000 + 800 + 800 + 400) * 240).margin(20));
  CHECK(there->time == 20 * minute + there->legs[3].time);
  // Back: the left turn binds one way only; from the stop one goes on along the one-way street and round.
  const auto back = network.journeys(north, west, pair, options, 2 * 60 * minute, context).front();
  REQUIRE(back);
  CHECK(back->legs.front().time == Approx((400 + 1000) * 240).margin(20));
  CHECK(back->legs.back().time == Approx((500 + 600 + 1500 + 600 + 500) * 240).margin(20));
}

TEST_CASE("on one-way streets times are those of trying every trip, with ways as the streets have them") {
  std::size_t by_ride = 0;
  for (unsigned seed = 1; seed <= 20; ++seed) {
    MetreCity city(seed);
    const Layer streets = roads(city.roads_list());
    Profile bike = driver();
    bike.mode = "bike";
    const Built built(sources_of({&streets}), bike);
    TransitOptions options;
    options.window = 20'000;
    options.step = 2000;
    options.walk_limit = 5000 + city.random()() % 20 * 1000;
    options.max_rides = 1 + city.random()() % 3;
    options.change_time = city.random()() % 2 * 1000;
    const TransitFeed feed = random_feed(city, options.departure);
    std::vector<Issue> issues;
    Context context;
    context.set_threads(1);
    const TransitNetwork network(built.network, feed, issues, context);
    std::vector<Point> points;
    for (const TransitStop& stop : feed.stops) points.push_back(stop.place);
    const auto stops = built.network.snap(project(points, Crs::parse("EPSG:4326"), metre_plane()), context);
    std::vector<NetworkPlace> places;
    for (int i = 0; i < 12; ++i) places.push_back(built.snap(city.point(city.random_place())));
    const auto ways = [&](const std::vector<NetworkPlace>& from, const std::vector<NetworkPlace>& to) {
      return built.network.costs(from, to, options.walk_limit, context);
    };
    const auto access = ways(places, stops), between = ways(stops, stops), egress = ways(stops, places),
               direct = ways(places, places);
    std::vector<Arc> walks;
    for (std::uint32_t a = 0; a < stops.size(); ++a)
      for (std::uint32_t b = 0; b < stops.size(); ++b)
        if (const Cost cost = between[a * stops.size() + b]; cost != unreachable)
          walks.push_back({a, b, cost});
    constexpr Cost limit = 60'000;
    network.for_each_origin(
        places, places, options, limit, context, [&](std::size_t origin, std::span<const Cost> times) {
          std::vector<Seed> seeds;
          for (std::uint32_t stop = 0; stop < stops.size(); ++stop)
            if (const Cost cost = access[origin * stops.size() + stop]; cost != unreachable)
              seeds.push_back({stop, cost});
          for (std::size_t d = 0; d < options.departures(); ++d) {
            const auto departure = static_cast<TimeOfDay>(options.departure + d * options.step);
            const auto arrivals =
                arrivals_of_trips(static_cast<std::uint32_t>(stops.size()), feed.trips, walks, seeds,
                                  departure, {limit, options.max_rides, options.change_time});
            for (std::size_t to = 0; to < places.size(); ++to) {
              Cost expected = direct[origin * places.size() + to];
              for (std::size_t stop = 0; stop < stops.size(); ++stop) {
                const Cost last = egress[stop * places.size() + to];
                if (arrivals[stop] == never || last == unreachable) continue;
                const Cost time = arrivals[stop] + last - departure;
                if (time <= limit && time < expected) expected = time, ++by_ride;
              }
              CHECK(times[d * places.size() + to] == expected);
            }
          }
        });
  }
  CHECK(by_ride > 1000);
}
