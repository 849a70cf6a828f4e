#include "network/timetable.hpp"

#include <catch2/catch.hpp>

using namespace jingwei;

TEST_CASE("trips of one stop sequence share a pattern unless one overtakes another") {
  // 0 and 1 run behind each other; 2 starts between them and ends before both; 3 turns round.
  const std::vector<Trip> trips{{0, {{0, 0, 0}, {1, 50, 50}}},
                                {1, {{0, 20, 20}, {1, 70, 70}}},
                                {2, {{0, 10, 10}, {1, 30, 30}}},
                                {3, {{1, 0, 0}, {0, 50, 50}}}};
  const Timetable timetable(2, trips);
  REQUIRE(timetable.patterns() == 3);
  CHECK(timetable.trips() == 4);
  CHECK(timetable.end_trip(0) - timetable.first_trip(0) == 2);
  CHECK(timetable.id_of(timetable.first_trip(0)) == 0);
  CHECK(timetable.id_of(timetable.first_trip(0) + 1) == 1);
  CHECK(timetable.id_of(timetable.first_trip(1)) == 2);
  CHECK(timetable.id_of(timetable.first_trip(2)) == 3);
  CHECK(timetable.times(0, 1, 1).arrival == 70);
  CHECK(timetable.places_of(0).size() == 3);
  CHECK(timetable.places_of(0)[2].position == 1);
}

TEST_CASE("a stop where one may only alight makes another pattern") {
  const std::vector<Trip> trips{{0, {{0, 0, 0}, {1, 5, 5}}},
                                {1, {{0, 1, 1}, {1, 6, 6, Calling::alight_only}}}};
  const Timetable timetable(2, trips);
  CHECK(timetable.patterns() == 2);
}

TEST_CASE("the earliest trip leaves at or after the time") {
  std::vector<Trip> trips;
  for (std::uint32_t i = 0; i < 5; ++i)
    trips.push_back({i, {{0, 10 * i, 10 * i}, {1, 10 * i + 5, 10 * i + 5}}});
  const Timetable timetable(2, trips);
  REQUIRE(timetable.patterns() == 1);
  CHECK(timetable.earliest_trip(0, 0, 0, 5) == 0);
  CHECK(timetable.earliest_trip(0, 0, 20, 5) == 2);
  CHECK(timetable.earliest_trip(0, 0, 21, 5) == 3);
  CHECK(timetable.earliest_trip(0, 0, 21, 3) == 3);  // none before the third
  CHECK(timetable.earliest_trip(0, 0, 41, 5) == 5);
  CHECK(timetable.earliest_trip(0, 1, 45, 5) == 4);
}
