#include "io/read_vector.hpp"

#include <gdal_priv.h>
#include <ogr_geometry.h>
#include <ogrsf_frmts.h>

#include "base/error.hpp"
#include "base/text.hpp"
#include "io/fields.hpp"
#include "io/filter.hpp"

namespace jingwei {
namespace {

constexpr std::size_t rows_between_checks = 4096;

struct Sources {
  std::vector<int> fields;  ///< of the feature; -1 is its id
  std::vector<FieldType> types;
};

// A GeoPackage's or geodatabase's id column is no field for GDAL, but users see it as one.
Sources add_fields(OGRLayer& layer, RawLayer& raw) {
  Sources sources;
  const auto add = [&](const std::string& name, FieldType type, int field) {
    if (!is_utf8(name))
      throw input_error(
          {"{}：字段名“{}”不是 UTF-8；请写明数据源编码（encoding: GBK）",
           "{}: field name “{}” is not UTF-8; state the encoding of the source (encoding: GBK)"},
          printable(raw.source), printable(name));
    raw.fields.push_back({name, type, {name, name}, {}});
    raw.columns.emplace_back(type);
    sources.fields.push_back(field);
    sources.types.push_back(type);
  };
  if (const std::string id = layer.GetFIDColumn(); !id.empty()) add(id, FieldType::integer, -1);
  OGRFeatureDefn& definition = *layer.GetLayerDefn();
  for (int i = 0; i < definition.GetFieldCount(); ++i)
    if (const auto type = type_of(*definition.GetFieldDefn(i)))
      add(definition.GetFieldDefn(i)->GetNameRef(), *type, i);
  return sources;
}

void append_values(const OGRFeature& feature, const Sources& sources, bool empty_is_null, RawLayer& raw) {
  for (std::size_t i = 0; i < sources.fields.size(); ++i) {
    if (sources.fields[i] < 0) {
      raw.columns[i].append(static_cast<std::int64_t>(feature.GetFID()));
      continue;
    }
    Value value = value_of(feature, sources.fields[i], sources.types[i]);
    if (const auto* text = std::get_if<std::string>(&value)) {
      if (text->empty() && empty_is_null)
        value = {};
      else if (!is_utf8(*text))
        throw input_error(
            {"{}：字段“{}”在要素 {} 中不是 UTF-8；请写明数据源编码（encoding: GBK）",
             "{}: field “{}” of feature {} is not UTF-8; state the encoding of the source (encoding: GBK)"},
            printable(raw.source), raw.fields[i].name, feature.GetFID());
    }
    raw.columns[i].append(value);
  }
}

// Curves become lines, surfaces of other kinds multi-polygons, heights and measures go.
std::vector<std::uint8_t> plain_wkb(std::unique_ptr<OGRGeometry> geometry) {
  if (!geometry) return {};
  if (OGR_GT_IsNonLinear(geometry->getGeometryType())) geometry.reset(geometry->getLinearGeometry());
  const OGRwkbGeometryType flat = wkbFlatten(geometry->getGeometryType());
  if (flat == wkbTIN || flat == wkbPolyhedralSurface || flat == wkbTriangle)
    geometry.reset(OGRGeometryFactory::forceToMultiPolygon(geometry.release()));
  if (!geometry) return {};
  geometry->flattenTo2D();
  std::vector<std::uint8_t> wkb(geometry->WkbSize());
  if (geometry->exportToWkb(wkbNDR, wkb.data(), wkbVariantIso) != OGRERR_NONE) return {};
  return wkb;
}

}  // namespace

RawLayer read_vector(const OpenedSource& opened, const ReadRequest& request, Context& context) {
  OGRLayer& layer = *opened.layer;
  RawLayer raw;
  raw.source = request.source.text();
  const Sources sources = add_fields(layer, raw);
  const bool spatial = layer.GetGeomType() != wkbNone;
  if (spatial) {
    raw.geometry.emplace();
    raw.crs = crs_of(layer.GetSpatialRef());
  }
  std::optional<Filter> filter;
  if (!request.filter.empty()) filter.emplace(request.filter, *layer.GetLayerDefn());
  const bool empty_is_null = opened.driver == "CSV" || opened.driver == "XLSX" || opened.driver == "ODS";

  const GdalErrors errors;
  layer.ResetReading();
  for (std::size_t seen = 0;; ++seen) {
    if (seen % rows_between_checks == 0) context.check_cancelled();
    const OGRFeatureUniquePtr feature(layer.GetNextFeature());
    if (!feature) break;
    if (filter && !filter->matches(*feature)) continue;
    if (request.most_features > 0 && raw.rows == request.most_features)
      throw error(ErrorKind::limit,
                  {"{}：超过研究允许的 {} 个要素；请过滤数据或提高 limits.features",
                   "{}: more than the {} features that the study allows"},
                  printable(raw.source), request.most_features);
    append_values(*feature, sources, empty_is_null, raw);
    if (spatial) raw.geometry->append(plain_wkb(std::unique_ptr<OGRGeometry>(feature->StealGeometry())));
    ++raw.rows;
  }
  if (errors.failed())
    throw input_error({"{}：无法读取：{}", "{}: cannot be read: {}"}, printable(raw.source), errors.reason());
  return raw;
}

}  // namespace jingwei
