#pragma once
#include "analyses/description.hpp"
#include "base/clock_time.hpp"
#include "base/quantity.hpp"
#include "network/transit.hpp"

namespace jingwei {

/// When and how one travels where the network carries a timetable, with the names that r5r gives them.
struct DepartureWindow {
  ClockTime departure{7 * 3600};
  Duration window{3600};
  std::int64_t max_rides = 8;
  Duration walk_limit{20 * 60};
};

/// A part of the Options of the analyses that take a timetable: of the times of all departures that at one
/// percentile counts.
struct Departures {
  DepartureWindow when;
  double percentile = 50;
};

/// The parameters of these, for Describe::includes.
Description departure_window_description();
Description departures_description();

/// What the timetable is asked: a departure every minute of the window.
TransitOptions transit_options(const DepartureWindow& when);
TransitOptions transit_options(const Departures& departures);

}  // namespace jingwei
