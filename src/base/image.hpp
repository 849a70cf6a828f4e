#pragma once
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/text.hpp"

namespace jingwei {

/// Whether values of a type may be copied as bytes: numbers, and structs of them without gaps that say so.
template <class T>
inline constexpr bool image_plain = std::is_arithmetic_v<T> || std::is_enum_v<T>;

/// Thrown where bytes are not the image that they should be.
struct DamagedImage {};

/// Values laid one after the other as bytes. What an image consists of is told once, for writing and for
/// reading (`archive(value, …)`). Numbers are as this machine has them, so images are little-endian: others
/// are refused.
class ImageWriter {
 public:
  template <class... T>
  void operator()(const T&... values) {
    (put(values), ...);
  }
  std::string take() && { return std::move(m_bytes); }

 private:
  void raw(const void* data, std::size_t bytes) {
    if (bytes > 0) m_bytes.append(static_cast<const char*>(data), bytes);
  }
  template <class T>
  requires image_plain<T>
  void put(const T& value) { raw(&value, sizeof(T)); }
  void put(const std::string& text) {
    put(std::uint64_t{text.size()});
    raw(text.data(), text.size());
  }
  void put(const Text& text) { (*this)(text.zh, text.en); }
  template <class T>
  requires requires(T& value, ImageWriter& archive) { archive_parts(archive, value); }
  void put(const T& value) {
    archive_parts(*this, const_cast<T&>(value));  // which only reads it
  }
  template <class T>
  void put(const std::optional<T>& value) {
    put(value.has_value());
    if (value) put(*value);
  }
  template <class T, class A>
  void put(const std::vector<T, A>& list) {
    put(std::uint64_t{list.size()});
    if constexpr (image_plain<T>)
      raw(list.data(), list.size() * sizeof(T));
    else
      for (const T& item : list) put(item);
  }

  std::string m_bytes;
};

/// Reads what an ImageWriter wrote; every length is checked against what is left before memory is taken.
class ImageReader {
 public:
  explicit ImageReader(std::string_view bytes) : m_left(bytes) {}

  template <class... T>
  void operator()(T&... values) {
    (get(values), ...);
  }
  bool done() const { return m_left.empty(); }

 private:
  void raw(void* into, std::size_t bytes) {
    if (bytes > m_left.size()) throw DamagedImage();
    if (bytes > 0) std::memcpy(into, m_left.data(), bytes);
    m_left.remove_prefix(bytes);
  }
  /// How many items of at least so many bytes follow.
  std::size_t count(std::size_t least_bytes) {
    std::uint64_t number = 0;
    raw(&number, sizeof number);
    if (number > m_left.size() / least_bytes) throw DamagedImage();
    return static_cast<std::size_t>(number);
  }
  template <class T>
  requires image_plain<T>
  void get(T& value) { raw(&value, sizeof(T)); }
  void get(std::string& text) {
    text.resize(count(1));
    raw(text.data(), text.size());
  }
  void get(Text& text) { (*this)(text.zh, text.en); }
  template <class T>
  requires requires(T& value, ImageReader& archive) { archive_parts(archive, value); }
  void get(T& value) { archive_parts(*this, value); }
  template <class T>
  void get(std::optional<T>& value) {
    std::uint8_t given = 0;
    raw(&given, sizeof given);
    if (given > 1) throw DamagedImage();
    value.reset();
    if (given == 1) get(value.emplace());
  }
  template <class T, class A>
  void get(std::vector<T, A>& list) {
    list.clear();
    if constexpr (image_plain<T>) {
      list.resize(count(sizeof(T)));
      raw(list.data(), list.size() * sizeof(T));
    } else {
      list.resize(count(1));
      for (T& item : list) get(item);
    }
  }

  std::string_view m_left;
};

}  // namespace jingwei
