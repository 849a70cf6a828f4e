#include "methods/time_change.hpp"

#include <cmath>

namespace jingwei {

WayChange way_change(double before, double after, double threshold) {
  const bool was = std::isfinite(before), is = std::isfinite(after);
  if (!was && !is) return WayChange::never_reached;
  if (!was) return WayChange::newly_reached;
  if (!is) return WayChange::no_longer_reached;
  const double change = after - before;
  if (change == 0 || std::abs(change) < threshold) return WayChange::unchanged;
  return change < 0 ? WayChange::faster : WayChange::slower;
}

TimeChange time_change(std::span<const double> before, std::span<const double> after,
                       std::span<const double> weights, double threshold) {
  TimeChange result;
  double weight = 0, sum_before = 0, sum_after = 0;
  for (std::size_t i = 0; i < before.size(); ++i) {
    const bool was = std::isfinite(before[i]), is = std::isfinite(after[i]);
    result.reached_before += was ? 1 : 0;
    result.reached_after += is ? 1 : 0;
    const WayChange change = way_change(before[i], after[i], threshold);
    result.faster += change == WayChange::faster ? 1 : 0;
    result.slower += change == WayChange::slower ? 1 : 0;
    result.newly_reached += change == WayChange::newly_reached ? 1 : 0;
    result.no_longer_reached += change == WayChange::no_longer_reached ? 1 : 0;
    if (!was || !is) continue;
    weight += weights[i];
    sum_before += weights[i] * before[i];
    sum_after += weights[i] * after[i];
  }
  result.nearest_before = minimum_cost(before);
  result.nearest_after = minimum_cost(after);
  if (weight > 0) {
    result.mean_before = sum_before / weight;
    result.mean_after = sum_after / weight;
  }
  return result;
}

}  // namespace jingwei
