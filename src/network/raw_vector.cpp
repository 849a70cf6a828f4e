#include "network/raw_vector.hpp"

#ifdef __linux__
#include <sys/mman.h>
#endif

#include <cstdlib>

namespace jingwei {

void* allocate_raw(std::size_t bytes) {
  constexpr std::size_t page = std::size_t{1} << 21;
  const bool large = bytes >= 4 * page;
  const std::size_t alignment = large ? page : 64;
  const std::size_t rounded = (bytes + alignment - 1) / alignment * alignment;
  void* memory = std::aligned_alloc(alignment, rounded == 0 ? alignment : rounded);
  if (memory == nullptr) throw std::bad_alloc();
#ifdef __linux__
  if (large) madvise(memory, rounded, MADV_HUGEPAGE);  // a wish: without it all is slower, not wrong
#endif
  return memory;
}

void free_raw(void* memory) noexcept {
  std::free(memory);
}

}  // namespace jingwei
