#include <algorithm>

#include "base/parallel.hpp"
#include "geometry/join.hpp"
#include "geometry/segment_search.hpp"
#include "geometry/wkb_io.hpp"

namespace jingwei {

std::vector<Nearest> nearest(std::span<const Point> points, const GeometryColumn& column, const Crs& crs,
                             Length limit, Context& context) {
  std::vector<Nearest> found(points.size());
  if (!(limit.m >= 0)) return found;
  // Inside a polygon the distance is 0, and no boundary can be nearer.
  std::vector<bool> is_line(column.size());
  for (std::size_t row = 0; row < column.size(); ++row)
    is_line[row] = wkb::dimension_of(column.wkb(row)) == 1;
  GeometryColumn polygons;
  for (std::size_t row = 0; row < column.size(); ++row)
    polygons.append(wkb::of_dimension(column.wkb(row), 2));
  const std::vector<std::uint32_t> inside = covering(points, polygons, context);
  const SegmentSearch search(column, crs, context);
  parallel_for(points.size(), context, [&](std::size_t begin, std::size_t end) {
    const CrsGeodesic truth(crs);
    for (std::size_t i = begin; i < end; ++i) {
      // Inside of a polygon only what lies at the point itself could go before it.
      if (const auto place = search.nearest(truth, points[i], inside[i] == no_row ? limit.m : 0)) {
        const std::uint32_t row = search.segments()[place->segment].row;
        found[i] = {row, place->distance_m, place->place,
                    is_line[row] ? search.chainage_m(truth, *place) : 0};
      }
      if (inside[i] != no_row &&
          (found[i].row == no_row || found[i].distance_m > 0 || inside[i] < found[i].row))
        found[i] = {inside[i], 0, points[i], 0};
    }
  });
  return found;
}

}  // namespace jingwei
