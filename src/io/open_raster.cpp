#include "io/open_raster.hpp"

#include <gdal_priv.h>

#include <array>
#include <cmath>
#include <limits>
#include <mutex>
#include <vector>

#include "base/error.hpp"
#include "base/text.hpp"
#include "io/source.hpp"

namespace jingwei {
namespace {

GDALRasterBand& only_band(const OpenedSource& opened, const std::string& source) {
  if (!opened.raster)
    throw input_error({"{}：不是栅格；此处需要栅格（GeoTIFF、ASCII 栅格等）",
                       "{}: is no raster; a raster is needed here (GeoTIFF, ASCII grid, …)"},
                      printable(source));
  if (opened.dataset->GetRasterCount() != 1)
    throw input_error(
        {"{}：有 {} 个波段；只读取单波段栅格", "{}: has {} bands; only rasters of one band are read"},
        printable(source), opened.dataset->GetRasterCount());
  return *opened.dataset->GetRasterBand(1);
}

RasterGrid grid_of(GDALDataset& dataset, const std::string& source) {
  std::array<double, 6> transform{};
  if (dataset.GetGeoTransform(transform.data()) != CE_None)
    throw input_error({"{}：栅格没有说明其位置（无地理变换参数）",
                       "{}: the raster does not say where it lies (no geotransform)"},
                      printable(source));
  if (transform[2] != 0 || transform[4] != 0 || !(transform[1] > 0) || !(transform[5] < 0))
    throw input_error({"{}：栅格旋转或南北倒置；请先用 gdalwarp 转为正北朝上",
                       "{}: the raster is rotated or south up; turn it north up first (gdalwarp)"},
                      printable(source));
  return {dataset.GetRasterXSize(),
          dataset.GetRasterYSize(),
          transform[0],
          transform[3],
          transform[1],
          -transform[5]};
}

Crs settled_crs(GDALDataset& dataset, const std::optional<Crs>& declared, const std::string& source) {
  const std::optional<Crs> own = crs_of(dataset.GetSpatialRef());
  if (own && declared && !own->same_as(*declared))
    throw input_error(
        {"{}：数据自带坐标系“{}”，研究文件写的是“{}”；请删去或更正其一",
         "{}: states “{}” as its coordinate system, the study says “{}”; remove one or correct it"},
        printable(source), own->name(), declared->name());
  if (!own && !declared)
    throw input_error({"{}：没有坐标系；请写明（crs: EPSG:4490）",
                       "{}: has no coordinate system; say which it is (crs: EPSG:4490)"},
                      printable(source));
  return own ? *own : *declared;
}

/// A data set of GDAL serves one thread at a time: those that read at the same time have one each, which wait
/// here in between.
class GdalRaster : public Raster {
 public:
  GdalRaster(DataSource source, const std::optional<Crs>& declared, std::string name)
      : m_source(std::move(source)), m_name(std::move(name)) {
    OpenedSource opened = open_source(m_source);
    GDALRasterBand& band = only_band(opened, m_source.text());
    m_grid = grid_of(*opened.dataset, m_source.text());
    m_crs = settled_crs(*opened.dataset, declared, m_source.text());
    band.GetBlockSize(&m_block_columns, &m_block_rows);
    int has_no_data = 0;
    const double no_data = band.GetNoDataValue(&has_no_data);
    if (has_no_data != 0) m_no_data = no_data;
    m_waiting.push_back(std::move(opened));
  }

  const std::string& name() const override { return m_name; }
  const Crs& crs() const override { return *m_crs; }
  const RasterGrid& grid() const override { return m_grid; }
  int block_rows() const override { return m_block_rows; }
  int block_columns() const override { return m_block_columns; }

  void read(const CellWindow& cells, std::span<double> values) const override {
    OpenedSource opened = take();
    const GdalOffline offline;
    const GdalErrors errors;
    if (opened.dataset->GetRasterBand(1)->RasterIO(GF_Read, cells.column, cells.row, cells.columns,
                                                   cells.rows, values.data(), cells.columns, cells.rows,
                                                   GDT_Float64, 0, 0, nullptr) != CE_None)
      throw input_error({"{}：无法读取：{}", "{}: cannot be read: {}"}, printable(m_source.text()),
                        errors.reason());
    for (double& value : values)
      if (!std::isfinite(value) || value == m_no_data) value = std::numeric_limits<double>::quiet_NaN();
    const std::scoped_lock lock(m_mutex);
    m_waiting.push_back(std::move(opened));
  }

 private:
  OpenedSource take() const {
    {
      const std::scoped_lock lock(m_mutex);
      if (!m_waiting.empty()) {
        OpenedSource opened = std::move(m_waiting.back());
        m_waiting.pop_back();
        return opened;
      }
    }
    return open_source(m_source);
  }

  DataSource m_source;
  std::string m_name;
  RasterGrid m_grid;
  std::optional<Crs> m_crs;
  int m_block_columns = 0;
  int m_block_rows = 0;
  std::optional<double> m_no_data;
  mutable std::mutex m_mutex;
  mutable std::vector<OpenedSource> m_waiting;
};

}  // namespace

std::unique_ptr<Raster> open_raster(const DataSource& source, const std::optional<Crs>& declared,
                                    std::string name) {
  return std::make_unique<GdalRaster>(source, declared, std::move(name));
}

}  // namespace jingwei
