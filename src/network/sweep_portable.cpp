#include "network/sweep_lanes.hpp"

namespace jingwei {
namespace {

/// As many costs in a plain array.
template <std::size_t Size>
struct Plain {
  static constexpr std::size_t size = Size;
  std::uint32_t costs[Size];

  static Plain load(const std::uint32_t* from) {
    Plain result{};
    for (std::size_t i = 0; i < Size; ++i) result.costs[i] = from[i];
    return result;
  }
  static Plain filled(std::uint32_t cost) {
    Plain result{};
    for (std::uint32_t& each : result.costs) each = cost;
    return result;
  }
  void store(std::uint32_t* to) const {
    for (std::size_t i = 0; i < Size; ++i) to[i] = costs[i];
  }
  static Plain min(const Plain& a, const Plain& b) {
    Plain result{};
    for (std::size_t i = 0; i < Size; ++i)
      result.costs[i] = a.costs[i] < b.costs[i] ? a.costs[i] : b.costs[i];
    return result;
  }
  /// Without a branch: a ≤ ~b, or the sum would be beyond 2³² − 1, where min(a, ~b) + b stays.
  static Plain sum(const Plain& a, const Plain& b) {
    Plain result{};
    for (std::size_t i = 0; i < Size; ++i)
      result.costs[i] = (a.costs[i] < ~b.costs[i] ? a.costs[i] : ~b.costs[i]) + b.costs[i];
    return result;
  }
  Plain plus(std::uint32_t cost) const { return sum(*this, filled(cost)); }
  std::uint32_t at_most(std::uint32_t limit) const {
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < Size; ++i) bits |= static_cast<std::uint32_t>(costs[i] <= limit) << i;
    return bits;
  }
  static void transpose(const std::uint32_t* labels, std::uint32_t* rows, std::size_t stride) {
    for (std::size_t lane = 0; lane < sweep_lanes; ++lane)
      for (std::size_t node = 0; node < sweep_lanes; ++node)
        rows[lane * stride + node] = labels[node * sweep_lanes + lane];
  }
};

}  // namespace

extern const SweepKernels portable_sweep_kernels;
const SweepKernels portable_sweep_kernels = SweepLoops<Plain<sweep_lanes>, Plain<4>>::kernels;

}  // namespace jingwei
