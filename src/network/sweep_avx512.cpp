// Compiled with -mavx512f where the machine's family has it: nothing here may be called before asking whether
// the machine at hand does.
#include "network/sweep_lanes.hpp"

#ifdef __AVX512F__
#include <immintrin.h>

namespace jingwei {
namespace {

struct Sixteen {
  static constexpr std::size_t size = 16;
  __m512i costs;
  static Sixteen load(const std::uint32_t* from) { return {_mm512_loadu_si512(from)}; }
  static Sixteen filled(std::uint32_t cost) { return {_mm512_set1_epi32(static_cast<int>(cost))}; }
  void store(std::uint32_t* to) const { _mm512_storeu_si512(to, costs); }
  static Sixteen min(Sixteen a, Sixteen b) { return {_mm512_maskz_min_epu32(0xffff, a.costs, b.costs)}; }
  static Sixteen sum(Sixteen a, Sixteen b) {
    const __m512i room = _mm512_ternarylogic_epi32(b.costs, b.costs, b.costs, 0x0f);  // not b
    return {_mm512_add_epi32(_mm512_maskz_min_epu32(0xffff, a.costs, room), b.costs)};
  }
  Sixteen plus(std::uint32_t cost) const { return sum(*this, filled(cost)); }
  std::uint32_t at_most(std::uint32_t limit) const {
    return _mm512_cmple_epu32_mask(costs, _mm512_set1_epi32(static_cast<int>(limit)));
  }
  /// Rows 0 … 15 of 16 × 16 costs become columns: pairs, fours, then quarters of registers change places.
  static void transpose(const std::uint32_t* labels, std::uint32_t* rows, std::size_t stride) {
    __m512i a[16], b[16];
    for (std::size_t i = 0; i < 16; ++i) a[i] = _mm512_loadu_si512(labels + i * sweep_lanes);
    for (std::size_t i = 0; i < 16; i += 2) {
      b[i] = _mm512_maskz_unpacklo_epi32(0xffff, a[i], a[i + 1]);
      b[i + 1] = _mm512_maskz_unpackhi_epi32(0xffff, a[i], a[i + 1]);
    }
    for (std::size_t i = 0; i < 16; i += 4) {
      a[i] = _mm512_maskz_unpacklo_epi64(0xff, b[i], b[i + 2]);
      a[i + 1] = _mm512_maskz_unpackhi_epi64(0xff, b[i], b[i + 2]);
      a[i + 2] = _mm512_maskz_unpacklo_epi64(0xff, b[i + 1], b[i + 3]);
      a[i + 3] = _mm512_maskz_unpackhi_epi64(0xff, b[i + 1], b[i + 3]);
    }
    for (std::size_t i = 0; i < 4; ++i) {
      b[i] = _mm512_maskz_shuffle_i32x4(0xffff, a[i], a[i + 4], 0x88);
      b[i + 4] = _mm512_maskz_shuffle_i32x4(0xffff, a[i], a[i + 4], 0xdd);
      b[i + 8] = _mm512_maskz_shuffle_i32x4(0xffff, a[i + 8], a[i + 12], 0x88);
      b[i + 12] = _mm512_maskz_shuffle_i32x4(0xffff, a[i + 8], a[i + 12], 0xdd);
    }
    for (std::size_t i = 0; i < 4; ++i) {
      _mm512_storeu_si512(rows + i * stride, _mm512_maskz_shuffle_i32x4(0xffff, b[i], b[i + 8], 0x88));
      _mm512_storeu_si512(rows + (i + 8) * stride, _mm512_maskz_shuffle_i32x4(0xffff, b[i], b[i + 8], 0xdd));
      _mm512_storeu_si512(rows + (i + 4) * stride,
                          _mm512_maskz_shuffle_i32x4(0xffff, b[i + 4], b[i + 12], 0x88));
      _mm512_storeu_si512(rows + (i + 12) * stride,
                          _mm512_maskz_shuffle_i32x4(0xffff, b[i + 4], b[i + 12], 0xdd));
    }
  }
};

}  // namespace

extern const SweepKernels avx512_sweep_kernels;
const SweepKernels avx512_sweep_kernels = SweepLoops<Sixteen, Sixteen>::kernels;

}  // namespace jingwei
#endif
