#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "base/context.hpp"
#include "base/quantity.hpp"
#include "geometry/crs.hpp"
#include "geometry/overlay.hpp"

namespace jingwei {

/// For each point the first row of `polygons` (lowest number) that covers it, boundary included; no_row where
/// none. NaN: no_row.
std::vector<std::uint32_t> covering(std::span<const Point> points, const GeometryColumn& polygons,
                                    Context& context);

/// For each polygon the points it covers, ascending.
std::vector<std::vector<std::uint32_t>> covered(const GeometryColumn& polygons, std::span<const Point> points,
                                                Context& context);

/// The nearest row to a point, and where on it.
struct Nearest {
  std::uint32_t row = no_row;  ///< no_row: nothing within the limit
  double distance_m = 0;       ///< geodesic
  Point place;                 ///< the nearest place of the row
  double chainage_m = 0;       ///< of a line: how far along it the place lies, geodesic metres from its start
};
/// For each point the nearest row within `limit` (inclusive; ties: the lowest row). Points, lines or polygons
/// (0 inside).
std::vector<Nearest> nearest(std::span<const Point> points, const GeometryColumn& column, const Crs& crs,
                             Length limit, Context& context);

/// For each point all rows of `others` within `limit` (geodesic, inclusive) with their distances, ascending
/// by row.
struct Within {
  std::uint32_t row;
  double distance_m;
};
std::vector<std::vector<Within>> within(std::span<const Point> points, std::span<const Point> others,
                                        const Crs& crs, Length limit, Context& context);

}  // namespace jingwei
