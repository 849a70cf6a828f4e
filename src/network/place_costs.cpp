#include "network/place_costs.hpp"

#include <algorithm>

#include "base/parallel.hpp"

namespace jingwei {
namespace {

using Direction = Network::Direction;

Direction opposite(Direction direction) {
  return direction == Direction::from_place ? Direction::to_place : Direction::from_place;
}

/// How the places of a row are reached: over the nodes where their edges are entered.
struct Entries {
  std::vector<std::size_t> first{0};
  std::vector<Seed> seeds;
  TargetNodes nodes;

  Entries(const NetworkData& data, std::span<const NetworkPlace> places, Direction direction)
      : nodes(data.graph.nodes()) {
    for (const NetworkPlace& place : places) {
      if (place.snapped()) add_seeds(data, place, direction, seeds);
      first.push_back(seeds.size());
    }
    for (const Seed& seed : seeds) nodes.add(seed.node);
  }
};

Cost same_edge(const NetworkData& data, const NetworkPlace& source, const NetworkPlace& place,
               Direction direction, Cost limit) {
  const Cost cost =
      direction == Direction::from_place ? along_edge(data, source, place) : along_edge(data, place, source);
  return cost <= limit ? cost : unreachable;
}

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
  limit = std::min(limit, unreachable - 1);
  const Graph& graph = direction == Direction::from_place ? data.graph : data.reverse;
  const Entries entries(data, places, opposite(direction));
  parallel_for(sources.size(), context, [&](std::size_t begin, std::size_t end) {
    auto search = data.searches->lease();
    std::vector<Seed> seeds;
    std::vector<Cost> row(places.size());
    for (std::size_t i = begin; i < end; ++i) {
      const NetworkPlace& source = sources[i];
      std::fill(row.begin(), row.end(), unreachable);
      if (source.snapped()) {
        seeds.clear();
        add_seeds(data, source, direction, seeds);
        search->run(graph, seeds, limit, &entries.nodes);
        for (std::size_t j = 0; j < places.size(); ++j) {
          if (places[j].edge == source.edge) row[j] = same_edge(data, source, places[j], direction, limit);
          for (std::size_t e = entries.first[j]; e < entries.first[j + 1]; ++e) {
            row[j] = std::min(row[j],
                              add_costs(search->cost(entries.seeds[e].node), entries.seeds[e].cost, limit));
          }
        }
      }
      visit(i, row);
    }
  });
}

std::vector<NearestSource> nearest_destinations(const NetworkData& data,
                                                std::span<const NetworkPlace> origins,
                                                std::span<const NetworkPlace> destinations, Cost limit,
                                                Context& context) {
  limit = std::min(limit, unreachable - 1);
  std::vector<SourceSeed> seeds;
  std::vector<Seed> ends;
  std::vector<std::uint32_t> by_edge;  // destinations by edge, for those that share the origin's
  for (std::uint32_t j = 0; j < destinations.size(); ++j) {
    if (!destinations[j].snapped()) continue;
    by_edge.push_back(j);
    ends.clear();
    add_seeds(data, destinations[j], Direction::to_place, ends);
    for (const Seed& end : ends) seeds.push_back({end.node, end.cost, j});
  }
  const auto edge_of = [&](std::uint32_t j) { return destinations[j].edge; };
  std::stable_sort(by_edge.begin(), by_edge.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return edge_of(a) < edge_of(b); });
  const auto labels = nearest_sources(data.reverse, seeds, limit);
  std::vector<NearestSource> result(origins.size());
  parallel_for(origins.size(), context, [&](std::size_t begin, std::size_t end) {
    std::vector<Seed> starts;
    for (std::size_t i = begin; i < end; ++i) {
      const NetworkPlace& origin = origins[i];
      if (!origin.snapped()) continue;
      starts.clear();
      add_seeds(data, origin, Direction::from_place, starts);
      const auto consider = [&](Cost cost, std::uint32_t destination) {
        if (cost <= limit) result[i] = std::min(result[i], NearestSource{cost, destination});
      };
      for (const Seed& start : starts)
        consider(add_costs(start.cost, labels[start.node].cost, limit), labels[start.node].source);
      auto same = std::lower_bound(by_edge.begin(), by_edge.end(), origin.edge,
                                   [&](std::uint32_t j, std::uint32_t edge) { return edge_of(j) < edge; });
      for (; same != by_edge.end() && edge_of(*same) == origin.edge; ++same)
        consider(along_edge(data, origin, destinations[*same]), *same);
    }
  });
  return result;
}

}  // namespace jingwei
