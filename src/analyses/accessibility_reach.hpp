#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "layer/issue.hpp"
#include "layer/provenance.hpp"
#include "methods/accumulate.hpp"
#include "network/network.hpp"

namespace jingwei {

/// An input Error where a limit is longer than the search, or not in tenths of a minute (it names columns).
void check_limits(const std::vector<Duration>& limits, Duration max_time);
/// "people_within_7.5_min" and "people_within_7.5_pct": the columns of a limit.
std::string within_min(std::string_view prefix, Duration limit);
std::string within_pct(Duration limit);

/// What one origin reaches.
struct Reached {
  std::optional<Minimum> nearest;  ///< the cost in milliseconds
  std::vector<double> within;      ///< opportunities by limit; empty: the origin is not on the network
  Provenance sources;              ///< the destinations within the longest limit, without weight
};

/// One sweep from each origin gives the nearest destination within `max_time` (ties: the lowest row) and the
/// cumulative opportunities: of the field `opportunities`, or one for each destination. Destinations off the
/// network and without a value are told in `issues`. Errors (input): a field that is not there or not
/// numeric.
std::vector<Reached> reach(const Network& network, std::span<const NetworkPlace> origins,
                           const Layer& destinations, const std::optional<std::string>& opportunities,
                           const std::vector<Duration>& limits, Duration max_time, std::vector<Issue>& issues,
                           Context& context);

}  // namespace jingwei
