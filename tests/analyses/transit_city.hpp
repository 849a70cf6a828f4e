#pragma once
// Public transport along the street of the fixtures.
#include "analyses/fixtures.hpp"
#include "network/transit.hpp"

namespace fixtures {

inline constexpr Cost minute = 60'000;

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
inline City line_city() {
  City city({{1000, 2000}, {6000, 2000}, {11000, 2000}});
  for (std::uint32_t run = 0; run < 12; ++run) {
    const TimeOfDay start = midnight + (7 * 60 + 10 * run) * minute;
    city.run({{0, start, start},
              {1, start + 5 * minute, start + 5 * minute},
              {2, start + 10 * minute, start + 10 * minute}});
  }
  return city;
}

}  // namespace fixtures
