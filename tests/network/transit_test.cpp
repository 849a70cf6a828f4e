#include "network/transit.hpp"

#include <algorithm>

#include "network/support.hpp"

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
