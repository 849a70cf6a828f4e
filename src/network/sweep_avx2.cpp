// Compiled with -mavx2 where the machine's family has it: nothing here may be called before asking whether
// the machine at hand does.
#include "network/sweep_lanes.hpp"

#ifdef __AVX2__
#include <immintrin.h>

namespace jingwei {
namespace {

__m256i load_eight(const std::uint32_t* from) {
  return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
}
void store_eight(std::uint32_t* to, __m256i costs) {
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), costs);
}
__m256i filled_eight(std::uint32_t cost) {
  return _mm256_set1_epi32(static_cast<int>(cost));
}
__m256i sum_eight(__m256i a, __m256i b) {
  const __m256i room = _mm256_xor_si256(b, _mm256_set1_epi32(-1));
  return _mm256_add_epi32(_mm256_min_epu32(a, room), b);
}
std::uint32_t eight_at_most(__m256i costs, __m256i limit) {
  const __m256i within = _mm256_cmpeq_epi32(_mm256_min_epu32(costs, limit), costs);
  return static_cast<std::uint32_t>(_mm256_movemask_ps(_mm256_castsi256_ps(within)));
}

/// Rows 0 … 7 of 8 × 8 costs become columns.
void transpose_eight(const std::uint32_t* from, std::size_t from_stride, std::uint32_t* to,
                     std::size_t to_stride) {
  __m256i row[8], pair[8];
  for (std::size_t i = 0; i < 8; ++i) row[i] = load_eight(from + i * from_stride);
  for (std::size_t i = 0; i < 8; i += 2) {
    pair[i] = _mm256_unpacklo_epi32(row[i], row[i + 1]);
    pair[i + 1] = _mm256_unpackhi_epi32(row[i], row[i + 1]);
  }
  for (std::size_t i = 0; i < 8; i += 4) {
    row[i] = _mm256_unpacklo_epi64(pair[i], pair[i + 2]);
    row[i + 1] = _mm256_unpackhi_epi64(pair[i], pair[i + 2]);
    row[i + 2] = _mm256_unpacklo_epi64(pair[i + 1], pair[i + 3]);
    row[i + 3] = _mm256_unpackhi_epi64(pair[i + 1], pair[i + 3]);
  }
  for (std::size_t i = 0; i < 4; ++i) {
    store_eight(to + i * to_stride, _mm256_permute2x128_si256(row[i], row[i + 4], 0x20));
    store_eight(to + (i + 4) * to_stride, _mm256_permute2x128_si256(row[i], row[i + 4], 0x31));
  }
}

struct Eight {
  static constexpr std::size_t size = 8;
  __m256i costs;
  static Eight load(const std::uint32_t* from) { return {load_eight(from)}; }
  static Eight filled(std::uint32_t cost) { return {filled_eight(cost)}; }
  void store(std::uint32_t* to) const { store_eight(to, costs); }
  static Eight min(Eight a, Eight b) { return {_mm256_min_epu32(a.costs, b.costs)}; }
  static Eight sum(Eight a, Eight b) { return {sum_eight(a.costs, b.costs)}; }
  Eight plus(std::uint32_t cost) const { return {sum_eight(costs, filled_eight(cost))}; }
};

struct Sixteen {
  __m256i low, high;
  static Sixteen load(const std::uint32_t* from) { return {load_eight(from), load_eight(from + 8)}; }
  static Sixteen filled(std::uint32_t cost) { return {filled_eight(cost), filled_eight(cost)}; }
  void store(std::uint32_t* to) const { store_eight(to, low), store_eight(to + 8, high); }
  static Sixteen min(const Sixteen& a, const Sixteen& b) {
    return {_mm256_min_epu32(a.low, b.low), _mm256_min_epu32(a.high, b.high)};
  }
  Sixteen plus(std::uint32_t cost) const {
    const __m256i add = filled_eight(cost);
    return {sum_eight(low, add), sum_eight(high, add)};
  }
  std::uint32_t at_most(std::uint32_t limit) const {
    const __m256i most = filled_eight(limit);
    return eight_at_most(low, most) | eight_at_most(high, most) << 8;
  }
  static void transpose(const std::uint32_t* labels, std::uint32_t* rows, std::size_t stride) {
    for (std::size_t node = 0; node < sweep_lanes; node += 8)
      for (std::size_t lane = 0; lane < sweep_lanes; lane += 8)
        transpose_eight(labels + node * sweep_lanes + lane, sweep_lanes, rows + lane * stride + node, stride);
  }
};

}  // namespace

extern const SweepKernels avx2_sweep_kernels;
const SweepKernels avx2_sweep_kernels = SweepLoops<Sixteen, Eight>::kernels;

}  // namespace jingwei
#endif
