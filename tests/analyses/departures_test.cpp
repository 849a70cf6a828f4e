#include "analyses/departures.hpp"

#include <random>

#include "analyses/same_results.hpp"
#include "base/error.hpp"

using namespace fixtures;

namespace {

constexpr Cost minute = 60'000;

/// The street of 12 km, and public transport along it.
struct City {
  Layer roads = streets();
  Network walk = walking(roads);
  TransitFeed feed;
  std::vector<Issue> issues;
  Context context;

  explicit City(const std::vector<Point>& stops) {
    feed.name = "bus";
    std::vector<Point> places;
    for (const Point stop : stops) places.push_back(place(stop.x, stop.y));
    const auto degrees = project(places, crs(), Crs::parse("EPSG:4326"));
    for (std::size_t i = 0; i < degrees.size(); ++i)
      feed.stops.push_back({std::to_string(i), {}, degrees[i]});
  }
  void run(std::vector<StopTime> stop_times) {
    feed.trips.push_back({0, std::move(stop_times)});
    feed.names = {{"trip", "line", 3}};
  }
  TransitNetwork timetable() { return {walk, feed, issues, context}; }

  /// Walks in milliseconds between places in metres east and north.
  std::vector<Cost> walks(const std::vector<Point>& from, const std::vector<Point>& to) {
    const auto snap = [&](const std::vector<Point>& points) {
      std::vector<Point> places;
      for (const Point p : points) places.push_back(place(p.x, p.y));
      return walk.snap(places, context);
    };
    return walk.costs(snap(from), snap(to), unreachable - 1, context);
  }
};

/// Three stops at 1, 6 and 11 km; from the first a train every ten minutes, five minutes a stop.
City line_city() {
  City city({{1000, 2000}, {6000, 2000}, {11000, 2000}});
  for (std::uint32_t run = 0; run < 12; ++run) {
    const TimeOfDay start = midnight + (7 * 60 + 10 * run) * minute;
    city.run({{0, start, start},
              {1, start + 5 * minute, start + 5 * minute},
              {2, start + 10 * minute, start + 10 * minute}});
  }
  return city;
}

}  // namespace

TEST_CASE("a journey by timetable, by hand") {
  City city = line_city();
  const TransitNetwork timetable = city.timetable();
  const Layer homes = places("homes", {{"H", {1510, 2000}}});
  const Layer sites = places("sites", {{"N", {1800, 2000}}, {"S", {10750, 2000}}, {"T", {6000, 2000}}});
  const Inputs inputs{
      {{"origins", &homes}, {"destinations", &sites}}, {{"network", &city.walk}}, {{"network", &timetable}}};
  // 510 m to the stop (6.12 min); the next full ten minutes; ten minutes on the train; 250 m (3 min). Of
  // the ten departures in ten minutes the first arrives at the platform at 7:06:07 and waits 3.88 min: it
  // boards ten minutes after it left. Boarding after 7 … 16 min, each at a tenth of the departures.
  const auto seconds = [&](const Parameters& parameters, const char* pair) {
    const Result result = run_every_way("od-matrix", inputs, parameters);
    return number(result.layer("pairs"), pair, "time_s");
  };
  CHECK(seconds({}, "H|S") == Approx((11 + 10 + 3) * 60).margin(0.01));
  CHECK(seconds({{"percentile", {"10"}}}, "H|S") == Approx((7 + 10 + 3) * 60).margin(0.01));
  CHECK(seconds({{"percentile", {"100"}}}, "H|S") == Approx((16 + 10 + 3) * 60).margin(0.01));
  CHECK(seconds({{"departure", {"7:03"}}, {"window", {"1 min"}}}, "H|S") ==
        Approx((7 + 10 + 3) * 60).margin(0.01));
  CHECK(seconds({}, "H|N") == Approx(290 * 0.72).margin(0.01));  // on foot
  const Result result = run("od-matrix", inputs, {{"percentile", {"100"}}});
  CHECK(is_null(result.layer("pairs"), "H|S", "distance_m"));
  CHECK_FALSE(has_figure(result, "mean_distance_m"));
  CHECK(figure(result, "pairs") == 3);
  // Without a ride only the near site is left, and nothing where the walk to the stop is too long.
  CHECK(figure(run("od-matrix", inputs, {{"max-rides", {"0"}}}), "pairs") == 1);
  CHECK(figure(run("od-matrix", inputs, {{"walk-limit", {"6 min"}}}), "pairs") == 1);
  // After the last train at 8:50 one walks.
  CHECK(figure(run("od-matrix", inputs, {{"departure", {"9:00"}}}), "pairs") == 1);
}

TEST_CASE("accessibility and nearest facilities go by the same times") {
  City city = line_city();
  const TransitNetwork timetable = city.timetable();
  const Layer homes = places("homes", {{"H", {1510, 2000}}, {"far", {10500, 3500}}});
  const Layer sites = places("sites", {{"N", {1800, 2000}}, {"S", {10750, 2000}}, {"T", {6000, 2000}}});
  const Inputs inputs{
      {{"origins", &homes}, {"destinations", &sites}}, {{"network", &city.walk}}, {{"network", &timetable}}};
  const Result access =
      run_every_way("accessibility", inputs, {{"limits", {"15 min", "24.1 min"}}, {"nearest", {"3"}}});
  const Layer& origins = access.layer("origins");
  CHECK(number(origins, "H", "minimum_min") == Approx(290 * 0.012).epsilon(1e-4));
  CHECK(number(origins, "H", "within_15_min_destinations") == 1);
  CHECK(number(origins, "H", "within_24.1_min_destinations") == 3);
  CHECK(is_null(origins, "far", "minimum_min"));
  CHECK(issues_of_kind(access, "unsnapped") == 1);

  const Inputs facilities{
      {{"origins", &homes}, {"facilities", &sites}}, {{"network", &city.walk}}, {{"network", &timetable}}};
  const Result nearest = run_every_way("nearest-facility", facilities, {{"count", {"3"}}});
  const Layer& pairs = nearest.layer("pairs");
  REQUIRE(pairs.rows() == 3);
  CHECK(number(pairs, "H|T", "time_min") == Approx(11 + 5).epsilon(1e-4));
  CHECK(number(pairs, "H|T", "rank") == 2);
  CHECK(number(pairs, "H|S", "time_min") == Approx(24).epsilon(1e-4));
  CHECK_THROWS_AS(run("nearest-facility", facilities, {{"lines", {"route"}}}), Error);
  CHECK(run("nearest-facility", facilities, {{"lines", {"straight"}}}).layer("lines").rows() == 1);
  // Nothing runs the other way: from the facilities one comes on foot only.
  const Result back =
      run_every_way("nearest-facility", facilities, {{"count", {"3"}}, {"travel", {"from_facility"}}});
  CHECK(back.layer("pairs").rows() == 1);
}

TEST_CASE("an analysis that does not go by timetables refuses them") {
  City city = line_city();
  const TransitNetwork timetable = city.timetable();
  const Layer homes = places("homes", {{"H", {1510, 2000}}});
  CHECK_THROWS_WITH(
      run("isochrone", {{{"origins", &homes}}, {{"network", &city.walk}}, {{"network", &timetable}}}),
      Catch::Contains("does not go by timetables"));
}

namespace {

/// Trying every trip, from every stop where it can be boarded to every one after it, ride by ride.
struct EveryTrip {
  const TransitFeed& feed;
  std::vector<Cost> to_stop, between, from_stop, on_foot;
  std::size_t stops, destinations;

  Cost time(std::size_t origin, std::size_t destination, TimeOfDay departure, const TransitOptions& options,
            Cost limit) const {
    std::vector<std::uint64_t> ready(stops, never), arrival(stops, never);
    for (std::size_t stop = 0; stop < stops; ++stop)
      if (const Cost walk = to_stop[origin * stops + stop]; walk <= options.walk_limit)
        ready[stop] = departure + std::uint64_t{walk};
    for (std::uint32_t ride = 0; ride < options.max_rides; ++ride) {
      auto arrived = arrival;
      for (const Trip& trip : feed.trips)
        for (std::size_t board = 0; board < trip.stop_times.size(); ++board) {
          if (ready[trip.stop_times[board].stop] > trip.stop_times[board].departure) continue;
          for (std::size_t alight = board + 1; alight < trip.stop_times.size(); ++alight) {
            const StopTime& at = trip.stop_times[alight];
            arrived[at.stop] = std::min<std::uint64_t>(arrived[at.stop], at.arrival);
          }
        }
      arrival = arrived;
      for (std::size_t a = 0; a < stops; ++a)
        for (std::size_t b = 0; b < stops && arrival[a] != never; ++b)
          if (const Cost walk = between[a * stops + b]; walk <= options.walk_limit)
            ready[b] = std::min(ready[b], arrival[a] + options.change_time + walk);
    }
    std::uint64_t best = unreachable;
    if (const Cost walk = on_foot[origin * destinations + destination]; walk <= options.walk_limit)
      best = walk;
    for (std::size_t stop = 0; stop < stops; ++stop)
      if (const Cost walk = from_stop[stop * destinations + destination];
          arrival[stop] != never && walk <= options.walk_limit)
        best = std::min<std::uint64_t>(best, arrival[stop] + walk - departure);
    return best <= limit ? static_cast<Cost>(best) : unreachable;
  }
};

}  // namespace

TEST_CASE("a matrix by timetable is that of trying every trip") {
  std::mt19937 random(20261124);
  const auto somewhere = [&] {
    return Point{static_cast<double>(random() % 12000), 2000.0 + random() % 200};
  };
  std::size_t by_ride = 0;
  for (int round = 0; round < 12; ++round) {
    std::vector<Point> stops(2 + random() % 8), from(6), to(7);
    for (auto* points : {&stops, &from, &to}) std::ranges::generate(*points, somewhere);
    City city(stops);
    for (std::uint32_t trip = 0; trip < 40; ++trip) {
      TimeOfDay time = midnight + static_cast<TimeOfDay>(7 * 60 + random() % 90) * minute;
      std::vector<StopTime> calls;
      for (std::uint32_t i = 0, n = 2 + random() % 4; i < n; ++i) {
        const TimeOfDay arrival = time;
        time += random() % 2 * minute;
        calls.push_back({static_cast<std::uint32_t>(random() % stops.size()), arrival, time});
        time += (1 + random() % 9) * minute;
      }
      city.run(calls);
    }
    std::vector<std::pair<const char*, Point>> homes, sites;
    const char* names[] = {"a", "b", "c", "d", "e", "f", "g"};
    for (std::size_t i = 0; i < from.size(); ++i) homes.emplace_back(names[i], from[i]);
    for (std::size_t i = 0; i < to.size(); ++i) sites.emplace_back(names[i], to[i]);
    const Layer origins = places("homes", homes), destinations = places("sites", sites);
    const TransitNetwork timetable = city.timetable();
    const Inputs inputs{{{"origins", &origins}, {"destinations", &destinations}},
                        {{"network", &city.walk}},
                        {{"network", &timetable}}};
    Departures departures;
    departures.departure = {7 * 3600 + static_cast<std::uint32_t>(random() % 30) * 60};
    departures.window = {20 * 60};
    departures.percentile = static_cast<double>(1 + random() % 100);
    departures.max_rides = static_cast<std::int64_t>(random() % 4);
    departures.walk_limit = {static_cast<double>(random() % 20) * 60};
    const Cost limit = 60 * minute;
    const Result result = run("od-matrix", inputs,
                              {{"departure", {to_text(departures.departure)}},
                               {"window", {to_text(departures.window)}},
                               {"percentile", {to_text(departures.percentile)}},
                               {"max-rides", {std::to_string(departures.max_rides)}},
                               {"walk-limit", {to_text(departures.walk_limit)}}});
    const TransitOptions options = transit_options(departures);
    const EveryTrip oracle{city.feed,
                           city.walks(from, stops),
                           city.walks(stops, stops),
                           city.walks(stops, to),
                           city.walks(from, to),
                           stops.size(),
                           to.size()};
    std::size_t pairs = 0;
    for (std::size_t i = 0; i < from.size(); ++i)
      for (std::size_t j = 0; j < to.size(); ++j) {
        std::vector<Cost> times;
        for (std::uint32_t d = 0; d < 20; ++d)
          times.push_back(oracle.time(i, j, options.departure + d * minute, options, limit));
        std::ranges::sort(times);
        // The nearest rank: the first time that so many per cent of the twenty do not exceed.
        std::size_t rank = 0;
        while (100.0 * static_cast<double>(rank + 1) < departures.percentile * 20) ++rank;
        if (times[rank] == unreachable) continue;
        ++pairs;
        by_ride += times[rank] < city.walks({from[i]}, {to[j]}).front() ? 1 : 0;
        CHECK(number(result.layer("pairs"), format("{}|{}", names[i], names[j]), "time_s") ==
              times[rank] / 1000.0);
      }
    CHECK(result.layer("pairs").rows() == pairs);
  }
  CHECK(by_ride > 50);
}
