#include "analyses/group_values.hpp"

#include <map>

#include "analyses/output_layer.hpp"
#include "base/error.hpp"

namespace jingwei {
namespace {

constexpr std::string_view weight_column = "weight";

// Columns are numbered: the names of fields are the user's.
std::string column_of(std::size_t aggregate) {
  return format("value_{}", aggregate);
}

FieldDefinition defined(std::string name, FieldType type) {
  FieldDefinition field;
  field.name = std::move(name);
  field.type = type;
  return field;
}

bool numeric(FieldType type) {
  return type == FieldType::integer || type == FieldType::real;
}

const Field& field_of(const Layer& features, const std::string& name) {
  return *std::ranges::find(features.fields(), name, &Field::name);
}

}  // namespace

const Field& known_field(std::string_view analysis, const Layer& features, const std::string& name,
                         Values values) {
  std::vector<std::string> names;
  for (const Field& known : features.fields()) names.push_back(known.name);
  const auto field = std::ranges::find(features.fields(), name, &Field::name);
  if (field == features.fields().end())
    throw input_error({"{}：图层“{}”没有字段“{}”；有：{}{}", "{}: layer “{}” has no field “{}”; it has {}{}"},
                      analysis, features.name(), name, join(names), suggestion(name, names));
  if (values == Values::numbers && !numeric(field->type))
    throw input_error(
        {"{}：字段“{}”（图层“{}”）不是数值", "{}: the field “{}” of layer “{}” holds no numbers"}, analysis,
        name, features.name());
  return *field;
}

std::string group_key(const Layer& features, const std::vector<std::string>& by, std::size_t row) {
  if (by.empty()) return "all";
  std::vector<std::string> values;
  for (const std::string& field : by) values.push_back(escaped(features[field].as_text(row), '|'));
  return join(values, " | ");
}

Groups::Groups(const Layer& features, const std::vector<std::string>& by) {
  std::map<std::string, std::uint32_t> places;
  for (std::uint32_t row = 0; row < features.rows(); ++row) {
    const auto [place, fresh] =
        places.try_emplace(group_key(features, by, row), static_cast<std::uint32_t>(first_row.size()));
    if (fresh) first_row.push_back(row);
    of_row.push_back(place->second);
  }
}

void insert_before_provenance(std::string_view analysis, LayerDefinition& definition, const Layer& features,
                              FieldDefinition field) {
  if (definition.field(field.name) != nullptr)
    throw input_error({"{}：字段“{}”（图层“{}”）与结果字段同名；请先改名",
                       "{}: the field “{}” of layer “{}” has the name of a result field; rename it first"},
                      analysis, field.name, features.name());
  const auto place = std::ranges::find(definition.fields, provenance::confidence_min, &FieldDefinition::name);
  definition.fields.insert(place, std::move(field));
}

FieldDefinition carried_on(const Field& field, FieldCombine combine) {
  FieldDefinition made = defined(field.name, field.type);
  made.title = field.title;
  made.unit = field.unit;
  made.combine = combine;
  return made;
}

std::vector<FieldDefinition> definitions_of(const std::vector<Aggregated>& aggregates,
                                            const Layer& features) {
  std::vector<FieldDefinition> definitions;
  for (const Aggregated& aggregated : aggregates) {
    const Field& field = field_of(features, aggregated.field);
    if (needs_numbers(aggregated.how) && !numeric(field.type))
      throw input_error({"dissolve：字段“{}”（图层“{}”）不是数值，不能求{}",
                         "dissolve: the field “{}” of layer “{}” holds no numbers and has no {}"},
                        aggregated.field, features.name(), title_of(aggregated.how));
    FieldDefinition made = defined(aggregated.name(), type_of(aggregated.how, field.type));
    const Text how = title_of(aggregated.how);
    made.title = {format("{}（{}）", field.title.zh, how.zh), format("{} ({})", field.title.en, how.en)};
    if (aggregated.how != Aggregate::count) made.unit = field.unit;
    made.combine = FieldCombine::finish;
    definitions.push_back(std::move(made));
  }
  return definitions;
}

Layer gathered_values(const Layer& features, const std::vector<std::uint32_t>& rows,
                      const std::vector<std::string>& group_of, const std::vector<Aggregated>& aggregates,
                      const std::optional<std::string>& weight) {
  LayerDefinition definition;
  definition.name = "dissolve_values";
  definition.geometry = {GeometryForm::table};
  definition.key = "feature";
  definition.fields = {defined("feature", features.key().type()), defined("group", FieldType::text)};
  for (std::size_t i = 0; i < aggregates.size(); ++i)
    definition.fields.push_back(defined(column_of(i), field_of(features, aggregates[i].field).type));
  if (weight) definition.fields.push_back(defined(std::string(weight_column), FieldType::real));

  Layer values("values", definition, std::nullopt);
  Column groups(FieldType::text);
  for (const std::uint32_t row : rows) groups.append(group_of[row]);
  values.add("feature", features.key().take(rows));
  values.add("group", std::move(groups));
  for (std::size_t i = 0; i < aggregates.size(); ++i)
    values.add(column_of(i), features[aggregates[i].field].take(rows));
  if (weight) {
    Column weights(FieldType::real);
    for (const std::uint32_t row : rows)
      weights.append(features[*weight].is_null(row) ? Value{} : Value{features[*weight].number(row)});
    values.add(weight_column, std::move(weights));
  }
  return values;
}

void add_aggregates(Layer& areas, const Layer& gathered, const std::vector<Aggregated>& aggregates) {
  std::map<std::string, std::vector<std::uint32_t>> rows_of;
  for (const std::uint32_t row : rows_by_key(gathered)) rows_of[gathered["group"].text(row)].push_back(row);
  const Column* weights = gathered.has(weight_column) ? &gathered[weight_column] : nullptr;
  for (std::size_t i = 0; i < aggregates.size(); ++i) {
    Column& column = areas.column(aggregates[i].name());
    for (std::size_t area = 0; area < areas.rows(); ++area)
      column.set(area, aggregate(gathered[column_of(i)], rows_of[areas.key().text(area)], aggregates[i].how,
                                 weights));
  }
}

}  // namespace jingwei
