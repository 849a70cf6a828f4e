#pragma once
#include "base/context.hpp"
#include "io/sqlite.hpp"
#include "io/tables.hpp"

namespace jingwei {

/// Writes the rows of a table into a GeoPackage, numbered 1, 2, … in their order, then its spatial index in
/// one go and the triggers that keep it, its extent and number of rows. \pre the table stands in the file as
/// GDAL makes it, without rows and without spatial index; a transaction is open. Errors: failed, with layer
/// and row.
void write_package_rows(Database& package, const Table& table, Context& context);

}  // namespace jingwei
