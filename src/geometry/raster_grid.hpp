#pragma once
#include <cmath>

#include "geometry/envelope.hpp"

namespace jingwei {

/// The cells of a raster: columns counted from the west, rows from the north, all of one size in the units of
/// its CRS.
struct RasterGrid {
  int columns = 0;
  int rows = 0;
  double min_x = 0;
  double max_y = 0;
  double cell_width = 1;
  double cell_height = 1;

  double x(double column) const { return min_x + column * cell_width; }
  double y(double row) const { return max_y - row * cell_height; }
  Envelope extent() const { return {min_x, y(rows), x(columns), max_y}; }
};

/// A rectangle of cells.
struct CellWindow {
  int column = 0;
  int row = 0;
  int columns = 0;
  int rows = 0;

  bool empty() const { return columns <= 0 || rows <= 0; }
  std::size_t size() const { return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows); }
};

/// The cells that an envelope touches, those of the grid only.
inline CellWindow cells_of(const RasterGrid& grid, const Envelope& envelope) {
  if (!envelope.intersects(grid.extent())) return {};
  const auto clamped = [](double place, int count) {
    return static_cast<int>(std::min(std::max(place, 0.0), static_cast<double>(count)));
  };
  const int left = clamped(std::floor((envelope.min_x - grid.min_x) / grid.cell_width), grid.columns);
  const int right = clamped(std::floor((envelope.max_x - grid.min_x) / grid.cell_width) + 1, grid.columns);
  const int top = clamped(std::floor((grid.max_y - envelope.max_y) / grid.cell_height), grid.rows);
  const int bottom = clamped(std::floor((grid.max_y - envelope.min_y) / grid.cell_height) + 1, grid.rows);
  return {left, top, right - left, bottom - top};
}

}  // namespace jingwei
