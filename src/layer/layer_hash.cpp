#include "layer/layer_hash.hpp"

#include "base/key_hash.hpp"

namespace jingwei {
namespace {

void add_field(const Field& field, KeyHash& hash) {
  for (const std::string& text : {field.name, field.title.zh, field.title.en, field.unit}) hash.text(text);
  hash.number(static_cast<std::uint64_t>(field.type));
}

void add_column(const Column& column, KeyHash& hash) {
  for (std::size_t row = 0; row < column.size(); ++row) {
    hash.number(std::uint64_t{column.is_null(row)});
    if (column.is_null(row)) continue;
    switch (column.type()) {
      case FieldType::real:
        hash.number(column.number(row));
        break;
      case FieldType::integer:
      case FieldType::boolean:
        hash.number(static_cast<std::uint64_t>(column.integer(row)));
        break;
      case FieldType::text:
      case FieldType::date:
        hash.text(column.text(row));
    }
  }
}

}  // namespace

std::string layer_hash(const Layer& layer) {
  KeyHash hash;
  const LayerDefinition& definition = layer.definition();
  for (const std::string& text : {layer.name(), definition.name, definition.key, definition.label})
    hash.text(text);
  hash.text(layer.spatial() ? layer.crs().wkt() : "");
  hash.number(std::uint64_t{layer.rows()});
  hash.number(std::uint64_t{layer.fields().size()});
  for (const Field& field : layer.fields()) {
    add_field(field, hash);
    add_column(layer[field.name], hash);
  }
  for (std::size_t row = 0; layer.spatial() && row < layer.rows(); ++row) {
    const Wkb wkb = layer.geometry().wkb(row);
    hash.text({reinterpret_cast<const char*>(wkb.data()), wkb.size()});
  }
  return hash.hex();
}

const std::string& LayerHashes::operator()(const Layer& layer) {
  const auto known = m_known.find(&layer);
  return known != m_known.end() ? known->second : m_known.emplace(&layer, layer_hash(layer)).first->second;
}

}  // namespace jingwei
