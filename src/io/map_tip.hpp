#pragma once
#include <string>

#include "io/tables.hpp"

namespace jingwei {

/// A column in an expression of QGIS: quoted.
std::string field_reference(const std::string& column);

/// The column that names a feature to people: the definition's label, else its key; or nothing.
const TableColumn* name_column(const Table& table);

/// What QGIS shows under the pointer: HTML with expressions, in which neither titles nor values become
/// mark-up or expressions of their own.
std::string map_tip(const Table& table);

}  // namespace jingwei
