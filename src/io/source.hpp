#pragma once
#include <string>
#include <utility>

#include "io/gdal.hpp"
#include "io/read.hpp"

namespace jingwei {

/// An opened data set and the layer of it that is meant (nothing for a raster).
struct OpenedSource {
  Dataset dataset;
  std::string driver;
  OGRLayer* layer = nullptr;
  std::string layer_name;
  bool raster = false;
  std::string copy;  ///< a CSV's copy in GDAL's memory; removed at the end

  OpenedSource() = default;
  OpenedSource(OpenedSource&& other) noexcept
      : dataset(std::move(other.dataset)),
        driver(std::move(other.driver)),
        layer(other.layer),
        layer_name(std::move(other.layer_name)),
        raster(other.raster),
        copy(std::exchange(other.copy, {})) {}
  OpenedSource& operator=(OpenedSource&&) = delete;
  ~OpenedSource();
};

/// Opens a local file with a driver that neither fetches nor runs code. `encoding` as in ReadRequest. Errors
/// (input): remote or virtual paths, no such file, no driver.
OpenedSource open_file(const DataSource& source, const std::string& encoding = {});

/// The same, with the layer that `source` names or the only one there is. Errors (input): no such layer,
/// several layers and none named.
OpenedSource open_source(const DataSource& source, const std::string& encoding = {});

/// The names of the layers that hold data (not those in which QGIS keeps styles).
std::vector<std::string> layer_names(GDALDataset& dataset);

}  // namespace jingwei
