#include "network/timetable.hpp"

#include <algorithm>
#include <cassert>
#include <compare>
#include <map>
#include <utility>

namespace jingwei {
namespace {

using StopSequence = std::vector<std::pair<std::uint32_t, Calling>>;

StopSequence sequence_of(const Trip& trip) {
  StopSequence sequence;
  for (const StopTime& at : trip.stop_times) sequence.emplace_back(at.stop, at.calling);
  return sequence;
}

/// Earlier trips first; ids decide between trips at the same times.
bool runs_before(const Trip* a, const Trip* b) {
  for (std::size_t i = 0; i < a->stop_times.size(); ++i) {
    const StopTime &x = a->stop_times[i], &y = b->stop_times[i];
    if (x.departure != y.departure) return x.departure < y.departure;
    if (x.arrival != y.arrival) return x.arrival < y.arrival;
  }
  return a->id < b->id;
}

bool never_overtaken(const Trip& earlier, const Trip& later) {
  for (std::size_t i = 0; i < earlier.stop_times.size(); ++i)
    if (earlier.stop_times[i].arrival > later.stop_times[i].arrival ||
        earlier.stop_times[i].departure > later.stop_times[i].departure)
      return false;
  return true;
}

/// The trips in as few groups without overtaking as going through them once finds.
std::vector<std::vector<const Trip*>> without_overtaking(std::vector<const Trip*> trips) {
  std::sort(trips.begin(), trips.end(), runs_before);
  std::vector<std::vector<const Trip*>> groups;
  for (const Trip* trip : trips) {
    const auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& candidates) {
      return never_overtaken(*candidates.back(), *trip);
    });
    if (group == groups.end())
      groups.push_back({trip});
    else
      group->push_back(trip);
  }
  return groups;
}

}  // namespace

Timetable::Timetable(std::uint32_t stops, std::span<const Trip> trips) {
  std::map<StopSequence, std::vector<const Trip*>> by_sequence;
  for (const Trip& trip : trips)
    if (trip.stop_times.size() > 1) by_sequence[sequence_of(trip)].push_back(&trip);
  for (auto& [sequence, alike] : by_sequence)
    for (const auto& group : without_overtaking(std::move(alike))) add_pattern(group);
  index_stops(stops);
}

void Timetable::add_pattern(const std::vector<const Trip*>& trips) {
  for (const StopTime& at : trips.front()->stop_times) m_pattern_stops.push_back({at.stop, at.calling});
  m_first_stop.push_back(static_cast<std::uint32_t>(m_pattern_stops.size()));
  m_first_time.push_back(m_times.size());
  for (const Trip* trip : trips) {
    m_trip_ids.push_back(trip->id);
    for (const StopTime& at : trip->stop_times) m_times.push_back({at.arrival, at.departure});
  }
  m_first_trip.push_back(static_cast<std::uint32_t>(m_trip_ids.size()));
}

void Timetable::index_stops(std::uint32_t stops) {
  m_first_place.assign(stops + std::size_t{1}, 0);
  for (const PatternStop& at : m_pattern_stops) {
    assert(at.stop < stops);
    ++m_first_place[at.stop + 1];
  }
  for (std::size_t stop = 0; stop < stops; ++stop) m_first_place[stop + 1] += m_first_place[stop];
  m_places.resize(m_pattern_stops.size());
  std::vector<std::uint32_t> next(m_first_place.begin(), m_first_place.end() - 1);
  for (std::uint32_t pattern = 0; pattern < patterns(); ++pattern) {
    const auto served = stops_of(pattern);
    for (std::uint32_t position = 0; position < served.size(); ++position)
      m_places[next[served[position].stop]++] = {pattern, position};
  }
}

std::uint32_t Timetable::earliest_trip(std::uint32_t pattern, std::uint32_t position, TimeOfDay ready,
                                       std::uint32_t end) const {
  std::uint32_t low = m_first_trip[pattern];
  while (low < end) {
    const std::uint32_t middle = low + (end - low) / 2;
    if (times(pattern, middle, position).departure < ready)
      low = middle + 1;
    else
      end = middle;
  }
  return low;
}

}  // namespace jingwei
