#pragma once
#include <functional>
#include <span>
#include <vector>

#include "network/network.hpp"
#include "network/raptor.hpp"
#include "network/transit_feed.hpp"

namespace jingwei {

struct TransitOptions {
  TimeOfDay departure = midnight + 7 * 3'600'000;  ///< the first of the window
  Cost window = 3'600'000;  ///< departures every `step` from the first until before its end
  Cost step = 60'000;
  Cost walk_limit = 20 * 60'000;  ///< of each walk: to the first stop, between two rides, from the last stop
  std::uint32_t max_rides = 8;
  Cost change_time = 60'000;  ///< between alighting and boarding again, besides the walk

  std::size_t departures() const { return (std::size_t{window} + step - 1) / step; }
};

/// Public transport by timetable, entered and left on foot: walks on the streets of `walk` and rides of the
/// feed, or a walk all the way where that is no slower. The time of a departure runs from it to the arrival,
/// waiting included. Read-only once built, like a Network; times are exact to the millisecond and depend on
/// nothing but the two places and the departure.
class TransitNetwork {
 public:
  /// Stops farther from a street than the network's snap limit are Issues; none can get on or off there.
  /// `walk` outlives this. \pre window and step > 0.
  TransitNetwork(const Network& walk, const TransitFeed& feed, const TransitOptions& options,
                 std::vector<Issue>& issues, Context& context);

  const TransitOptions& options() const { return m_options; }
  std::size_t stops_reached() const { return m_stops.size() - m_unsnapped; }

  /// Calls visit(origin, times): times[d * destinations + j] at the d-th departure, `unreachable` beyond
  /// `limit`. Origins in parallel; visits of several may run at the same time.
  void for_each_origin(std::span<const NetworkPlace> origins, std::span<const NetworkPlace> destinations,
                       Cost limit, Context& context,
                       const std::function<void(std::size_t, std::span<const Cost>)>& visit) const;

  /// result[i * destinations + j]: the time within which one arrives at `percentile` % of the departures (the
  /// nearest rank, so a time that occurs); `unreachable` where fewer make it within `limit`. \pre 0 <
  /// percentile <= 100
  std::vector<Cost> costs(std::span<const NetworkPlace> origins, std::span<const NetworkPlace> destinations,
                          double percentile, Cost limit, Context& context) const;

 private:
  const Network& m_walk;
  TransitOptions m_options;
  Timetable m_timetable;
  std::vector<NetworkPlace> m_stops;
  std::size_t m_unsnapped = 0;
  Graph m_transfers;
};

/// The smallest of the times that at least `percentile` % of them do not exceed. Reorders them.
/// \pre not empty; 0 < percentile <= 100
Cost percentile_of(std::span<Cost> times, double percentile);

}  // namespace jingwei
