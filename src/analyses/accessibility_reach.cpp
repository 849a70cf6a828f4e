#include "analyses/accessibility_reach.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analyses/row_issue.hpp"
#include "base/error.hpp"
#include "geometry/measure.hpp"

namespace jingwei {
namespace {

/// What a destination offers; nulls offer nothing and are told.
std::vector<double> opportunities_of(const Layer& destinations, const std::optional<std::string>& field,
                                     std::vector<Issue>& issues) {
  if (!field) return std::vector<double>(destinations.rows(), 1.0);
  if (!destinations.has(*field))
    throw input_error({"accessibility：图层“{}”没有字段“{}”", "accessibility: layer “{}” has no field “{}”"},
                      destinations.name(), *field);
  const Column& column = destinations[*field];
  if (column.type() != FieldType::integer && column.type() != FieldType::real)
    throw input_error({"accessibility：字段“{}”（图层“{}”）不是数值；请用数值字段",
                       "accessibility: the field “{}” of layer “{}” holds no numbers; name a numeric field"},
                      *field, destinations.name());
  std::vector<double> offers;
  for (std::size_t row = 0; row < destinations.rows(); ++row) {
    offers.push_back(column.number_or(row, 0));
    if (!column.is_null(row)) continue;
    issues.push_back(
        row_issue(destinations, row, "missing_opportunities",
                  {format("字段“{}”没有值", *field), format("has no value in the field “{}”", *field)},
                  {"其机会按 0 计", "its opportunities count as 0"}));
  }
  return offers;
}

}  // namespace

void check_limits(const std::vector<Duration>& limits, Duration max_time) {
  for (const Duration limit : limits) {
    if (limit > max_time)
      throw input_error({"accessibility：时限 {} 超过 max-time {}；请提高 max-time",
                         "accessibility: the limit {} is longer than max-time {}; raise max-time"},
                        to_text(limit), to_text(max_time));
    // The limit names its columns: within_7.5_min.
    if (std::abs(limit.s / 6 - std::round(limit.s / 6)) > 1e-9)
      throw input_error({"accessibility：时限 {} 不是 0.1 分钟（6 秒）的整数倍",
                         "accessibility: the limit {} is not a whole number of tenths of a minute (6 s)"},
                        to_text(limit));
  }
}

std::string within_min(std::string_view prefix, Duration limit) {
  return format("{}within_{}_min", prefix, to_text(limit.s / 60));
}
std::string within_pct(Duration limit) {
  return format("people_within_{}_pct", to_text(limit.s / 60));
}

std::vector<Reached> reach(const Network& network, std::span<const NetworkPlace> origins,
                           const Layer& destinations, const std::optional<std::string>& opportunities,
                           const std::vector<Duration>& limits, Duration max_time, std::vector<Issue>& issues,
                           Context& context) {
  const std::vector<NetworkPlace> places =
      network.snap(destinations, representative_points(destinations.geometry(), context), issues, context);
  const std::vector<double> offers = opportunities_of(destinations, opportunities, issues);
  std::vector<Provenance> known(destinations.rows());
  for (std::size_t row = 0; row < known.size(); ++row) known[row].add(destinations, row, 0);
  std::vector<double> limits_ms;
  for (const Duration limit : limits) limits_ms.push_back(to_cost(limit));

  std::vector<Reached> all(origins.size());
  const auto visit = [&](std::size_t origin, std::span<const Cost> costs) {
    if (!origins[origin].snapped()) return;
    std::vector<double> costs_ms(costs.size());
    std::ranges::transform(costs, costs_ms.begin(), [](Cost cost) {
      return cost == unreachable ? std::numeric_limits<double>::infinity() : static_cast<double>(cost);
    });
    Reached& reached = all[origin];
    reached.nearest = minimum_cost(costs_ms);
    reached.within = cumulative(costs_ms, offers, limits_ms);
    for (std::size_t i = 0; i < costs.size(); ++i)
      if (costs_ms[i] <= limits_ms.back()) reached.sources.add(known[i]);
  };
  network.for_each_origin(origins, places, to_cost(max_time), context, visit);
  return all;
}

}  // namespace jingwei
