#pragma once
#include <string>

#include "layer/layer.hpp"

namespace jingwei {

/// What a reader found, so that two can be compared.
struct ReadTotals {
  std::size_t rows = 0, text_bytes = 0, wkb_bytes = 0;
  std::int64_t integers = 0;
  double reals = 0;
  bool operator==(const ReadTotals&) const = default;
};

enum class SpatialIndex { built, left_out };

/// GDAL's own writer, one feature after the other in one transaction; `driver` as GDAL names it.
void gdal_write(const Layer& layer, const std::string& file, const char* driver, SpatialIndex index);
/// GDAL's own reader, one feature after the other: every field and the bytes of every geometry.
ReadTotals gdal_read(const std::string& file);

}  // namespace jingwei
