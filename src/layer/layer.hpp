#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/text.hpp"
#include "geometry/crs.hpp"
#include "geometry/wkb.hpp"
#include "layer/definition.hpp"

namespace jingwei {

/// One value of a row; nothing is null. Dates are text "2026-01-31".
using Value = std::variant<std::monostate, std::string, std::int64_t, double, bool>;

/// The values of one field, null or of its type. Text and dates share storage, booleans are integers 0 and 1.
class Column {
 public:
  explicit Column(FieldType type = FieldType::text);

  FieldType type() const { return m_type; }
  std::size_t size() const { return m_valid.size(); }
  bool is_null(std::size_t row) const { return m_valid[row] == 0; }

  /// The value of a row; \pre not null and of that kind (number: integer, real or boolean).
  const std::string& text(std::size_t row) const;
  std::int64_t integer(std::size_t row) const;
  double number(std::size_t row) const;
  bool boolean(std::size_t row) const { return integer(row) != 0; }
  /// The same, with an answer for null.
  double number_or(std::size_t row, double otherwise) const { return is_null(row) ? otherwise : number(row); }
  std::string text_or(std::size_t row, std::string_view otherwise) const;
  /// Any value as text, as a key is compared and shown; empty for null.
  std::string as_text(std::size_t row) const;
  Value value(std::size_t row) const;

  /// \pre null or of the column's type (an integer may enter a real column). NaN and infinities become null:
  /// no file could hold them.
  void append(const Value& value);
  void append_null() { append(Value{}); }
  void set(std::size_t row, const Value& value);
  Column take(std::span<const std::uint32_t> rows) const;  ///< no_row gives null

 private:
  FieldType m_type;
  std::variant<std::vector<std::string>, std::vector<std::int64_t>, std::vector<double>> m_values;
  std::vector<std::uint8_t> m_valid;
};

/// A field of a layer: what its column is called and means.
struct Field {
  std::string name;
  FieldType type = FieldType::text;
  Text title;
  std::string unit;
};

/// Columns, geometry and CRS, in memory; a table is a Layer without geometry. Rows are addressed by number.
class Layer {
 public:
  Layer() = default;
  /// An empty layer of a definition: its fields (families aside), and a geometry column unless it is a table.
  Layer(std::string name, const LayerDefinition& definition, std::optional<Crs> crs);

  const std::string& name() const { return m_name; }
  void set_name(std::string name) { m_name = std::move(name); }
  /// The definition it follows; \pre not default-constructed.
  const LayerDefinition& definition() const { return *m_definition; }
  std::size_t rows() const { return m_rows; }
  bool spatial() const { return m_geometry.has_value(); }

  /// Of a spatial layer.
  const Crs& crs() const { return *m_crs; }
  const GeometryColumn& geometry() const { return *m_geometry; }
  void set_geometry(GeometryColumn geometry);  ///< \pre as many rows, or the layer has no columns filled yet

  const std::vector<Field>& fields() const { return m_fields; }
  bool has(std::string_view field) const;
  /// A column by name; an Error (failed) naming layer and field where there is none.
  const Column& operator[](std::string_view field) const;
  Column& column(std::string_view field);
  const Column& key() const { return (*this)[m_definition->key]; }
  /// Adds a column, or replaces the one of that name; where its name is in the definition, type, title and
  /// unit come from there. The first column or geometry of an empty layer sets the number of rows: all others
  /// are null until they are set. \pre as many rows, or the first.
  Column& add(Field field, Column column);
  Column& add(std::string_view defined_field, Column column);

  /// Appends a row: values by field name (fields left out are null), geometry for a spatial layer.
  void append(Wkb wkb, const std::vector<std::pair<std::string_view, Value>>& values);
  void append(const std::vector<std::pair<std::string_view, Value>>& values) { append(Wkb{}, values); }

  /// The rows given, in that order, of all columns.
  Layer take(std::span<const std::uint32_t> rows) const;
  /// Another name and definition over the same columns: fields of the definition that are absent are added as
  /// null.
  Layer as(std::string name, const LayerDefinition& definition) const;

 private:
  std::string m_name;
  std::shared_ptr<const LayerDefinition> m_definition;
  std::optional<Crs> m_crs;
  std::optional<GeometryColumn> m_geometry;
  std::vector<Field> m_fields;
  std::vector<Column> m_columns;
  std::size_t m_rows = 0;
};

/// The rows in ascending order of their keys (numbers by value, text by bytes).
std::vector<std::uint32_t> rows_by_key(const Layer& layer);

}  // namespace jingwei
