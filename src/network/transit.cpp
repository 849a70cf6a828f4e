#include "network/transit.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "base/parallel.hpp"
#include "geometry/crs.hpp"

namespace jingwei {
namespace {

/// Walks between two sets of places, those within the limit alone: of each place of the first set its walks
/// to places of the second.
Graph walks_between(const Network& walk, std::span<const NetworkPlace> from, std::span<const NetworkPlace> to,
                    Cost limit, Context& context) {
  std::vector<std::vector<Graph::Target>> rows(from.size());
  walk.for_each_origin(from, to, limit, context, [&](std::size_t i, std::span<const Cost> costs) {
    for (std::uint32_t j = 0; j < costs.size(); ++j)
      if (costs[j] != unreachable) rows[i].push_back({j, costs[j]});
  });
  Graph graph;
  for (const auto& row : rows) {
    graph.targets.insert(graph.targets.end(), row.begin(), row.end());
    graph.first.push_back(static_cast<std::uint32_t>(graph.targets.size()));
  }
  return graph;
}

std::vector<NetworkPlace> snapped_stops(const Network& walk, const TransitFeed& feed,
                                        std::vector<Issue>& issues, Context& context) {
  std::vector<Point> places;
  for (const TransitStop& stop : feed.stops) places.push_back(stop.place);
  const auto points = project(places, Crs::parse("EPSG:4326"), walk.crs());
  auto snapped = walk.snap(points, context);
  for (std::size_t i = 0; i < snapped.size(); ++i)
    if (!snapped[i].snapped())
      issues.push_back(
          {Severity::warning,
           "unsnapped",
           feed.name,
           feed.stops[i].id,
           {format("站点“{}”附近没有网络 {} 的道路", feed.stops[i].name, walk.name()),
            format("no street of the network {} is near the stop “{}”", walk.name(), feed.stops[i].name)},
           {"不能在此上下车", "one can neither board nor alight there"},
           wkb_of(points[i])});
  return snapped;
}

}  // namespace

TransitNetwork::TransitNetwork(const Network& walk, const TransitFeed& feed, const TransitOptions& options,
                               std::vector<Issue>& issues, Context& context)
    : m_walk(walk),
      m_options(options),
      m_timetable(static_cast<std::uint32_t>(feed.stops.size()), feed.trips),
      m_stops(snapped_stops(walk, feed, issues, context)),
      m_transfers(walks_between(walk, m_stops, m_stops, options.walk_limit, context)) {
  assert(options.window > 0 && options.step > 0);
  m_unsnapped = static_cast<std::size_t>(std::count_if(
      m_stops.begin(), m_stops.end(), [](const NetworkPlace& stop) { return !stop.snapped(); }));
}

void TransitNetwork::for_each_origin(
    std::span<const NetworkPlace> origins, std::span<const NetworkPlace> destinations, Cost limit,
    Context& context, const std::function<void(std::size_t, std::span<const Cost>)>& visit) const {
  const Graph access = walks_between(m_walk, origins, m_stops, m_options.walk_limit, context);
  const Graph egress = walks_between(m_walk, m_stops, destinations, m_options.walk_limit, context);
  const Graph on_foot = walks_between(m_walk, origins, destinations, limit, context);
  const std::size_t departures = m_options.departures();
  parallel_for(origins.size(), context, [&](std::size_t begin, std::size_t end) {
    Raptor raptor(m_timetable, m_transfers, {limit, m_options.max_rides, m_options.change_time});
    std::vector<Seed> seeds;
    std::vector<Cost> times(departures * destinations.size());
    for (std::size_t i = begin; i < end; ++i) {
      const auto origin = static_cast<std::uint32_t>(i);
      seeds.clear();
      for (const Graph::Target& walk : access.out(origin)) seeds.push_back({walk.head, walk.cost});
      std::fill(times.begin(), times.end(), unreachable);
      raptor.restart();
      for (std::size_t d = departures; d-- > 0;) {
        const std::span<Cost> row = std::span(times).subspan(d * destinations.size(), destinations.size());
        for (const Graph::Target& walk : on_foot.out(origin)) row[walk.head] = walk.cost;
        const auto departure = static_cast<TimeOfDay>(m_options.departure + d * m_options.step);
        raptor.run(seeds, departure);
        for (std::uint32_t stop = 0; stop < m_stops.size(); ++stop) {
          const TimeOfDay arrival = raptor.arrival(stop);
          if (arrival == never) continue;
          for (const Graph::Target& walk : egress.out(stop))
            row[walk.head] = std::min(row[walk.head], add_costs(arrival - departure, walk.cost, limit));
        }
      }
      visit(i, times);
    }
  });
}

std::vector<Cost> TransitNetwork::costs(std::span<const NetworkPlace> origins,
                                        std::span<const NetworkPlace> destinations, double percentile,
                                        Cost limit, Context& context) const {
  std::vector<Cost> result(origins.size() * destinations.size(), unreachable);
  for_each_origin(origins, destinations, limit, context, [&](std::size_t i, std::span<const Cost> times) {
    std::vector<Cost> of_pair(m_options.departures());
    for (std::size_t j = 0; j < destinations.size(); ++j) {
      for (std::size_t d = 0; d < of_pair.size(); ++d) of_pair[d] = times[d * destinations.size() + j];
      result[i * destinations.size() + j] = percentile_of(of_pair, percentile);
    }
  });
  return result;
}

Cost percentile_of(std::span<Cost> times, double percentile) {
  assert(!times.empty() && percentile > 0 && percentile <= 100);
  const double rank = std::ceil(percentile / 100 * static_cast<double>(times.size()) - 1e-9);
  const auto nth = times.begin() + static_cast<std::ptrdiff_t>(std::max(rank, 1.0)) - 1;
  std::nth_element(times.begin(), nth, times.end());
  return *nth;
}

}  // namespace jingwei
