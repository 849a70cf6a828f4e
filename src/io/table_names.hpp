#pragma once
#include <vector>

#include "io/tables.hpp"

namespace jingwei {

/// The columns of a layer's table: names that differ without regard to case and are none of the format's own.
std::vector<TableColumn> columns_of(const Layer& layer);

/// Gives tables their names and identifiers, each unique in the file.
void name_tables(std::vector<Table>& tables);

}  // namespace jingwei
