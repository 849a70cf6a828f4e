#include "network/transit_reach.hpp"

#include <algorithm>
#include <cassert>
#include <mutex>

#include "base/parallel.hpp"
#include "network/edge_coverage.hpp"
#include "network/raptor.hpp"
#include "network/reached_parts.hpp"
#include "network/transit_walks.hpp"

namespace jingwei {
namespace {

/// Backwards a time of day t is this less t; twelve days are more than any
/// timetable has.
constexpr TimeOfDay end_of_times = 12 * midnight;

Calling turned_round(Calling calling) {
  if (calling == Calling::alight_only) return Calling::board_only;
  if (calling == Calling::board_only) return Calling::alight_only;
  return calling;
}

/// The runs as they would be seen in a film played backwards.
Timetable backwards(const Timetable& timetable) {
  std::vector<Trip> trips;
  for (std::uint32_t pattern = 0; pattern < timetable.patterns(); ++pattern) {
    const auto stops = timetable.stops_of(pattern);
    for (std::uint32_t trip = timetable.first_trip(pattern); trip < timetable.end_trip(pattern); ++trip) {
      Trip& turned = trips.emplace_back();
      turned.id = timetable.id_of(trip);
      for (auto position = static_cast<std::uint32_t>(stops.size()); position-- > 0;) {
        const auto& [arrival, departure] = timetable.times(pattern, trip, position);
        turned.stop_times.push_back({stops[position].stop, end_of_times - departure, end_of_times - arrival,
                                     turned_round(stops[position].calling)});
      }
    }
  }
  return {timetable.stops(), trips};
}

}  // namespace

TransitReach::TransitReach(const TransitNetwork& network, const TransitOptions& options,
                           Network::Direction direction, Context& context)
    : m_network(network),
      m_options(options),
      m_direction(direction),
      m_transfers(walks_between(network.m_walk, network.m_stops, network.m_stops, options.walk_limit, context,
                                direction)) {
  assert(options.window > 0 && options.step > 0);
  if (direction == Network::Direction::to_place) m_backwards = backwards(network.m_timetable);
}

const Timetable& TransitReach::timetable() const {
  return m_backwards ? *m_backwards : m_network.m_timetable;
}

/// Of every departure the time that has passed at each stop: spent[d * stops +
/// stop], `unreachable` beyond the limit. Backwards the search begins when the
/// limit is up, so that the last departure comes first as well.
std::vector<Cost> TransitReach::spent_at_stops(std::span<const Seed> access, Cost limit) const {
  const std::size_t departures = m_options.departures(), stops = m_network.m_stops.size();
  std::vector<Cost> spent(departures * stops, unreachable);
  Raptor raptor(timetable(), m_transfers, {limit, m_options.max_rides, m_options.change_time});
  for (std::size_t i = departures; i-- > 0;) {
    const bool back = m_backwards.has_value();
    const std::size_t d = back ? departures - 1 - i : i;
    const auto departure = static_cast<TimeOfDay>(m_options.departure + d * m_options.step);
    const TimeOfDay begin = back ? end_of_times - (departure + limit) : departure;
    raptor.run(access, begin);
    for (std::uint32_t stop = 0; stop < stops; ++stop)
      if (const TimeOfDay arrival = raptor.arrival(stop); arrival != never)
        spent[d * stops + stop] = arrival - begin;
  }
  return spent;
}

/// The places themselves and the stops of one departure, each with what is spent of the walk limit: a walk
/// may last as long as both the time that is left and that limit allow.
std::vector<ReachStart> TransitReach::starts(std::span<const NetworkPlace> places,
                                             std::span<const Cost> spent, Cost limit) const {
  const Cost walk_limit = std::min(limit, m_options.walk_limit);
  std::vector<ReachStart> starts = starts_at(places);
  for (std::size_t stop = 0; stop < spent.size(); ++stop)
    if (spent[stop] != unreachable && m_network.m_stops[stop].snapped())
      starts.push_back({m_network.m_stops[stop], walk_limit - std::min(walk_limit, limit - spent[stop])});
  return starts;
}

std::vector<ReachedPart> TransitReach::parts(std::span<const NetworkPlace> places, Cost limit,
                                             Context& context) const {
  const NetworkData& data = data_of(m_network.m_walk);
  const Cost walk_limit = std::min(limit, m_options.walk_limit);
  const Graph access =
      walks_between(m_network.m_walk, places, m_network.m_stops, walk_limit, context, m_direction);
  std::vector<Seed> seeds;
  for (const Graph::Target& walk : access.targets) seeds.push_back({walk.head, walk.cost});
  const std::vector<Cost> spent = spent_at_stops(seeds, limit);
  const std::size_t stops = m_network.m_stops.size();
  EdgeCoverage coverage(data.forward.size());
  std::mutex mutex;
  parallel_for(m_options.departures(), context, [&](std::size_t begin, std::size_t end) {
    auto search = data.searches.lease(data.graph.nodes());
    EdgeCoverage own(data.forward.size());
    for (std::size_t d = begin; d < end; ++d) {
      const auto from = starts(places, std::span(spent).subspan(d * stops, stops), limit);
      search_from(data, from, walk_limit, m_direction, *search);
      own.add(reached_parts(data, from, *search, walk_limit, m_direction));
    }
    const std::lock_guard lock(mutex);  // sums: the order does not matter
    coverage.add(own);
  });
  return coverage.at_least(rank_of(m_options.departures(), m_options.percentile));
}

ReachBands TransitReach::reach_bands(std::span<const NetworkPlace> places, std::span<const Cost> limits,
                                     Length margin, Context& context) const {
  assert(!limits.empty() && std::ranges::is_sorted(limits));
  std::vector<std::vector<ReachedPart>> by_limit;
  for (const Cost limit : limits) by_limit.push_back(parts(places, limit, context));
  return bands_of(data_of(m_network.m_walk), by_limit, margin);
}

GeometryColumn TransitReach::reached(std::span<const NetworkPlace> places,
                                     std::span<const std::uint32_t> groups, std::uint32_t group_count,
                                     Cost limit, Context& context) const {
  assert(groups.size() == places.size());
  std::vector<std::vector<NetworkPlace>> members(group_count);
  for (std::size_t i = 0; i < places.size(); ++i)
    if (places[i].snapped()) members[groups[i]].push_back(places[i]);
  const NetworkData& data = data_of(m_network.m_walk);
  GeometryColumn column;
  for (const auto& group : members) {
    std::vector<Path> paths;
    if (!group.empty()) paths = paths_of(data, parts(group, limit, context));
    column.append(paths.empty() ? Wkb{} : Wkb(wkb_of_lines(paths)));
  }
  return column;
}

}  // namespace jingwei
