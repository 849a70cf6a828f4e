#include "network/raptor.hpp"

#include <algorithm>
#include <cassert>

namespace jingwei {
namespace {

constexpr std::uint32_t no_position = std::numeric_limits<std::uint32_t>::max();

}  // namespace

Raptor::Raptor(const Timetable& timetable, const Graph& transfers, const RaptorOptions& options)
    : m_timetable(timetable),
      m_transfers(transfers),
      m_options(options),
      m_stops(timetable.stops()),
      m_is_boardable(m_stops, 0),
      m_is_alighted(m_stops, 0),
      m_first_position(timetable.patterns(), no_position) {
  assert(transfers.nodes() == m_stops);
  restart();
}

void Raptor::restart() {
  m_rides.assign((m_options.max_rides + std::size_t{1}) * m_stops, Ride{});
  m_ready.assign((m_options.max_rides + std::size_t{1}) * m_stops, Ready{});
}

void Raptor::run(std::span<const Seed> access, TimeOfDay departure) {
  m_latest =
      static_cast<TimeOfDay>(std::min<std::uint64_t>(std::uint64_t{departure} + m_options.limit, never - 1));
  m_improved.clear();
  m_boardable.clear();
  std::fill(m_is_boardable.begin(), m_is_boardable.end(), std::uint8_t{0});
  for (const Seed& seed : access)
    if (seed.cost <= m_options.limit) improve_ready(seed.node, {add_costs(departure, seed.cost), 0, 0});
  for (std::uint32_t round = 1; round <= m_options.max_rides && !m_boardable.empty(); ++round) {
    collect_patterns();
    for (const std::uint32_t pattern : m_patterns) {
      scan(pattern, m_first_position[pattern], round);
      m_first_position[pattern] = no_position;
    }
    walk(round);
  }
}

/// A label of few rides is one of more rides, too.
void Raptor::improve_ready(std::uint32_t stop, const Ready& label) {
  if (label.time > m_latest || label.time >= ready(label.round, stop).time) return;
  for (std::uint32_t round = label.round;
       round <= m_options.max_rides && label.time < ready(round, stop).time; ++round)
    ready(round, stop) = label;
  if (m_is_boardable[stop]) return;
  m_is_boardable[stop] = 1;
  m_boardable.push_back(stop);
}

void Raptor::improve_ride(std::uint32_t stop, const Ride& label) {
  if (label.arrival > m_latest || label.arrival >= rides(label.round, stop).arrival) return;
  if (label.arrival < rides(m_options.max_rides, stop).arrival) m_improved.push_back(stop);
  for (std::uint32_t round = label.round;
       round <= m_options.max_rides && label.arrival < rides(round, stop).arrival; ++round)
    rides(round, stop) = label;
  if (m_is_alighted[stop]) return;
  m_is_alighted[stop] = 1;
  m_alighted.push_back(stop);
}

void Raptor::collect_patterns() {
  m_patterns.clear();
  for (const std::uint32_t stop : m_boardable) {
    m_is_boardable[stop] = 0;
    for (const Timetable::Place& place : m_timetable.places_of(stop)) {
      std::uint32_t& first = m_first_position[place.pattern];
      if (first == no_position) m_patterns.push_back(place.pattern);
      first = std::min(first, place.position);
    }
  }
  m_boardable.clear();
  // Of equal arrivals the first found stays: the order must not depend on earlier rounds.
  std::sort(m_patterns.begin(), m_patterns.end());
}

void Raptor::scan(std::uint32_t pattern, std::uint32_t from, std::uint32_t round) {
  const auto stops = m_timetable.stops_of(pattern);
  const std::uint32_t none = m_timetable.end_trip(pattern);
  std::uint32_t trip = none;
  std::uint32_t boarded = 0;
  for (std::uint32_t position = from; position < stops.size(); ++position) {
    const auto [stop, calling] = stops[position];
    if (trip != none && stops[position].alights())
      improve_ride(stop, {m_timetable.times(pattern, trip, position).arrival, pattern, trip, boarded,
                          position, round});
    if (!stops[position].boards()) continue;
    const TimeOfDay time = ready(round - 1, stop).time;
    if (time == never) continue;
    const std::uint32_t earlier = m_timetable.earliest_trip(pattern, position, time, trip);
    if (earlier == trip) continue;
    trip = earlier;
    boarded = position;
  }
}

void Raptor::walk(std::uint32_t round) {
  for (const std::uint32_t stop : m_alighted) {
    m_is_alighted[stop] = 0;
    const TimeOfDay ready_here = add_costs(rides(round, stop).arrival, m_options.change_time);
    improve_ready(stop, {ready_here, stop, round});
    for (const Graph::Target& arc : m_transfers.out(stop))
      improve_ready(arc.head, {add_costs(ready_here, arc.cost), stop, round});
  }
  m_alighted.clear();
}

std::vector<RideLeg> Raptor::journey(std::uint32_t stop) const {
  std::vector<RideLeg> legs;
  for (Ride ride = rides(m_options.max_rides, stop);;) {
    const std::uint32_t board_stop = m_timetable.stops_of(ride.pattern)[ride.board_position].stop;
    const Ready& label = ready(ride.round - 1, board_stop);
    legs.push_back({ride.pattern, ride.trip, ride.board_position, ride.alight_position, label.time});
    if (label.round == 0) break;
    ride = rides(label.round, label.from);
  }
  std::reverse(legs.begin(), legs.end());
  return legs;
}

}  // namespace jingwei
