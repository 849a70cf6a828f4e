#include "layer/prepare_fields.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/quantity.hpp"

namespace jingwei {
namespace {

using Strings = std::vector<std::string>;
using Texts = std::vector<Text>;

Strings names_of(const RawLayer& raw) {
  Strings names;
  for (const Field& field : raw.fields) names.push_back(field.name);
  return names;
}

std::size_t source_of(const Strings& there, std::string_view name) {
  const auto found = std::find(there.begin(), there.end(), name);
  return found == there.end() ? MappedField::nowhere : static_cast<std::size_t>(found - there.begin());
}

/// Mappings whose two ends do not both exist.
void check_mapping(const RawLayer& raw, const Preparation& how, const Strings& there, Texts& mistakes) {
  Strings known;
  for (const FieldDefinition& field : how.definition->fields) known.push_back(field.name);
  for (const auto& [name, source] : how.fields) {
    if (!passes_all(*how.definition) && how.definition->field(name) == nullptr)
      mistakes.push_back(told({"fields：定义“{}”没有字段“{}”{}；有：{}",
                               "fields: the definition “{}” has no field “{}”{}; it has {}"},
                              how.definition->name, name, suggestion(name, known), join(known)));
    if (source_of(there, source.field) == MappedField::nowhere)
      mistakes.push_back(
          told({"fields：{}：{} 没有字段“{}”{}；有：{}", "fields: {}: {} has no field “{}”{}; it has {}"},
               name, raw.source, source.field, suggestion(source.field, there), join(there)));
  }
}

double factor_of(const FieldDefinition& field, const std::string& unit, Texts& mistakes) {
  if (unit.empty() || unit == field.unit) return 1;
  if (const auto factor = unit_factor(unit, field.unit); factor && !field.unit.empty()) return *factor;
  mistakes.push_back(field.unit.empty() ? told({"fields：{}：该字段没有单位，不能写“{}”",
                                                "fields: {}: the field has no unit, “{}” cannot be given"},
                                               field.name, unit)
                                        : told({"fields：{}：单位“{}”不能换算为 {}",
                                                "fields: {}: the unit “{}” cannot be brought to {}"},
                                               field.name, unit, field.unit));
  return 1;
}

/// The definition of a field that passes through, as the source has it.
FieldDefinition passed(const Field& source, std::string name) {
  FieldDefinition field;
  field.name = std::move(name);
  field.type = source.type;
  field.title = source.title == Text{} ? Text{field.name, field.name} : source.title;
  field.unit = source.unit;
  return field;
}

void throw_mistakes(const std::string& input, const Texts& mistakes) {
  if (mistakes.empty()) return;
  Strings zh, en;
  for (const Text& mistake : mistakes) {
    const Text line = told({"输入“{}”：{}", "input “{}”: {}"}, input, mistake);
    zh.push_back(line.zh);
    en.push_back(line.en);
  }
  throw Error(ErrorKind::input, Text{join(zh, "\n"), join(en, "\n")});
}

bool mapped_already(const std::vector<MappedField>& fields, std::string_view name) {
  return std::any_of(fields.begin(), fields.end(),
                     [&](const auto& mapped) { return mapped.field.name == name; });
}

/// The source fields of a family (within_*_min), each under its own name.
void map_family(const FieldDefinition& family, const RawLayer& raw, const LayerDefinition& definition,
                std::vector<MappedField>& fields) {
  for (std::size_t i = 0; i < raw.fields.size(); ++i) {
    const std::string& name = raw.fields[i].name;
    if (definition.field(name) != &family) continue;
    MappedField mapped{family, i, 1};
    mapped.field.name = name;
    mapped.field.title = definition.title_of(name);
    fields.push_back(std::move(mapped));
  }
}

}  // namespace

bool passes_all(const LayerDefinition& definition) {
  return definition.key.empty();
}

std::vector<MappedField> map_fields(const RawLayer& raw, const Preparation& how) {
  const LayerDefinition& definition = *how.definition;
  const bool pass = passes_all(definition);
  const Strings there = names_of(raw);
  Texts mistakes;
  check_mapping(raw, how, there, mistakes);

  std::vector<MappedField> fields;
  Strings missing;
  for (const FieldDefinition& field : definition.fields) {
    if (field.name.find('*') != std::string::npos) {
      map_family(field, raw, definition, fields);
      continue;
    }
    const auto given = how.fields.find(field.name);
    const std::string& source = given == how.fields.end() ? field.name : given->second.field;
    MappedField mapped{field, source_of(there, source), 1};
    if (field.name == definition.key) mapped.field.required = true;
    if (given != how.fields.end()) mapped.factor = factor_of(field, given->second.unit, mistakes);
    if (mapped.source == MappedField::nowhere) {
      if (pass) continue;  // provenance fields that the source does not have
      const bool counted = field.name == definition.key && field.name == row_number_key;
      if (mapped.field.required && given == how.fields.end() && !counted)
        missing.push_back(
            jingwei::format("{} ({}){}", field.name, field.title.both(), suggestion(field.name, there).en));
    }
    fields.push_back(std::move(mapped));
  }
  if (!missing.empty())
    mistakes.push_back(
        told({"{} 没有对应 {} 的字段；有：{}；请在 fields 中写明（定义字段: 源字段）",
              "{} has no field for {}; it has {}; name its fields under “fields” (definition field: "
              "source field)"},
             raw.source, join(missing), there.empty() ? "–" : join(there)));
  if (pass) {
    std::vector<MappedField> passing;
    for (std::size_t i = 0; i < raw.fields.size(); ++i) {
      const auto given = std::find_if(how.fields.begin(), how.fields.end(),
                                      [&](const auto& pair) { return pair.second.field == there[i]; });
      std::string name = given == how.fields.end() ? there[i] : given->first;
      if (!mapped_already(fields, name) && !mapped_already(passing, name))
        passing.push_back({passed(raw.fields[i], std::move(name)), i, 1});
    }
    fields.insert(fields.begin(), passing.begin(), passing.end());
  }
  throw_mistakes(how.name, mistakes);
  return fields;
}

}  // namespace jingwei
