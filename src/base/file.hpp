#pragma once
#include <cstddef>
#include <limits>
#include <string>
#include <string_view>

namespace jingwei {

/// The whole of a file, or its first bytes where it has more than `most_bytes`; an input Error that names it
/// where it cannot be read.
std::string read_file(const std::string& path,
                      std::size_t most_bytes = std::numeric_limits<std::size_t>::max());
/// Writes beside `path` and renames, so that readers see the old file or the whole new one. Errors: failed.
void write_file(const std::string& path, std::string_view content);

}  // namespace jingwei
