#include "methods/accessibility.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace jingwei {

double gravity(std::span<const double> costs, std::span<const double> weights, const Decay& decay) {
  assert(costs.size() == weights.size());
  double sum = 0;
  for (std::size_t i = 0; i < costs.size(); ++i) sum += weights[i] * decay(costs[i]);
  return sum;
}

double interval_opportunities(std::span<const double> costs, std::span<const double> weights, double lowest,
                              double highest) {
  assert(costs.size() == weights.size() && lowest < highest);
  double sum = 0;
  for (std::size_t i = 0; i < costs.size(); ++i)
    if (std::isfinite(costs[i]))
      sum += weights[i] * std::clamp((highest - costs[i]) / (highest - lowest), 0.0, 1.0);
  return sum;
}

std::optional<double> logsum(std::span<const double> costs, std::span<const double> weights, double scale) {
  assert(costs.size() == weights.size() && scale > 0);
  // Costs count from the least, so that far places do not vanish below the smallest double.
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < costs.size(); ++i)
    if (std::isfinite(costs[i]) && weights[i] > 0) least = std::min(least, costs[i]);
  if (!std::isfinite(least)) return std::nullopt;
  double sum = 0;
  for (std::size_t i = 0; i < costs.size(); ++i)
    if (std::isfinite(costs[i]) && weights[i] > 0) sum += weights[i] * std::exp(-(costs[i] - least) / scale);
  return scale * std::log(sum) - least;
}

std::optional<double> weighted_mean_cost(std::span<const double> costs, std::span<const double> weights) {
  assert(costs.size() == weights.size());
  double sum = 0, weight = 0;
  for (std::size_t i = 0; i < costs.size(); ++i) {
    if (!std::isfinite(costs[i])) continue;
    sum += weights[i] * costs[i];
    weight += weights[i];
  }
  return weight > 0 ? std::optional(sum / weight) : std::nullopt;
}

std::vector<std::optional<double>> nearest_costs(std::span<const double> costs, std::size_t count) {
  std::vector<double> within;
  for (const double cost : costs)
    if (std::isfinite(cost)) within.push_back(cost);
  const std::size_t known = std::min(count, within.size());
  std::partial_sort(within.begin(), within.begin() + static_cast<std::ptrdiff_t>(known), within.end());
  std::vector<std::optional<double>> result(within.begin(),
                                            within.begin() + static_cast<std::ptrdiff_t>(known));
  result.resize(count);
  return result;
}

std::vector<std::optional<double>> relative_to_mean(std::span<const std::optional<double>> values) {
  double sum = 0;
  std::size_t count = 0;
  for (const auto& value : values)
    if (value) sum += *value, ++count;
  std::vector<std::optional<double>> result(values.size());
  if (count == 0 || sum == 0) return result;
  const double mean = sum / static_cast<double>(count);
  for (std::size_t i = 0; i < values.size(); ++i)
    if (values[i]) result[i] = *values[i] / mean;
  return result;
}

double geometric_mean(std::span<const double> values) {
  assert(!values.empty());
  double log_sum = 0;
  for (const double value : values) log_sum += std::log(value);  // of 0: −∞, and the mean is 0
  return std::exp(log_sum / static_cast<double>(values.size()));
}

}  // namespace jingwei
