#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <array>
#include <filesystem>

#include "base/error.hpp"
#include "base/text.hpp"
#include "io/fields.hpp"
#include "io/filter.hpp"
#include "io/osm_file.hpp"
#include "io/read.hpp"
#include "io/read_osm_layer.hpp"
#include "io/read_vector.hpp"
#include "io/source.hpp"

namespace jingwei {
namespace {

SourceLayer describe_vector(OGRLayer& layer) {
  SourceLayer described;
  described.name = layer.GetName();
  described.features = static_cast<std::size_t>(std::max<GIntBig>(0, layer.GetFeatureCount()));
  described.geometry = OGRGeometryTypeToName(layer.GetGeomType());
  if (layer.GetGeomType() != wkbNone) described.crs = crs_of(layer.GetSpatialRef());
  OGREnvelope extent;
  if (layer.GetGeomType() != wkbNone && layer.GetExtent(&extent) == OGRERR_NONE)
    described.extent = Envelope{extent.MinX, extent.MinY, extent.MaxX, extent.MaxY};
  if (const std::string id = layer.GetFIDColumn(); !id.empty())
    described.fields.push_back({id, FieldType::integer});
  OGRFeatureDefn& definition = *layer.GetLayerDefn();
  for (int i = 0; i < definition.GetFieldCount(); ++i)
    if (const auto type = type_of(*definition.GetFieldDefn(i)))
      described.fields.push_back({printable(definition.GetFieldDefn(i)->GetNameRef()), *type});
  return described;
}

SourceLayer describe_raster(GDALDataset& dataset, const std::string& name) {
  SourceLayer described;
  described.name = name;
  described.geometry = "Raster";
  described.features =
      static_cast<std::size_t>(dataset.GetRasterXSize()) * static_cast<std::size_t>(dataset.GetRasterYSize());
  described.crs = crs_of(dataset.GetSpatialRef());
  std::array<double, 6> t{};
  if (dataset.GetGeoTransform(t.data()) == CE_None) {
    const double width = dataset.GetRasterXSize(), height = dataset.GetRasterYSize();
    for (const auto& [x, y] : {std::pair{0.0, 0.0}, {width, 0.0}, {0.0, height}, {width, height}})
      described.extent.expand(Point{t[0] + x * t[1] + y * t[2], t[3] + x * t[4] + y * t[5]});
  }
  described.fields.push_back({"value", FieldType::real});
  return described;
}

}  // namespace

SourceInfo inspect_source(const DataSource& source) {
  if (is_osm_file(source.file)) return inspect_osm(source);
  const bool one = !source.layer.empty();
  OpenedSource opened = one ? open_source(source) : open_file(source);
  if (opened.raster) opened.layer_name = std::filesystem::path(source.file).stem().string();
  const GdalOffline offline;
  const GdalErrors errors;
  SourceInfo info;
  info.driver = opened.driver;
  if (opened.raster) {
    info.layers.push_back(describe_raster(*opened.dataset, opened.layer_name));
  } else if (one) {
    info.layers.push_back(describe_vector(*opened.layer));
  } else {
    for (const std::string& name : layer_names(*opened.dataset))
      info.layers.push_back(describe_vector(*opened.dataset->GetLayerByName(name.c_str())));
  }
  return info;
}

SourceInfo examine_source(const DataSource& source, Context& context) {
  SourceInfo info = inspect_source(source);
  if (is_osm_file(source.file)) count_osm_features(source, info, context);
  return info;
}

std::optional<Text> filter_problem(const DataSource& source, const std::string& filter) {
  if (is_osm_file(source.file)) return osm_filter_problem(source, filter);
  const OpenedSource opened = open_source(source);
  try {
    if (opened.raster) {
      Filter(filter, *raster_fields());
    } else {
      Filter(filter, *opened.layer->GetLayerDefn());
    }
  } catch (const Error& wrong) {
    return wrong.message();
  }
  return std::nullopt;
}

}  // namespace jingwei
