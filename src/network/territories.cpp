#include "network/territories.hpp"

#include <algorithm>
#include <cassert>
#include <limits>
#include <utility>

#include "network/network_data.hpp"

namespace jingwei {
namespace {

/// One way to a place from the places of an edge: its cost is linear between two shares of it.
struct Way {
  std::uint32_t edge;
  double from, to;  // shares of the edge
  double at_zero,
      by_one;  // in milliseconds: at the edge's beginning, were it used there, and along all of it
  std::uint32_t place;
  double cost(double share) const { return at_zero + by_one * share; }
};

/// Ways through the ends of edges; nobody leaves a train between stations.
void add_through_nodes(const NetworkData& data, std::span<const NearestSource> nearest,
                       Network::Direction direction, std::vector<Way>& ways) {
  const bool from_place = direction == Network::Direction::from_place;
  const Graph& graph = from_place ? data.graph : data.reverse;
  for (std::uint32_t node = 0; node < graph.nodes(); ++node) {
    if (nearest[node].cost == unreachable) continue;
    const auto cost = static_cast<double>(nearest[node].cost);
    for (std::uint32_t arc = graph.first[node]; arc < graph.first[node + 1]; ++arc) {
      const std::uint32_t label = graph.labels[arc];
      if (!is_edge(label) || data.edges.kind[edge_of(label)] == EdgeKind::rail) continue;
      const auto whole = static_cast<double>(graph.targets[arc].cost);
      const bool at_tail = runs_forward(label) == from_place;
      ways.push_back({edge_of(label), 0, 1, at_tail ? cost : cost + whole, at_tail ? whole : -whole,
                      nearest[node].source});
    }
  }
}

/// Ways along the place's own edge.
void add_along(const NetworkData& data, const NetworkPlace& place, std::uint32_t number,
               Network::Direction direction, std::vector<Way>& ways) {
  const bool from_place = direction == Network::Direction::from_place;
  const Cost ahead = from_place ? data.forward[place.edge] : data.backward[place.edge];
  const Cost behind = from_place ? data.backward[place.edge] : data.forward[place.edge];
  const double f = place.fraction;
  if (ahead != unreachable)
    ways.push_back({place.edge, f, 1, -f * ahead, static_cast<double>(ahead), number});
  if (behind != unreachable)
    ways.push_back({place.edge, 0, f, f * behind, -static_cast<double>(behind), number});
}

/// Where along an edge the cheapest way may change, or a limit may be reached.
std::vector<double> cuts_of(std::span<const Way> ways, std::span<const Cost> limits) {
  std::vector<double> cuts{0, 1};
  const auto cut_where = [&](double cost, double by_one) {
    if (by_one != 0 && cost / by_one > 0 && cost / by_one < 1) cuts.push_back(cost / by_one);
  };
  for (std::size_t i = 0; i < ways.size(); ++i) {
    cuts.push_back(ways[i].from);
    cuts.push_back(ways[i].to);
    for (const Cost limit : limits) cut_where(limit - ways[i].at_zero, ways[i].by_one);
    for (std::size_t j = 0; j < i; ++j)
      cut_where(ways[j].at_zero - ways[i].at_zero, ways[i].by_one - ways[j].by_one);
  }
  std::ranges::sort(cuts);
  return cuts;
}

/// The label of a share of an edge; nothing where it is not reached.
std::optional<std::uint32_t> label_at(double share, std::span<const Way> ways, std::span<const Cost> limits) {
  std::pair best{std::numeric_limits<double>::infinity(), std::uint32_t{0}};  // cost, place
  for (const Way& way : ways)
    if (way.from <= share && share <= way.to) best = std::min(best, {way.cost(share), way.place});
  const auto limit = std::ranges::find_if(limits, [&](Cost reach) { return best.first <= reach; });
  if (limit == limits.end()) return std::nullopt;
  return static_cast<std::uint32_t>(best.second * limits.size() +
                                    static_cast<std::size_t>(limit - limits.begin()));
}

/// The parts of one edge, each as long as its label stays.
void append_parts(const NetworkData& data, std::span<const Way> ways, std::span<const Cost> limits,
                  LabelledLines& lines) {
  const std::uint32_t edge = ways.front().edge;
  const double length_m = data.edges.length_m(edge);
  const std::vector<double> cuts = cuts_of(ways, limits);
  std::optional<std::uint32_t> label;
  double from = 0;
  const auto end_at = [&](double to) {
    if (!label || !(from < to)) return;
    lines.lines.push_back(data.edges.part(edge, from * length_m, to * length_m));
    lines.labels.push_back(*label);
  };
  for (std::size_t i = 1; i < cuts.size(); ++i) {
    constexpr double no_length = 1e-12;
    if (cuts[i] - cuts[i - 1] < no_length) continue;
    const auto here = label_at((cuts[i - 1] + cuts[i]) / 2, ways, limits);
    if (here == label) continue;
    end_at(cuts[i - 1]);
    label = here;
    from = cuts[i - 1];
  }
  end_at(1);
}

}  // namespace

LabelledLines territories(const Network& network, std::span<const NetworkPlace> places,
                          std::span<const Cost> limits, Network::Direction direction) {
  assert(!limits.empty() && std::ranges::is_sorted(limits));
  const NetworkData& data = data_of(network);
  std::vector<SourceSeed> sources;
  std::vector<Seed> seeds;
  std::vector<Way> ways;
  for (std::uint32_t place = 0; place < places.size(); ++place) {
    if (!places[place].snapped()) continue;
    seeds.clear();
    add_seeds(data, places[place], direction, seeds);
    for (const Seed& seed : seeds) sources.push_back({seed.node, seed.cost, place});
    add_along(data, places[place], place, direction, ways);
  }
  const bool from_place = direction == Network::Direction::from_place;
  add_through_nodes(data, nearest_sources(from_place ? data.graph : data.reverse, sources, limits.back()),
                    direction, ways);
  std::ranges::stable_sort(ways, {}, &Way::edge);
  LabelledLines lines;
  for (auto first = ways.begin(); first != ways.end();) {
    const auto last =
        std::find_if(first, ways.end(), [&](const Way& way) { return way.edge != first->edge; });
    append_parts(data, {first, last}, limits, lines);
    first = last;
  }
  return lines;
}

}  // namespace jingwei
