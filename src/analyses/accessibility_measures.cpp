#include "analyses/accessibility_measures.hpp"

#include <algorithm>
#include <cmath>

#include "analyses/numeric_field.hpp"
#include "analyses/row_issue.hpp"
#include "base/error.hpp"
#include "methods/accessibility.hpp"
#include "methods/accumulate.hpp"

namespace jingwei {
namespace {

Issue missing_value(const Layer& destinations, std::size_t row, const std::string& field) {
  return row_issue(destinations, row, "missing_opportunities",
                   {format("字段“{}”没有值", field), format("has no value in the field “{}”", field)},
                   {"其机会按 0 计", "its opportunities count as 0"});
}

/// What a destination offers; nulls offer nothing and are told.
std::vector<double> field_of_numbers(const Layer& destinations, const std::string& field,
                                     std::vector<Issue>& issues) {
  require_numbers(destinations, field);
  const Column& column = destinations[field];
  std::vector<double> offers;
  for (std::size_t row = 0; row < destinations.rows(); ++row) {
    offers.push_back(column.number_or(row, 0));
    if (column.is_null(row)) issues.push_back(missing_value(destinations, row, field));
    if (offers.back() < 0)
      throw input_error(
          {"accessibility：图层“{}”的 {}：字段“{}”为 {}；机会数不能为负",
           "accessibility: layer “{}”, {}: the field “{}” is {}; opportunities are never negative"},
          destinations.name(), destinations.key().as_text(row), field, to_text(offers.back()));
  }
  return offers;
}

/// The mass of each destination: the geometric mean of several fields.
std::vector<double> masses_of(const Layer& destinations, const std::vector<std::string>& fields,
                              std::vector<Issue>& issues) {
  std::vector<std::vector<double>> parts;
  for (const std::string& field : fields) parts.push_back(field_of_numbers(destinations, field, issues));
  std::vector<double> masses, of_one(parts.size());
  for (std::size_t row = 0; row < destinations.rows(); ++row) {
    for (std::size_t i = 0; i < parts.size(); ++i) of_one[i] = parts[i][row];
    masses.push_back(geometric_mean(of_one));
  }
  return masses;
}

std::string suffixed(std::string_view column, const std::string& opportunity) {
  return format("{}_{}", column, opportunity);
}

}  // namespace

void check(const AccessibilityOptions& options) {
  if (!options.mass.empty() &&
      std::ranges::find(options.opportunities, "mass") != options.opportunities.end())
    throw input_error(
        {"accessibility：字段“mass”与参数 mass 的列同名；请先给字段改名",
         "accessibility: the field “mass” has the name of the column that the parameter mass makes; "
         "rename it first"});
  for (const Duration limit : options.limits) {
    if (limit > options.max_time)
      throw input_error({"accessibility：时限 {} 超过 max-time {}；请提高 max-time",
                         "accessibility: the limit {} is longer than max-time {}; raise max-time"},
                        to_text(limit), to_text(options.max_time));
    // The limit names its columns: within_7.5_min.
    if (std::abs(limit.s / 6 - std::round(limit.s / 6)) > 1e-9)
      throw input_error({"accessibility：时限 {} 不是 0.1 分钟（6 秒）的整数倍",
                         "accessibility: the limit {} is not a whole number of tenths of a minute (6 s)"},
                        to_text(limit));
  }
  if (!options.interval.empty() && options.interval.size() != 2)
    throw input_error({"accessibility：interval 需要两个时限，如“20 min, 40 min”；给出了 {} 个",
                       "accessibility: interval takes two limits, such as “20 min, 40 min”; {} are given"},
                      options.interval.size());
  if (!options.interval.empty() && options.interval.back() > options.max_time)
    throw input_error({"accessibility：interval 止于 {}，超过 max-time {}；请提高 max-time",
                       "accessibility: the interval ends at {}, after max-time {}; raise max-time"},
                      to_text(options.interval.back()), to_text(options.max_time));
  if (options.mean_over_departures && options.travel == Travel::to_origins)
    throw input_error({"accessibility：mean-over-departures 只用于从出发地出行（travel: from_origins）",
                       "accessibility: mean-over-departures is for travel from the origins only (travel: "
                       "from_origins)"});
  if (options.decay && std::isfinite(options.decay->reach_min()) &&
      options.decay->reach_min() > options.max_time.s / 60)
    throw input_error({"accessibility：衰减函数 {} 超出 max-time {}；请提高 max-time",
                       "accessibility: the decay {} reaches beyond max-time {}; raise max-time"},
                      to_text(*options.decay), to_text(options.max_time));
}

std::string within_min(std::string_view prefix, Duration limit, std::string_view suffix) {
  return format("{}within_{}_min{}", prefix, to_text(limit.s / 60), suffix);
}
std::string within_pct(Duration limit, std::string_view suffix) {
  return format("people_within_{}_pct{}", to_text(limit.s / 60), suffix);
}

std::optional<std::string> ratio_column(std::string_view column) {
  constexpr std::string_view mean = "mean_min_";
  if (!column.starts_with(mean)) return std::nullopt;
  return format("mean_ratio_{}", column.substr(mean.size()));
}

AccessibilityMeasures::AccessibilityMeasures(const AccessibilityOptions& options, const Layer& destinations,
                                             std::vector<Issue>& issues)
    : m_options(options) {
  for (const Duration limit : options.limits) m_limits_min.push_back(limit.s / 60);
  for (const std::string& field : options.opportunities)
    m_opportunities.push_back({field, field_of_numbers(destinations, field, issues)});
  if (!options.mass.empty())
    m_opportunities.push_back({"mass", masses_of(destinations, options.mass, issues)});
  if (m_opportunities.empty())
    m_opportunities.push_back({"destinations", std::vector<double>(destinations.rows(), 1.0)});
  for (std::int64_t rank = 2; rank <= options.nearest; ++rank)
    name_column(format("nearest_{}_min", rank), false);
  for (const Opportunity& opportunity : m_opportunities) name_columns(opportunity);
}

void AccessibilityMeasures::name_columns(const Opportunity& opportunity) {
  for (const Duration limit : m_options.limits)
    name_column(suffixed(within_min("", limit), opportunity.name), true);
  if (!m_options.interval.empty()) name_column(suffixed("interval", opportunity.name), true);
  if (m_options.decay) name_column(suffixed("gravity", opportunity.name), true);
  if (m_options.logsum_scale) name_column(suffixed("logsum_min", opportunity.name), false);
  if (m_options.mean_time) name_column(suffixed("mean_min", opportunity.name), false);
}

void AccessibilityMeasures::name_column(std::string name, bool sum) {
  m_columns.push_back(std::move(name));
  m_sums.push_back(sum);
}

double AccessibilityMeasures::widest_min() const {
  const double longest = m_options.max_time.s / 60;
  if (m_options.logsum_scale || m_options.mean_time || m_options.nearest > 1) return longest;
  double widest = m_limits_min.back();
  if (!m_options.interval.empty()) widest = std::max(widest, m_options.interval.back().s / 60);
  if (m_options.decay) widest = std::max(widest, std::min(longest, m_options.decay->reach_min()));
  return widest;
}

std::vector<std::optional<double>> AccessibilityMeasures::values(std::span<const double> costs) const {
  std::vector<std::optional<double>> values;
  if (m_options.nearest > 1) {
    values = nearest_costs(costs, static_cast<std::size_t>(m_options.nearest));
    values.erase(values.begin());  // the nearest has a column of its own
  }
  for (const Opportunity& opportunity : m_opportunities) {
    const std::vector<double>& offers = opportunity.offers;
    for (const double sum : cumulative(costs, offers, m_limits_min)) values.emplace_back(sum);
    if (!m_options.interval.empty())
      values.emplace_back(
          interval_opportunities(costs, offers, m_options.interval[0].s / 60, m_options.interval[1].s / 60));
    if (m_options.decay) values.emplace_back(gravity(costs, offers, *m_options.decay));
    if (m_options.logsum_scale) values.push_back(logsum(costs, offers, m_options.logsum_scale->s / 60));
    if (m_options.mean_time) values.push_back(weighted_mean_cost(costs, offers));
  }
  return values;
}

}  // namespace jingwei
