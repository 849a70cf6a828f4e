#pragma once
#include <vector>

#include "geometry/crs_geodesic.hpp"
#include "geometry/styled_line.hpp"
#include "geometry/wkb.hpp"

namespace jingwei {

/// On which sides of a path (in its direction) a buffer goes the whole distance; on the other side of a
/// polygon's border a narrow seam is enough, which the polygon covers or is cut away by.
enum class Reach { both, left, right };

/// Of a row's points, lines or borders as much as is small enough for one local plane.
struct BufferPart {
  std::uint32_t row = 0;
  std::vector<Path> paths;  ///< in the CRS
  bool rings = false;       ///< the paths are closed
  Reach reach = Reach::both;
  double distance_m = 0;  ///< > 0
  Rings inside;           ///< a polygon that belongs to what is made: that of the rings, or none
  BufferStyle style;      ///< of lines
  LineEnds line_ends;
};

/// Cuts paths into parts of at most 50 km extent and adds them: lines that lie near each other share a part,
/// so that places where they meet are seen, and a polygon's rings where it is small enough. Lines that are
/// not round each have parts of their own, which share an edge where they follow each other.
void add_line_parts(const std::vector<Path>& lines, BufferPart like, double metres_per_unit,
                    std::vector<BufferPart>& parts);
/// Shells counter-clockwise, holes clockwise. Returns if the polygon stayed whole (and is part of `inside`
/// where it reaches to the right).
bool add_polygon_parts(const Rings& rings, BufferPart like, double metres_per_unit,
                       std::vector<BufferPart>& parts);

/// The places within the part's distance, in the CRS: polygons that may overlap, each valid but for rounding.
std::vector<std::vector<std::uint8_t>> buffer_part(const BufferPart& part, const CrsGeodesic& truth,
                                                   double metres_per_unit, double semi_major_m,
                                                   double grid_size);

}  // namespace jingwei
