#pragma once
#include <cstddef>
#include <new>
#include <utility>
#include <vector>

namespace jingwei {

/// Memory as the system gives it; large pieces in large pages where it has them, which spares most of the
/// time to touch them first.
void* allocate_raw(std::size_t bytes);
void free_raw(void* memory) noexcept;

/// Leaves new elements of plain types as memory has them, instead of zeros.
template <class T>
struct RawAllocator {
  using value_type = T;
  RawAllocator() = default;
  template <class U>
  explicit RawAllocator(const RawAllocator<U>&) {}

  T* allocate(std::size_t count) { return static_cast<T*>(allocate_raw(count * sizeof(T))); }
  void deallocate(T* memory, std::size_t) { free_raw(memory); }
  template <class U>
  void construct(U* place) {
    ::new (static_cast<void*>(place)) U;
  }
  template <class U, class... Arguments>
  void construct(U* place, Arguments&&... arguments) {
    ::new (static_cast<void*>(place)) U(std::forward<Arguments>(arguments)...);
  }
  bool operator==(const RawAllocator&) const { return true; }
};

/// A vector whose resize() touches no memory: for large arrays that several threads fill, each its part.
template <class T>
using RawVector = std::vector<T, RawAllocator<T>>;

}  // namespace jingwei
