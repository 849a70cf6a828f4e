#pragma once
#include <cstdint>
#include <optional>
#include <string>

namespace jingwei {

/// A built network in a file: a header (what it is, version, the key of what it was built from, length and
/// SHA-256 of all) and the image that the network makes of itself. Numbers are little-endian; on other
/// machines nothing is stored or read.
struct StoredNetwork {
  /// What was found at a path.
  enum class State { whole, absent, foreign, damaged, other_version, other_key };
  State state = State::absent;
  std::string image;  ///< of a whole one
};

/// The network stored under a key, if the file is whole and of this version: the checksum covers every byte
/// and is verified before anything is used. Never throws for what a file holds.
StoredNetwork read_stored_network(const std::string& path, std::uint32_t version, const std::string& key);

/// Stores an image, beside and renamed. Errors (failed): the folder cannot be made or written.
void write_stored_network(const std::string& path, std::uint32_t version, const std::string& key,
                          const std::string& image);

}  // namespace jingwei
