#include "base/file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

#include "base/error.hpp"

namespace jingwei {
namespace {

std::string reason(int number) {
  return std::generic_category().message(number);
}

/// A file beside its target that vanishes unless it was renamed.
class PartFile {
 public:
  explicit PartFile(const std::string& target) : m_target(target) {
    // A part of this name may be left from a killed process that had the same id.
    for (int attempt = 0; m_descriptor < 0 && attempt < 100; ++attempt) {
      m_path = format("{}.part-{}-{}", target, getpid(), attempt);
      m_descriptor = open(m_path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
      if (m_descriptor < 0 && errno != EEXIST) break;
    }
    if (m_descriptor < 0) fail(errno);
  }
  ~PartFile() {
    if (m_descriptor >= 0) close(m_descriptor);
    if (!m_path.empty()) unlink(m_path.c_str());
  }
  PartFile(const PartFile&) = delete;
  PartFile& operator=(const PartFile&) = delete;

  void write_all(std::string_view content) {
    while (!content.empty()) {
      const ssize_t written = write(m_descriptor, content.data(), content.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) fail(errno);
      content.remove_prefix(static_cast<std::size_t>(written));
    }
  }
  void rename_to_target() {
    if (fsync(m_descriptor) != 0) fail(errno);
    const int descriptor = m_descriptor;
    m_descriptor = -1;
    if (close(descriptor) != 0) fail(errno);
    if (std::rename(m_path.c_str(), m_target.c_str()) != 0) fail(errno);
    m_path.clear();
  }

 private:
  [[noreturn]] void fail(int number) const {
    throw error(ErrorKind::failed, {"{}：无法写入：{}", "{}: cannot be written: {}"}, m_target,
                reason(number));
  }

  std::string m_target;
  std::string m_path;
  int m_descriptor = -1;
};

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

}  // namespace

std::string read_file(const std::string& path, std::size_t most_bytes) {
  const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rbe"));
  if (!file) throw input_error({"{}：无法读取：{}", "{}: cannot be read: {}"}, path, reason(errno));
  std::string content;
  std::array<char, 65536> block{};
  while (content.size() < most_bytes) {
    const std::size_t wanted = std::min(block.size(), most_bytes - content.size());
    const std::size_t got = std::fread(block.data(), 1, wanted, file.get());
    content.append(block.data(), got);
    if (got < wanted) break;
  }
  if (std::ferror(file.get()) != 0)
    throw input_error({"{}：无法读取：{}", "{}: cannot be read: {}"}, path, reason(errno));
  return content;
}

MappedFile::MappedFile(const std::string& path) {
  const auto unreadable = [&](int number) {
    return input_error({"{}：无法读取：{}", "{}: cannot be read: {}"}, path, reason(number));
  };
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) throw unreadable(errno);
  struct stat status {};
  const bool known = fstat(descriptor, &status) == 0;
  const auto size = known ? static_cast<std::size_t>(status.st_size) : 0;
  void* memory = size > 0 ? mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0) : nullptr;
  const int number = errno;
  close(descriptor);
  if (!known || memory == MAP_FAILED) throw unreadable(number);
  if (size > 0) m_bytes = {static_cast<const char*>(memory), size};
}

MappedFile::~MappedFile() {
  if (!m_bytes.empty()) munmap(const_cast<char*>(m_bytes.data()), m_bytes.size());
}

void write_file(const std::string& path, std::string_view content) {
  write_file(path, std::span(&content, 1));
}

void write_file(const std::string& path, std::span<const std::string_view> pieces) {
  PartFile part(path);
  for (const std::string_view piece : pieces) part.write_all(piece);
  part.rename_to_target();
}

}  // namespace jingwei
