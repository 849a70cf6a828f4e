#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "base/file.hpp"

namespace jingwei {

/// What the image in a file is of, and in which form.
struct ImageKind {
  std::string_view magic;  ///< with which its files begin
  std::uint32_t version = 0;
};

/// Something made once, as bytes in a file (base/image.hpp): a header (what it is, version, the key of what
/// it was made from, length and SHA-256 of all) and the image. Numbers are little-endian; on other machines
/// nothing is stored or read.
struct StoredImage {
  /// What was found at a path.
  enum class State { whole, absent, foreign, damaged, other_version, other_key };
  State state = State::absent;
  MappedFile file;
  std::string_view image;  ///< of a whole one: within the file
};

/// The image stored under a key, if the file is whole and of this kind: the checksum covers every byte and is
/// verified before anything is used. Never throws for what a file holds.
StoredImage read_stored_image(const std::string& path, const ImageKind& kind, const std::string& key);

/// Stores an image, beside and renamed. Errors (failed): the folder cannot be made or written.
void write_stored_image(const std::string& path, const ImageKind& kind, const std::string& key,
                        const std::string& image);

}  // namespace jingwei
