#include "io/worst_units.hpp"

#include <algorithm>

#include "io/tables.hpp"

namespace jingwei {
namespace {

constexpr std::size_t most_units = 10;

bool by_unit(const LayerDefinition& definition) {
  return definition.role == LayerRole::output &&
         (definition.key == "unit_code" || definition.key == "zone_id" || definition.key == "line_id");
}

bool number(const FieldDefinition& field) {
  return field.type == FieldType::real || field.type == FieldType::integer;
}

const FieldDefinition* measure_of(const LayerDefinition& definition) {
  for (const FieldDefinition& field : definition.fields)
    if (field.combine == FieldCombine::finish && number(field) && field.name.find('*') == std::string::npos &&
        field.name != provenance::synthetic_pct && field.unit != "m2" && field.unit != "m")
      return &field;
  for (const FieldDefinition& field : definition.fields)
    if (field.combine == FieldCombine::sum && number(field) && (field.unit == "m2" || field.unit == "m"))
      return &field;
  return nullptr;
}

std::string unit_name(const Layer& layer, std::size_t row, Language language) {
  const char* field = language == Language::zh ? "name_zh" : "name_en";
  if (layer.has(field) && !layer[field].is_null(row)) return layer[field].as_text(row);
  return layer.key().as_text(row);
}

}  // namespace

std::optional<WorstUnits> worst_units(const Layer& layer, Language language) {
  const LayerDefinition& definition = layer.definition();
  const FieldDefinition* measure = by_unit(definition) ? measure_of(definition) : nullptr;
  if (measure == nullptr || !layer.has(measure->name)) return std::nullopt;
  const bool sum = measure->combine == FieldCombine::sum;
  const bool highest_first = sum || measure->unit == "min";
  const Column& column = layer[measure->name];
  std::vector<std::uint32_t> rows;
  for (std::uint32_t row = 0; row < layer.rows(); ++row)
    if (!column.is_null(row) && !(sum && column.number(row) == 0)) rows.push_back(row);
  std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
    return highest_first ? column.number(a) > column.number(b) : column.number(a) < column.number(b);
  });
  if (rows.empty()) return std::nullopt;
  WorstUnits worst;
  worst.measure = definition.title_of(measure->name).in(language);
  if (const std::string unit = shown_unit(measure->unit); !unit.empty()) worst.measure += " (" + unit + ")";
  for (std::size_t i = 0; i < std::min(rows.size(), most_units); ++i)
    worst.units.emplace_back(unit_name(layer, rows[i], language), column.number(rows[i]));
  return worst;
}

}  // namespace jingwei
