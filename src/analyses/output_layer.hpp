#pragma once
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "layer/layer.hpp"

namespace jingwei {

/// An empty layer that an analysis writes, of its definition layers/<name>.yaml. An Error (failed) where
/// there is none: an output without a definition is a mistake of the analysis.
Layer output_layer(std::string_view definition, const Crs& crs);

/// Sets these fields of all rows of `target` from the rows of `source` that they stand on (no_row: null), as
/// counties hand on their names. \pre both have the fields; one source row for each row of target.
void copy_fields(const Layer& source, std::span<const std::uint32_t> rows,
                 std::initializer_list<std::string_view> fields, Layer& target);

/// Sets name_zh, name_en, province_zh and city_zh of a layer that has one row for each county, in their
/// order.
void copy_unit_names(const Layer& units, Layer& by_unit);

/// The text, or null where it is empty.
Value text_or_null(const std::string& text);

/// A part of a key or list with \ before each separator (and \) that it contains, so that different parts
/// never join to the same text.
std::string escaped(std::string_view part, char separator);
/// One key of two, so joined.
std::string joined_key(std::string_view first, std::string_view second, char separator);

}  // namespace jingwei
