#pragma once
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "network/dijkstra.hpp"
#include "network/graph.hpp"
#include "network/timetable.hpp"

namespace jingwei {

struct RaptorOptions {
  Cost limit = unreachable - 1;  ///< journeys that take longer are not looked for
  std::uint32_t max_rides = 8;
  Cost change_time = 0;  ///< at least this long between alighting and boarding again, besides the walk
};

/// A ride of a journey, and the walk to the stop where it begins.
struct RideLeg {
  std::uint32_t pattern = 0, trip = 0;
  std::uint32_t board_position = 0, alight_position = 0;
  TimeOfDay ready = 0;  ///< at the stop, walked there and, after a change, its time over
};

/// Earliest arrivals by rides of a timetable: RAPTOR, round by round of one more ride (Delling, Pajor &
/// Werneck 2015, "Round-based public transit routing", section 3), over one departure or many in descending
/// order (their rRAPTOR, section 4.1). A journey walks to its first stop, walks at most one arc of
/// `transfers` between two rides, and ends when it leaves its last; the way on from there is the caller's. So
/// no walk is longer than the longest arc, and a stop reached on foot does not hide one reached by a later
/// ride from which one may walk on. Memory is used again; one for each thread.
class Raptor {
 public:
  /// \pre transfers has a node for each stop of the timetable; both outlive this.
  Raptor(const Timetable& timetable, const Graph& transfers, const RaptorOptions& options);

  /// Forgets all departures.
  void restart();
  /// Journeys from `access` (stops and the walks to them) at `departure`. Journeys of departures since the
  /// restart, which were later, count too, as one may wait for them. \pre no departure since was earlier.
  void run(std::span<const Seed> access, TimeOfDay departure);

  /// When the earliest ride arrives, of journeys within the limit of the last departure; never if none does.
  TimeOfDay arrival(std::uint32_t stop) const {
    const TimeOfDay best = rides(m_options.max_rides, stop).arrival;
    return best <= m_latest ? best : never;
  }
  /// The stops at which the last departure's journeys arrive earlier than those of the departures before,
  /// some of them repeatedly.
  std::span<const std::uint32_t> improved() const { return m_improved; }
  /// The rides of that journey, of which there are as few as its arrival allows. \pre one run since the
  /// restart; arrival(stop) != never.
  std::vector<RideLeg> journey(std::uint32_t stop) const;

 private:
  /// Arrival by the last of `round` rides.
  struct Ride {
    TimeOfDay arrival = never;
    std::uint32_t pattern = 0, trip = 0, board_position = 0, alight_position = 0;
    std::uint32_t round = 0;
  };
  /// Ready to board after `round` rides; the last arrived at `from`.
  struct Ready {
    TimeOfDay time = never;
    std::uint32_t from = 0;
    std::uint32_t round = 0;
  };
  /// Of journeys of at most so many rides; those of one stop lie together, as a label is often one of
  /// several.
  std::size_t at(std::uint32_t round, std::uint32_t stop) const {
    return std::size_t{stop} * (m_options.max_rides + 1) + round;
  }
  Ride& rides(std::uint32_t round, std::uint32_t stop) { return m_rides[at(round, stop)]; }
  const Ride& rides(std::uint32_t round, std::uint32_t stop) const { return m_rides[at(round, stop)]; }
  Ready& ready(std::uint32_t round, std::uint32_t stop) { return m_ready[at(round, stop)]; }
  const Ready& ready(std::uint32_t round, std::uint32_t stop) const { return m_ready[at(round, stop)]; }

  void improve_ready(std::uint32_t stop, const Ready& label);
  void improve_ride(std::uint32_t stop, const Ride& label);
  void collect_patterns();
  void scan(std::uint32_t pattern, std::uint32_t from, std::uint32_t round);
  void walk(std::uint32_t round);

  const Timetable& m_timetable;
  const Graph& m_transfers;
  RaptorOptions m_options;
  std::size_t m_stops;
  TimeOfDay m_latest = 0;  ///< arrivals after it are beyond the limit
  std::vector<Ride> m_rides;
  std::vector<Ready> m_ready;
  std::vector<std::uint32_t> m_improved;                    ///< stops improved in this run
  std::vector<std::uint32_t> m_boardable, m_alighted;       ///< stops improved in this round
  std::vector<std::uint8_t> m_is_boardable, m_is_alighted;  ///< the same by stop
  std::vector<std::uint32_t> m_first_position;              ///< by pattern: where to begin the scan
  std::vector<std::uint32_t> m_patterns;                    ///< to be scanned
};

}  // namespace jingwei
