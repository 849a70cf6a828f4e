#include "network/place_costs.hpp"

#include <algorithm>

#include "base/parallel.hpp"
#include "network/sweep_nearest.hpp"

namespace jingwei {
namespace {

using Direction = Network::Direction;

Direction opposite(Direction direction) {
  return direction == Direction::from_place ? Direction::to_place : Direction::from_place;
}

CostDirection cost_direction(Direction direction) {
  return direction == Direction::from_place ? CostDirection::from_source : CostDirection::to_source;
}

/// Where searches from (or to) the places start; a place that is not snapped has an empty list.
SeedLists seed_lists(const NetworkData& data, std::span<const NetworkPlace> places, Direction direction) {
  SeedLists lists;
  std::vector<Seed> seeds;
  for (const NetworkPlace& place : places) {
    seeds.clear();
    if (place.snapped()) add_seeds(data, place, direction, seeds);
    lists.append(seeds);
  }
  return lists;
}

/// Places by their edge, for ways that do not leave it.
class PlacesByEdge {
 public:
  explicit PlacesByEdge(std::span<const NetworkPlace> places) {
    for (std::uint32_t i = 0; i < places.size(); ++i)
      if (places[i].snapped()) m_places.push_back({places[i].edge, i});
    std::ranges::stable_sort(m_places, {}, &Item::edge);
  }
  struct Item {
    std::uint32_t edge, place;
  };
  /// The places on the edge by ascending number.
  std::span<const Item> on(std::uint32_t edge) const {
    const auto first = std::ranges::lower_bound(m_places, edge, {}, &Item::edge);
    return {first, std::ranges::upper_bound(first, m_places.end(), edge, {}, &Item::edge)};
  }

 private:
  std::vector<Item> m_places;
};

}  // namespace

void add_seeds(const NetworkData& data, const NetworkPlace& place, Direction direction,
               std::vector<Seed>& seeds) {
  const std::uint32_t forward = 2 * place.edge, backward = forward + 1;
  const Cost along = data.forward[place.edge], against = data.backward[place.edge];
  if (direction == Direction::from_place) {
    if (along != unreachable)
      seeds.push_back({data.states.end[forward], partial_cost(1 - place.fraction, along)});
    if (against != unreachable)
      seeds.push_back({data.states.end[backward], partial_cost(place.fraction, against)});
    return;
  }
  const auto reach = [&](std::uint32_t label, Cost cost) {
    seeds.push_back({data.states.start[label], cost});
    for (const TurnStates::Copy& copy : data.states.copies_of(label)) seeds.push_back({copy.start, cost});
  };
  if (along != unreachable) reach(forward, partial_cost(place.fraction, along));
  if (against != unreachable) reach(backward, partial_cost(1 - place.fraction, against));
}

Cost along_edge(const NetworkData& data, const NetworkPlace& from, const NetworkPlace& to) {
  if (from.edge != to.edge) return unreachable;
  Cost best = unreachable;
  if (to.fraction >= from.fraction) best = partial_cost(to.fraction - from.fraction, data.forward[from.edge]);
  if (to.fraction <= from.fraction)
    best = std::min(best, partial_cost(from.fraction - to.fraction, data.backward[from.edge]));
  return best;
}

void cost_rows(const NetworkData& data, std::span<const NetworkPlace> sources,
               std::span<const NetworkPlace> places, Cost limit, Direction direction, Context& context,
               const std::function<void(std::size_t, std::span<const Cost>)>& visit) {
  const CostSweeps& over = data.costs(context);
  const SweepTargets targets(over.metric, seed_lists(data, places, opposite(direction)),
                             cost_direction(direction));
  const PlacesByEdge by_edge(places);
  const auto complete = [&](std::size_t i, std::span<Cost> row) {
    for (const auto& [edge, j] : by_edge.on(sources[i].edge)) {
      const Cost cost = direction == Direction::from_place ? along_edge(data, sources[i], places[j])
                                                           : along_edge(data, places[j], sources[i]);
      if (cost <= limit) row[j] = std::min(row[j], cost);
    }
    visit(i, row);
  };
  over.sweeps.to_targets(seed_lists(data, sources, direction), targets, limit, context, complete);
}

std::vector<NearestSource> nearest_destinations(const NetworkData& data,
                                                std::span<const NetworkPlace> origins,
                                                std::span<const NetworkPlace> destinations, Cost limit,
                                                Context& context) {
  const CostSweeps& over = data.costs(context);
  const NearestLists lists =
      nearest_facilities(over.metric, seed_lists(data, destinations, Direction::to_place), 1,
                         CostDirection::to_source, limit, context);
  const PlacesByEdge by_edge(destinations);
  std::vector<NearestSource> result(origins.size());
  parallel_for(origins.size(), context, [&](std::size_t begin, std::size_t end) {
    std::vector<Seed> starts;
    for (std::size_t i = begin; i < end; ++i) {
      const NetworkPlace& origin = origins[i];
      if (!origin.snapped()) continue;
      const auto consider = [&](Cost cost, std::uint32_t destination) {
        if (cost <= limit && cost != unreachable)
          result[i] = std::min(result[i], NearestSource{cost, destination});
      };
      starts.clear();
      add_seeds(data, origin, Direction::from_place, starts);
      for (const Seed& start : starts) {
        const std::uint32_t position = over.hierarchy.position(start.node);
        if (lists.size(position) == 0) continue;
        const NearestLists::Item nearest = lists.item(position, 0);
        consider(add_costs(start.cost, nearest.cost), nearest.facility);
      }
      for (const auto& [edge, j] : by_edge.on(origin.edge))
        consider(along_edge(data, origin, destinations[j]), j);
    }
  });
  return result;
}

}  // namespace jingwei
