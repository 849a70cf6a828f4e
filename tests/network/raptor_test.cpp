#include "network/raptor.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "network/trip_oracle.hpp"

using namespace jingwei;
using namespace jingwei::testing;

namespace {

constexpr Cost minute = 60'000;

struct City {
  std::uint32_t stops = 0;
  std::vector<Trip> trips;
  std::vector<Arc> walks;
};

/// Lines with stops at random (some called at twice), trips that may overtake, calls of every kind, times on
/// a coarse grid so that ties abound.
City random_city(std::mt19937& random) {
  City city;
  city.stops = 1 + random() % 12;
  const std::uint32_t lines = random() % 6;
  for (std::uint32_t line = 0; line < lines; ++line) {
    std::vector<std::pair<std::uint32_t, Calling>> sequence;
    for (std::uint32_t i = 0, n = 1 + random() % 6; i < n; ++i)
      sequence.emplace_back(random() % city.stops,
                            random() % 4 ? Calling::both : static_cast<Calling>(random() % 4));
    for (std::uint32_t run = 0, n = random() % 5; run < n; ++run) {
      Trip trip{static_cast<std::uint32_t>(city.trips.size()), {}};
      TimeOfDay time = midnight + random() % 60 * minute;
      for (const auto& [stop, calling] : sequence) {
        const TimeOfDay arrival = time;
        time += random() % 3 * minute;
        trip.stop_times.push_back({stop, arrival, time, calling});
        time += random() % 5 * minute;
      }
      city.trips.push_back(std::move(trip));
    }
  }
  for (std::uint32_t i = 0, n = random() % 10; i < n; ++i)
    city.walks.push_back({static_cast<std::uint32_t>(random() % city.stops),
                          static_cast<std::uint32_t>(random() % city.stops),
                          static_cast<Cost>(random() % 10 * minute)});
  return city;
}

std::vector<TimeOfDay> oracle(const City& city, const std::vector<Seed>& access, TimeOfDay departure,
                              const RaptorOptions& options) {
  return arrivals_of_trips(city.stops, city.trips, city.walks, access, departure, options);
}

std::vector<Seed> random_access(std::mt19937& random, std::uint32_t stops) {
  std::vector<Seed> access;
  for (std::uint32_t i = 0, n = random() % 3; i < n; ++i)
    access.push_back(
        {static_cast<std::uint32_t>(random() % stops), static_cast<Cost>(random() % 12 * minute)});
  return access;
}

RaptorOptions random_options(std::mt19937& random) {
  return {random() % 2 ? unreachable - 1 : static_cast<Cost>(random() % 50 * minute),
          static_cast<std::uint32_t>(random() % 5), static_cast<Cost>(random() % 3 * minute)};
}

/// Its legs follow one another as the timetable runs, and end at the stop when the search says.
void check_journey(const City& city, const Timetable& timetable, const std::vector<Seed>& access,
                   TimeOfDay departure, const RaptorOptions& options, const Raptor& raptor,
                   std::uint32_t stop) {
  const auto legs = raptor.journey(stop);
  REQUIRE_FALSE(legs.empty());
  CHECK(legs.size() <= options.max_rides);
  TimeOfDay arrived = 0;
  std::uint32_t at = 0;
  for (std::size_t i = 0; i < legs.size(); ++i) {
    const RideLeg& leg = legs[i];
    const Trip& trip = city.trips[timetable.id_of(leg.trip)];
    REQUIRE(leg.board_position < leg.alight_position);
    const StopTime &from = trip.stop_times[leg.board_position], &to = trip.stop_times[leg.alight_position];
    Cost walk = unreachable;
    if (i == 0) {
      for (const Seed& seed : access)
        if (seed.node == from.stop) walk = std::min(walk, seed.cost);
      CHECK(leg.ready == departure + walk);
    } else {
      if (at == from.stop) walk = 0;
      for (const Arc& arc : city.walks)
        if (arc.tail == at && arc.head == from.stop) walk = std::min(walk, arc.cost);
      CHECK(leg.ready == arrived + options.change_time + walk);
    }
    CHECK(leg.ready <= from.departure);
    arrived = to.arrival;
    at = to.stop;
  }
  CHECK(at == stop);
  CHECK(arrived == raptor.arrival(stop));
}

}  // namespace

TEST_CASE("arrivals agree with trying every trip, at every departure, and each has its journey") {
  std::mt19937 random(20260214);
  std::size_t reached = 0;
  for (int round = 0; round < 1500; ++round) {
    const City city = random_city(random);
    const Timetable timetable(city.stops, city.trips);
    const Graph walks = graph_of(city.stops, city.walks);
    const RaptorOptions options = random_options(random);
    const auto access = random_access(random, city.stops);
    Raptor range(timetable, walks, options), single(timetable, walks, options);
    for (int step = 30; step-- > 0;) {
      const TimeOfDay departure = midnight + static_cast<TimeOfDay>(step) * 2 * minute;
      const auto expected = oracle(city, access, departure, options);
      std::vector<TimeOfDay> before;
      for (std::uint32_t stop = 0; stop < city.stops; ++stop)
        before.push_back(step == 29 ? never : range.arrival(stop));
      range.run(access, departure);
      const auto improved = range.improved();
      single.restart();
      single.run(access, departure);
      for (std::uint32_t stop = 0; stop < city.stops; ++stop) {
        REQUIRE(range.arrival(stop) == expected[stop]);
        REQUIRE(single.arrival(stop) == expected[stop]);
        if (expected[stop] < before[stop]) REQUIRE(std::count(improved.begin(), improved.end(), stop) > 0);
        if (expected[stop] == never) continue;
        ++reached;
        if (step % 10 == 0) check_journey(city, timetable, access, departure, options, single, stop);
      }
    }
  }
  CHECK(reached > 10'000);
}

TEST_CASE("the order of trips and of walks doesn't matter") {
  std::mt19937 random(20260215);
  for (int round = 0; round < 100; ++round) {
    City city = random_city(random);
    const auto access = random_access(random, city.stops);
    const RaptorOptions options = random_options(random);
    const auto outcome = [&] {
      const Timetable timetable(city.stops, city.trips);
      const Graph walks = graph_of(city.stops, city.walks);
      Raptor raptor(timetable, walks, options);
      raptor.run(access, midnight);
      std::vector<std::uint32_t> told;
      for (std::uint32_t stop = 0; stop < city.stops; ++stop) {
        told.push_back(raptor.arrival(stop));
        if (told.back() == never) continue;
        for (const RideLeg& leg : raptor.journey(stop)) {
          told.push_back(timetable.id_of(leg.trip));
          told.push_back(leg.board_position);
          told.push_back(leg.alight_position);
        }
      }
      return told;
    };
    const auto before = outcome();
    std::shuffle(city.trips.begin(), city.trips.end(), random);
    std::shuffle(city.walks.begin(), city.walks.end(), random);
    CHECK(outcome() == before);
  }
}

TEST_CASE("one may walk on from a ride that arrives later than the walk from another") {
  // Line A calls at 0 and 1, line B at 0 and 2; 1 is 1 min from 2, and 3 is 5 min from 2 but not from 1.
  const std::vector<Trip> trips{{0, {{0, 0, 0}, {1, 10 * minute, 10 * minute}}},
                                {1, {{0, 0, 0}, {2, 12 * minute, 12 * minute}}},
                                {2, {{3, 20 * minute, 20 * minute}, {4, 30 * minute, 30 * minute}}}};
  const Timetable timetable(5, trips);
  const Graph walks = graph_of(5, std::vector<Arc>{{1, 2, minute}, {2, 3, 5 * minute}});
  Raptor raptor(timetable, walks, {});
  raptor.run(std::vector<Seed>{{0, 0}}, 0);
  CHECK(raptor.arrival(2) == 12 * minute);
  CHECK(raptor.arrival(4) == 30 * minute);
  CHECK(raptor.arrival(3) == never);  // reached on foot only
}

TEST_CASE("a timetable without stops, without trips, or with trips of one stop has no journeys") {
  CHECK(Timetable(0, {}).patterns() == 0);
  const std::vector<Trip> lonely{{0, {{0, 5, 5}}}};
  const Timetable timetable(1, lonely);
  CHECK(timetable.trips() == 0);
  const Graph walks = graph_of(1, {});
  Raptor raptor(timetable, walks, {});
  raptor.run(std::vector<Seed>{{0, 0}}, 0);
  CHECK(raptor.arrival(0) == never);
}
