#pragma once
#include "analyses/description.hpp"
#include "base/clock_time.hpp"
#include "base/quantity.hpp"
#include "network/transit.hpp"

namespace jingwei {

/// When and how one travels where the network carries a timetable: a part of the Options of the analyses that
/// take one, with the names that r5r gives them.
struct Departures {
  ClockTime departure{7 * 3600};
  Duration window{3600};
  double percentile = 50;
  std::int64_t max_rides = 8;
  Duration walk_limit{20 * 60};
};

/// The parameters of Departures, for Describe::includes.
Description departures_description();

/// What the timetable is asked: a departure every minute of the window.
TransitOptions transit_options(const Departures& departures);

}  // namespace jingwei
