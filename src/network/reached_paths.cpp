#include <algorithm>
#include <tuple>

#include "network/network_data.hpp"

namespace jingwei {
namespace {

/// A reached part of an edge, as shares of its length.
struct Interval {
  std::uint32_t edge;
  double from, to;
};

double clamped(double share) {
  return std::clamp(share, 0.0, 1.0);
}

/// How far `budget` goes on an edge, as a share of it.
double share_of(Cost budget, Cost whole) {
  return whole == 0 ? 1 : clamped(static_cast<double>(budget) / whole);
}

/// The parts of edges that begin at settled nodes. A search in the reversed graph comes to forward arcs at
/// their head, so the part that still reaches the place lies before the head.
void add_from_nodes(const Graph& graph, const Search& search, Cost limit, Network::Direction direction,
                    std::vector<Interval>& intervals) {
  for (const std::uint32_t node : search.settled()) {
    const Cost budget = limit - search.cost(node);
    for (std::uint32_t arc = graph.first[node]; arc < graph.first[node + 1]; ++arc) {
      const std::uint32_t label = graph.labels[arc];
      if (label == no_label) continue;
      const double share = share_of(budget, graph.targets[arc].cost);
      const bool from_tail = (label % 2 == 0) == (direction == Network::Direction::from_place);
      intervals.push_back(from_tail ? Interval{label / 2, 0, share} : Interval{label / 2, 1 - share, 1});
    }
  }
}

/// The part of the place's own edge on its two sides.
void add_around(const NetworkData& data, const NetworkPlace& place, Cost limit, Network::Direction direction,
                std::vector<Interval>& intervals) {
  const bool from = direction == Network::Direction::from_place;
  const Cost ahead = from ? data.forward[place.edge] : data.backward[place.edge];
  const Cost behind = from ? data.backward[place.edge] : data.forward[place.edge];
  const double f = place.fraction;
  if (ahead != unreachable) intervals.push_back({place.edge, f, clamped(f + share_of(limit, ahead))});
  if (behind != unreachable) intervals.push_back({place.edge, clamped(f - share_of(limit, behind)), f});
}

/// Overlapping and touching parts of one edge joined, in the order of the edges.
std::vector<Interval> merged(std::vector<Interval> intervals) {
  std::sort(intervals.begin(), intervals.end(), [](const Interval& a, const Interval& b) {
    return std::tie(a.edge, a.from, a.to) < std::tie(b.edge, b.from, b.to);
  });
  std::vector<Interval> result;
  for (const Interval& interval : intervals) {
    if (!result.empty() && result.back().edge == interval.edge && interval.from <= result.back().to) {
      result.back().to = std::max(result.back().to, interval.to);
    } else {
      result.push_back(interval);
    }
  }
  return result;
}

}  // namespace

std::vector<Path> reached_paths(const NetworkData& data, std::span<const NetworkPlace> places, Cost limit,
                                Network::Direction direction) {
  limit = std::min(limit, unreachable - 1);
  const Graph& graph = direction == Network::Direction::from_place ? data.graph : data.reverse;
  std::vector<Seed> seeds;
  std::vector<Interval> intervals;
  for (const NetworkPlace& place : places) {
    if (!place.snapped()) continue;
    add_seeds(data, place, direction, seeds);
    add_around(data, place, limit, direction, intervals);
  }
  auto search = data.searches->lease();
  search->run(graph, seeds, limit);
  add_from_nodes(graph, *search, limit, direction, intervals);
  std::vector<Path> paths;
  for (const Interval& part : merged(std::move(intervals))) {
    if (!(part.from < part.to)) continue;
    const double length_m = data.edges.length_m(part.edge);
    paths.push_back(data.edges.part(part.edge, part.from * length_m, part.to * length_m));
  }
  return paths;
}

}  // namespace jingwei
