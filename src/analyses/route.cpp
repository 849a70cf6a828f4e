// Which way does one take, and by which legs?
#include <algorithm>
#include <map>

#include "analyses/analysis.hpp"
#include "analyses/departures.hpp"
#include "analyses/describe.hpp"
#include "analyses/finish.hpp"
#include "analyses/output_layer.hpp"
#include "analyses/owned_rows.hpp"
#include "analyses/route_line.hpp"
#include "analyses/routes_between.hpp"
#include "analyses/row_issue.hpp"
#include "analyses/travel_times.hpp"

namespace jingwei {

using namespace literals;

enum class RoutePairs { nearest, same_key, all };

template <>
std::vector<Choice> choices_of<RoutePairs>() {
  return {{"nearest", {"每个出发地到最近的目的地", "each origin to its nearest destination"}},
          {"same_key", {"编号相同的出发地与目的地", "origins and destinations with the same ID"}},
          {"all", {"每个出发地到每个目的地", "each origin to every destination"}}};
}

namespace {

struct RouteOptions {
  RoutePairs pairs = RoutePairs::nearest;
  Duration max_time = 24_h;
  Departures departures;
};

Description route_description() {
  return describe<RouteOptions>("route")
      .title({"路径", "Route"})
      .summary({"走哪条路，分哪几段？", "Which way does one take, and by which legs?"})
      .reads("origins", {"出发地", "origins"}, {}, {GeometryForm::point, GeometryForm::polygon})
      .reads("destinations", {"目的地", "destinations"}, {}, {GeometryForm::point, GeometryForm::polygon})
      .reads_network("network", {"出行网络", "network"}, Presence::required)
      .option("pairs", &RouteOptions::pairs, {"求哪些地点对的路径", "which pairs are routed"})
      .option("max-time", &RouteOptions::max_time,
              {"时间上限，含等于：更远的不求", "time limit, inclusive: what is farther is not routed"},
              between("1 min", "48 h"))
      .includes(&RouteOptions::departures, departures_description())
      .writes("lines", owned)
      .writes("legs", owned)
      .sees_everything()  // a destination can be as far as the network carries
      .cites(
          "Dijkstra, E. W. (1959). A note on two problems in connexion with graphs. Numerische Mathematik 1, "
          "269–271.")
      .cites(
          "Delling, D., Pajor, T., Werneck, R. F. (2015). Round-based public transit routing. Transportation "
          "Science 49, 591–604.");
}

Issue no_way(const Layer& origins, std::uint32_t origin, const std::string& destination, Duration limit) {
  return row_issue(origins, origin, "no_way",
                   {format("{} 内无法到达 {}", to_text(limit), destination),
                    format("no way to {} within {}", destination, to_text(limit))},
                   {"没有路径", "has no route"});
}

/// Of each origin the nearest destination, ties by the lowest key.
std::vector<Network::NearestPlace> nearest_of(const Window& in, std::span<const NetworkPlace> from,
                                              std::span<const NetworkPlace> to, const RouteOptions& options,
                                              Context& context) {
  const Cost limit = to_cost(options.max_time);
  const TransitNetwork* timetable = in.timetable("network");
  if (timetable == nullptr) return in.network("network").nearest(from, to, limit, context);
  std::vector<Network::NearestPlace> nearest(from.size());
  timetable->for_each_cost(from, to, transit_options(options.departures), limit, context,
                           [&](std::size_t origin, std::span<const Cost> times) {
                             const auto least = std::ranges::min_element(times);
                             if (least != times.end() && *least != unreachable)
                               nearest[origin] = {static_cast<std::uint32_t>(least - times.begin()), *least};
                           });
  return nearest;
}

RowPairs pairs_of(const Window& in, const Layer& origins, const Layer& destinations,
                  std::span<const NetworkPlace> from, std::span<const NetworkPlace> to,
                  const RouteOptions& options, std::vector<Issue>& issues, Context& context) {
  RowPairs pairs;
  if (options.pairs == RoutePairs::nearest) {
    const auto nearest = nearest_of(in, from, to, options, context);
    for (std::uint32_t i = 0; i < nearest.size(); ++i) {
      if (nearest[i].cost != unreachable)
        pairs.emplace_back(i, nearest[i].destination);
      else if (from[i].snapped())  // else its Issue is "unsnapped"
        issues.push_back(no_way(origins, i, destinations.name(), options.max_time));
    }
    return pairs;
  }
  std::map<std::string, std::uint32_t> by_key;
  for (std::uint32_t j = 0; j < destinations.rows(); ++j) by_key.emplace(destinations.key().as_text(j), j);
  for (std::uint32_t i = 0; i < origins.rows(); ++i) {
    if (options.pairs == RoutePairs::all) {
      for (std::uint32_t j = 0; j < destinations.rows(); ++j) pairs.emplace_back(i, j);
    } else if (const auto same = by_key.find(origins.key().as_text(i)); same != by_key.end()) {
      pairs.emplace_back(i, same->second);
    } else {
      issues.push_back(row_issue(origins, i, "no_partner",
                                 {"没有编号相同的目的地", "no destination has the same ID"},
                                 {"没有路径", "has no route"}));
    }
  }
  return pairs;
}

/// The time of day so long after the departure, to the second; nothing where no timetable is.
Value clock(const Route& route, Cost after) {
  if (!route.departure) return {};
  return to_text(ClockTime{(*route.departure - midnight + after + 500) / 1000});
}

Value named(const std::string& name) {
  return name.empty() ? Value{} : Value{name};
}

/// How many vehicles one boards; nothing where no timetable is.
Value rides_of(const Route& route) {
  if (!route.departure) return {};
  return static_cast<std::int64_t>(std::ranges::count(route.legs, LegMode::ride, &Leg::mode));
}

void append_legs(Layer& legs, const std::string& pair, const Route& route) {
  Cost begin = 0;
  for (std::size_t i = 0; i < route.legs.size(); ++i) {
    const Leg& leg = route.legs[i];
    const auto number = static_cast<std::int64_t>(i + 1);
    legs.append({{"leg_id", format("{}#{:03}", pair, number)},
                 {"pair_id", pair},
                 {"leg", number},
                 {"mode", std::string(to_text(leg.mode))},
                 {"name_zh", named(leg.name.zh)},
                 {"name_en", named(leg.name.en)},
                 {"class", named(leg.road_class)},
                 {"time_min", to_minutes(leg.time)},
                 {"distance_m", leg.distance_m},
                 {"departs", clock(route, begin)},
                 {"arrives", clock(route, begin + leg.time)},
                 {"from_stop", named(leg.from_stop)},
                 {"to_stop", named(leg.to_stop)}});
    begin += leg.time;
  }
}

Result route_run(const Window& in, const RouteOptions& options, Context& context) {
  Result result;
  const Network& network = in.network("network");
  const Layer origins = owned_rows(in, "origins", context);
  const Layer destinations = in["destinations"].take(rows_by_key(in["destinations"]));
  const auto from = network.snap(origins, places_of(origins, context), result.issues, context);
  const auto to = network.snap(destinations, places_of(destinations, context), result.issues, context);
  const RowPairs pairs = pairs_of(in, origins, destinations, from, to, options, result.issues, context);
  const auto routes =
      routes_between(in, "network", from, to, pairs, options.departures, options.max_time, context);

  Layer lines = output_layer("route_lines", in.crs()), legs = output_layer("route_legs", in.crs());
  std::vector<Provenance> line_sources, leg_sources;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto& [origin, destination] = pairs[i];
    const std::string a = origins.key().as_text(origin), b = destinations.key().as_text(destination);
    if (!routes[i]) {
      if (from[origin].snapped() && to[destination].snapped())
        result.issues.push_back(no_way(origins, origin, b, options.max_time));
      continue;
    }
    const std::string pair = joined_key(a, b, '|');
    const std::vector<std::uint8_t> line = line_of(*routes[i]);
    lines.append(line, {{"pair_id", pair},
                        {"origin", a},
                        {"destination", b},
                        {"time_min", to_minutes(routes[i]->time)},
                        {"distance_m", routes[i]->distance_m},
                        {"legs", static_cast<std::int64_t>(routes[i]->legs.size())},
                        {"departs", clock(*routes[i], 0)},
                        {"arrives", clock(*routes[i], routes[i]->time)},
                        {"rides", rides_of(*routes[i])}});
    append_legs(legs, pair, *routes[i]);
    Provenance& source = line_sources.emplace_back();
    source.add(origins, origin);
    source.add(destinations, destination);
    leg_sources.resize(legs.rows(), source);
  }
  set_provenance(lines, line_sources);
  set_provenance(legs, leg_sources);
  result.layers.emplace_back("lines", std::move(lines));
  result.layers.emplace_back("legs", std::move(legs));
  return result;
}

void route_finish(Result& whole, const RouteOptions&, Context&) {
  const Layer& lines = whole.layer("lines");
  whole.figures.push_back({"routes", static_cast<double>(lines.rows())});
  if (lines.rows() == 0) return;
  const auto count = static_cast<double>(lines.rows());
  whole.figures.push_back({"mean_time_min", total(lines, "time_min") / count});
  whole.figures.push_back({"mean_distance_m", total(lines, "distance_m") / count});
}

}  // namespace

Analysis route_analysis() {
  return make_analysis(&route_description, &route_run, &route_finish);
}

}  // namespace jingwei
