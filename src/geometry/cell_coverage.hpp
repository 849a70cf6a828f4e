#pragma once
#include <span>
#include <vector>

#include "geometry/raster_grid.hpp"
#include "geometry/wkb.hpp"

namespace jingwei {

/// Cells beside each other in a row that are covered to the same share: 1 inside, one cell with its own share
/// along the outline.
struct CellRun {
  int row = 0;
  int begin = 0;
  int end = 0;       ///< past the last column
  double share = 0;  ///< of each cell, 0 < share <= 1 (plus rounding)
};

/// The exact share of each cell of a window that polygons cover: their edges are walked through the cells
/// they cross, the area to the right of the edge inside each cell is added up, and what lies between edges is
/// filled by runs. Cells that are not covered are left out; runs are in the order of rows and columns. As
/// Baston (exactextract) in what is computed, as coverage accumulation of glyph rasterisers in how. \pre
/// valid polygons that do not overlap, shells counter-clockwise, holes clockwise (oriented_polygons_of), in
/// the CRS of the grid.
std::vector<CellRun> cell_coverage(std::span<const Rings> polygons, const RasterGrid& grid,
                                   const CellWindow& window);

}  // namespace jingwei
