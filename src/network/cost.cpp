#include "network/cost.hpp"

#include <cassert>
#include <cmath>

namespace jingwei {

Cost to_cost(Duration duration) {
  const double ms = std::floor(duration.s * 1000 + 0.5);
  return ms >= unreachable ? unreachable - 1 : static_cast<Cost>(ms);
}

Cost partial_cost(double share, Cost whole) {
  assert(share >= 0 && share <= 1);
  return whole == unreachable ? unreachable : static_cast<Cost>(std::floor(share * whole + 0.5));
}

}  // namespace jingwei
