#pragma once
#include <string>

#include "io/tables.hpp"

namespace pugi {
class xml_node;
}

namespace jingwei {

/// Adds an <svg> of the visible tables in the CRS of the map, drawn with the colours of their styles, lowest
/// layer first, with a scale bar where the CRS is in metres. Vertices closer than half a pixel are drawn
/// once.
void add_map(pugi::xml_node parent, const Product& product, const std::vector<Table>& tables);

}  // namespace jingwei
