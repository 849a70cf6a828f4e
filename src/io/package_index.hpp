#pragma once
#include <vector>

#include "io/packed_index.hpp"
#include "io/sqlite.hpp"
#include "io/tables.hpp"

namespace jingwei {

/// Makes the spatial index of a table of a GeoPackage in one go, registers it, and makes the triggers that
/// keep it right when rows change. \pre the table has none.
void write_package_index(Database& package, const Table& table, const std::vector<IndexCell>& cells);

}  // namespace jingwei
