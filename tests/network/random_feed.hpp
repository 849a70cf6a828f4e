#pragma once
#include "network/metre_city.hpp"
#include "network/transit_feed.hpp"

namespace jingwei::testing {

/// Stops at random in the town, and runs between them that take some seconds.
inline TransitFeed random_feed(MetreCity& city, TimeOfDay from) {
  TransitFeed feed;
  std::vector<Point> points;
  for (int i = 0; i < 8; ++i) points.push_back(city.point(city.random_place()));
  const auto degrees = project(points, metre_plane(), Crs::parse("EPSG:4326"));
  for (std::size_t i = 0; i < degrees.size(); ++i) feed.stops.push_back({std::to_string(i), {}, degrees[i]});
  auto& random = city.random();
  for (std::uint32_t trip = 0; trip < 40; ++trip) {
    TimeOfDay time = from + random() % 60 * 1000;
    std::vector<StopTime> calls;
    for (std::uint32_t i = 0, n = 2 + random() % 3; i < n; ++i) {
      const TimeOfDay arrival = time;
      time += random() % 2 * 1000;
      const auto calling = random() % 5 ? Calling::both : static_cast<Calling>(random() % 4);
      calls.push_back({static_cast<std::uint32_t>(random() % feed.stops.size()), arrival, time, calling});
      time += (1 + random() % 8) * 1000;
    }
    feed.trips.push_back({0, std::move(calls)});
  }
  feed.names = {{"trip", "line", 3}};
  return feed;
}

}  // namespace jingwei::testing
