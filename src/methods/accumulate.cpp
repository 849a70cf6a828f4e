#include "methods/accumulate.hpp"

#include <cassert>
#include <cmath>

namespace jingwei {

std::vector<double> cumulative(std::span<const double> costs, std::span<const double> weights,
                               std::span<const double> limits) {
  assert(costs.size() == weights.size());
  std::vector<double> sums(limits.size(), 0.0);
  for (std::size_t i = 0; i < costs.size(); ++i) {
    if (!std::isfinite(costs[i])) continue;  // unreachable, even within an infinite limit
    for (std::size_t limit = 0; limit < limits.size(); ++limit)
      if (costs[i] <= limits[limit]) sums[limit] += weights[i];
  }
  return sums;
}

std::optional<Minimum> minimum_cost(std::span<const double> costs) {
  std::optional<Minimum> smallest;
  for (std::size_t i = 0; i < costs.size(); ++i)
    if (std::isfinite(costs[i]) && (!smallest || costs[i] < smallest->cost)) smallest = Minimum{i, costs[i]};
  return smallest;
}

}  // namespace jingwei
