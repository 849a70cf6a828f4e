#include "geometry/hull.hpp"

#include "base/parallel.hpp"
#include "geometry/geos.hpp"
#include "geometry/overlay.hpp"
#include "geometry/wkb_io.hpp"

namespace jingwei {

GeometryColumn hulls(const GeometryColumn& column, std::span<const std::uint32_t> groups,
                     std::uint32_t group_count, const HullShape& shape, double grid_size, Context& context) {
  std::vector<std::vector<std::uint32_t>> rows(group_count);
  for (std::uint32_t row = 0; row < column.size(); ++row)
    if (groups[row] != no_row && !column.envelope(row).empty()) rows[groups[row]].push_back(row);
  const auto holes = shape.holes == HullShape::Holes::allowed ? geos::Holes::allowed : geos::Holes::none;
  std::vector<std::vector<std::uint8_t>> made(group_count);
  parallel_for(group_count, context, [&](std::size_t begin, std::size_t end) {
    for (std::size_t group = begin; group < end; ++group) {
      std::vector<geos::Geometry> parts;
      for (const std::uint32_t row : rows[group]) parts.push_back(geos::read(column.wkb(row)));
      if (parts.empty()) continue;
      const geos::Geometry all = geos::collection(std::move(parts));
      const geos::Geometry hull = shape.kind == HullShape::Kind::convex
                                      ? geos::convex_hull(all)
                                      : geos::concave_hull(all, shape.ratio, holes);
      made[group] = wkb::of_dimension(geos::write(geos::on_grid(hull, grid_size)), 2);
    }
  });
  GeometryColumn hulls;
  for (const std::vector<std::uint8_t>& hull : made) hulls.append(hull);
  return hulls;
}

}  // namespace jingwei
