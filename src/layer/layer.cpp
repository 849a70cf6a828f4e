#include "layer/layer.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>

#include "base/error.hpp"

namespace jingwei {
namespace {

bool allows(const LayerDefinition& definition, GeometryForm form) {
  return std::find(definition.geometry.begin(), definition.geometry.end(), form) != definition.geometry.end();
}

bool only_table(const LayerDefinition& definition) {
  return std::all_of(definition.geometry.begin(), definition.geometry.end(),
                     [](GeometryForm form) { return form == GeometryForm::table; });
}

Column nulls(FieldType type, std::size_t rows) {
  Column column(type);
  for (std::size_t row = 0; row < rows; ++row) column.append_null();
  return column;
}

GeometryColumn null_geometry(std::size_t rows) {
  GeometryColumn column;
  for (std::size_t row = 0; row < rows; ++row) column.append_null();
  return column;
}

/// The place of a field among `fields`, or their number.
std::size_t index_of(const std::vector<Field>& fields, std::string_view name) {
  return static_cast<std::size_t>(
      std::find_if(fields.begin(), fields.end(), [&](const Field& field) { return field.name == name; }) -
      fields.begin());
}

std::size_t defined_index(const std::vector<Field>& fields, std::string_view name, std::string_view layer) {
  const std::size_t index = index_of(fields, name);
  if (index == fields.size()) throw error(ErrorKind::failed, "layer “{}” has no field “{}”", layer, name);
  return index;
}

Field field_of(const LayerDefinition& definition, std::string_view name, FieldType type) {
  const FieldDefinition* defined = definition.field(name);
  return {std::string(name), type, definition.title_of(name), defined != nullptr ? defined->unit : ""};
}

/// The same values as a column of `type`; integers may become reals.
Column column_as(const Column& column, FieldType type, std::string_view layer, std::string_view field) {
  if (column.type() == type) return column;
  const bool empty = [&] {
    for (std::size_t row = 0; row < column.size(); ++row)
      if (!column.is_null(row)) return false;
    return true;
  }();
  if (!empty && !(column.type() == FieldType::integer && type == FieldType::real))
    throw error(ErrorKind::failed, "layer “{}”: field “{}” is of another type than its definition says",
                layer, field);
  Column made(type);
  for (std::size_t row = 0; row < column.size(); ++row) made.append(column.value(row));
  return made;
}

}  // namespace

Layer::Layer(std::string name, const LayerDefinition& definition, std::optional<Crs> crs)
    : m_name(std::move(name)), m_definition(std::make_shared<const LayerDefinition>(definition)) {
  if (!only_table(definition)) {
    if (!crs && !allows(definition, GeometryForm::table))
      throw error(ErrorKind::failed, "layer “{}” has geometry but no CRS", m_name);
    if (crs) m_crs = std::move(crs), m_geometry = GeometryColumn{};
  }
  for (const FieldDefinition& field : m_definition->fields) {
    if (field.name.find('*') != std::string::npos) continue;
    m_fields.push_back(field_of(*m_definition, field.name, field.type));
    m_columns.emplace_back(field.type);
  }
}

void Layer::set_geometry(GeometryColumn geometry) {
  assert(spatial());
  assert(m_rows == 0 || geometry.size() == m_rows);
  if (m_rows == 0) {
    m_rows = geometry.size();
    for (Column& column : m_columns) column = nulls(column.type(), m_rows);
  }
  m_geometry = std::move(geometry);
}

bool Layer::has(std::string_view field) const {
  return index_of(m_fields, field) < m_fields.size();
}

const Column& Layer::operator[](std::string_view field) const {
  return m_columns[defined_index(m_fields, field, m_name)];
}

Column& Layer::column(std::string_view field) {
  return m_columns[defined_index(m_fields, field, m_name)];
}

Column& Layer::add(Field field, Column column) {
  assert(field.type == column.type());
  assert(m_rows == 0 || column.size() == m_rows);
  if (const FieldDefinition* defined = m_definition ? m_definition->field(field.name) : nullptr) {
    column = column_as(column, defined->type, m_name, field.name);
    field = field_of(*m_definition, field.name, defined->type);
  }
  if (field.title == Text{}) field.title = {field.name, field.name};
  if (m_rows == 0 && column.size() > 0) {
    m_rows = column.size();
    for (Column& other : m_columns) other = nulls(other.type(), m_rows);
    if (m_geometry) m_geometry = null_geometry(m_rows);
  }
  if (const std::size_t i = index_of(m_fields, field.name); i < m_fields.size()) {
    m_fields[i] = std::move(field);
    return m_columns[i] = std::move(column);
  }
  m_fields.push_back(std::move(field));
  return m_columns.emplace_back(std::move(column));
}

Column& Layer::add(std::string_view defined_field, Column column) {
  const FieldDefinition* defined = m_definition->field(defined_field);
  if (defined == nullptr)
    throw error(ErrorKind::failed, "layer “{}”: its definition “{}” has no field “{}”", m_name,
                m_definition->name, defined_field);
  Field field{std::string(defined_field), column.type(), {}, ""};
  return add(std::move(field), std::move(column));
}

void Layer::append(Wkb wkb, const std::vector<std::pair<std::string_view, Value>>& values) {
  assert(spatial() || wkb.empty());
  for (const auto& given : values) defined_index(m_fields, given.first, m_name);  // throws for unknown names
  for (std::size_t i = 0; i < m_fields.size(); ++i) {
    const auto given = std::find_if(values.begin(), values.end(),
                                    [&](const auto& pair) { return pair.first == m_fields[i].name; });
    m_columns[i].append(given == values.end() ? Value{} : given->second);
  }
  if (m_geometry) m_geometry->append(wkb);
  ++m_rows;
}

Layer Layer::take(std::span<const std::uint32_t> rows) const {
  Layer taken;
  taken.m_name = m_name;
  taken.m_definition = m_definition;
  taken.m_crs = m_crs;
  if (m_geometry) taken.m_geometry = jingwei::take(*m_geometry, rows);
  taken.m_fields = m_fields;
  for (const Column& column : m_columns) taken.m_columns.push_back(column.take(rows));
  taken.m_rows = rows.size();
  return taken;
}

Layer Layer::as(std::string name, const LayerDefinition& definition) const {
  Layer made;
  made.m_name = std::move(name);
  made.m_definition = std::make_shared<const LayerDefinition>(definition);
  made.m_rows = m_rows;
  if (!only_table(definition)) {
    if (!spatial() && !allows(definition, GeometryForm::table))
      throw error(ErrorKind::failed, "layer “{}” has no geometry, but its definition “{}” asks for it",
                  made.m_name, definition.name);
    made.m_crs = m_crs;
    made.m_geometry = m_geometry;
  }
  const auto add_column = [&](Field field, Column column) {
    made.m_fields.push_back(std::move(field));
    made.m_columns.push_back(std::move(column));
  };
  for (const FieldDefinition& defined : definition.fields) {
    if (defined.name.find('*') != std::string::npos) continue;
    add_column(field_of(definition, defined.name, defined.type),
               has(defined.name) ? column_as((*this)[defined.name], defined.type, made.m_name, defined.name)
                                 : nulls(defined.type, m_rows));
  }
  for (std::size_t i = 0; i < m_fields.size(); ++i) {
    const Field& field = m_fields[i];
    if (made.has(field.name)) continue;
    const FieldDefinition* defined = definition.field(field.name);
    if (defined == nullptr)
      add_column(field, m_columns[i]);
    else
      add_column(field_of(definition, field.name, defined->type),
                 column_as(m_columns[i], defined->type, made.m_name, field.name));
  }
  return made;
}

std::vector<std::uint32_t> rows_by_key(const Layer& layer) {
  const Column& key = layer.key();
  std::vector<std::uint32_t> rows(layer.rows());
  std::iota(rows.begin(), rows.end(), 0u);
  const bool texts = key.type() == FieldType::text || key.type() == FieldType::date;
  std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
    if (key.is_null(a) || key.is_null(b)) return key.is_null(a) && !key.is_null(b);
    if (texts) return key.text(a) < key.text(b);
    if (key.type() == FieldType::real) return key.number(a) < key.number(b);
    return key.integer(a) < key.integer(b);
  });
  return rows;
}

}  // namespace jingwei
