#pragma once
#include <cstddef>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace jingwei {

/// The whole of a file, or its first bytes where it has more than `most_bytes`; an input Error that names it
/// where it cannot be read.
std::string read_file(const std::string& path,
                      std::size_t most_bytes = std::numeric_limits<std::size_t>::max());
/// The bytes of a file, mapped and not copied: what is not looked at is not read. Others must not cut it
/// short meanwhile; jingwei's own files are replaced by renaming and never are.
class MappedFile {
 public:
  MappedFile() = default;
  /// Errors: input, where it cannot be read.
  explicit MappedFile(const std::string& path);
  ~MappedFile();
  MappedFile(MappedFile&& other) noexcept : m_bytes(std::exchange(other.m_bytes, {})) {}
  MappedFile& operator=(MappedFile&& other) noexcept {
    std::swap(m_bytes, other.m_bytes);
    return *this;
  }

  std::string_view bytes() const { return m_bytes; }

 private:
  std::string_view m_bytes;
};

/// Writes beside `path` and renames, so that readers see the old file or the whole new one. Errors: failed.
void write_file(const std::string& path, std::string_view content);
/// The same of several pieces, one after the other.
void write_file(const std::string& path, std::span<const std::string_view> pieces);

}  // namespace jingwei
