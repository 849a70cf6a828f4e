#include "io/geopackage.hpp"

#include <gdal_priv.h>
#include <ogr_geometry.h>
#include <ogrsf_frmts.h>

#include <filesystem>

#include "base/error.hpp"
#include "io/fields.hpp"
#include "io/gdal.hpp"

namespace jingwei {
namespace {

constexpr std::size_t rows_between_checks = 4096;

OGRwkbGeometryType type_of(TableGeometry geometry) {
  switch (geometry) {
    case TableGeometry::none:
      return wkbNone;
    case TableGeometry::point:
      return wkbPoint;
    case TableGeometry::multi_point:
      return wkbMultiPoint;
    case TableGeometry::multi_line:
      return wkbMultiLineString;
    case TableGeometry::multi_polygon:
      return wkbMultiPolygon;
  }
  return wkbNone;
}

Dataset open_or_create(const std::string& file, const GdalErrors& errors) {
  register_drivers();
  Dataset dataset;
  if (std::filesystem::exists(file)) {
    const char* drivers[] = {"GPKG", nullptr};
    dataset.reset(GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE, drivers));
  } else {
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
    dataset.reset(driver->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
  }
  if (!dataset) throw error(ErrorKind::failed, "{}: cannot be written: {}", file, errors.reason());
  return dataset;
}

void remove_layer(GDALDataset& dataset, const std::string& name) {
  for (int i = dataset.GetLayerCount() - 1; i >= 0; --i)
    if (EQUAL(dataset.GetLayer(i)->GetName(), name.c_str())) dataset.DeleteLayer(i);
}

OGRLayer& create_layer(GDALDataset& dataset, const Table& table, const GdalErrors& errors) {
  CPLStringList options;
  options.SetNameValue("FID", "fid");
  options.SetNameValue("GEOMETRY_NAME", "geom");
  options.SetNameValue("IDENTIFIER", table.identifier.c_str());
  options.SetNameValue("DESCRIPTION", printable(table.abstract.both()).c_str());
  const Reference reference = table.spatial() ? reference_of(table.layer->crs()) : Reference();
  OGRLayer* layer =
      dataset.CreateLayer(table.name.c_str(), reference.get(), type_of(table.geometry), options.List());
  if (layer == nullptr)
    throw error(ErrorKind::failed, "layer “{}” cannot be written: {}", table.name, errors.reason());
  for (const TableColumn& column : table.columns) {
    OGRFieldDefn field(column.name.c_str(), OFTString);
    set_type(field, column.type);
    if (layer->CreateField(&field) != OGRERR_NONE)
      throw error(ErrorKind::failed, "field “{}” of layer “{}” cannot be written: {}", column.name,
                  table.name, errors.reason());
  }
  return *layer;
}

void write_rows(OGRLayer& layer, const Table& table, const GdalErrors& errors, Context& context) {
  std::vector<const Column*> columns;
  for (const TableColumn& column : table.columns)
    columns.push_back(&(*table.layer)[table.layer->fields()[column.source].name]);
  OGRFeature feature(layer.GetLayerDefn());
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    if (i % rows_between_checks == 0) context.check_cancelled();
    const std::uint32_t row = table.rows[i];
    feature.SetFID(static_cast<GIntBig>(i + 1));
    for (std::size_t c = 0; c < columns.size(); ++c)
      set_value(feature, static_cast<int>(c), *columns[c], row);
    OGRGeometry* geometry = nullptr;
    if (const auto wkb = table.spatial() ? table.geometry_of(row) : std::vector<std::uint8_t>{}; !wkb.empty())
      OGRGeometryFactory::createFromWkb(wkb.data(), nullptr, &geometry, wkb.size());
    feature.SetGeometryDirectly(geometry);
    if (layer.CreateFeature(&feature) != OGRERR_NONE || errors.failed())
      throw error(ErrorKind::failed, "layer “{}”, row {}: cannot be written: {}", table.name, i + 1,
                  errors.reason());
  }
  context.advance(table.rows.size());
}

}  // namespace

void write_tables(const std::string& file, const std::vector<Table>& tables, Context& context) {
  GdalErrors errors;
  Dataset dataset = open_or_create(file, errors);
  if (dataset->StartTransaction() != OGRERR_NONE)
    throw error(ErrorKind::failed, "{}: cannot be written: {}", file, errors.reason());
  for (const Table& table : tables) {
    remove_layer(*dataset, table.name);
    write_rows(create_layer(*dataset, table, errors), table, errors, context);
  }
  if (dataset->CommitTransaction() != OGRERR_NONE || errors.failed())
    throw error(ErrorKind::failed, "{}: cannot be written: {}", file, errors.reason());
  close_written(dataset, file);
}

}  // namespace jingwei
