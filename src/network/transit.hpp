#pragma once
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "network/graph.hpp"
#include "network/network.hpp"
#include "network/timetable.hpp"
#include "network/transit_feed.hpp"

namespace jingwei {

struct TransitOptions {
  TimeOfDay departure = midnight + 7 * 3'600'000;  ///< the first of the window
  Cost window = 3'600'000;  ///< departures every `step` from the first until before its end
  Cost step = 60'000;
  Cost walk_limit = 20 * 60'000;  ///< of each walk: to, between and from rides, and all the way
  std::uint32_t max_rides = 8;
  Cost change_time = 60'000;  ///< between alighting and boarding again, besides the walk
  double percentile = 50;     ///< of the departures: how many make it in the time that costs() gives, in %

  std::size_t departures() const { return (std::size_t{window} + step - 1) / step; }
};

/// Public transport by timetable, entered and left on foot: walks on the streets of `walk` and rides of the
/// feed, or a walk all the way where that is no slower. On a network for bicycles what is called a walk is
/// ridden, and the bicycle is taken along. The time of a departure runs from it to the arrival,
/// waiting included. Read-only once built, like a Network; times are exact to the millisecond and depend on
/// nothing but the two places, the departure and the options.
class TransitNetwork {
 public:
  /// Stops farther from a street than the network's snap limit are Issues, in one count those beyond all that
  /// have a street; none can get on or off there.
  /// `walk` outlives this.
  TransitNetwork(const Network& walk, const TransitFeed& feed, std::vector<Issue>& issues, Context& context);

  const Network& streets() const { return m_walk; }  ///< on which one comes to the stops
  std::size_t stops() const { return m_stops.size(); }
  std::size_t stops_reached() const { return m_stops.size() - m_unsnapped; }
  std::size_t trips() const { return m_timetable.trips(); }

  /// Calls visit(origin, times): times[d * destinations + j] at the d-th departure, `unreachable` beyond
  /// `limit`. Origins in parallel; visits of several may run at the same time. \pre window and step > 0
  void for_each_origin(std::span<const NetworkPlace> origins, std::span<const NetworkPlace> destinations,
                       const TransitOptions& options, Cost limit, Context& context,
                       const std::function<void(std::size_t, std::span<const Cost>)>& visit) const;
  /// The same of one time for each destination: that within which one arrives at `percentile` % of the
  /// departures (the nearest rank, so a time that occurs); `unreachable` where fewer make it within `limit`.
  /// \pre 0 < percentile <= 100
  void for_each_cost(std::span<const NetworkPlace> origins, std::span<const NetworkPlace> destinations,
                     const TransitOptions& options, Cost limit, Context& context,
                     const std::function<void(std::size_t, std::span<const Cost>)>& visit) const;
  /// result[i * destinations + j]: all of those times.
  std::vector<Cost> costs(std::span<const NetworkPlace> origins, std::span<const NetworkPlace> destinations,
                          const TransitOptions& options, Cost limit, Context& context) const;

  /// How one travels in that time, for pairs of an origin and a destination: the journey of the first
  /// departure that takes it; nothing where that is `unreachable`. Walks go along streets, rides straight
  /// from stop to stop; of equal arrivals the one with the shorter last walk, then from the first stop. Legs:
  /// walk or bike (named for its stop), wait (for its line), ride, transfer (to the stop; change_time is in
  /// it).
  std::vector<std::optional<Route>> journeys(std::span<const NetworkPlace> origins,
                                             std::span<const NetworkPlace> destinations,
                                             std::span<const std::pair<std::uint32_t, std::uint32_t>> pairs,
                                             const TransitOptions& options, Cost limit,
                                             Context& context) const;

 private:
  friend class TransitReach;  ///< transit_reach.hpp

  /// Between origins, stops and destinations, those within the limit of walks alone.
  struct Walks {
    Graph transfers, access, egress, on_foot;
  };
  class Journeys;

  Walks walks_of(std::span<const NetworkPlace> origins, std::span<const NetworkPlace> destinations,
                 const TransitOptions& options, Cost limit, Context& context) const;
  void for_each_origin(const Walks& walks, std::size_t destinations, const TransitOptions& options,
                       Cost limit, Context& context,
                       const std::function<void(std::size_t, std::span<const Cost>)>& visit) const;

  const Network& m_walk;
  LegMode m_on_street;  ///< how one goes to stops and from them: walk or bike
  Timetable m_timetable;
  std::vector<Point> m_stop_points;  ///< in the network's CRS
  std::vector<NetworkPlace> m_stops;
  std::vector<std::string> m_stop_names;  ///< or their ids
  std::vector<std::string> m_lines;       ///< by id of trips
  std::size_t m_unsnapped = 0;
};

/// Of times[d * destinations + j], one departure after the other: result[p * destinations + j] is that of the
/// p-th percentile. \pre 0 < percentile <= 100
std::vector<Cost> costs_at(std::span<const Cost> times, std::size_t destinations,
                           std::span<const double> percentiles);

/// How many of `count` departures are `percentile` % of them: the nearest rank, at least one.
std::size_t rank_of(std::size_t count, double percentile);

/// The smallest of the times that at least `percentile` % of them do not exceed. Reorders them.
/// \pre not empty; 0 < percentile <= 100
Cost percentile_of(std::span<Cost> times, double percentile);

}  // namespace jingwei
