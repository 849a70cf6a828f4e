#include "geometry/buffer.hpp"

#include <algorithm>
#include <cmath>

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "geometry/buffer_parts.hpp"
#include "geometry/planar.hpp"
#include "geometry/wkb_io.hpp"

namespace jingwei {
namespace {

using Bytes = std::vector<std::uint8_t>;

/// Shells counter-clockwise, holes clockwise: outside lies on the right of both.
Path with_outside_on_right(const Path& ring, bool shell) {
  Path turned = ring;
  if ((signed_area(ring) > 0) != shell) std::reverse(turned.begin(), turned.end());
  return turned;
}

void add_row_parts(std::uint32_t row, Wkb wkb, double distance_m, double unit_m,
                   std::vector<BufferPart>& parts) {
  if (distance_m == 0) return;
  const wkb::Parts shapes = wkb::parts_of(wkb);
  BufferPart like{row, {}, false, Reach::both, std::fabs(distance_m)};
  if (distance_m > 0) {
    for (const Point p : shapes.points) add_parts({p}, like, unit_m, parts);
    for (const Path& line : shapes.lines) add_parts(line, like, unit_m, parts);
  }
  like.ring = true;
  like.reach = distance_m > 0 ? Reach::right : Reach::left;
  for (const Rings& rings : shapes.polygons)
    for (std::size_t i = 0; i < rings.size(); ++i)
      add_parts(with_outside_on_right(rings[i], i == 0), like, unit_m, parts);
}

/// A row's buffer from its parts': joined with the polygon, or taken from it.
Bytes joined(Wkb source, double distance_m, std::span<const Bytes> parts, double grid_size) {
  const Bytes polygons = wkb::of_dimension(source, 2);
  std::vector<geos::Geometry> pieces;
  if (!polygons.empty() && distance_m >= 0) pieces.push_back(geos::read(polygons));
  for (const Bytes& part : parts) pieces.push_back(geos::read(part));
  if (pieces.empty()) return {};
  geos::Geometry result = geos::unary_union(geos::collection(std::move(pieces)), grid_size);
  if (distance_m < 0) result = geos::difference(geos::read(polygons), result, grid_size);
  return wkb::of_dimension(geos::write(result), 2);
}

}  // namespace

GeometryColumn buffer(const GeometryColumn& column, const Crs& crs, std::span<const Length> distances,
                      double grid_size, Context& context) {
  if (!(grid_size > 0))
    throw error(ErrorKind::failed, "a buffer's grid size is {}, it must be > 0", grid_size);
  if (distances.size() != 1 && distances.size() != column.size())
    throw error(ErrorKind::failed, "a buffer of {} rows got {} distances; give one, or one for each row",
                column.size(), distances.size());
  const auto distance_m = [&](std::size_t row) { return distances[distances.size() == 1 ? 0 : row].m; };
  const double unit_m = crs.metres_per_unit();

  std::vector<BufferPart> parts;
  std::vector<std::size_t> first(column.size() + 1, 0);
  for (std::size_t row = 0; row < column.size(); ++row) {
    if (!std::isfinite(distance_m(row)))
      throw input_error("the buffer distance of row {} is {} m; give a finite number", row, distance_m(row));
    add_row_parts(static_cast<std::uint32_t>(row), column.wkb(row), distance_m(row), unit_m, parts);
    first[row + 1] = parts.size();
  }
  std::vector<Bytes> buffered(parts.size());
  parallel_for(parts.size(), context, [&](std::size_t begin, std::size_t end) {
    const CrsGeodesic truth(crs);
    for (std::size_t i = begin; i < end; ++i)
      buffered[i] = buffer_part(parts[i], truth, unit_m, crs.semi_major_m(), grid_size);
  });
  std::vector<Bytes> rows(column.size());
  parallel_for(column.size(), context, [&](std::size_t begin, std::size_t end) {
    for (std::size_t row = begin; row < end; ++row)
      rows[row] = joined(column.wkb(row), distance_m(row),
                         std::span(buffered).subspan(first[row], first[row + 1] - first[row]), grid_size);
  });
  GeometryColumn result;
  for (const Bytes& row : rows) result.append(row);
  return result;
}

}  // namespace jingwei
