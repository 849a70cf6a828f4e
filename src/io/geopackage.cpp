#include "io/geopackage.hpp"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <filesystem>

#include "base/error.hpp"
#include "io/gdal.hpp"
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

}  // namespace

void write_tables(const std::string& file, const std::vector<Table>& tables, Context& context) {
  GdalErrors errors;
  Dataset dataset = open_or_create(file, errors);
  if (dataset->StartTransaction() != OGRERR_NONE)
    throw error(ErrorKind::failed, {"{}：无法写入：{}", "{}: cannot be written: {}"}, file, errors.reason());
  for (const Table& table : tables) {
    remove_layer(*dataset, table.name);
    const auto shape = [&table](std::size_t i) {
      return table.spatial() ? table.geometry_of(table.rows[i]) : std::vector<std::uint8_t>{};
    };
    write_rows(create_layer(*dataset, table, errors), table, RowIds::counted, shape, errors, context);
  }
  if (dataset->CommitTransaction() != OGRERR_NONE || errors.failed())
    throw error(ErrorKind::failed, {"{}：无法写入：{}", "{}: cannot be written: {}"}, file, errors.reason());
  close_written(dataset, file);
}

}  // namespace jingwei
