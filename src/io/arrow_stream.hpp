#pragma once
#include <cstdint>
#include <memory>
#include <string_view>

#include "geometry/wkb.hpp"

class OGRLayer;

namespace jingwei {

/// One column of a batch, in the memory of the batch. Which of the values it has, its format tells.
class ArrowColumn {
 public:
  /// The buffers of the Arrow C data interface: which rows have values (null: all), the values or where they
  /// end, the bytes; and where the first row stands in them.
  ArrowColumn(const void* valid, const void* values, const void* bytes, std::size_t first)
      : m_valid(static_cast<const std::uint8_t*>(valid)),
        m_values(values),
        m_bytes(static_cast<const std::uint8_t*>(bytes)),
        m_first(first) {}

  bool is_null(std::size_t row) const {
    const std::size_t at = m_first + row;
    return m_valid != nullptr && (m_valid[at / 8] >> (at % 8) & 1) == 0;
  }
  std::int32_t int32(std::size_t row) const { return values<std::int32_t>()[row]; }
  std::int64_t int64(std::size_t row) const { return values<std::int64_t>()[row]; }
  double real(std::size_t row) const { return values<double>()[row]; }
  Wkb bytes(std::size_t row) const {
    const std::int32_t* ends = values<std::int32_t>() + row;
    return {m_bytes + ends[0], static_cast<std::size_t>(ends[1] - ends[0])};
  }
  /// Up to a zero byte, as features have texts.
  std::string_view text(std::size_t row) const {
    const Wkb whole = bytes(row);
    const std::string_view text(reinterpret_cast<const char*>(whole.data()), whole.size());
    return text.substr(0, text.find('\0'));
  }

 private:
  template <class T>
  const T* values() const {
    return static_cast<const T*>(m_values) + m_first;
  }

  const std::uint8_t* m_valid;
  const void* m_values;
  const std::uint8_t* m_bytes;
  std::size_t m_first;
};

/// The features of a layer in batches of columns, each released when the next comes.
class ArrowStream {
 public:
  /// \pre GDAL's layer outlives the stream.
  ArrowStream(OGRLayer& layer, int rows_of_batch);
  ~ArrowStream();
  ArrowStream(const ArrowStream&) = delete;
  ArrowStream& operator=(const ArrowStream&) = delete;

  /// Whether the driver could begin one; \pre of all that follows.
  bool valid() const;
  /// The number of the column of this name, -1 where there is none or several.
  int find(std::string_view name) const;
  /// As the Arrow C data interface spells it: "l", "u", "tdD".
  std::string_view format(int column) const;

  /// The next batch; false at the end, and where the driver failed (which GDAL's errors then tell).
  bool next();
  std::size_t rows() const;
  ArrowColumn column(int number) const;

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace jingwei
