#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/quantity.hpp"
#include "geometry/wkb.hpp"
#include "network/timetable.hpp"

namespace jingwei {

struct TransitStop {
  std::string id;
  std::string name;
  Point place;  ///< longitude, latitude in degrees (WGS 84)
};

/// What a trip is called.
struct TripName {
  std::string trip_id;
  std::string route;   ///< the route's short name, else its long name, else its id
  int route_type = 3;  ///< of GTFS: 0 tram, 1 metro, 2 rail, 3 bus, 4 ferry …
};

/// Public transport on one day: what a GTFS feed or tables of lines say of it.
struct TransitFeed {
  std::string name;                ///< for issues
  std::vector<TransitStop> stops;  ///< by id
  std::vector<Trip> trips;         ///< their stops are numbers of stops, their ids numbers of names
  std::vector<TripName> names;
};

/// Adds the stops and trips of another feed.
void add_feed(TransitFeed& all, TransitFeed more);

/// A stop of a trip before its times are complete.
struct StopCall {
  std::uint32_t stop = 0;
  std::optional<TimeOfDay> arrival, departure;
  Calling calling = Calling::both;
};

/// The calls with all their times: a stop with one of the two has the other alike; between stops with times,
/// those without are passed at one speed along the straight ways between stops (GTFS leaves this to the
/// reader). Nothing where the first or last has no time, or times fall.
std::optional<std::vector<StopTime>> complete_times(std::span<const StopCall> calls,
                                                    std::span<const TransitStop> stops);

/// The trip run again with its first departure at this time. \pre it has stop times; no time before 0
/// results.
std::vector<StopTime> starting_at(std::span<const StopTime> stop_times, TimeOfDay departure);

}  // namespace jingwei
