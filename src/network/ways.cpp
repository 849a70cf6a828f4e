#include "network/ways.hpp"

#include <algorithm>
#include <cmath>

#include "base/parallel.hpp"

namespace jingwei {
namespace {

std::uint64_t whole_mm(double metres) {
  return static_cast<std::uint64_t>(std::llround(metres * 1000));
}

/// A part of an edge between two shares of it, in the direction of the label.
WayCost part_cost(const NetworkData& data, std::uint32_t label, double share) {
  const std::uint32_t edge = edge_of(label);
  const Cost whole = data.cost(label);
  if (whole == unreachable) return {};
  return {partial_cost(share, whole), whole_mm(share * data.edges.length_m(edge))};
}

WayCost sum_of(const WayCost& a, const WayCost& b, Cost limit) {
  const Cost time = add_costs(a.time, b.time, limit);
  return time == unreachable ? WayCost{} : WayCost{time, a.length_mm + b.length_mm};
}

/// How a place is left or reached: over a part of its edge, from or to a state of the graph.
struct Connection {
  std::uint32_t node;
  Step step;
};
std::vector<Connection> departures(const NetworkData& data, const NetworkPlace& place) {
  const double f = place.fraction;
  const std::uint32_t forward = 2 * place.edge, backward = forward + 1;
  std::vector<Connection> all;
  if (data.forward[place.edge] != unreachable)
    all.push_back({data.states.end[forward], {forward, f, 1, part_cost(data, forward, 1 - f)}});
  if (data.backward[place.edge] != unreachable)
    all.push_back({data.states.end[backward], {backward, 1 - f, 1, part_cost(data, backward, f)}});
  return all;
}
std::vector<Connection> arrivals(const NetworkData& data, const NetworkPlace& place) {
  std::vector<Connection> all;
  const auto reach = [&](std::uint32_t label, double share) {
    const Step step{label, 0, share, part_cost(data, label, share)};
    all.push_back({data.states.start[label], step});
    for (const TurnStates::Copy& copy : data.states.copies_of(label)) all.push_back({copy.start, step});
  };
  if (data.forward[place.edge] != unreachable) reach(2 * place.edge, place.fraction);
  if (data.backward[place.edge] != unreachable) reach(2 * place.edge + 1, 1 - place.fraction);
  return all;
}

/// From one place to another on the same edge, without leaving it; nothing where that is not open.
std::optional<Step> direct_step(const NetworkData& data, const NetworkPlace& from, const NetworkPlace& to) {
  if (from.edge != to.edge) return std::nullopt;
  std::optional<Step> best;
  // The share is told apart, as 1 − b less 1 − a is not b less a to the last bit.
  const auto consider = [&](std::uint32_t label, double a, double b, double share) {
    const Step step{label, a, b, share < 0 ? WayCost{} : part_cost(data, label, share)};
    if (step.cost.time != unreachable && (!best || step.cost < best->cost)) best = step;
  };
  consider(2 * from.edge, from.fraction, to.fraction, to.fraction - from.fraction);
  consider(2 * from.edge + 1, 1 - from.fraction, 1 - to.fraction, from.fraction - to.fraction);
  return best;
}

std::vector<WaySeed> seeds_of(const std::vector<Connection>& connections) {
  std::vector<WaySeed> seeds;
  for (const Connection& connection : connections) seeds.push_back({connection.node, connection.step.cost});
  return seeds;
}

/// The best arrival at a place, and its cost; its number is that of the connection, or of none.
struct Arrival {
  WayCost cost;
  std::size_t connection = 0;
  bool direct = false;
};
Arrival best_arrival(const NetworkData& data, const WaySearch& search, const NetworkPlace& from,
                     const NetworkPlace& to, const std::vector<Connection>& ends, Cost limit) {
  Arrival best;
  if (const auto step = direct_step(data, from, to); step && step->cost.time <= limit)
    best = {step->cost, 0, true};
  for (std::size_t i = 0; i < ends.size(); ++i) {
    const WayCost cost = sum_of(search.cost(ends[i].node), ends[i].step.cost, limit);
    if (cost < best.cost) best = {cost, i, false};
  }
  return best;
}

}  // namespace

void way_rows(const NetworkData& data, std::span<const NetworkPlace> origins,
              std::span<const NetworkPlace> destinations, Cost limit, Context& context,
              const std::function<void(std::size_t, std::span<const WayCost>)>& visit) {
  limit = std::min(limit, unreachable - 1);
  std::vector<std::vector<Connection>> ends(destinations.size());
  TargetNodes targets(data.graph.nodes());
  for (std::size_t j = 0; j < destinations.size(); ++j) {
    if (!destinations[j].snapped()) continue;
    ends[j] = arrivals(data, destinations[j]);
    for (const Connection& end : ends[j]) targets.add(end.node);
  }
  parallel_for(origins.size(), context, [&](std::size_t begin, std::size_t end) {
    WaySearch search(data.graph.nodes());
    std::vector<WayCost> row(destinations.size());
    for (std::size_t i = begin; i < end; ++i) {
      std::fill(row.begin(), row.end(), WayCost{});
      if (origins[i].snapped()) {
        search.run(data.graph, data.arc_lengths_mm, seeds_of(departures(data, origins[i])), limit, &targets);
        for (std::size_t j = 0; j < destinations.size(); ++j)
          if (destinations[j].snapped())
            row[j] = best_arrival(data, search, origins[i], destinations[j], ends[j], limit).cost;
      }
      visit(i, row);
    }
  });
}

void search_ways(const NetworkData& data, const NetworkPlace& from, std::span<const NetworkPlace> to,
                 Cost limit, WaySearch& search) {
  TargetNodes targets(data.graph.nodes());
  for (const NetworkPlace& place : to)
    if (place.snapped())
      for (const Connection& end : arrivals(data, place)) targets.add(end.node);
  search.run(data.graph, data.arc_lengths_mm, seeds_of(departures(data, from)),
             std::min(limit, unreachable - 1), &targets);
}

std::optional<std::vector<Step>> steps_to(const NetworkData& data, const NetworkPlace& from,
                                          const NetworkPlace& to, Cost limit, const WaySearch& search) {
  if (!to.snapped()) return std::nullopt;
  limit = std::min(limit, unreachable - 1);
  const auto starts = departures(data, from), ends = arrivals(data, to);
  const Arrival arrival = best_arrival(data, search, from, to, ends, limit);
  if (arrival.cost.time == unreachable) return std::nullopt;
  std::vector<Step> steps;
  if (arrival.direct) {
    steps.push_back(*direct_step(data, from, to));
  } else {
    steps.push_back(ends[arrival.connection].step);
    std::uint32_t node = ends[arrival.connection].node;
    for (std::uint32_t arc = search.arc(node); arc != WaySearch::no_arc; arc = search.arc(node)) {
      steps.push_back(
          {data.graph.labels[arc], 0, 1, {data.graph.targets[arc].cost, data.arc_lengths_mm[arc]}});
      node = search.before(node);
    }
    const auto start = std::ranges::find_if(starts, [&](const Connection& candidate) {
      return candidate.node == node && candidate.step.cost == search.cost(node);
    });
    steps.push_back(start->step);
    std::ranges::reverse(steps);
  }
  std::erase_if(steps, [](const Step& step) { return step.cost == WayCost{0, 0} && !is_link(step.label); });
  return steps;
}

}  // namespace jingwei
