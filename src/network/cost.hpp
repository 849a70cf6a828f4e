#pragma once
#include <cstdint>
#include <limits>

#include "base/quantity.hpp"

namespace jingwei {

/// Travel time in milliseconds; `unreachable` where there is no way.
using Cost = std::uint32_t;
inline constexpr Cost unreachable = std::numeric_limits<Cost>::max();

/// Milliseconds of a duration, rounded half up; at most one less than `unreachable`. \pre not negative.
Cost to_cost(Duration duration);
inline double to_minutes(Cost cost) {
  return cost / 60000.0;
}

/// The cost of a part of an edge (share 0 … 1), rounded half up; a closed edge stays unreachable.
Cost partial_cost(double share, Cost whole);

/// The sum, or `unreachable` where a part is unreachable or the sum is beyond `limit`.
inline Cost add_costs(Cost a, Cost b, Cost limit = unreachable - 1) {
  const std::uint64_t sum = std::uint64_t{a} + b;
  return a == unreachable || b == unreachable || sum > limit ? unreachable : static_cast<Cost>(sum);
}

}  // namespace jingwei
