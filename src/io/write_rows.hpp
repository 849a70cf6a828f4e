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

/// 1, 2, …, or as the format likes.
enum class RowIds { counted, of_format };

/// Creates the fields of a table's columns in a new layer and writes its rows. Errors: failed, with layer and
/// field or row.
void write_rows(OGRLayer& layer, const Table& table, RowIds ids, const ShapeOfRow& shape,
                const GdalErrors& errors, Context& context);

}  // namespace jingwei
