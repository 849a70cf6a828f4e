#include "geometry/centroid.hpp"

#include "base/parallel.hpp"
#include "geometry/geos.hpp"
#include "geometry/wkb_io.hpp"

namespace jingwei {
namespace {

std::vector<std::vector<std::uint8_t>> parts_of(Wkb wkb) {
  const int dimension = wkb::dimension_of(wkb);
  const wkb::Parts all = wkb::parts_of(wkb);
  std::vector<std::vector<std::uint8_t>> parts;
  if (dimension == 2)
    for (const Rings& rings : all.polygons) parts.push_back(wkb_of_polygons({&rings, 1}));
  if (dimension == 1)
    for (const Path& line : all.lines) parts.push_back(wkb_of_lines({&line, 1}));
  if (dimension == 0)
    for (const Point p : all.points) parts.push_back(wkb_of(p));
  return parts;
}

}  // namespace

Centroids centroids(const GeometryColumn& column, CentroidKind kind, CentroidOf of, double grid_size,
                    Context& context) {
  struct Found {
    Point place;
    std::uint32_t part;
    bool inside;
  };
  std::vector<std::vector<Found>> found(column.size());
  parallel_for(column.size(), context, [&](std::size_t begin, std::size_t end) {
    for (std::size_t row = begin; row < end; ++row) {
      if (column.envelope(row).empty()) continue;
      const Wkb wkb = column.wkb(row);
      const auto parts =
          of == CentroidOf::parts
              ? parts_of(wkb)
              : std::vector<std::vector<std::uint8_t>>{wkb::of_dimension(wkb, wkb::dimension_of(wkb))};
      std::uint32_t number = 0;
      for (const std::vector<std::uint8_t>& part : parts) {
        ++number;
        const geos::Geometry geometry = geos::read(part);
        const auto place =
            kind == CentroidKind::centroid ? geos::centroid(geometry) : geos::interior_point(geometry);
        if (place)
          found[row].push_back({*place, number, geos::distance(geometry, geos::point(*place)) <= grid_size});
      }
    }
  });
  Centroids all;
  for (std::uint32_t row = 0; row < found.size(); ++row)
    for (const Found& one : found[row]) {
      all.places.push_back(one.place);
      all.row.push_back(row);
      all.part.push_back(one.part);
      all.inside.push_back(one.inside);
    }
  return all;
}

}  // namespace jingwei
