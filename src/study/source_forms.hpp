#pragma once
#include <string>
#include <vector>

#include "layer/definition.hpp"

namespace jingwei {

/// The forms that a source of this OGR geometry type ("Multi Polygon", "None", "Raster", "Unknown (any)") can
/// hold.
std::vector<GeometryForm> forms_of(const std::string& ogr_geometry);

/// Whether a source of these forms can hold what a definition allows; anything fits a definition of any
/// geometry.
bool forms_meet(const std::vector<GeometryForm>& source, const std::vector<GeometryForm>& allowed);

}  // namespace jingwei
