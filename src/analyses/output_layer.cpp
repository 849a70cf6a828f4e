#include "analyses/output_layer.hpp"

#include <numeric>

#include "base/error.hpp"

namespace jingwei {

Layer output_layer(std::string_view definition, const Crs& crs) {
  const LayerDefinition* found = find_layer_definition(definition);
  if (found == nullptr)
    throw error(ErrorKind::failed, "layers/{}.yaml: an analysis writes this layer, but it is not defined",
                definition);
  return Layer(std::string(definition), *found, crs);
}

void copy_fields(const Layer& source, std::span<const std::uint32_t> rows,
                 std::initializer_list<std::string_view> fields, Layer& target) {
  for (const std::string_view field : fields) target.add(field, source[field].take(rows));
}

void copy_unit_names(const Layer& units, Layer& by_unit) {
  std::vector<std::uint32_t> rows(units.rows());
  std::iota(rows.begin(), rows.end(), 0u);
  copy_fields(units, rows, {"name_zh", "name_en", "province_zh", "city_zh"}, by_unit);
}

Value text_or_null(const std::string& text) {
  return text.empty() ? Value{} : Value{text};
}

std::string escaped(std::string_view part, char separator) {
  std::string text;
  for (const char c : part) {
    if (c == separator || c == '\\') text += '\\';
    text += c;
  }
  return text;
}

std::string joined_key(std::string_view first, std::string_view second, char separator) {
  return escaped(first, separator) + separator + escaped(second, separator);
}

}  // namespace jingwei
