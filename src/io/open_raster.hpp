#pragma once
#include <memory>
#include <optional>
#include <string>

#include "io/read.hpp"
#include "layer/raster.hpp"

namespace jingwei {

/// Opens a raster of one band, whose values are read when they are asked for. `name`: the study's;
/// `declared`: its CRS, only where the file states none. Errors (input): those of opening a source; a data
/// set that is no raster, has several bands or no place, lies askew (rotated, or south up), has no CRS or
/// another than declared.
std::unique_ptr<Raster> open_raster(const DataSource& source, const std::optional<Crs>& declared,
                                    std::string name);

}  // namespace jingwei
