#include <gdal_priv.h>
#include <ogr_feature.h>

#include <array>
#include <cmath>

#include "base/error.hpp"
#include "base/text.hpp"
#include "io/filter.hpp"
#include "io/read_vector.hpp"

namespace jingwei {
namespace {

// The filter of a raster sees one field, `value`.
class CellFilter {
 public:
  explicit CellFilter(const std::string& expression) : m_definition(raster_fields()) {
    if (expression.empty()) return;
    m_feature.emplace(m_definition.get());
    m_filter.emplace(expression, *m_definition);
  }
  bool matches(double value) {
    if (!m_filter) return true;
    m_feature->SetField(0, value);
    return m_filter->matches(*m_feature);
  }

 private:
  std::shared_ptr<OGRFeatureDefn> m_definition;
  std::optional<OGRFeature> m_feature;
  std::optional<Filter> m_filter;
};

}  // namespace

std::shared_ptr<OGRFeatureDefn> raster_fields() {
  std::shared_ptr<OGRFeatureDefn> definition(new OGRFeatureDefn("raster"),
                                             [](OGRFeatureDefn* d) { d->Release(); });
  definition->Reference();
  OGRFieldDefn value("value", OFTReal);
  definition->AddFieldDefn(&value);
  return definition;
}

RawLayer read_raster(const OpenedSource& opened, const ReadRequest& request, Context& context) {
  GDALDataset& dataset = *opened.dataset;
  RawLayer raw;
  raw.source = request.source.text();
  raw.crs = crs_of(dataset.GetSpatialRef());
  raw.geometry.emplace();
  raw.fields.push_back({"value", FieldType::real, {"栅格值", "Value"}, {}});
  raw.columns.emplace_back(FieldType::real);
  if (dataset.GetRasterCount() != 1)
    throw input_error(
        {"{}：有 {} 个波段；只读取单波段栅格", "{}: has {} bands; only rasters of one band are read"},
        printable(raw.source), dataset.GetRasterCount());
  std::array<double, 6> transform{};
  if (dataset.GetGeoTransform(transform.data()) != CE_None)
    throw input_error({"{}：栅格没有说明其位置（无地理变换参数）",
                       "{}: the raster does not say where it lies (no geotransform)"},
                      printable(raw.source));

  GDALRasterBand& band = *dataset.GetRasterBand(1);
  int has_no_data = 0;
  const double no_data = band.GetNoDataValue(&has_no_data);
  CellFilter filter(request.filter);
  const GdalErrors errors;
  const int width = band.GetXSize();
  std::vector<double> line(static_cast<std::size_t>(width));
  for (int y = 0; y < band.GetYSize(); ++y) {
    context.check_cancelled();
    if (band.RasterIO(GF_Read, 0, y, width, 1, line.data(), width, 1, GDT_Float64, 0, 0, nullptr) != CE_None)
      throw input_error({"{}：无法读取：{}", "{}: cannot be read: {}"}, printable(raw.source),
                        errors.reason());
    for (int x = 0; x < width; ++x) {
      const double value = line[static_cast<std::size_t>(x)];
      if (!std::isfinite(value) || value == 0 || (has_no_data != 0 && value == no_data) ||
          !filter.matches(value))
        continue;
      if (request.most_features > 0 && raw.rows == request.most_features)
        throw error(ErrorKind::limit,
                    {"{}：超过研究允许的 {} 个要素；请过滤数据或提高 limits.features",
                     "{}: more than the {} features that the study allows"},
                    printable(raw.source), request.most_features);
      const double column = x + 0.5, row = y + 0.5;
      raw.geometry->append(wkb_of(Point{transform[0] + column * transform[1] + row * transform[2],
                                        transform[3] + column * transform[4] + row * transform[5]}));
      raw.columns[0].append(value);
      ++raw.rows;
    }
  }
  return raw;
}

}  // namespace jingwei
