#pragma once
#include <span>
#include <string_view>

namespace jingwei {

/// A text file compiled into the program; `name` is its file name without the last extension.
struct EmbeddedText {
  std::string_view name;
  std::string_view text;
};

}  // namespace jingwei
