#pragma once
#include <cstdint>
#include <functional>
#include <vector>

#include "base/context.hpp"
#include "io/gdal.hpp"
#include "io/tables.hpp"

class OGRLayer;

namespace jingwei {

/// OGRwkbGeometryType of what a table declares.
int ogr_type(TableGeometry geometry);

/// The WKB of the i-th row of a table as it is written; empty: none.
using ShapeOfRow = std::function<std::vector<std::uint8_t>(std::size_t i)>;

/// Creates the fields of a table's columns in a new layer. Errors: failed, with layer and field.
void create_fields(OGRLayer& layer, const Table& table, const GdalErrors& errors);

/// Writes the rows of a table into a layer that has its fields, numbered as the format likes. Errors: failed,
/// with layer and row.
void write_rows(OGRLayer& layer, const Table& table, const ShapeOfRow& shape, const GdalErrors& errors,
                Context& context);

}  // namespace jingwei
