#include "geometry/join.hpp"

#include <algorithm>

#include "base/parallel.hpp"
#include "geometry/crs_geodesic.hpp"
#include "geometry/geos.hpp"
#include "geometry/spatial_index.hpp"

namespace jingwei {
namespace {

SpatialIndex index_of(std::span<const Point> points) {
  std::vector<Envelope> envelopes(points.size());
  for (std::size_t i = 0; i < points.size(); ++i) envelopes[i].expand(points[i]);
  return SpatialIndex(envelopes);
}

}  // namespace

std::vector<std::vector<std::uint32_t>> covered(const GeometryColumn& polygons, std::span<const Point> points,
                                                Context& context) {
  std::vector<std::vector<std::uint32_t>> inside(polygons.size());
  const SpatialIndex index = index_of(points);
  parallel_for(polygons.size(), context, [&](std::size_t begin, std::size_t end) {
    std::vector<std::uint32_t> candidates;
    for (std::size_t row = begin; row < end; ++row) {
      index.query(polygons.envelope(row), candidates);
      if (candidates.empty()) continue;
      const geos::Geometry polygon = geos::read(polygons.wkb(row));
      const geos::Prepared prepared(polygon);
      for (const std::uint32_t i : candidates)
        if (prepared.covers(points[i])) inside[row].push_back(i);
    }
  });
  return inside;
}

std::vector<std::uint32_t> covering(std::span<const Point> points, const GeometryColumn& polygons,
                                    Context& context) {
  std::vector<std::uint32_t> rows(points.size(), no_row);
  const auto inside = covered(polygons, points, context);
  for (std::size_t row = 0; row < inside.size(); ++row)
    for (const std::uint32_t i : inside[row])
      if (rows[i] == no_row) rows[i] = static_cast<std::uint32_t>(row);
  return rows;
}

std::vector<std::vector<Within>> within(std::span<const Point> points, std::span<const Point> others,
                                        const Crs& crs, Length limit, Context& context) {
  std::vector<std::vector<Within>> found(points.size());
  const SpatialIndex index = index_of(others);
  const std::vector<Point> other_degrees = project(others, crs, crs.geographic_base());
  parallel_for(points.size(), context, [&](std::size_t begin, std::size_t end) {
    const CrsGeodesic truth(crs);
    std::vector<std::uint32_t> candidates;
    for (std::size_t i = begin; i < end; ++i) {
      const Point here = truth.lon_lat(points[i]);
      if (here.x != here.x) continue;
      index.query(truth.around(here, limit.m), candidates);
      for (const std::uint32_t row : candidates) {
        const double distance_m = truth.geodesic().distance_m(here, other_degrees[row]);
        if (distance_m <= limit.m) found[i].push_back({row, distance_m});
      }
    }
  });
  return found;
}

}  // namespace jingwei
