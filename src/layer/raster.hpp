#pragma once
#include <span>
#include <string>

#include "geometry/crs.hpp"
#include "geometry/raster_grid.hpp"

namespace jingwei {

/// One band of values on a grid, read by blocks: memory follows what is asked for, not the raster. `io` opens
/// it; analyses see this alone.
class Raster {
 public:
  Raster() = default;
  Raster(const Raster&) = delete;
  Raster& operator=(const Raster&) = delete;
  virtual ~Raster() = default;

  virtual const std::string& name() const = 0;  ///< the study's
  virtual const Crs& crs() const = 0;
  virtual const RasterGrid& grid() const = 0;
  /// Rows of cells that are stored together: what is read in multiples of it is decoded once.
  virtual int block_rows() const = 0;
  virtual int block_columns() const = 0;

  /// The values of a window of cells, row by row; NaN where there are no data. Several threads may read at
  /// the same time. \pre the window lies in the grid; as many values as cells. Errors (input): the file
  /// cannot be read.
  virtual void read(const CellWindow& cells, std::span<double> values) const = 0;
};

}  // namespace jingwei
