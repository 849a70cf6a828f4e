#include "io/geopackage.hpp"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <filesystem>

#include "base/error.hpp"
#include "io/gdal.hpp"
#include "io/package_rows.hpp"
#include "io/write_rows.hpp"

namespace jingwei {
namespace {

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
  if (!dataset)
    throw error(ErrorKind::failed, {"{}：无法写入：{}", "{}: cannot be written: {}"}, file, errors.reason());
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
  options.SetNameValue("SPATIAL_INDEX", "NO");  // made when the rows are there
  options.SetNameValue("IDENTIFIER", table.identifier.c_str());
  options.SetNameValue("DESCRIPTION", printable(table.abstract.both()).c_str());
  const Reference reference = table.spatial() ? reference_of(table.layer->crs()) : Reference();
  OGRLayer* layer =
      dataset.CreateLayer(table.name.c_str(), reference.get(),
                          static_cast<OGRwkbGeometryType>(ogr_type(table.geometry)), options.List());
  if (layer == nullptr)
    throw error(ErrorKind::failed, {"图层“{}”无法写入：{}", "layer “{}” cannot be written: {}"}, table.name,
                errors.reason());
  return *layer;
}

/// The tables without rows, as GDAL makes them.
void make_layers(const std::string& file, const std::vector<Table>& tables) {
  GdalErrors errors;
  Dataset dataset = open_or_create(file, errors);
  if (dataset->StartTransaction() != OGRERR_NONE)
    throw error(ErrorKind::failed, {"{}：无法写入：{}", "{}: cannot be written: {}"}, file, errors.reason());
  for (const Table& table : tables) {
    remove_layer(*dataset, table.name);
    create_fields(create_layer(*dataset, table, errors), table, errors);
  }
  if (dataset->CommitTransaction() != OGRERR_NONE || errors.failed())
    throw error(ErrorKind::failed, {"{}：无法写入：{}", "{}: cannot be written: {}"}, file, errors.reason());
  close_written(dataset, file);
}

}  // namespace

void write_tables(const std::string& file, const std::vector<Table>& tables, Context& context) {
  make_layers(file, tables);
  Database package(file, Database::Mode::write);
  // The file is built beside its final place and flushed before it is renamed: nothing is gained by more.
  package.run("PRAGMA journal_mode = DELETE; PRAGMA synchronous = OFF; BEGIN IMMEDIATE");
  for (const Table& table : tables) write_package_rows(package, table, context);
  package.run("COMMIT");
  package.close();
}

}  // namespace jingwei
