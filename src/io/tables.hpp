#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "io/product.hpp"
#include "layer/layer.hpp"

namespace jingwei {

/// A column of a table as it is written.
struct TableColumn {
  std::string name;        ///< differs from the field's where that is taken: "fid_2"
  std::size_t source = 0;  ///< the layer's field
  FieldType type = FieldType::text;
  std::string alias;                            ///< "面积 Area (m²)"
  const FieldDefinition* definition = nullptr;  ///< nothing for fields passed through
};

/// The one type that a table's geometry column declares.
enum class TableGeometry { none, point, multi_point, multi_line, multi_polygon };

/// A table of a GeoPackage: a layer, or the rows of one kind of geometry where a layer has several.
struct Table {
  std::string name;
  std::string identifier;  ///< unique in the file
  Text title;
  Text abstract;
  const Layer* layer = nullptr;
  TableGeometry geometry = TableGeometry::none;
  std::vector<std::uint32_t> rows;
  std::vector<TableColumn> columns;
  bool visible = true;
  bool mixed = false;  ///< the layer has rows of other kinds too
  std::size_t group = 0;

  bool spatial() const { return geometry != TableGeometry::none; }
  /// The geometry of a row of `rows` in the type declared; nothing for null and empty geometry.
  std::vector<std::uint8_t> geometry_of(std::uint32_t row) const;
  /// The envelope of its rows.
  Envelope extent() const;
  /// The column that shows a field of the layer, or nothing.
  const TableColumn* column_of(std::string_view field) const;
};

/// The tables of a product in its order. Names are unique without regard to case, none is one that GeoPackage
/// or QGIS uses itself, and none has characters that would break QGIS' sources.
std::vector<Table> tables_of(const Product& product);
std::vector<Table> tables_of(std::span<const ProductLayer> layers);

/// How a unit is shown: "m²" for "m2"; nothing for people and counts.
std::string shown_unit(std::string_view unit);

}  // namespace jingwei
