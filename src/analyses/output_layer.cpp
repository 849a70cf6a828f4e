#include "analyses/output_layer.hpp"

#include "base/error.hpp"

namespace jingwei {
namespace {

void append_escaped(std::string& key, std::string_view part, char separator) {
  for (const char c : part) {
    if (c == separator || c == '\\') key += '\\';
    key += c;
  }
}

}  // namespace

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

std::string joined_key(std::string_view first, std::string_view second, char separator) {
  std::string key;
  append_escaped(key, first, separator);
  key += separator;
  append_escaped(key, second, separator);
  return key;
}

}  // namespace jingwei
