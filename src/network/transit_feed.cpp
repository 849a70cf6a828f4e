#include "network/transit_feed.hpp"

#include <cmath>
#include <numeric>

#include "geometry/geodesic.hpp"

namespace jingwei {
namespace {

/// Metres from the first stop along straight ways.
std::vector<double> chainages_m(std::span<const StopCall> calls, std::span<const TransitStop> stops) {
  const Geodesic earth(Crs::parse("EPSG:4326"));
  std::vector<double> chainages{0};
  for (std::size_t i = 1; i < calls.size(); ++i)
    chainages.push_back(chainages.back() +
                        earth.distance_m(stops[calls[i - 1].stop].place, stops[calls[i].stop].place));
  return chainages;
}

/// Times at the stops between two that have them.
void interpolate(std::span<StopTime> times, std::span<const double> chainages) {
  const StopTime &from = times.front(), &to = times.back();
  const double length = chainages.back() - chainages.front();
  for (std::size_t i = 1; i + 1 < times.size(); ++i) {
    const double share = length > 0 ? (chainages[i] - chainages.front()) / length
                                    : static_cast<double>(i) / static_cast<double>(times.size() - 1);
    times[i].arrival = times[i].departure =
        from.departure + static_cast<TimeOfDay>(std::llround(share * (to.arrival - from.departure)));
  }
}

}  // namespace

void add_feed(TransitFeed& all, TransitFeed more) {
  const auto first_stop = static_cast<std::uint32_t>(all.stops.size());
  const auto first_name = static_cast<std::uint32_t>(all.names.size());
  for (Trip& trip : more.trips) {
    trip.id += first_name;
    for (StopTime& at : trip.stop_times) at.stop += first_stop;
    all.trips.push_back(std::move(trip));
  }
  all.stops.insert(all.stops.end(), more.stops.begin(), more.stops.end());
  all.names.insert(all.names.end(), more.names.begin(), more.names.end());
}

std::optional<std::vector<StopTime>> complete_times(std::span<const StopCall> calls,
                                                    std::span<const TransitStop> stops) {
  std::vector<StopTime> times;
  std::vector<std::size_t> timed;
  for (const StopCall& call : calls) {
    const auto arrival = call.arrival ? call.arrival : call.departure;
    const auto departure = call.departure ? call.departure : call.arrival;
    times.push_back({call.stop, arrival.value_or(0), departure.value_or(0), call.calling});
    if (!arrival) continue;
    if (*arrival > *departure) return std::nullopt;
    if (!timed.empty() && times[timed.back()].departure > *arrival) return std::nullopt;
    timed.push_back(times.size() - 1);
  }
  if (timed.empty() || timed.front() != 0 || timed.back() + 1 != times.size()) return std::nullopt;
  if (timed.size() == times.size()) return times;
  const auto chainages = chainages_m(calls, stops);
  for (std::size_t i = 1; i < timed.size(); ++i) {
    const std::size_t first = timed[i - 1], count = timed[i] - first + 1;
    interpolate(std::span(times).subspan(first, count), std::span(chainages).subspan(first, count));
  }
  return times;
}

std::vector<StopTime> starting_at(std::span<const StopTime> stop_times, TimeOfDay departure) {
  const TimeOfDay start = stop_times.front().departure;
  std::vector<StopTime> moved(stop_times.begin(), stop_times.end());
  for (StopTime& at : moved) {
    at.arrival = at.arrival < start && departure < start - at.arrival ? 0 : at.arrival - start + departure;
    at.departure = at.departure - start + departure;
  }
  return moved;
}

}  // namespace jingwei
