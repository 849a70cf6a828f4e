#include "io/stored_image.hpp"

#include <array>
#include <bit>
#include <cstring>
#include <filesystem>
#include <span>

#include "base/error.hpp"
#include "base/hash.hpp"

namespace jingwei {
namespace {

using State = StoredImage::State;

constexpr std::size_t hash_length = 64;  // SHA-256 in hexadecimal digits, of keys too
constexpr bool little = std::endian::native == std::endian::little;

template <class Number>
std::string bytes_of(Number number) {
  std::string bytes(sizeof number, '\0');
  std::memcpy(bytes.data(), &number, sizeof number);
  return bytes;
}

/// The header without its checksum.
std::string heading(const ImageKind& kind, const std::string& key, std::size_t image_length) {
  return std::string(kind.magic) + bytes_of(kind.version) + key + bytes_of(std::uint64_t{image_length});
}

std::string checksum(std::string_view head, std::string_view image) {
  const auto bytes = [](std::string_view text) {
    return std::span(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
  };
  Sha256 hash;
  hash.add(bytes(head));
  hash.add(bytes(image));
  return hash.hex();
}

/// Version and key come first: of another's image no more than its header is read.
State state_of(std::string_view file, const ImageKind& kind, const std::string& key, std::size_t image_at) {
  if (!file.starts_with(kind.magic)) return State::foreign;
  if (file.size() < image_at) return State::damaged;
  const std::string_view head = file.substr(0, image_at - hash_length);
  if (head.substr(kind.magic.size(), sizeof kind.version) != bytes_of(kind.version))
    return State::other_version;
  if (head.substr(kind.magic.size() + sizeof kind.version, key.size()) != key) return State::other_key;
  const std::string_view image = file.substr(image_at);
  const bool whole = head == heading(kind, key, image.size()) &&
                     file.substr(head.size(), hash_length) == checksum(head, image);
  return whole ? State::whole : State::damaged;
}

}  // namespace

StoredImage read_stored_image(const std::string& path, const ImageKind& kind, const std::string& key) {
  StoredImage stored;
  std::error_code ignored;
  if (!little || !std::filesystem::is_regular_file(path, ignored)) return stored;
  try {
    stored.file = MappedFile(path);
  } catch (const Error&) {
    stored.state = State::damaged;
    return stored;
  }
  const std::size_t image_at = heading(kind, key, 0).size() + hash_length;
  stored.state = state_of(stored.file.bytes(), kind, key, image_at);
  if (stored.state == State::whole) stored.image = stored.file.bytes().substr(image_at);
  return stored;
}

void write_stored_image(const std::string& path, const ImageKind& kind, const std::string& key,
                        const std::string& image) {
  if (!little) return;
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  std::error_code problem;
  if (!folder.empty()) std::filesystem::create_directories(folder, problem);
  if (problem)
    throw error(ErrorKind::failed, {"{}：不能建立文件夹：{}", "{}: the folder cannot be made: {}"},
                folder.string(), problem.message());
  const std::string head = heading(kind, key, image.size()), sum = checksum(head, image);
  const std::array<std::string_view, 3> pieces{head, sum, image};
  write_file(path, pieces);
}

}  // namespace jingwei
