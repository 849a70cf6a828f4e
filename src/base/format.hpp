#pragma once
#include <fmt/core.h>

#include <string>
#include <utility>

namespace jingwei {

/// Text from a pattern and its values, as std::format of C++20 writes it (g++ 12 lacks that). Never uses the
/// locale.
template <class... Args>
std::string format(fmt::format_string<Args...> pattern, Args&&... args) {
  return fmt::format(pattern, std::forward<Args>(args)...);
}

}  // namespace jingwei
