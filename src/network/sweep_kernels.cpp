#include "network/sweep_kernels.hpp"

#include <cassert>

namespace jingwei {

extern const SweepKernels portable_sweep_kernels;
#ifdef __x86_64__
extern const SweepKernels avx2_sweep_kernels;
extern const SweepKernels avx512_sweep_kernels;
#endif

bool has_instructions(InstructionSet set) {
#ifdef __x86_64__
  if (set == InstructionSet::avx2) return __builtin_cpu_supports("avx2") != 0;
  if (set == InstructionSet::avx512) return __builtin_cpu_supports("avx512f") != 0;
#endif
  return set == InstructionSet::portable;
}

const SweepKernels& sweep_kernels(InstructionSet set) {
  assert(has_instructions(set));
#ifdef __x86_64__
  if (set == InstructionSet::avx2) return avx2_sweep_kernels;
  if (set == InstructionSet::avx512) return avx512_sweep_kernels;
#endif
  return portable_sweep_kernels;
}

const SweepKernels& sweep_kernels() {
  if (has_instructions(InstructionSet::avx512)) return sweep_kernels(InstructionSet::avx512);
  if (has_instructions(InstructionSet::avx2)) return sweep_kernels(InstructionSet::avx2);
  return sweep_kernels(InstructionSet::portable);
}

}  // namespace jingwei
