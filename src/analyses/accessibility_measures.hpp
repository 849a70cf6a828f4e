#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analyses/decay_parameter.hpp"
#include "analyses/departures.hpp"
#include "layer/issue.hpp"
#include "layer/layer.hpp"

namespace jingwei {

/// Which way one travels: what a place reaches, or who reaches it.
enum class Travel { from_origins, to_origins };

struct AccessibilityOptions {
  std::vector<Duration> limits{Duration{15 * 60}, Duration{30 * 60}, Duration{45 * 60}, Duration{60 * 60}};
  std::vector<std::string> opportunities;
  std::vector<std::string> mass;
  std::int64_t nearest = 1;
  std::vector<Duration> interval;
  std::optional<Decay> decay;
  std::optional<Duration> logsum_scale;
  bool mean_time = false;
  Travel travel = Travel::from_origins;
  Duration max_time{2 * 3600};
  std::string people = "people";
  DepartureWindow when;
  std::vector<double> percentiles{50};
  bool mean_over_departures = false;
};

/// An input Error where options contradict each other.
void check(const AccessibilityOptions& options);

/// "people_within_7.5_min" and "people_within_7.5_pct": the columns of a limit, with the suffix of a mode.
std::string within_min(std::string_view prefix, Duration limit, std::string_view suffix = {});
std::string within_pct(Duration limit, std::string_view suffix = {});

/// What is measured of each origin: one column for each measure and each kind of opportunity.
class AccessibilityMeasures {
 public:
  /// Opportunities are read from the destinations' fields; those without a value are told in `issues`.
  /// Errors (input): a field that is not there, not numeric, or (of masses) negative.
  AccessibilityMeasures(const AccessibilityOptions& options, const Layer& destinations,
                        std::vector<Issue>& issues);

  const std::vector<std::string>& columns() const { return m_columns; }
  /// Which columns are sums over the destinations, so that their mean over departures has a meaning.
  const std::vector<bool>& sums() const { return m_sums; }
  /// How far a destination may be and still count in one of the columns.
  double widest_min() const;
  /// One value a column. `costs_min`: of all destinations, infinite where out of reach.
  std::vector<std::optional<double>> values(std::span<const double> costs_min) const;

 private:
  struct Opportunity {
    std::string name;            // of its field; mass; destinations: each counts 1
    std::vector<double> offers;  // by destination
  };
  void name_columns(const Opportunity& opportunity);
  void name_column(std::string name, bool sum);

  const AccessibilityOptions& m_options;
  std::vector<double> m_limits_min;
  std::vector<Opportunity> m_opportunities;
  std::vector<std::string> m_columns;
  std::vector<bool> m_sums;
};

/// "mean_ratio_jobs" for "mean_min_jobs": the column of the coefficient; nothing for other columns.
std::optional<std::string> ratio_column(std::string_view column);

}  // namespace jingwei
