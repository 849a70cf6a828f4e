#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace jingwei {

/// Cumulative opportunities (isochronic measure; Geurs & van Wee 2004, §3.2): for each limit the sum of the
/// weights whose cost is at most the limit, bounds inclusive. Costs and limits share a unit; a NaN or
/// infinite cost is unreachable. Summed in the order given. \pre costs and weights of one size
std::vector<double> cumulative(std::span<const double> costs, std::span<const double> weights,
                               std::span<const double> limits);

/// The smallest finite cost and its place, the first of equals; nothing where no cost is finite.
struct Minimum {
  std::size_t index = 0;
  double cost = 0;
};
std::optional<Minimum> minimum_cost(std::span<const double> costs);

}  // namespace jingwei
