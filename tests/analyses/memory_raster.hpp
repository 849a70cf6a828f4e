#pragma once
#include <utility>
#include <vector>

#include "analyses/fixtures.hpp"

namespace fixtures {

/// A raster whose values stand in memory, row by row from the north.
class MemoryRaster : public Raster {
 public:
  MemoryRaster(Crs crs, RasterGrid grid, std::vector<double> values, int block_rows = 1)
      : m_crs(std::move(crs)), m_grid(grid), m_values(std::move(values)), m_block_rows(block_rows) {}

  const std::string& name() const override { return m_name; }
  const Crs& crs() const override { return m_crs; }
  const RasterGrid& grid() const override { return m_grid; }
  int block_rows() const override { return m_block_rows; }
  int block_columns() const override { return m_grid.columns; }
  void read(const CellWindow& cells, std::span<double> values) const override {
    for (int row = 0; row < cells.rows; ++row)
      for (int column = 0; column < cells.columns; ++column)
        values[static_cast<std::size_t>(row * cells.columns + column)] =
            m_values[static_cast<std::size_t>((cells.row + row) * m_grid.columns + cells.column + column)];
  }

 private:
  std::string m_name = "raster";
  Crs m_crs;
  RasterGrid m_grid;
  std::vector<double> m_values;
  int m_block_rows;
};

}  // namespace fixtures
