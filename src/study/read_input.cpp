#include "study/read_input.hpp"

#include <set>

#include "layer/prepare_fields.hpp"

namespace jingwei {
namespace {

std::string quoted(std::string_view text, char quote) {
  std::string result(1, quote);
  for (const char c : text) {
    if (c == quote) result += quote;
    result += c;
  }
  return result + quote;
}

/// The name of the column that holds the one value of a field; no source field is called so.
std::string constant_column(const StudyInput::Mapping& mapping) {
  return "=" + mapping.field.name;
}

void add_constants(const StudyInput& input, RawLayer& raw) {
  for (const auto& mapping : input.fields) {
    if (!mapping.value) continue;
    Column column(FieldType::text);
    for (std::size_t row = 0; row < raw.rows; ++row) column.append(*mapping.value);
    raw.fields.push_back({constant_column(mapping), FieldType::text, {}, {}});
    raw.columns.push_back(std::move(column));
  }
}

/// The source fields that the definition may take: those mapped to its fields, and those that are called as
/// they are. All of them where it passes them through.
std::function<bool(const std::string&)> wanted_fields(const StudyInput& input) {
  if (passes_all(*input.definition)) return nullptr;
  std::set<std::string> mapped;
  for (const auto& mapping : input.fields) mapped.insert(mapping.source.name);
  return [mapped, definition = input.definition](const std::string& field) {
    return mapped.count(field) > 0 || definition->field(field) != nullptr;
  };
}

}  // namespace

std::string filter_of(const StudyInput& input) {
  if (input.scheme.empty()) return input.filter;
  std::string field = "scheme";
  for (const auto& mapping : input.fields) {
    if (mapping.field.name != "scheme") continue;
    if (mapping.value) return input.filter;  // one value for all, which the check has compared
    field = mapping.source.name;
  }
  const std::string of_scheme = quoted(field, '"') + " = " + quoted(input.scheme, '\'');
  return input.filter.empty() ? of_scheme : "(" + input.filter + ") AND " + of_scheme;
}

RawLayer read_input(const StudyInput& input, Filtering filtering, const StudyLimits& limits,
                    Context& context) {
  ReadRequest request;
  request.source = input.source;
  if (filtering == Filtering::on) request.filter = filter_of(input);
  request.encoding = input.encoding;
  request.crs = input.crs;
  if (input.x) request.x = input.x->name;
  if (input.y) request.y = input.y->name;
  request.most_features = limits.features;
  request.wanted = wanted_fields(input);
  RawLayer raw = read_layer(request, context);
  add_constants(input, raw);
  return raw;
}

Preparation preparation_of(const StudyInput& input, const Study& study) {
  Preparation how;
  how.name = input.name;
  how.definition = input.definition;
  for (const auto& mapping : input.fields)
    how.fields[mapping.field.name] = {mapping.value ? constant_column(mapping) : mapping.source.name,
                                      mapping.unit};
  how.datum = input.datum;
  how.precision = study.precision;
  how.most_features = study.limits.features;
  how.most_issues = study.limits.issues;
  return how;
}

}  // namespace jingwei
