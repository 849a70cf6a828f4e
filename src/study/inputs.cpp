#include <cmath>

#include "base/error.hpp"
#include "layer/prepare.hpp"
#include "study/data.hpp"

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

/// The filter of an input, with the scheme of trunk lines added: two schemes never mix.
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

RawLayer read(const StudyInput& input, const StudyLimits& limits, Context& context) {
  ReadRequest request;
  request.source = input.source;
  request.filter = filter_of(input);
  request.encoding = input.encoding;
  request.crs = input.crs;
  if (input.x) request.x = input.x->name;
  if (input.y) request.y = input.y->name;
  request.most_features = limits.features;
  RawLayer raw = read_layer(request, context);
  add_constants(input, raw);
  return raw;
}

/// The extent in degrees of what was read; rows off the globe are left to the preparation, which tells of
/// them.
Envelope extent_of(const std::vector<RawLayer>& raws) {
  const Crs degrees = Crs::parse("EPSG:4490");
  Envelope extent;
  for (const RawLayer& raw : raws) {
    if (!raw.geometry || !raw.crs) continue;
    Envelope own;
    for (const Envelope& row : raw.geometry->envelopes()) {
      const bool on_globe = !raw.crs->geographic() ||
                            (row.min_x >= -180 && row.max_x <= 180 && row.min_y >= -90 && row.max_y <= 90);
      if (!row.empty() && on_globe && std::isfinite(row.width() + row.height())) own.expand(row);
    }
    if (!own.empty()) extent.expand(project(own, *raw.crs, degrees));
  }
  return extent;
}

Crs settled_crs(const Study& study, const std::vector<RawLayer>& raws) {
  if (study.crs) return *study.crs;
  const Envelope extent = extent_of(raws);
  if (extent.empty())
    throw input_error(
        "{}: crs is auto, but no input has a geometry to choose it by: state a CRS, as EPSG:4490",
        study.file);
  return equal_area_for(extent);
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

}  // namespace

StudyData read_inputs(const Study& study, RunRecord& record, Context& context) {
  std::vector<RawLayer> raws;
  record.phase("read", [&] {
    context.begin("read", study.inputs.size());
    for (const StudyInput& input : study.inputs) {
      context.check_cancelled();
      raws.push_back(read(input, study.limits, context));
      context.advance();
    }
    context.end();
  });
  StudyData data{settled_crs(study, raws), {}, {}, {}, {}};
  record.phase("prepare", [&] {
    context.begin("prepare", study.inputs.size());
    for (std::size_t i = 0; i < raws.size(); ++i) {
      context.check_cancelled();
      const StudyInput& input = study.inputs[i];
      const std::size_t rows = raws[i].rows;
      Prepared prepared = prepare(std::move(raws[i]), preparation_of(input, study), data.crs, context);
      record.add_input(input, rows, prepared.layer, prepared.issues.size());
      data.issues.insert(data.issues.end(), prepared.issues.begin(), prepared.issues.end());
      data.layers.emplace(input.name, std::move(prepared.layer));
      context.advance();
    }
    context.end();
  });
  return data;
}

}  // namespace jingwei
