#include "network/route.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <map>
#include <utility>

#include "base/parallel.hpp"
#include "network/network.hpp"
#include "network/ways.hpp"

namespace jingwei {
namespace {

LegMode mode_of(EdgeKind kind) {
  switch (kind) {
    case EdgeKind::street:
      return LegMode::street;
    case EdgeKind::motorway:
      return LegMode::motorway;
    case EdgeKind::expressway:
      return LegMode::expressway;
    case EdgeKind::rail:
      return LegMode::rail;
  }
  return LegMode::street;
}

LegMode mode_of(LinkKind kind) {
  switch (kind) {
    case LinkKind::board:
      return LegMode::wait;
    case LinkKind::alight:
      return LegMode::rail;
    case LinkKind::transfer:
      return LegMode::transfer;
    case LinkKind::station_access:
      return LegMode::walk;
    case LinkKind::ramp:
      return LegMode::ramp;
  }
  return LegMode::walk;
}

/// One step as a leg of its own.
Leg leg_of(const NetworkData& data, const Step& step) {
  Leg leg;
  leg.time = step.cost.time;
  leg.distance_m = static_cast<double>(step.cost.length_mm) / 1000;
  if (is_link(step.label)) {
    const Link& link = data.links[link_of(step.label)];
    leg.mode = mode_of(link.kind);
    const bool of_line = link.kind == LinkKind::board || link.kind == LinkKind::alight;
    leg.name = of_line ? data.line_names[link.trunk] : data.access_names[link.access];
    return leg;
  }
  const std::uint32_t edge = edge_of(step.label);
  const EdgeKind kind = data.edges.kind[edge];
  leg.mode = mode_of(kind);
  leg.name = data.name_of(edge);
  if (leg.name.zh.empty()) leg.road_class = data.class_of(edge);
  const double length_m = data.edges.length_m(edge);
  if (!(step.from < step.to)) return leg;
  if (runs_forward(step.label)) {
    leg.path = data.edges.part(edge, step.from * length_m, step.to * length_m);
  } else {
    leg.path = data.edges.part(edge, (1 - step.to) * length_m, (1 - step.from) * length_m);
    std::ranges::reverse(leg.path);
  }
  return leg;
}

bool same_line(const Leg& a, const Leg& b) {
  return a.mode == b.mode && a.name == b.name && a.road_class == b.road_class;
}

void append(Leg& leg, const Leg& more) {
  leg.time += more.time;
  leg.distance_m += more.distance_m;
  for (const Point point : more.path)
    if (leg.path.empty() || point != leg.path.back()) leg.path.push_back(point);
}

/// Links have no line of their own: they are drawn straight between what they join.
void draw_links(std::vector<Leg>& legs) {
  for (std::size_t i = 1; i + 1 < legs.size(); ++i) {
    if (!legs[i].path.empty() || legs[i - 1].path.empty()) continue;
    const auto next = std::find_if(legs.begin() + static_cast<std::ptrdiff_t>(i) + 1, legs.end(),
                                   [](const Leg& leg) { return !leg.path.empty(); });
    const bool moves =
        legs[i].mode == LegMode::walk || legs[i].mode == LegMode::ramp || legs[i].mode == LegMode::transfer;
    if (!moves || next == legs.end()) continue;
    const Point from = legs[i - 1].path.back(), to = next->path.front();
    if (from != to) legs[i].path = {from, to};
  }
}

Route route_of(const NetworkData& data, const std::vector<Step>& steps) {
  Route route;
  std::uint64_t length_mm = 0;
  Cost first_turn = 0;
  for (const Step& step : steps) {
    route.time += step.cost.time;
    length_mm += step.cost.length_mm;
    if (step.label == no_label) {  // a turn belongs to the leg that it ends, or to the first
      (route.legs.empty() ? first_turn : route.legs.back().time) += step.cost.time;
      continue;
    }
    Leg leg = leg_of(data, step);
    const bool stays = leg.time == 0 && leg.distance_m == 0;  // a turn at most
    if (route.legs.empty() && stays) continue;
    leg.time += std::exchange(first_turn, 0);
    if (!route.legs.empty() && (stays || same_line(route.legs.back(), leg)))
      append(route.legs.back(), leg);
    else
      route.legs.push_back(std::move(leg));
  }
  route.distance_m = static_cast<double>(length_mm) / 1000;
  draw_links(route.legs);
  return route;
}

using Groups = std::vector<std::vector<std::size_t>>;

/// The numbers of the pairs that begin at one place, which share a search; those that begin nowhere left out.
Groups by_start(std::span<const NetworkPlace> from) {
  std::map<std::pair<std::uint32_t, double>, std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < from.size(); ++i)
    if (from[i].snapped()) groups[{from[i].edge, from[i].fraction}].push_back(i);
  Groups result;
  for (auto& [place, pairs] : groups) result.push_back(std::move(pairs));
  return result;
}

}  // namespace

std::string_view to_text(LegMode mode) {
  constexpr std::array<std::string_view, 10> names{"street", "motorway", "expressway", "ramp",     "walk",
                                                   "bike",   "wait",     "rail",       "transfer", "ride"};
  return names[static_cast<std::size_t>(mode)];
}

std::vector<std::optional<Route>> Network::routes(std::span<const NetworkPlace> from,
                                                  std::span<const NetworkPlace> to, Cost limit,
                                                  Context& context) const {
  assert(from.size() == to.size());
  const NetworkData& data = network_data();
  const Groups groups = by_start(from);
  std::vector<std::optional<Route>> routes(from.size());
  parallel_for(groups.size(), context, [&](std::size_t begin, std::size_t end) {
    WaySearch search(data.graph.nodes());
    std::vector<NetworkPlace> ends;
    for (std::size_t g = begin; g < end; ++g) {
      const NetworkPlace& start = from[groups[g].front()];
      ends.clear();
      for (const std::size_t i : groups[g]) ends.push_back(to[i]);
      search_ways(data, start, ends, limit, search);
      for (const std::size_t i : groups[g])
        if (const auto steps = steps_to(data, start, to[i], limit, search))
          routes[i] = route_of(data, *steps);
    }
  });
  return routes;
}

}  // namespace jingwei
