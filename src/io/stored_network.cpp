#include "io/stored_network.hpp"

#include <bit>
#include <cstring>
#include <filesystem>
#include <span>
#include <string_view>

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/hash.hpp"

namespace jingwei {
namespace {

using State = StoredNetwork::State;

constexpr std::string_view magic = "jingwei network\n";
constexpr std::size_t hash_length = 64;  // SHA-256 in hexadecimal digits, of keys too
constexpr std::size_t header_length =
    magic.size() + sizeof(std::uint32_t) + hash_length + sizeof(std::uint64_t) + hash_length;
constexpr bool little = std::endian::native == std::endian::little;

template <class Number>
std::string bytes_of(Number number) {
  std::string bytes(sizeof number, '\0');
  std::memcpy(bytes.data(), &number, sizeof number);
  return bytes;
}

/// The header without its checksum.
std::string heading(std::uint32_t version, const std::string& key, std::size_t image_length) {
  return std::string(magic) + bytes_of(version) + key + bytes_of(std::uint64_t{image_length});
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

State state_of(std::string_view file, std::uint32_t version, const std::string& key) {
  if (!file.starts_with(magic)) return State::foreign;
  if (file.size() < header_length) return State::damaged;
  const std::string_view head = file.substr(0, header_length - hash_length);
  const std::string_view stated = file.substr(head.size(), hash_length);
  const std::string_view image = file.substr(header_length);
  if (checksum(head, image) != stated) return State::damaged;
  if (head.substr(magic.size(), sizeof version) != bytes_of(version)) return State::other_version;
  if (head.substr(magic.size() + sizeof version, hash_length) != key) return State::other_key;
  return head == heading(version, key, image.size()) ? State::whole : State::damaged;
}

}  // namespace

StoredNetwork read_stored_network(const std::string& path, std::uint32_t version, const std::string& key) {
  std::error_code ignored;
  if (!little || !std::filesystem::is_regular_file(path, ignored)) return {};
  std::string file;
  try {
    file = read_file(path);
  } catch (const Error&) {
    return {State::damaged, {}};
  }
  const State state = state_of(file, version, key);
  if (state != State::whole) return {state, {}};
  file.erase(0, header_length);
  return {state, std::move(file)};
}

void write_stored_network(const std::string& path, std::uint32_t version, const std::string& key,
                          const std::string& image) {
  if (!little) return;
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  std::error_code problem;
  if (!folder.empty()) std::filesystem::create_directories(folder, problem);
  if (problem)
    throw error(ErrorKind::failed, {"{}：不能建立文件夹：{}", "{}: the folder cannot be made: {}"},
                folder.string(), problem.message());
  const std::string head = heading(version, key, image.size());
  write_file(path, head + checksum(head, image) + image);
}

}  // namespace jingwei
