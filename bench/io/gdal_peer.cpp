#include "io/gdal_peer.hpp"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <cstdlib>

#include "io/fields.hpp"
#include "io/gdal.hpp"

namespace jingwei {
namespace {

void require(bool done) {
  if (!done) std::abort();
}

}  // namespace

void gdal_write(const Layer& layer, const std::string& file, const char* driver, SpatialIndex index) {
  register_drivers();
  GDALDriver* format = GetGDALDriverManager()->GetDriverByName(driver);
  Dataset dataset(format->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
  require(dataset != nullptr);
  CPLStringList options;
  options.SetNameValue("SPATIAL_INDEX", index == SpatialIndex::built ? "YES" : "NO");
  const Reference reference = reference_of(layer.crs());
  OGRLayer* out =
      dataset->CreateLayer(layer.name().c_str(), reference.get(), wkbMultiPolygon, options.List());
  require(out != nullptr);
  for (const Field& field : layer.fields()) {
    OGRFieldDefn defined(field.name.c_str(), OFTString);
    set_type(defined, field.type);
    require(out->CreateField(&defined) == OGRERR_NONE);
  }
  dataset->StartTransaction();
  OGRFeature feature(out->GetLayerDefn());
  for (std::size_t row = 0; row < layer.rows(); ++row) {
    feature.SetFID(OGRNullFID);
    for (std::size_t i = 0; i < layer.fields().size(); ++i)
      set_value(feature, static_cast<int>(i), layer[layer.fields()[i].name], row);
    OGRGeometry* geometry = nullptr;
    const std::vector<std::uint8_t> wkb = to_multi(layer.geometry().wkb(row));
    OGRGeometryFactory::createFromWkb(wkb.data(), nullptr, &geometry, wkb.size());
    feature.SetGeometryDirectly(geometry);
    require(out->CreateFeature(&feature) == OGRERR_NONE);
  }
  dataset->CommitTransaction();
  close_written(dataset, file);
}

ReadTotals gdal_read(const std::string& file) {
  register_drivers();
  const Dataset dataset(GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
  require(dataset != nullptr);
  OGRLayer& layer = *dataset->GetLayer(0);
  ReadTotals totals;
  std::vector<std::uint8_t> wkb;
  for (const auto& feature : layer) {
    ++totals.rows;
    for (int i = 0; i < layer.GetLayerDefn()->GetFieldCount(); ++i) {
      const OGRFieldType type = layer.GetLayerDefn()->GetFieldDefn(i)->GetType();
      if (type == OFTInteger64) totals.integers += feature->GetFieldAsInteger64(i);
      if (type == OFTReal) totals.reals += feature->GetFieldAsDouble(i);
      if (type == OFTString) totals.text_bytes += std::string_view(feature->GetFieldAsString(i)).size();
    }
    const OGRGeometry& geometry = *feature->GetGeometryRef();
    wkb.resize(geometry.WkbSize());
    geometry.exportToWkb(wkbNDR, wkb.data(), wkbVariantIso);
    totals.wkb_bytes += wkb.size();
  }
  return totals;
}

}  // namespace jingwei
