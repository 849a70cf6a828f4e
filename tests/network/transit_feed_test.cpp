#include "network/transit_feed.hpp"

#include <catch2/catch.hpp>

using namespace jingwei;

TEST_CASE("feeds together keep their stops, trips and names apart") {
  TransitFeed all;
  all.name = "all";
  all.stops = {{"a", {}, {}}};
  all.trips = {{0, {{0, 1, 1}, {0, 2, 2}}}};
  all.names = {{"t", "1", 3}};
  TransitFeed more;
  more.name = "more";
  more.stops = {{"a", "other", {}}, {"b", {}, {}}};
  more.trips = {{0, {{1, 5, 5}, {0, 6, 6}}}};
  more.names = {{"u", "2", 1}};
  add_feed(all, more);
  CHECK(all.name == "all");
  REQUIRE(all.stops.size() == 3);
  CHECK(all.stops[1].name == "other");
  REQUIRE(all.trips.size() == 2);
  CHECK(all.trips[0].stop_times[0].stop == 0);
  CHECK(all.names[all.trips[1].id].trip_id == "u");
  CHECK(all.trips[1].stop_times[0].stop == 2);
  CHECK(all.trips[1].stop_times[1].stop == 1);
}
