#pragma once
#include <cstdint>
#include <vector>

#include "base/context.hpp"
#include "geometry/wkb.hpp"

namespace jingwei {

/// The centre of mass in the plane, which may lie outside; or a place that always lies on the geometry:
/// inside of polygons, a corner of lines (an inner one where there is one) or a point, near the centre of
/// mass.
enum class CentroidKind { centroid, inside };
/// Of each row as a whole, or of each of its parts.
enum class CentroidOf { rows, parts };

/// One place for each row, or part of a row, that is not null or empty.
struct Centroids {
  std::vector<Point> places;
  std::vector<std::uint32_t> row;
  std::vector<std::uint32_t> part;  ///< from 1, within its row
  std::vector<bool> inside;         ///< whether it lies on the geometry, up to the grid
};
/// Of a geometry of several dimensions the parts of the highest count.
Centroids centroids(const GeometryColumn& column, CentroidKind kind, CentroidOf of, double grid_size,
                    Context& context);

}  // namespace jingwei
