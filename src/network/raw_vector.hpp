#pragma once
#include <memory>
#include <utility>
#include <vector>

namespace jingwei {

/// Leaves new elements of plain types as memory has them, instead of zeros.
template <class T>
struct RawAllocator : std::allocator<T> {
  template <class U>
  struct rebind {
    using other = RawAllocator<U>;
  };
  RawAllocator() = default;
  template <class U>
  explicit RawAllocator(const RawAllocator<U>&) {}
  template <class U>
  void construct(U* place) {
    ::new (static_cast<void*>(place)) U;
  }
  template <class U, class... Arguments>
  void construct(U* place, Arguments&&... arguments) {
    ::new (static_cast<void*>(place)) U(std::forward<Arguments>(arguments)...);
  }
};

/// A vector whose resize() touches no memory: for large arrays that several threads fill, each its part.
template <class T>
using RawVector = std::vector<T, RawAllocator<T>>;

}  // namespace jingwei
