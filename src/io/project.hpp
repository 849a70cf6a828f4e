#pragma once
#include <string>
#include <vector>

#include "io/tables.hpp"

namespace jingwei {

/// The QGIS project over the tables of a product, as .qgs text: layer tree in the product's groups, styles,
/// metadata, map themes (results, each analysis, inputs, quality), CRS, and the extent of the visible layers.
/// Sources are relative to the folder: "./<id>.gpkg". Nothing in it depends on the time. \pre as many styles
/// as tables.
std::string project_of(const Product& product, const std::vector<Table>& tables,
                       const std::vector<std::string>& styles);

/// The project's name inside the GeoPackage.
std::string project_name(const Product& product);

/// The extent of the visible tables (of all where none is visible) in the CRS of the map, with a margin.
Envelope map_extent(const Product& product, const std::vector<Table>& tables);

/// The names of the groups that are not analyses.
inline constexpr std::string_view inputs_group = "inputs";
inline constexpr std::string_view quality_group = "quality";

}  // namespace jingwei
