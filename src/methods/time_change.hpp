#pragma once
#include <cstddef>
#include <optional>
#include <span>

#include "methods/accumulate.hpp"

namespace jingwei {

// What a change of the network does to one place. Costs before and after are those to the same opportunities,
// in the same order and any unit; infinite or NaN: out of reach.

/// What became of one way. Faster or slower: by at least the threshold, and not nothing.
enum class WayChange { unchanged, faster, slower, newly_reached, no_longer_reached, never_reached };
WayChange way_change(double before, double after, double threshold);

struct TimeChange {
  std::size_t reached_before = 0, reached_after = 0;
  std::size_t faster = 0, slower = 0, newly_reached = 0, no_longer_reached = 0;  ///< ways, by way_change
  std::optional<Minimum> nearest_before, nearest_after;
  std::optional<double> mean_before, mean_after;  ///< Σ w·c/Σ w over what is reached both before and after
};
/// \pre spans of one size, weights not negative
TimeChange time_change(std::span<const double> before, std::span<const double> after,
                       std::span<const double> weights, double threshold);

}  // namespace jingwei
