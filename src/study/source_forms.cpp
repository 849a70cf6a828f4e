#include "study/source_forms.hpp"

#include <algorithm>

namespace jingwei {

std::vector<GeometryForm> forms_of(const std::string& ogr_geometry) {
  const auto has = [&](std::string_view word) { return ogr_geometry.find(word) != std::string::npos; };
  if (ogr_geometry == "Raster") return {GeometryForm::raster};
  if (ogr_geometry == "None") return {GeometryForm::table};
  if (has("Point")) return {GeometryForm::point};
  if (has("Line") || has("Curve")) return {GeometryForm::line};
  if (has("Polygon") || has("Surface")) return {GeometryForm::polygon};
  return {GeometryForm::point, GeometryForm::line,
          GeometryForm::polygon};  // features are looked at when they are read
}

bool forms_meet(const std::vector<GeometryForm>& source, const std::vector<GeometryForm>& allowed) {
  return std::any_of(source.begin(), source.end(), [&](GeometryForm form) {
    return std::find(allowed.begin(), allowed.end(), form) != allowed.end();
  });
}

}  // namespace jingwei
