#include "layer/prepare_geometry.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/error.hpp"
#include "geometry/repair.hpp"

namespace jingwei {
namespace {

bool allows(const LayerDefinition& definition, GeometryForm form) {
  return std::find(definition.geometry.begin(), definition.geometry.end(), form) != definition.geometry.end();
}

std::optional<GeometryForm> form_of(GeometryKind kind) {
  switch (kind) {
    case GeometryKind::point:
      return GeometryForm::point;
    case GeometryKind::line:
      return GeometryForm::line;
    case GeometryKind::polygon:
      return GeometryForm::polygon;
    case GeometryKind::null:
    case GeometryKind::mixed:
      return std::nullopt;
  }
  return std::nullopt;
}

Text names_of_forms(const LayerDefinition& definition) {
  std::vector<std::string> zh, en;
  const auto add = [&](GeometryForm form, const char* name_zh, const char* name_en) {
    if (allows(definition, form)) zh.emplace_back(name_zh), en.emplace_back(name_en);
  };
  add(GeometryForm::point, "点", "points");
  add(GeometryForm::line, "线", "lines");
  add(GeometryForm::polygon, "面", "polygons");
  return {join(zh, "或"), join(en, " or ")};
}

Text name_of(GeometryKind kind) {
  switch (kind) {
    case GeometryKind::point:
      return {"点", "a point"};
    case GeometryKind::line:
      return {"线", "a line"};
    case GeometryKind::polygon:
      return {"面", "a polygon"};
    case GeometryKind::mixed:
      return {"几何集合", "a collection"};
    case GeometryKind::null:
      break;
  }
  return {"空几何", "nothing"};
}

Crs source_crs(const RawLayer& raw, const Preparation& how) {
  if (!raw.crs && how.datum == Datum::wgs84)
    throw input_error({"输入“{}”：{} 没有坐标系；请写明（crs: EPSG:…）",
                       "input “{}”: {} has no coordinate reference system; declare it (crs: EPSG:…)"},
                      how.name, raw.source);
  // coordinates of web maps are degrees by their nature, whether the file says so or not
  Crs crs = raw.crs ? *raw.crs : Crs::parse("EPSG:4326");
  if (how.datum != Datum::wgs84 && !crs.geographic())
    throw input_error({"输入“{}”：datum 为 gcj02 或 bd09 时需要经纬度，而 {} 的坐标系是 {}",
                       "input “{}”: datum gcj02 or bd09 needs longitudes and latitudes, but {} is in {}"},
                      how.name, raw.source, crs.name());
  return crs;
}

/// The parts of a collection of the highest dimension that the definition allows; nothing where it has none.
std::vector<std::uint8_t> allowed_parts(Wkb wkb, const LayerDefinition& definition) {
  if (allows(definition, GeometryForm::polygon))
    if (const auto polygons = polygons_of(wkb); !polygons.empty()) return wkb_of_polygons(polygons);
  if (allows(definition, GeometryForm::line))
    if (const auto lines = lines_of(wkb); !lines.empty()) return wkb_of_lines(lines);
  if (allows(definition, GeometryForm::point))
    if (const auto points = points_of(wkb); !points.empty()) return wkb_of_points(points);
  return {};
}

Text wrong_type_reason(GeometryKind kind, const LayerDefinition& definition) {
  return told({"几何类型是{}，应为{}", "the geometry is {}, {} are expected"}, name_of(kind),
              names_of_forms(definition));
}

/// Collections brought to one allowed form; rows that are of none are left as they are.
GeometryColumn single_form(const GeometryColumn& column, const LayerDefinition& definition,
                           std::vector<Fault>& faults) {
  GeometryColumn formed;
  formed.reserve(column.size(), column.bytes());
  for (std::uint32_t row = 0; row < column.size(); ++row) {
    const GeometryKind kind = kind_of(column.wkb(row));
    const auto form = form_of(kind);
    if (kind == GeometryKind::null || is_empty(column.wkb(row)) || (form && allows(definition, *form))) {
      formed.append(column.wkb(row), column.envelope(row));
      continue;
    }
    const auto parts = kind == GeometryKind::mixed ? allowed_parts(column.wkb(row), definition)
                                                   : std::vector<std::uint8_t>{};
    if (parts.empty())
      formed.append(column.wkb(row), column.envelope(row));
    else
      formed.append(parts);
    faults.push_back({row, "wrong_geometry_type", wrong_type_reason(kind, definition),
                      parts.empty() ? Fault::Action::set_aside : Fault::Action::repaired});
  }
  return formed;
}

Fault fault_of(const Defect& defect, const GeometryColumn& after, const Crs& from, const Crs& to) {
  Fault fault{defect.row, defect.kind, defect.reason,
              after.is_null(defect.row) ? Fault::Action::set_aside : Fault::Action::repaired};
  if (std::isfinite(defect.place.x) && std::isfinite(defect.place.y)) {
    const Point place = project(std::span(&defect.place, 1), from, to).front();
    if (std::isfinite(place.x) && std::isfinite(place.y)) fault.place = wkb_of(place);
  }
  return fault;
}

/// What is known of a row: nothing wrong, a repair, or that it is out.
enum class Told : std::uint8_t { nothing, repaired, set_aside };

/// Repairs, and tells what was done to rows that are still in: repairs once, the loss of a row always.
GeometryColumn repaired(const GeometryColumn& column, const Crs& crs, const Crs& study_crs,
                        std::vector<Told>& told, std::vector<Fault>& faults, Context& context) {
  Repaired result = repair(column, context);
  const std::vector<Told> earlier = told;
  for (const Defect& defect : result.defects) {
    const Told now = result.geometry.is_null(defect.row) ? Told::set_aside : Told::repaired;
    if (earlier[defect.row] >= now) continue;
    told[defect.row] = std::max(told[defect.row], now);
    faults.push_back(fault_of(defect, result.geometry, crs, study_crs));
  }
  return std::move(result.geometry);
}

}  // namespace

bool spatial(const LayerDefinition& definition, const RawLayer& raw) {
  const bool wants = std::any_of(definition.geometry.begin(), definition.geometry.end(),
                                 [](GeometryForm form) { return form != GeometryForm::table; });
  return wants && (raw.geometry.has_value() || !allows(definition, GeometryForm::table));
}

PreparedGeometry prepare_geometry(const RawLayer& raw, const Preparation& how, const Crs& study_crs,
                                  Context& context) {
  const LayerDefinition& definition = *how.definition;
  if (!raw.geometry)
    throw input_error({"输入“{}”：{} 没有几何，而图层“{}”需要{}",
                       "input “{}”: {} has no geometry, but layer “{}” needs {}"},
                      how.name, raw.source, definition.name, names_of_forms(definition));
  const Crs from = source_crs(raw, how);
  PreparedGeometry prepared;
  std::vector<Told> told(raw.rows, Told::nothing);

  GeometryColumn column = single_form(*raw.geometry, definition, prepared.faults);
  for (const Fault& fault : prepared.faults)
    if (fault.action == Fault::Action::set_aside) told[fault.row] = Told::set_aside;
  if (how.datum != Datum::wgs84) column = to_wgs84(column, how.datum);
  column = repaired(column, from, study_crs, told, prepared.faults, context);
  if (!from.same_as(study_crs)) {
    Projected projected = project(column, from, study_crs, how.precision, context);
    for (const std::uint32_t row : projected.failed) {
      told[row] = Told::set_aside;
      prepared.faults.push_back({row,
                                 "not_projectable",
                                 {jingwei::format("坐标无法从 {} 转换到 {}", from.name(), study_crs.name()),
                                  jingwei::format("its coordinates cannot be brought from {} to {}",
                                                  from.name(), study_crs.name())},
                                 Fault::Action::set_aside});
    }
    // rounding while projecting can fold a sliver over
    column = repaired(projected.geometry, study_crs, study_crs, told, prepared.faults, context);
  }
  prepared.geometry = std::move(column);
  std::stable_sort(prepared.faults.begin(), prepared.faults.end(),
                   [](const Fault& a, const Fault& b) { return a.row < b.row; });
  return prepared;
}

}  // namespace jingwei
