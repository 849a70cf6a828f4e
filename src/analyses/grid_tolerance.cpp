#include "analyses/grid_tolerance.hpp"

#include "geometry/planar.hpp"

namespace jingwei {

double grid_tolerance(Wkb wkb, const Window& in) {
  const double cell_m = in.precision().m;
  double moved = 0;
  for (const Path& line : lines_of(wkb)) moved += 2 * cell_m * static_cast<double>(line.size());
  for (const Rings& polygon : polygons_of(wkb))
    for (const Path& ring : polygon)
      moved += 2 * cell_m * (planar_length(ring) * in.crs().metres_per_unit() + cell_m);
  return moved;
}

}  // namespace jingwei
