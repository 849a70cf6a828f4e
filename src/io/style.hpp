#pragma once
#include <string>

#include "io/tables.hpp"

namespace jingwei {

/// The QML of a table: renderer, labels and what else styles/<definition>[.<form>].qml holds; aliases,
/// widgets, map tip and display name from the definition. A table whose definition has no style, or one for
/// another form of geometry or for a field that it lacks, gets one plain symbol.
std::string style_of(const Table& table);

/// The colour of the plain symbol of a table: "r,g,b", the same for the same name.
std::string plain_color(const Table& table);

}  // namespace jingwei
