#include "layer/prepare.hpp"

#include <algorithm>
#include <cassert>
#include <optional>
#include <tuple>

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "layer/convert.hpp"
#include "layer/prepare_fields.hpp"
#include "layer/prepare_geometry.hpp"
#include "layer/prepare_keys.hpp"
#include "layer/rules.hpp"

namespace jingwei {
namespace {

using Fields = std::vector<MappedField>;
using Columns = std::vector<Column>;
using Faults = std::vector<Fault>;

void add(Faults& faults, Faults more) {
  faults.insert(faults.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

void check_features(const RawLayer& raw, const Preparation& how) {
  if (how.most_features == 0 || raw.rows <= how.most_features) return;
  throw error(ErrorKind::limit,
              {"输入“{}”：{} 有 {} 个要素，超过上限 {}；请提高 limits: features，或用 filter 少读一些",
               "input “{}”: {} has {} features, more than the limit of {}; raise limits: features, or read "
               "fewer with a filter"},
              how.name, raw.source, raw.rows, how.most_features);
}

void check_issues(std::size_t count, const Preparation& how) {
  if (how.most_issues == 0 || count <= how.most_issues) return;
  throw error(
      ErrorKind::limit,
      {"输入“{}”：有 {} 个数据问题，超过上限 {}；图层和字段对应是否正确？若正确，请提高 limits: issues",
       "input “{}”: {} problems in its data, more than the limit of {}; is it the right layer, mapped as it "
       "should be? else raise limits: issues"},
      how.name, count, how.most_issues);
}

/// All columns of the prepared layer, a row for every source row.
Columns convert_all(const RawLayer& raw, const Fields& fields, std::string_view key, Faults& faults,
                    Context& context) {
  std::vector<std::optional<Converted>> converted(fields.size());
  const Column none = [&] {
    Column nulls;
    for (std::size_t row = 0; row < raw.rows; ++row) nulls.append_null();
    return nulls;
  }();
  parallel_for(
      fields.size(), context,
      [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
          const auto& [field, source, factor] = fields[i];
          const bool null_is_fault = field.required && field.name != key;
          converted[i] = convert(source == MappedField::nowhere ? none : raw.columns[source], field, factor,
                                 null_is_fault ? NullIsFault::yes : NullIsFault::no);
        }
      },
      1);
  Columns columns;
  for (auto& made : converted) {
    columns.push_back(std::move(made->column));
    add(faults, std::move(made->faults));
  }
  return columns;
}

Column row_numbers(std::size_t rows) {
  Column numbers(FieldType::integer);
  for (std::size_t row = 1; row <= rows; ++row) numbers.append(static_cast<std::int64_t>(row));
  return numbers;
}

std::vector<std::uint8_t> usable_rows(std::size_t rows, const Faults& faults) {
  std::vector<std::uint8_t> usable(rows, 1);
  for (const Fault& fault : faults)
    if (fault.action == Fault::Action::set_aside) usable[fault.row] = 0;
  return usable;
}

/// The definition of what comes out: that of the preparation, or for layers that pass everything through the
/// fields that were found, with the key among them.
LayerDefinition definition_of(const Preparation& how, Fields& fields, Columns& columns, std::size_t rows) {
  LayerDefinition definition = *how.definition;
  if (!passes_all(definition)) return definition;
  std::size_t key = found_key(fields, columns);
  if (key == fields.size()) {
    MappedField number;
    number.field.name = row_number_key;
    while (std::any_of(fields.begin(), fields.end(),
                       [&](const MappedField& mapped) { return mapped.field.name == number.field.name; }))
      number.field.name += "_";
    number.field.type = FieldType::integer;
    number.field.title = {"行号", "Row number"};
    fields.insert(fields.begin(), std::move(number));
    columns.insert(columns.begin(), row_numbers(rows));
    key = 0;
  }
  definition.key = fields[key].field.name;
  definition.fields.clear();
  for (const MappedField& mapped : fields) definition.fields.push_back(mapped.field);
  return definition;
}

Text action_of(Fault::Action action) {
  switch (action) {
    case Fault::Action::repaired:
      return {"已修复，要素保留", "repaired, the feature is kept"};
    case Fault::Action::emptied:
      return {"该值置空，要素保留", "the value is left empty, the feature is kept"};
    case Fault::Action::set_aside:
      return {"已剔除该要素", "the feature is set aside"};
  }
  return {};
}

std::vector<Issue> issues_of_faults(Faults faults, const std::string& layer, const Column& key,
                                    const GeometryColumn* geometry) {
  std::vector<Issue> issues;
  issues.reserve(faults.size());
  for (Fault& fault : faults) {
    Issue issue;
    issue.severity = fault.action == Fault::Action::set_aside ? Severity::error : Severity::warning;
    issue.kind = std::move(fault.kind);
    issue.layer = layer;
    issue.feature = key.is_null(fault.row) ? jingwei::format("#{}", fault.row + 1) : key.as_text(fault.row);
    issue.reason = std::move(fault.reason);
    issue.action = action_of(fault.action);
    issue.geometry = std::move(fault.place);
    if (issue.geometry.empty() && geometry != nullptr) {
      const Wkb wkb = geometry->wkb(fault.row);
      issue.geometry.assign(wkb.begin(), wkb.end());
    }
    issues.push_back(std::move(issue));
  }
  const auto order = [](const Issue& issue) {
    return std::tie(issue.feature, issue.kind, issue.reason.en, issue.geometry);
  };
  std::stable_sort(issues.begin(), issues.end(),
                   [&](const Issue& a, const Issue& b) { return order(a) < order(b); });
  return issues;
}

/// What reading has found, as issues of this layer.
std::vector<Issue> issues_of_reading(const RawLayer& raw, const Preparation& how, const Crs& study_crs) {
  std::vector<Issue> issues = raw.issues;
  for (Issue& issue : issues) {
    issue.layer = how.name;
    if (issue.geometry.empty() || !raw.crs) continue;
    issue.geometry = wkb_of(project(points_of(issue.geometry), *raw.crs, study_crs).front());
  }
  return issues;
}

Layer assembled(const Preparation& how, const LayerDefinition& definition, const Fields& fields,
                Columns columns, std::optional<GeometryColumn> geometry, const Crs& crs,
                const std::vector<std::uint8_t>& usable) {
  std::vector<std::uint32_t> rows;
  for (std::uint32_t row = 0; row < usable.size(); ++row)
    if (usable[row] != 0) rows.push_back(row);
  Layer layer(how.name, definition, geometry ? std::optional(crs) : std::nullopt);
  if (geometry) layer.set_geometry(take(*geometry, rows));
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const FieldDefinition& field = fields[i].field;
    layer.add(Field{field.name, field.type, field.title, field.unit}, columns[i].take(rows));
    columns[i] = Column(field.type);  // frees the source's values as the layer's grow
  }
  return layer.take(rows_by_key(layer));
}

}  // namespace

Prepared prepare(RawLayer raw, const Preparation& how, const Crs& study_crs, Context& context) {
  assert(how.definition != nullptr && raw.fields.size() == raw.columns.size());
  check_features(raw, how);
  Fields fields = map_fields(raw, how);
  Faults faults;
  Columns columns = convert_all(raw, fields, how.definition->key, faults, context);
  raw.columns.clear();
  add(faults, apply_rules(*how.definition, fields, columns));
  context.check_cancelled();

  std::optional<GeometryColumn> geometry;
  if (spatial(*how.definition, raw)) {
    PreparedGeometry prepared = prepare_geometry(raw, how, study_crs, context);
    geometry = std::move(prepared.geometry);
    add(faults, std::move(prepared.faults));
  }
  raw.geometry.reset();
  context.check_cancelled();

  const LayerDefinition definition = definition_of(how, fields, columns, raw.rows);
  const auto key = static_cast<std::size_t>(
      std::find_if(fields.begin(), fields.end(),
                   [&](const MappedField& mapped) { return mapped.field.name == definition.key; }) -
      fields.begin());
  if (definition.key == row_number_key && fields[key].source == MappedField::nowhere)
    columns[key] = row_numbers(raw.rows);
  const GeometryColumn* places = geometry ? &*geometry : nullptr;
  add(faults, check_keys(fields, columns, key, places, usable_rows(raw.rows, faults)));
  check_issues(raw.issues.size() + faults.size(), how);
  const auto usable = usable_rows(raw.rows, faults);
  auto issues = issues_of_reading(raw, how, study_crs);
  auto more = issues_of_faults(std::move(faults), how.name, columns[key], places);
  issues.insert(issues.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  return {assembled(how, definition, fields, std::move(columns), std::move(geometry), study_crs, usable),
          std::move(issues)};
}

}  // namespace jingwei
