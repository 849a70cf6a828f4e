#include "geometry/buffer.hpp"

#include <algorithm>
#include <cmath>

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "geometry/buffer_parts.hpp"
#include "geometry/overlay.hpp"
#include "geometry/planar.hpp"
#include "geometry/polygon_overlay.hpp"
#include "geometry/unite_polygons.hpp"
#include "geometry/wkb_io.hpp"

namespace jingwei {
namespace {

using Bytes = std::vector<std::uint8_t>;

/// Adds a row's parts, and its polygons that are larger than a part to what is joined with them.
void add_row_parts(std::uint32_t row, Wkb wkb, double distance_m, double unit_m, const BufferStyle& style,
                   std::vector<BufferPart>& parts, std::vector<Bytes>& large) {
  const wkb::Parts shapes = wkb::parts_of(wkb);
  BufferPart like{row, {}, false, Reach::both, std::fabs(distance_m), {}, {}, {}};
  if (distance_m == 0) {
    for (const Rings& rings : shapes.polygons) large.push_back(wkb_of_polygons({&rings, 1}));
    return;
  }
  if (distance_m > 0) {
    for (const Point p : shapes.points) {
      like.paths = {{p}};
      parts.push_back(like);
    }
    like.paths.clear();
    like.style = style;
    add_line_parts(shapes.lines, like, unit_m, parts);
    like.style = {};
  }
  like.reach = distance_m > 0 ? Reach::right : Reach::left;
  for (const Rings& rings : shapes.polygons) {
    const bool whole = add_polygon_parts(oriented(rings), like, unit_m, parts);
    if (!whole && distance_m > 0) large.push_back(wkb_of_polygons({&rings, 1}));
  }
}

/// What is left of a row's polygons where `border` is taken from them.
Bytes taken_from(Wkb row, const Bytes& border, double grid_size) {
  const std::vector<Rings> left =
      polygon_overlay(oriented_polygons_of(row), oriented_polygons_of(border), Kept::first_alone, grid_size);
  return left.empty() ? Bytes{} : wkb_of_polygons(left);
}

/// Polygons whose union is the buffer of a row, or where its distance is negative what to take from the row.
using RowPieces = std::vector<std::vector<Bytes>>;

RowPieces pieces_of(const GeometryColumn& column, const Crs& crs, std::span<const Length> distances,
                    double grid_size, Context& context, const BufferStyle& style) {
  if (!(grid_size > 0))
    throw error(ErrorKind::failed, "a buffer's grid size is {}, it must be > 0", grid_size);
  if (distances.size() != 1 && distances.size() != column.size())
    throw error(ErrorKind::failed, "a buffer of {} rows got {} distances; give one, or one for each row",
                column.size(), distances.size());
  const double unit_m = crs.metres_per_unit();
  std::vector<BufferPart> parts;
  RowPieces pieces(column.size());
  for (std::size_t row = 0; row < column.size(); ++row) {
    const double distance_m = distances[distances.size() == 1 ? 0 : row].m;
    if (!std::isfinite(distance_m))
      throw input_error({"第 {} 行的缓冲距离为 {} m；请给有限的数值",
                         "the buffer distance of row {} is {} m; give a finite number"},
                        row, distance_m);
    add_row_parts(static_cast<std::uint32_t>(row), column.wkb(row), distance_m, unit_m, style, parts,
                  pieces[row]);
  }
  std::vector<std::vector<Bytes>> buffered(parts.size());
  parallel_for(parts.size(), context, [&](std::size_t begin, std::size_t end) {
    const CrsGeodesic truth(crs);
    for (std::size_t i = begin; i < end; ++i)
      buffered[i] = buffer_part(parts[i], truth, unit_m, crs.semi_major_m(), grid_size);
  });
  for (std::size_t i = 0; i < parts.size(); ++i)
    std::ranges::move(buffered[i], std::back_inserter(pieces[parts[i].row]));
  return pieces;
}

GeometryColumn column_of(const std::vector<Bytes>& rows) {
  GeometryColumn column;
  for (const Bytes& row : rows) column.append(row);
  return column;
}

}  // namespace

GeometryColumn buffer(const GeometryColumn& column, const Crs& crs, std::span<const Length> distances,
                      double grid_size, Context& context, const BufferStyle& style) {
  const RowPieces pieces = pieces_of(column, crs, distances, grid_size, context, style);
  std::vector<std::vector<Wkb>> groups(column.size());
  for (std::size_t row = 0; row < column.size(); ++row)
    groups[row].assign(pieces[row].begin(), pieces[row].end());
  std::vector<Bytes> rows = unite_polygons(groups, grid_size, context);
  parallel_for(column.size(), context, [&](std::size_t begin, std::size_t end) {
    for (std::size_t row = begin; row < end; ++row)
      if (distances[distances.size() == 1 ? 0 : row].m < 0)
        rows[row] = taken_from(column.wkb(row), rows[row], grid_size);
  });
  return column_of(rows);
}

GeometryColumn dissolved_buffer(const GeometryColumn& column, const Crs& crs,
                                std::span<const Length> distances, std::span<const std::uint32_t> groups,
                                std::uint32_t group_count, double grid_size, Context& context,
                                const BufferStyle& style) {
  if (std::ranges::any_of(distances, [](Length distance) { return distance.m < 0; }))
    return dissolve(buffer(column, crs, distances, grid_size, context, style), groups, group_count, grid_size,
                    context);
  const RowPieces pieces = pieces_of(column, crs, distances, grid_size, context, style);
  std::vector<std::vector<Wkb>> united(group_count);
  for (std::size_t row = 0; row < column.size(); ++row)
    if (groups[row] != no_row)
      united[groups[row]].insert(united[groups[row]].end(), pieces[row].begin(), pieces[row].end());
  return column_of(unite_polygons(united, grid_size, context));
}

}  // namespace jingwei
