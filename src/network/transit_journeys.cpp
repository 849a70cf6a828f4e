#include <algorithm>
#include <cmath>
#include <tuple>

#include "geometry/crs_geodesic.hpp"
#include "network/raptor.hpp"
#include "network/transit.hpp"

namespace jingwei {
namespace {

using Pair = std::pair<std::uint32_t, std::uint32_t>;

/// A walk as one leg, with some time besides.
Leg walked(const Route& way, LegMode mode, const std::string& stop, Cost besides = 0) {
  Leg leg;
  leg.mode = mode;
  leg.name = {stop, stop};
  leg.time = add_costs(way.time, besides);
  leg.distance_m = way.distance_m;
  for (const Leg& part : way.legs)
    for (const Point point : part.path)
      if (leg.path.empty() || leg.path.back() != point) leg.path.push_back(point);
  return leg;
}

/// The first departure at which the time of the pair is that of the percentile; nothing where there is none.
/// \pre `times` of one origin: times[d * destinations + j]
struct Shown {
  std::size_t departure = 0;
  Cost time = unreachable;
};
std::optional<Shown> shown(std::span<const Cost> times, std::size_t destinations, std::uint32_t destination,
                           double percentile) {
  std::vector<Cost> of_pair;
  for (std::size_t at = destination; at < times.size(); at += destinations) of_pair.push_back(times[at]);
  std::vector<Cost> sorted = of_pair;
  const Cost time = percentile_of(sorted, percentile);
  if (time == unreachable) return std::nullopt;
  return Shown{static_cast<std::size_t>(std::ranges::find(of_pair, time) - of_pair.begin()), time};
}

}  // namespace

/// The journeys of some pairs, first by their rides, then with the walks between, which share their searches.
class TransitNetwork::Journeys {
 public:
  Journeys(const TransitNetwork& network, const Walks& walks, std::span<const NetworkPlace> origins,
           std::span<const NetworkPlace> destinations, std::span<const Pair> pairs,
           const TransitOptions& options, Cost limit)
      : m_network(network),
        m_walks(walks),
        m_origins(origins),
        m_destinations(destinations),
        m_pairs(pairs),
        m_options(options),
        m_limit(limit),
        m_drafts(pairs.size()),
        m_of_origin(origins.size()) {
    for (std::size_t i = 0; i < pairs.size(); ++i) m_of_origin[pairs[i].first].push_back(i);
  }

  /// The rides of all pairs of an origin. Different origins may come at the same time.
  void draft(std::size_t origin, std::span<const Cost> times) {
    if (m_of_origin[origin].empty()) return;
    Raptor raptor(m_network.m_timetable, m_walks.transfers,
                  {m_limit, m_options.max_rides, m_options.change_time});
    for (const std::size_t i : m_of_origin[origin]) {
      const auto of_pair = shown(times, m_destinations.size(), m_pairs[i].second, m_options.percentile);
      if (!of_pair) continue;
      Draft draft;
      draft.departure =
          static_cast<TimeOfDay>(m_options.departure + of_pair->departure * std::size_t{m_options.step});
      if (!on_foot(m_pairs[i], of_pair->time)) draft.rides = rides(raptor, m_pairs[i], draft.departure);
      m_drafts[i] = std::move(draft);
    }
  }

  std::vector<std::optional<Route>> routes(Context& context) const {
    std::vector<NetworkPlace> from, to;
    for (std::size_t i = 0; i < m_pairs.size(); ++i) {
      if (!m_drafts[i]) continue;
      from.push_back(m_origins[m_pairs[i].first]);
      for (const RideLeg& ride : m_drafts[i]->rides) {
        to.push_back(m_network.m_stops[stop_of(ride, ride.board_position)]);
        from.push_back(m_network.m_stops[stop_of(ride, ride.alight_position)]);
      }
      to.push_back(m_destinations[m_pairs[i].second]);
    }
    const auto walks = m_network.m_walk.routes(from, to, unreachable - 1, context);
    std::vector<std::optional<Route>> routes(m_pairs.size());
    const CrsGeodesic truth(m_network.m_walk.crs());
    auto next = walks.begin();
    for (std::size_t i = 0; i < m_pairs.size(); ++i)
      if (m_drafts[i]) routes[i] = route_of(*m_drafts[i], next, truth);
    return routes;
  }

 private:
  struct Draft {
    TimeOfDay departure = 0;
    std::vector<RideLeg> rides;  ///< none: on foot
  };

  bool on_foot(const Pair& pair, Cost time) const {
    const auto walks = m_walks.on_foot.out(pair.first);
    return std::ranges::any_of(
        walks, [&](const Graph::Target& walk) { return walk.head == pair.second && walk.cost == time; });
  }

  std::vector<RideLeg> rides(Raptor& raptor, const Pair& pair, TimeOfDay departure) const {
    std::vector<Seed> seeds;
    for (const Graph::Target& walk : m_walks.access.out(pair.first)) seeds.push_back({walk.head, walk.cost});
    raptor.restart();
    raptor.run(seeds, departure);
    std::tuple<TimeOfDay, Cost, std::uint32_t> best{never, unreachable, 0};  // arrival, last walk, stop
    for (const std::uint32_t stop : raptor.improved())
      for (const Graph::Target& walk : m_walks.egress.out(stop))
        if (walk.head == pair.second)
          best = std::min(best, {add_costs(raptor.arrival(stop), walk.cost), walk.cost, stop});
    return raptor.journey(std::get<2>(best));
  }

  std::uint32_t stop_of(const RideLeg& ride, std::uint32_t position) const {
    return m_network.m_timetable.stops_of(ride.pattern)[position].stop;
  }
  const std::string& name_of(const RideLeg& ride, std::uint32_t position) const {
    return m_network.m_stop_names[stop_of(ride, position)];
  }
  const Timetable::Times& times_of(const RideLeg& ride, std::uint32_t position) const {
    return m_network.m_timetable.times(ride.pattern, ride.trip, position);
  }
  const std::string& line_of(const RideLeg& ride) const {
    return m_network.m_lines[m_network.m_timetable.id_of(ride.trip)];
  }

  /// The walks are those that routes() collected, in its order.
  Route route_of(const Draft& draft, std::vector<std::optional<Route>>::const_iterator& walk,
                 const CrsGeodesic& truth) const {
    Route route;
    route.departure = draft.departure;
    const std::vector<RideLeg>& rides = draft.rides;
    const auto boarded = [&](std::size_t i) { return name_of(rides[i], rides[i].board_position); };
    append(route, walked(**walk++, m_network.m_on_street, rides.empty() ? std::string() : boarded(0)));
    for (std::size_t i = 0; i < rides.size(); ++i) {
      append(route, wait_for(rides[i]));
      append(route, as_leg(rides[i], truth));
      const Route& on = **walk++;
      if (i + 1 == rides.size())
        append(route, walked(on, m_network.m_on_street, name_of(rides[i], rides[i].alight_position)));
      else
        append(route, walked(on, LegMode::transfer, boarded(i + 1), m_options.change_time));
    }
    route.distance_m = std::round(route.distance_m * 1000) / 1000;  // as its legs: whole millimetres
    return route;
  }

  Leg wait_for(const RideLeg& ride) const {
    Leg leg;
    leg.mode = LegMode::wait;
    leg.name = {line_of(ride), line_of(ride)};
    leg.time = times_of(ride, ride.board_position).departure - ride.ready;
    return leg;
  }

  Leg as_leg(const RideLeg& ride, const CrsGeodesic& truth) const {
    Leg leg;
    leg.mode = LegMode::ride;
    leg.name = {line_of(ride), line_of(ride)};
    leg.from_stop = name_of(ride, ride.board_position);
    leg.to_stop = name_of(ride, ride.alight_position);
    leg.time = times_of(ride, ride.alight_position).arrival - times_of(ride, ride.board_position).departure;
    for (std::uint32_t position = ride.board_position; position <= ride.alight_position; ++position) {
      const Point point = m_network.m_stop_points[stop_of(ride, position)];
      if (leg.path.empty() || leg.path.back() != point) leg.path.push_back(point);
    }
    leg.distance_m = std::round(truth.length_m(leg.path) * 1000) / 1000;
    return leg;
  }

  /// Legs that take no time, as a wait for what leaves just then, are none.
  static void append(Route& route, Leg leg) {
    route.time += leg.time;
    route.distance_m += leg.distance_m;
    if (leg.time > 0 || leg.distance_m > 0) route.legs.push_back(std::move(leg));
  }

  const TransitNetwork& m_network;
  const Walks& m_walks;
  std::span<const NetworkPlace> m_origins, m_destinations;
  std::span<const Pair> m_pairs;
  const TransitOptions& m_options;
  Cost m_limit;
  std::vector<std::optional<Draft>> m_drafts;  // by pair
  std::vector<std::vector<std::size_t>> m_of_origin;
};

std::vector<std::optional<Route>> TransitNetwork::journeys(std::span<const NetworkPlace> origins,
                                                           std::span<const NetworkPlace> destinations,
                                                           std::span<const Pair> pairs,
                                                           const TransitOptions& options, Cost limit,
                                                           Context& context) const {
  const Walks walks = walks_of(origins, destinations, options, limit, context);
  Journeys journeys(*this, walks, origins, destinations, pairs, options, limit);
  for_each_origin(walks, destinations.size(), options, limit, context,
                  [&](std::size_t origin, std::span<const Cost> times) { journeys.draft(origin, times); });
  return journeys.routes(context);
}

}  // namespace jingwei
