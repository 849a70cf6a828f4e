#pragma once
#include <cstdint>
#include <vector>

#include "base/context.hpp"
#include "geometry/wkb.hpp"
#include "layer/raster.hpp"
#include "methods/weighted_statistics.hpp"

namespace jingwei {

/// What the cells of a zone come to. Counts are of cells, each by its share in the zone.
struct ZoneCells {
  WeightedMoments values;             ///< by the share of each cell
  double value_area_m2 = 0;           ///< Σ share · area · value
  double data_m2 = 0;                 ///< of the cells that have data
  double no_data_m2 = 0;              ///< of those without
  double cells = 0;                   ///< all shares, data or not
  WeightedDistribution distribution;  ///< where it was asked for
};

enum class Distribution { left_out, kept };

/// Walks every zone through the cells of a raster, strip by strip of its blocks: of the raster one strip is
/// in memory. `zones`: polygons in the CRS of the raster (null: nothing); `area_scale`: what the true area of
/// each is by its area in the plane, which counts where the raster's CRS is projected (of geographic ones the
/// true area of each row's cells is taken). The same whatever the number of threads.
std::vector<ZoneCells> zone_cells(const Raster& raster, const GeometryColumn& zones,
                                  const std::vector<double>& area_scale, Distribution distribution,
                                  Context& context);

}  // namespace jingwei
