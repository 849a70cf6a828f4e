#include <algorithm>
#include <array>
#include <cmath>

#include "base/parallel.hpp"
#include "geometry/crs.hpp"
#include "geometry/densify.hpp"
#include "geometry/proj.hpp"
#include "geometry/wkb_io.hpp"

namespace jingwei {
namespace {

bool finite(const Path& path) {
  return std::all_of(path.begin(), path.end(),
                     [](Point p) { return std::isfinite(p.x) && std::isfinite(p.y); });
}

/// One geometry projected with its structure kept; nothing where a point of it cannot be.
template <class Densify, class Map>
bool project_geometry(wkb::Reader& in, wkb::Writer& out, const Densify& densify, const Map& map) {
  const wkb::Type type = in.header();
  out.header(type);
  const auto path = [&] {
    Path points(in.count(16));
    for (Point& p : points) p = in.point();
    const Path dense = densify(points);
    out.path(dense);
    return finite(dense);
  };
  if (type == wkb::Type::point) {
    const Point p = in.point();
    const Point q = wkb::is_empty_point(p) ? p : map(p);
    out.point(q);
    return wkb::is_empty_point(p) || finite({q});
  }
  if (type == wkb::Type::line) return path();
  const std::uint32_t parts = in.count(4);
  out.count(parts);
  bool good = true;
  for (std::uint32_t i = 0; i < parts && good; ++i)
    good = type == wkb::Type::polygon ? path() : project_geometry(in, out, densify, map);
  return good;
}

}  // namespace

Projected project(const GeometryColumn& column, const Crs& from, const Crs& to, Length precision,
                  Context& context) {
  if (from.same_as(to)) return {column, {}};
  std::vector<std::vector<std::uint8_t>> rows(column.size());
  parallel_for(column.size(), context, [&](std::size_t begin, std::size_t end) {
    const auto way = transformation(from, to);
    const auto map = [&](Point p) { return (*way)(p); };
    const double safe_m = safe_edge_m(precision.m, from.semi_major_m());
    const Densifier densify(map, precision.m / to.metres_per_unit(), safe_m / from.metres_per_unit());
    for (std::size_t row = begin; row < end; ++row) {
      if (column.is_null(row)) continue;
      wkb::Reader in(column.wkb(row));
      wkb::Writer out;
      if (project_geometry(in, out, densify, map)) rows[row] = out.finish();
    }
  });
  Projected projected;
  for (std::size_t row = 0; row < column.size(); ++row) {
    projected.geometry.append(rows[row]);
    if (rows[row].empty() && !column.is_null(row))
      projected.failed.push_back(static_cast<std::uint32_t>(row));
  }
  return projected;
}

std::vector<Point> project(std::span<const Point> points, const Crs& from, const Crs& to) {
  const auto way = transformation(from, to);
  std::vector<Point> projected;
  projected.reserve(points.size());
  for (const Point p : points) projected.push_back((*way)(p));
  return projected;
}

Envelope project(const Envelope& envelope, const Crs& from, const Crs& to) {
  if (envelope.empty() || from.same_as(to)) return envelope;
  const auto way = transformation(from, to);
  const std::array<Point, 5> corners{{{envelope.min_x, envelope.min_y},
                                      {envelope.max_x, envelope.min_y},
                                      {envelope.max_x, envelope.max_y},
                                      {envelope.min_x, envelope.max_y},
                                      {envelope.min_x, envelope.min_y}}};
  // Between two samples a smooth edge rises above both by at most an eighth of its second difference.
  constexpr int steps = 256;
  Envelope projected;
  double bulge = 0;
  for (std::size_t side = 0; side < 4; ++side) {
    std::array<Point, steps + 1> edge;
    for (int i = 0; i <= steps; ++i) {
      const double t = static_cast<double>(i) / steps;
      const Point p = corners[side];
      const Point q = corners[side + 1];
      edge[static_cast<std::size_t>(i)] = (*way)({p.x + t * (q.x - p.x), p.y + t * (q.y - p.y)});
      const Point image = edge[static_cast<std::size_t>(i)];
      if (std::isfinite(image.x)) projected.expand(image);
    }
    for (std::size_t i = 1; i < steps; ++i) {
      const double dx = edge[i - 1].x - 2 * edge[i].x + edge[i + 1].x;
      const double dy = edge[i - 1].y - 2 * edge[i].y + edge[i + 1].y;
      if (std::isfinite(dx)) bulge = std::max({bulge, std::fabs(dx) / 8, std::fabs(dy) / 8});
    }
  }
  return projected.grown(bulge);
}

}  // namespace jingwei
