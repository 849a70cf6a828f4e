#pragma once
// Public transport as plainly as it can be searched: every trip, every place to board it and to leave it.
#include <algorithm>
#include <vector>

#include "network/graph.hpp"
#include "network/raptor.hpp"

namespace jingwei::testing {

/// Round by round: when each of the stops is reached by rides. `walks` lead between stops.
inline std::vector<TimeOfDay> arrivals_of_trips(std::uint32_t stops, const std::vector<Trip>& trips,
                                                const std::vector<Arc>& walks,
                                                const std::vector<Seed>& access, TimeOfDay departure,
                                                const RaptorOptions& options) {
  std::vector<std::uint64_t> ready(stops, never), arrival(stops, never);
  for (const Seed& seed : access)
    if (seed.cost <= options.limit)
      ready[seed.node] = std::min<std::uint64_t>(ready[seed.node], std::uint64_t{departure} + seed.cost);
  const std::uint64_t latest = std::uint64_t{departure} + options.limit;
  for (std::uint32_t round = 0; round < options.max_rides; ++round) {
    auto arrived = arrival;
    for (const Trip& trip : trips)
      for (std::size_t board = 0; board < trip.stop_times.size(); ++board) {
        const StopTime& from = trip.stop_times[board];
        if (from.calling == Calling::alight_only || from.calling == Calling::passes) continue;
        if (ready[from.stop] > from.departure) continue;
        for (std::size_t alight = board + 1; alight < trip.stop_times.size(); ++alight) {
          const StopTime& to = trip.stop_times[alight];
          if (to.calling == Calling::board_only || to.calling == Calling::passes) continue;
          if (to.arrival <= latest) arrived[to.stop] = std::min<std::uint64_t>(arrived[to.stop], to.arrival);
        }
      }
    arrival = arrived;
    for (std::uint32_t stop = 0; stop < stops; ++stop)
      if (arrival[stop] != never) ready[stop] = std::min(ready[stop], arrival[stop] + options.change_time);
    for (const Arc& walk : walks)
      if (arrival[walk.tail] != never)
        ready[walk.head] = std::min(ready[walk.head], arrival[walk.tail] + options.change_time + walk.cost);
  }
  return {arrival.begin(), arrival.end()};
}

}  // namespace jingwei::testing
