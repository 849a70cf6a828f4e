#include "analyses/departures.hpp"

#include <random>

#include "analyses/same_results.hpp"
#include "analyses/transit_city.hpp"

using namespace fixtures;

TEST_CASE("a journey by timetable, by hand") {
  City city = line_city();
  const TransitNetwork timetable = city.timetable();
  const Layer homes = places("homes", {{"H", {1510, 2000}}});
  const Layer sites = places("sites", {{"N", {1800, 2000}}, {"S", {10750, 2000}}, {"T", {6000, 2000}}});
  const Inputs inputs{
      {{"origins", &homes}, {"destinations", &sites}}, {{"network", &city.walk}}, {&timetable}};
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
      {{"origins", &homes}, {"destinations", &sites}}, {{"network", &city.walk}}, {&timetable}};
  const Result access =
      run_every_way("accessibility", inputs, {{"limits", {"15 min", "24.1 min"}}, {"nearest", {"3"}}});
  const Layer& origins = access.layer("origins");
  CHECK(number(origins, "H", "minimum_min") == Approx(290 * 0.012).epsilon(1e-4));
  CHECK(number(origins, "H", "within_15_min_destinations") == 1);
  CHECK(number(origins, "H", "within_24.1_min_destinations") == 3);
  CHECK(is_null(origins, "far", "minimum_min"));
  CHECK(issues_of_kind(access, "unsnapped") == 1);

  const Inputs facilities{
      {{"origins", &homes}, {"facilities", &sites}}, {{"network", &city.walk}}, {&timetable}};
  const Result nearest = run_every_way("nearest-facility", facilities, {{"count", {"3"}}});
  const Layer& pairs = nearest.layer("pairs");
  REQUIRE(pairs.rows() == 3);
  CHECK(number(pairs, "H|T", "time_min") == Approx(11 + 5).epsilon(1e-4));
  CHECK(number(pairs, "H|T", "rank") == 2);
  CHECK(number(pairs, "H|S", "time_min") == Approx(24).epsilon(1e-4));
  CHECK(run("nearest-facility", facilities, {{"lines", {"straight"}}}).layer("lines").rows() == 1);
  // Nothing runs the other way: from the facilities one comes on foot only.
  const Result back =
      run_every_way("nearest-facility", facilities, {{"count", {"3"}}, {"travel", {"from_facility"}}});
  CHECK(back.layer("pairs").rows() == 1);
}

TEST_CASE("isochrones and service areas by timetable, by hand") {
  City city = line_city();
  const TransitNetwork timetable = city.timetable();
  const Layer homes = places("homes", {{"H", {1510, 2000}}});
  const Inputs inputs{{{"origins", &homes}}, {{"network", &city.walk}}, {&timetable}};
  const auto length = [&](const Parameters& parameters) {
    const Result result = run_every_way("isochrone", inputs, parameters);
    return result.layer("edges")["length_m"].number(0);
  };
  // At 7:00: the train of 7:10 is at 6 km at 7:15, at 11 km at 7:20. In 20 min one walks up to 3,176.7 m (all
  // of the street on this side, as 1 510 m is 18.1 min), or 5 min around the second stop.
  CHECK(length({{"times", {"20 min"}}, {"window", {"1 min"}}}) ==
        Approx(1510 + 5000 / 3.0 + 2 * 1250 / 3.0).epsilon(1e-5));
  // In 22 min two minutes are left at the third; the walk all the way is at most the walk limit.
  CHECK(length({{"times", {"22 min"}}, {"window", {"1 min"}}}) ==
        Approx(1510 + 5000 / 3.0 + 2 * 1750 / 3.0 + 2 * 500 / 3.0).epsilon(1e-5));
  CHECK(length({{"times", {"22 min"}}, {"window", {"1 min"}}, {"walk-limit", {"7 min"}}}) ==
        Approx(2 * (7 + 7 + 2) * 250 / 3.0).epsilon(1e-5));
  // One boards 7 … 16 min after the departure, a tenth of the departures each: at 51 % after 12 min, which
  // leaves three at the second stop; at 100 % the ride takes too long.
  CHECK(length({{"times", {"20 min"}}, {"percentile", {"51"}}}) ==
        Approx(1510 + 5000 / 3.0 + 2 * 750 / 3.0).epsilon(1e-4));
  CHECK(length({{"times", {"20 min"}}, {"percentile", {"100"}}}) == Approx(1510 + 5000 / 3.0).epsilon(1e-5));
  // Towards facilities at the third and second stop, leaving at 7:15, by 7:40.
  const Layer sites = places("sites", {{"S", {11000, 2000}}, {"T", {6000, 2000}}});
  const Inputs facilities{{{"facilities", &sites}}, {{"network", &city.walk}}, {&timetable}};
  const Parameters at{{"times", {"25 min"}}, {"departure", {"7:15"}}, {"window", {"1 min"}}};
  const Result each = run_every_way("service-area", facilities, at);
  // The train of 7:30 at the first stop leaves 15 min to walk there (the street ends after 1 km), that of
  // 7:35 at the second 20 min; on foot all the way it is 20 min, and 1 km to the other end of the street.
  const double around_first = 1000 + 15 * 250 / 3.0, around_second = 2 * 5000 / 3.0,
               around_third = 1000 + 5000 / 3.0;
  CHECK(number(each.layer("edges"), "S@25 min", "length_m") ==
        Approx(around_first + around_second + around_third).epsilon(1e-5));
  CHECK(number(each.layer("edges"), "T@25 min", "length_m") ==
        Approx(around_first + around_second).epsilon(1e-5));
  CHECK_THROWS_WITH(run("service-area", facilities, {{"merge", {"nearest"}}}),
                    Catch::Contains("merge: nearest does not go by timetables"));
  const Result all = run_every_way(
      "service-area", facilities,
      {{"times", {"25 min"}}, {"departure", {"7:15"}}, {"window", {"1 min"}}, {"merge", {"all"}}});
  CHECK(number(all.layer("edges"), "25 min", "length_m") ==
        Approx(around_first + around_second + around_third).epsilon(1e-5));
}

TEST_CASE("an analysis that does not go by timetables refuses them") {
  City city = line_city();
  const TransitNetwork timetable = city.timetable();
  CHECK_THROWS_WITH(run("centrality", {{}, {{"network", &city.walk}}, {&timetable}}),
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

/// Legs follow one another, add up, and rides are runs of the timetable.
void check_legs(const City& city, const Result& routes, const Departures& departures) {
  const Layer &lines = routes.layer("lines"), &legs = routes.layer("legs");
  std::size_t leg = 0;
  for (std::size_t line = 0; line < lines.rows(); ++line) {
    double time_min = 0, distance_m = 0, rides = 0;
    std::string now = lines["departs"].as_text(line);
    for (; leg < legs.rows() && legs["pair_id"].as_text(leg) == lines["pair_id"].as_text(line); ++leg) {
      time_min += legs["time_min"].number(leg);
      distance_m += legs["distance_m"].number(leg);
      CHECK(legs["departs"].as_text(leg) == now);
      now = legs["arrives"].as_text(leg);
      const std::string mode = legs["mode"].as_text(leg);
      if (mode == "walk" || mode == "transfer")
        CHECK(legs["time_min"].number(leg) <=
              departures.when.walk_limit.s / 60 + (mode == "transfer" ? 1 : 0));
      if (mode != "ride") continue;
      ++rides;
      const auto is_run = [&](const Trip& trip) {
        const auto& calls = trip.stop_times;
        for (std::size_t board = 0; board < calls.size(); ++board)
          for (std::size_t alight = board + 1; alight < calls.size(); ++alight)
            if (city.feed.stops[calls[board].stop].id == legs["from_stop"].as_text(leg) &&
                city.feed.stops[calls[alight].stop].id == legs["to_stop"].as_text(leg) &&
                to_text(ClockTime{(calls[board].departure - midnight) / 1000}) ==
                    legs["departs"].as_text(leg) &&
                to_text(ClockTime{(calls[alight].arrival - midnight) / 1000}) == now)
              return true;
        return false;
      };
      CHECK(std::ranges::any_of(city.feed.trips, is_run));
    }
    CHECK(time_min == Approx(lines["time_min"].number(line)));
    CHECK(distance_m == Approx(lines["distance_m"].number(line)));
    CHECK(rides == lines["rides"].number(line));
    CHECK(rides <= static_cast<double>(departures.when.max_rides));
    CHECK(now == lines["arrives"].as_text(line));
  }
  CHECK(leg == legs.rows());
}

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
    const Inputs inputs{
        {{"origins", &origins}, {"destinations", &destinations}}, {{"network", &city.walk}}, {&timetable}};
    Departures departures;
    departures.when.departure = {7 * 3600 + static_cast<std::uint32_t>(random() % 30) * 60};
    departures.when.window = {20 * 60};
    departures.percentile = static_cast<double>(1 + random() % 100);
    departures.when.max_rides = static_cast<std::int64_t>(random() % 4);
    departures.when.walk_limit = {static_cast<double>(random() % 20) * 60};
    const Cost limit = 60 * minute;
    const Result result = run("od-matrix", inputs,
                              {{"departure", {to_text(departures.when.departure)}},
                               {"window", {to_text(departures.when.window)}},
                               {"percentile", {to_text(departures.percentile)}},
                               {"max-rides", {std::to_string(departures.when.max_rides)}},
                               {"walk-limit", {to_text(departures.when.walk_limit)}}});
    const TransitOptions options = transit_options(departures);
    const EveryTrip oracle{city.feed,
                           city.walks(from, stops),
                           city.walks(stops, stops),
                           city.walks(stops, to),
                           city.walks(from, to),
                           stops.size(),
                           to.size()};
    const Result routes = run("route", inputs,
                              {{"pairs", {"all"}},
                               {"max-time", {"60 min"}},
                               {"departure", {to_text(departures.when.departure)}},
                               {"window", {to_text(departures.when.window)}},
                               {"percentile", {to_text(departures.percentile)}},
                               {"max-rides", {std::to_string(departures.when.max_rides)}},
                               {"walk-limit", {to_text(departures.when.walk_limit)}}});
    check_legs(city, routes, departures);
    std::size_t pairs = 0;
    for (std::size_t i = 0; i < from.size(); ++i)
      for (std::size_t j = 0; j < to.size(); ++j) {
        std::vector<Cost> times;
        for (std::uint32_t d = 0; d < 20; ++d)
          times.push_back(oracle.time(i, j, options.departure + d * minute, options, limit));
        const std::vector<Cost> unsorted = times;
        std::ranges::sort(times);
        // The nearest rank: the first time that so many per cent of the twenty do not exceed.
        std::size_t rank = 0;
        while (100.0 * static_cast<double>(rank + 1) < departures.percentile * 20) ++rank;
        if (times[rank] == unreachable) continue;
        ++pairs;
        by_ride += times[rank] < city.walks({from[i]}, {to[j]}).front() ? 1 : 0;
        CHECK(number(result.layer("pairs"), format("{}|{}", names[i], names[j]), "time_s") ==
              times[rank] / 1000.0);
        const std::string pair = format("{}|{}", names[i], names[j]);
        const auto shown =
            static_cast<std::uint32_t>(std::ranges::find(unsorted, times[rank]) - unsorted.begin());
        const Layer& lines = routes.layer("lines");
        CHECK(number(lines, pair, "time_min") == times[rank] / 60000.0);
        CHECK(text(lines, pair, "departs") == to_text(ClockTime{departures.when.departure.s + shown * 60}));
      }
    CHECK(result.layer("pairs").rows() == pairs);
    CHECK(routes.layer("lines").rows() == pairs);
  }
  CHECK(by_ride > 50);
}
