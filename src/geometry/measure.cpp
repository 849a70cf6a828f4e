#include "geometry/measure.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/parallel.hpp"
#include "geometry/crs_geodesic.hpp"
#include "geometry/geos.hpp"
#include "geometry/planar.hpp"
#include "geometry/surface_metric.hpp"
#include "geometry/wkb_io.hpp"

namespace jingwei {
namespace {

double geodesic_area_m2(const Rings& rings, const CrsGeodesic& truth, double metres_per_unit) {
  if (const auto area_m2 = truth.metric().area_m2(rings)) return *area_m2;
  const double area = planar_area(rings);
  double perimeter = 0;
  for (const Path& ring : rings) perimeter += planar_length(ring);
  if (perimeter == 0) return 0;
  // Edges that stray by h change the area by at most 2/3·h·perimeter: this h keeps that under 2e-7 of it.
  const double offset_m = std::max(3e-7 * area / perimeter * metres_per_unit, 1e-7);
  double area_m2 = 0;
  for (std::size_t i = 0; i < rings.size(); ++i) {
    const double ring_m2 = std::fabs(truth.geodesic().area_m2(truth.follow(rings[i], offset_m)));
    area_m2 += i == 0 ? ring_m2 : -ring_m2;
  }
  return area_m2;
}

/// measure(row) for every row that is not null.
template <class Measure>
std::vector<double> each_row(const GeometryColumn& column, Context& context, const Measure& measure) {
  std::vector<double> measures(column.size(), 0.0);
  parallel_for(column.size(), context, [&](std::size_t begin, std::size_t end) {
    const auto of_row = measure();
    for (std::size_t row = begin; row < end; ++row)
      if (!column.is_null(row)) measures[row] = of_row(column.wkb(row));
  });
  return measures;
}

}  // namespace

std::vector<double> areas_m2(const GeometryColumn& column, const Crs& crs, Context& context) {
  const double unit_m = crs.metres_per_unit();
  if (crs.equal_area())
    return each_row(column, context, [&] {
      return [unit_m](Wkb wkb) {
        double area = 0;
        for (const Rings& rings : polygons_of(wkb)) area += planar_area(rings);
        return area * unit_m * unit_m;
      };
    });
  return each_row(column, context, [&] {
    return [truth = CrsGeodesic(crs), unit_m](Wkb wkb) {
      double area_m2 = 0;
      for (const Rings& rings : polygons_of(wkb)) area_m2 += geodesic_area_m2(rings, truth, unit_m);
      return area_m2;
    };
  });
}

std::vector<double> lengths_m(const GeometryColumn& column, const Crs& crs, Context& context) {
  return each_row(column, context, [&] {
    return [truth = CrsGeodesic(crs)](Wkb wkb) {
      double length_m = 0;
      for (const Path& line : lines_of(wkb)) length_m += truth.length_m(line);
      return length_m;
    };
  });
}

double distance_m(Point a, Point b, const Crs& crs) {
  const CrsGeodesic truth(crs);
  return truth.geodesic().distance_m(truth.lon_lat(a), truth.lon_lat(b));
}

namespace {

/// The middle of the longest part (the first of equals).
Point middle_of(const std::vector<Path>& lines) {
  const Path* longest = &lines[0];
  for (const Path& line : lines)
    if (planar_length(line) > planar_length(*longest)) longest = &line;
  double left = planar_length(*longest) / 2;
  for (std::size_t i = 1; i < longest->size(); ++i) {
    const Point p = (*longest)[i - 1];
    const Point q = (*longest)[i];
    const double step = std::hypot(q.x - p.x, q.y - p.y);
    if (step > 0 && step >= left) return {p.x + left / step * (q.x - p.x), p.y + left / step * (q.y - p.y)};
    left -= step;
  }
  return longest->front();
}

Point representative_point(Wkb wkb) {
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  switch (wkb::dimension_of(wkb)) {
    case 0:
      return points_of(wkb).front();
    case 1:
      return middle_of(lines_of(wkb));
    case 2:
      if (const auto inside = geos::interior_point(geos::read(wkb::of_dimension(wkb, 2)))) return *inside;
      break;
    default:
      break;
  }
  return {nan, nan};
}

}  // namespace

std::vector<Point> representative_points(const GeometryColumn& column, Context& context) {
  std::vector<Point> points(column.size());
  parallel_for(column.size(), context, [&](std::size_t begin, std::size_t end) {
    for (std::size_t row = begin; row < end; ++row) points[row] = representative_point(column.wkb(row));
  });
  return points;
}

}  // namespace jingwei
