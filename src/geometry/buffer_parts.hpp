#pragma once
#include <vector>

#include "geometry/crs_geodesic.hpp"
#include "geometry/geos.hpp"

namespace jingwei {

/// On which sides of a path (in its direction) a buffer goes the whole distance; on the other side of a
/// polygon's border a narrow seam is enough, which the polygon covers or is cut away by.
enum class Reach { both, left, right };

/// A part of a row's points, lines or borders that is small enough for one local plane.
struct BufferPart {
  std::uint32_t row = 0;
  Path path;  ///< in the CRS
  bool ring = false;
  Reach reach = Reach::both;
  double distance_m = 0;  ///< > 0
};

/// Cuts a path into parts of at most 50 km extent (a ring that is small enough stays one) and adds them.
void add_parts(const Path& path, BufferPart like, double metres_per_unit, std::vector<BufferPart>& parts);

/// The places within the part's distance, in the CRS: polygons, valid on the grid.
std::vector<std::uint8_t> buffer_part(const BufferPart& part, const CrsGeodesic& truth,
                                      double metres_per_unit, double semi_major_m, double grid_size);

}  // namespace jingwei
