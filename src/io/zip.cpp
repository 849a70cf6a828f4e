#include "io/zip.hpp"

#include <cpl_conv.h>

#include <array>
#include <cassert>
#include <cstdint>
#include <limits>
#include <memory>

#include "base/error.hpp"

// The layout is that of PKWARE's APPNOTE.TXT 6.3.3, sections 4.3.7 (local header), 4.3.12 (central directory)
// and 4.3.16 (its end).
namespace jingwei {
namespace {

constexpr std::uint16_t version_needed = 20;  // deflate
constexpr std::uint16_t utf8_names = 0x0800;  // general purpose bit 11
constexpr std::uint16_t deflated = 8;
constexpr std::uint16_t first_day = 1 << 5 | 1;  // 1980-01-01 in MS-DOS form

void put(std::string& out, std::uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
}

std::uint32_t crc32(const std::string& content) {
  std::array<std::uint32_t, 256> table{};
  for (std::uint32_t i = 0; i < 256; ++i) {
    std::uint32_t entry = i;
    for (int bit = 0; bit < 8; ++bit) entry = entry & 1 ? entry >> 1 ^ 0xEDB88320U : entry >> 1;
    table[i] = entry;
  }
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char c : content) crc = crc >> 8 ^ table[(crc ^ static_cast<unsigned char>(c)) & 0xFF];
  return ~crc;
}

// GDAL's zlib gives a zlib stream (RFC 1950); ZIP wants what lies between its 2-byte head and 4-byte
// checksum.
std::string deflate(const std::string& content) {
  std::size_t size = 0;
  const std::unique_ptr<void, decltype(&VSIFree)> stream(
      CPLZLibDeflate(content.data(), content.size(), 6, nullptr, 0, &size), &VSIFree);
  if (!stream || size < 6)
    throw error(ErrorKind::failed, {"QGIS 工程无法压缩", "the QGIS project cannot be compressed"});
  return std::string(static_cast<const char*>(stream.get()) + 2, size - 6);
}

}  // namespace

std::string zip_of(const std::string& name, const std::string& content) {
  assert(content.size() < std::numeric_limits<std::uint32_t>::max());
  const std::string packed = deflate(content);
  std::string common;  // what the local header and the directory share
  put(common, version_needed, 2);
  put(common, utf8_names, 2);
  put(common, deflated, 2);
  put(common, 0, 2);  // midnight
  put(common, first_day, 2);
  put(common, crc32(content), 4);
  put(common, packed.size(), 4);
  put(common, content.size(), 4);
  put(common, name.size(), 2);
  put(common, 0, 2);  // no extra field

  std::string zip = "PK\3\4" + common + name + packed;
  const std::size_t directory = zip.size();
  zip += "PK\1\2";
  put(zip, version_needed, 2);
  zip += common;
  zip.append(2 + 2 + 2 + 4, 0);  // comment, disk, attributes
  put(zip, 0, 4);                // offset of the local header
  zip += name;
  const std::size_t directory_size = zip.size() - directory;
  zip += "PK\5\6";
  put(zip, 0, 4);  // disks
  put(zip, 1, 2);
  put(zip, 1, 2);
  put(zip, directory_size, 4);
  put(zip, directory, 4);
  put(zip, 0, 2);
  return zip;
}

std::string hex_of(const std::string& bytes) {
  constexpr const char* digits = "0123456789abcdef";
  std::string hex;
  hex.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    hex += digits[static_cast<unsigned char>(c) >> 4];
    hex += digits[static_cast<unsigned char>(c) & 0xF];
  }
  return hex;
}

}  // namespace jingwei
