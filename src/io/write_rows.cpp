#include "io/write_rows.hpp"

#include <ogr_geometry.h>
#include <ogrsf_frmts.h>

#include "base/error.hpp"
#include "io/fields.hpp"

namespace jingwei {
namespace {

constexpr std::size_t rows_between_checks = 4096;

}  // namespace

int ogr_type(TableGeometry geometry) {
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

void create_fields(OGRLayer& layer, const Table& table, const GdalErrors& errors) {
  for (const TableColumn& column : table.columns) {
    OGRFieldDefn field(column.name.c_str(), OFTString);
    set_type(field, column.type);
    if (layer.CreateField(&field) != OGRERR_NONE)
      throw error(ErrorKind::failed,
                  {"图层“{1}”的字段“{0}”无法写入：{2}", "field “{}” of layer “{}” cannot be written: {}"},
                  column.name, table.name, errors.reason());
  }
}

void write_rows(OGRLayer& layer, const Table& table, const ShapeOfRow& shape, const GdalErrors& errors,
                Context& context) {
  std::vector<const Column*> columns;
  for (const TableColumn& column : table.columns)
    columns.push_back(&(*table.layer)[table.layer->fields()[column.source].name]);
  OGRFeature feature(layer.GetLayerDefn());
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    if (i % rows_between_checks == 0) context.check_cancelled();
    feature.SetFID(OGRNullFID);
    for (std::size_t c = 0; c < columns.size(); ++c)
      set_value(feature, static_cast<int>(c), *columns[c], table.rows[i]);
    OGRGeometry* geometry = nullptr;
    if (const auto wkb = shape(i); !wkb.empty())
      OGRGeometryFactory::createFromWkb(wkb.data(), nullptr, &geometry, wkb.size());
    feature.SetGeometryDirectly(geometry);
    if (layer.CreateFeature(&feature) != OGRERR_NONE || errors.failed())
      throw error(ErrorKind::failed,
                  {"图层“{}”第 {} 行无法写入：{}", "layer “{}”, row {}: cannot be written: {}"}, table.name,
                  i + 1, errors.reason());
  }
  context.advance(table.rows.size());
}

}  // namespace jingwei
