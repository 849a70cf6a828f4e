#include "network/transit.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "base/parallel.hpp"
#include "geometry/crs.hpp"
#include "network/network_data.hpp"
#include "network/raptor.hpp"
#include "network/transit_walks.hpp"

namespace jingwei {
namespace {

std::vector<Seed> seeds_of(const Graph& access, std::uint32_t origin) {
  std::vector<Seed> seeds;
  for (const Graph::Target& walk : access.out(origin)) seeds.push_back({walk.head, walk.cost});
  return seeds;
}

/// Where the stops lie that have a street.
Envelope extent_of(std::span<const Point> points, std::span<const NetworkPlace> snapped) {
  Envelope extent;
  for (std::size_t i = 0; i < points.size(); ++i)
    if (snapped[i].snapped()) extent.expand(points[i]);
  return extent;
}

/// A feed often covers far more than the streets: stops beyond all that have a
/// street are told in one count.
void tell_unsnapped(const Network& walk, const TransitFeed& feed, std::span<const Point> points,
                    std::span<const NetworkPlace> snapped, std::vector<Issue>& issues) {
  const Text action{"不能在此上下车", "one can neither board nor alight there"};
  const Envelope extent = extent_of(points, snapped);
  std::size_t beyond = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (snapped[i].snapped()) continue;
    if (!extent.contains(points[i]))
      ++beyond;
    else
      issues.push_back(
          {Severity::warning,
           "unsnapped",
           feed.name,
           feed.stops[i].id,
           {format("站点“{}”附近没有网络 {} 的道路", feed.stops[i].name, walk.name()),
            format("no street of the network {} is near the stop “{}”", walk.name(), feed.stops[i].name)},
           action,
           wkb_of(points[i])});
  }
  if (beyond > 0)
    issues.push_back({Severity::warning,
                      "unsnapped",
                      feed.name,
                      {},
                      {format("{} 个站点在网络 {} 的道路范围之外", beyond, walk.name()),
                       format("{} stops lie beyond the streets of the network {}", beyond, walk.name())},
                      action,
                      {}});
}

std::vector<Point> points_of(const Network& walk, const TransitFeed& feed) {
  std::vector<Point> places;
  for (const TransitStop& stop : feed.stops) places.push_back(stop.place);
  return project(places, Crs::parse("EPSG:4326"), walk.crs());
}

std::vector<NetworkPlace> snapped_stops(const Network& walk, const TransitFeed& feed,
                                        std::span<const Point> points, std::vector<Issue>& issues,
                                        Context& context) {
  auto snapped = walk.snap(points, context);
  tell_unsnapped(walk, feed, points, snapped, issues);
  return snapped;
}

}  // namespace

TransitNetwork::TransitNetwork(const Network& walk, const TransitFeed& feed, std::vector<Issue>& issues,
                               Context& context)
    : m_walk(walk),
      m_on_street(data_of(walk).mode == "bike" ? LegMode::bike : LegMode::walk),
      m_timetable(static_cast<std::uint32_t>(feed.stops.size()), feed.trips),
      m_stop_points(points_of(walk, feed)),
      m_stops(snapped_stops(walk, feed, m_stop_points, issues, context)) {
  for (const TransitStop& stop : feed.stops) m_stop_names.push_back(stop.name.empty() ? stop.id : stop.name);
  for (const TripName& trip : feed.names) m_lines.push_back(trip.route);
  m_unsnapped = static_cast<std::size_t>(std::count_if(
      m_stops.begin(), m_stops.end(), [](const NetworkPlace& stop) { return !stop.snapped(); }));
}

TransitNetwork::Walks TransitNetwork::walks_of(std::span<const NetworkPlace> origins,
                                               std::span<const NetworkPlace> destinations,
                                               const TransitOptions& options, Cost limit,
                                               Context& context) const {
  const Cost walk_limit = std::min(limit, options.walk_limit);
  return {walks_between(m_walk, m_stops, m_stops, walk_limit, context),
          walks_between(m_walk, origins, m_stops, walk_limit, context),
          walks_between(m_walk, m_stops, destinations, walk_limit, context),
          walks_between(m_walk, origins, destinations, walk_limit, context)};
}

void TransitNetwork::for_each_origin(
    std::span<const NetworkPlace> origins, std::span<const NetworkPlace> destinations,
    const TransitOptions& options, Cost limit, Context& context,
    const std::function<void(std::size_t, std::span<const Cost>)>& visit) const {
  for_each_origin(walks_of(origins, destinations, options, limit, context), destinations.size(), options,
                  limit, context, visit);
}

void TransitNetwork::for_each_origin(
    const Walks& walks, std::size_t destinations, const TransitOptions& options, Cost limit, Context& context,
    const std::function<void(std::size_t, std::span<const Cost>)>& visit) const {
  assert(options.window > 0 && options.step > 0);
  const std::size_t departures = options.departures();
  parallel_for(walks.access.nodes(), context, [&](std::size_t begin, std::size_t end) {
    Raptor raptor(m_timetable, walks.transfers, {limit, options.max_rides, options.change_time});
    std::vector<Cost> times(departures * destinations);
    // When one arrives by the rides of this departure or, having waited, of
    // a later one.
    std::vector<TimeOfDay> arrivals(destinations);
    for (std::size_t i = begin; i < end; ++i) {
      const auto origin = static_cast<std::uint32_t>(i);
      const std::vector<Seed> seeds = seeds_of(walks.access, origin);
      std::fill(times.begin(), times.end(), unreachable);
      std::fill(arrivals.begin(), arrivals.end(), never);
      raptor.restart();
      for (std::size_t d = departures; d-- > 0;) {
        const auto departure = static_cast<TimeOfDay>(options.departure + d * options.step);
        raptor.run(seeds, departure);
        for (const std::uint32_t stop : raptor.improved())
          for (const Graph::Target& walk : walks.egress.out(stop))
            arrivals[walk.head] = std::min(arrivals[walk.head], add_costs(raptor.arrival(stop), walk.cost));
        const std::span<Cost> row = std::span(times).subspan(d * destinations, destinations);
        for (std::size_t j = 0; j < row.size(); ++j)
          if (arrivals[j] != never && arrivals[j] - departure <= limit) row[j] = arrivals[j] - departure;
        for (const Graph::Target& walk : walks.on_foot.out(origin))
          row[walk.head] = std::min(row[walk.head], walk.cost);
      }
      visit(i, times);
    }
  });
}

void TransitNetwork::for_each_cost(
    std::span<const NetworkPlace> origins, std::span<const NetworkPlace> destinations,
    const TransitOptions& options, Cost limit, Context& context,
    const std::function<void(std::size_t, std::span<const Cost>)>& visit) const {
  for_each_origin(origins, destinations, options, limit, context,
                  [&](std::size_t i, std::span<const Cost> times) {
                    visit(i, costs_at(times, destinations.size(), std::span(&options.percentile, 1)));
                  });
}

std::vector<Cost> TransitNetwork::costs(std::span<const NetworkPlace> origins,
                                        std::span<const NetworkPlace> destinations,
                                        const TransitOptions& options, Cost limit, Context& context) const {
  std::vector<Cost> result(origins.size() * destinations.size());
  for_each_cost(
      origins, destinations, options, limit, context, [&](std::size_t i, std::span<const Cost> costs) {
        std::copy(costs.begin(), costs.end(), result.begin() + static_cast<std::ptrdiff_t>(i * costs.size()));
      });
  return result;
}

std::vector<Cost> costs_at(std::span<const Cost> times, std::size_t destinations,
                           std::span<const double> percentiles) {
  std::vector<Cost> costs(percentiles.size() * destinations);
  std::vector<Cost> of_pair(destinations == 0 ? 0 : times.size() / destinations);
  for (std::size_t j = 0; j < destinations; ++j) {
    for (std::size_t d = 0; d < of_pair.size(); ++d) of_pair[d] = times[d * destinations + j];
    for (std::size_t p = 0; p < percentiles.size(); ++p)
      costs[p * destinations + j] = percentile_of(of_pair, percentiles[p]);
  }
  return costs;
}

std::size_t rank_of(std::size_t count, double percentile) {
  const double rank = std::ceil(percentile / 100 * static_cast<double>(count) - 1e-9);
  return static_cast<std::size_t>(std::max(rank, 1.0));
}

Cost percentile_of(std::span<Cost> times, double percentile) {
  assert(!times.empty() && percentile > 0 && percentile <= 100);
  const auto nth = times.begin() + static_cast<std::ptrdiff_t>(rank_of(times.size(), percentile)) - 1;
  std::nth_element(times.begin(), nth, times.end());
  return *nth;
}

}  // namespace jingwei
