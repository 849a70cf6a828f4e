#pragma once
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "network/cost.hpp"

namespace jingwei {

/// A time of day as milliseconds after the midnight before the service day (GTFS: noon less 12 h) plus 24 h,
/// so that trips of the day before, still under way, count as well: 07:00 is 31 h.
using TimeOfDay = std::uint32_t;
inline constexpr TimeOfDay midnight = 24U * 3600 * 1000;
inline constexpr TimeOfDay never = std::numeric_limits<TimeOfDay>::max();

enum class Calling : std::uint8_t { both, alight_only, board_only, passes };

/// A trip at one of its stops.
struct StopTime {
  std::uint32_t stop = 0;
  TimeOfDay arrival = 0;
  TimeOfDay departure = 0;
  Calling calling = Calling::both;
};

/// One vehicle's run along its stops; the id is the caller's.
struct Trip {
  std::uint32_t id = 0;
  std::vector<StopTime> stop_times;
};

/// Trips by pattern: a sequence of stops served alike by trips none of which overtakes another (the "routes"
/// of Delling, Pajor & Werneck 2015). Patterns and their trips have an order of their own, whatever the order
/// of the trips given.
class Timetable {
 public:
  /// \pre stops of the trips < stops; times of a trip never fall, arrival <= departure.
  Timetable(std::uint32_t stops, std::span<const Trip> trips);

  struct Times {
    TimeOfDay arrival, departure;
  };
  struct PatternStop {
    std::uint32_t stop;
    Calling calling;
    bool boards() const { return calling == Calling::both || calling == Calling::board_only; }
    bool alights() const { return calling == Calling::both || calling == Calling::alight_only; }
  };
  struct Place {
    std::uint32_t pattern, position;
  };

  std::uint32_t stops() const { return static_cast<std::uint32_t>(m_first_place.size() - 1); }
  std::uint32_t patterns() const { return static_cast<std::uint32_t>(m_first_trip.size() - 1); }
  std::size_t trips() const { return m_trip_ids.size(); }

  std::span<const PatternStop> stops_of(std::uint32_t pattern) const {
    return std::span(m_pattern_stops).subspan(m_first_stop[pattern], length(pattern));
  }
  /// Trips of a pattern are numbered from first_trip(pattern), by ascending times.
  std::uint32_t first_trip(std::uint32_t pattern) const { return m_first_trip[pattern]; }
  std::uint32_t end_trip(std::uint32_t pattern) const { return m_first_trip[pattern + 1]; }
  std::uint32_t id_of(std::uint32_t trip) const { return m_trip_ids[trip]; }
  const Times& times(std::uint32_t pattern, std::uint32_t trip, std::uint32_t position) const {
    const std::size_t row = trip - m_first_trip[pattern];
    return m_times[m_first_time[pattern] + row * length(pattern) + position];
  }
  /// The patterns that stop there, each place where they do.
  std::span<const Place> places_of(std::uint32_t stop) const {
    return std::span(m_places).subspan(m_first_place[stop], m_first_place[stop + 1] - m_first_place[stop]);
  }
  /// The first trip of the pattern before `end` that leaves the position at or after `ready`; end if none.
  std::uint32_t earliest_trip(std::uint32_t pattern, std::uint32_t position, TimeOfDay ready,
                              std::uint32_t end) const;

 private:
  std::size_t length(std::uint32_t pattern) const {
    return m_first_stop[pattern + 1] - m_first_stop[pattern];
  }
  void add_pattern(const std::vector<const Trip*>& trips);
  void index_stops(std::uint32_t stops);

  std::vector<std::uint32_t> m_first_stop{0};
  std::vector<PatternStop> m_pattern_stops;
  std::vector<std::uint32_t> m_first_trip{0};
  std::vector<std::uint32_t> m_trip_ids;
  std::vector<std::size_t> m_first_time;
  std::vector<Times> m_times;
  std::vector<std::uint32_t> m_first_place{0};
  std::vector<Place> m_places;
};

}  // namespace jingwei
