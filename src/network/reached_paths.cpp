#include "network/reached_parts.hpp"

#include <algorithm>
#include <tuple>

namespace jingwei {
namespace {

double clamped(double share) {
  return std::clamp(share, 0.0, 1.0);
}

/// How far `budget` goes on an edge, as a share of it.
double share_of(Cost budget, Cost whole) {
  return whole == 0 ? 1 : clamped(static_cast<double>(budget) / whole);
}

/// The parts of edges that begin at settled nodes; nobody leaves a train
/// between stations. A search in the reversed graph comes to forward arcs at
/// their head, so the part that still reaches the place lies before the head.
void add_from_nodes(const NetworkData& data, const Search& search, Cost limit, Network::Direction direction,
                    std::vector<ReachedPart>& parts) {
  const Graph& graph = direction == Network::Direction::from_place ? data.graph : data.reverse;
  for (const std::uint32_t node : search.settled()) {
    if (search.cost(node) > limit) break;  // they come by ascending cost
    const Cost budget = limit - search.cost(node);
    for (std::uint32_t arc = graph.first[node]; arc < graph.first[node + 1]; ++arc) {
      const std::uint32_t label = graph.labels[arc];
      if (!is_edge(label) || data.edges.kind[edge_of(label)] == EdgeKind::rail) continue;
      const double share = share_of(budget, graph.targets[arc].cost);
      const bool from_tail = runs_forward(label) == (direction == Network::Direction::from_place);
      parts.push_back(from_tail ? ReachedPart{edge_of(label), 0, share}
                                : ReachedPart{edge_of(label), 1 - share, 1});
    }
  }
}

/// The part of the place's own edge on its two sides.
void add_around(const NetworkData& data, const NetworkPlace& place, Cost limit, Network::Direction direction,
                std::vector<ReachedPart>& parts) {
  const bool from = direction == Network::Direction::from_place;
  const Cost ahead = from ? data.forward[place.edge] : data.backward[place.edge];
  const Cost behind = from ? data.backward[place.edge] : data.forward[place.edge];
  const double f = place.fraction;
  if (ahead != unreachable) parts.push_back({place.edge, f, clamped(f + share_of(limit, ahead))});
  if (behind != unreachable) parts.push_back({place.edge, clamped(f - share_of(limit, behind)), f});
}

/// Overlapping and touching parts of one edge joined, in the order of the
/// edges.
std::vector<ReachedPart> merged(std::vector<ReachedPart> parts) {
  std::sort(parts.begin(), parts.end(), [](const ReachedPart& a, const ReachedPart& b) {
    return std::tie(a.edge, a.from, a.to) < std::tie(b.edge, b.from, b.to);
  });
  std::vector<ReachedPart> result;
  for (const ReachedPart& part : parts) {
    if (!result.empty() && result.back().edge == part.edge && part.from <= result.back().to) {
      result.back().to = std::max(result.back().to, part.to);
    } else {
      result.push_back(part);
    }
  }
  return result;
}

}  // namespace

std::vector<ReachStart> starts_at(std::span<const NetworkPlace> places) {
  std::vector<ReachStart> starts;
  for (const NetworkPlace& place : places)
    if (place.snapped()) starts.push_back({place, 0});
  return starts;
}

void search_from(const NetworkData& data, std::span<const ReachStart> starts, Cost limit,
                 Network::Direction direction, Search& search) {
  std::vector<Seed> seeds;
  for (const ReachStart& start : starts) {
    const std::size_t first = seeds.size();
    add_seeds(data, start.place, direction, seeds);
    for (std::size_t i = first; i < seeds.size(); ++i) seeds[i].cost = add_costs(seeds[i].cost, start.spent);
  }
  search.run(direction == Network::Direction::from_place ? data.graph : data.reverse, seeds, limit);
}

std::vector<ReachedPart> reached_parts(const NetworkData& data, std::span<const ReachStart> starts,
                                       const Search& search, Cost limit, Network::Direction direction) {
  limit = std::min(limit, unreachable - 1);
  std::vector<ReachedPart> parts;
  for (const ReachStart& start : starts)
    if (start.spent <= limit) add_around(data, start.place, limit - start.spent, direction, parts);
  add_from_nodes(data, search, limit, direction, parts);
  return merged(std::move(parts));
}

std::vector<Path> paths_of(const NetworkData& data, std::span<const ReachedPart> parts) {
  std::vector<Path> paths;
  for (const ReachedPart& part : parts) {
    if (!(part.from < part.to)) continue;
    const double length_m = data.edges.length_m(part.edge);
    paths.push_back(data.edges.part(part.edge, part.from * length_m, part.to * length_m));
  }
  return paths;
}

std::vector<Path> reached_paths(const NetworkData& data, std::span<const NetworkPlace> places, Cost limit,
                                Network::Direction direction) {
  auto search = data.searches.lease(data.graph.nodes());
  const std::vector<ReachStart> starts = starts_at(places);
  search_from(data, starts, limit, direction, *search);
  return paths_of(data, reached_parts(data, starts, *search, limit, direction));
}

}  // namespace jingwei
