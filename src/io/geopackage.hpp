#pragma once
#include <string>
#include <vector>

#include "base/context.hpp"
#include "io/tables.hpp"

namespace jingwei {

/// Writes the rows of tables into a GeoPackage (1.2), a new one or, where the file exists, into that: tables
/// of the same name are replaced, the others kept. All rows in one transaction, in the order of the tables',
/// numbered from 1; spatial index on every geometry column.
/// Styles, titles and metadata are written by the functions of package_tables.hpp afterwards. \pre the file
/// is a temporary one that is flushed and renamed when it is whole.
void write_tables(const std::string& file, const std::vector<Table>& tables, Context& context);

}  // namespace jingwei
