#include "geometry/polygon_width.hpp"

#include "geometry/buffer.hpp"
#include "geometry/measure.hpp"

namespace jingwei {

std::vector<double> mean_widths_m(const GeometryColumn& polygons, const Crs& crs, Context& context) {
  GeometryColumn borders;
  for (std::size_t row = 0; row < polygons.size(); ++row) {
    std::vector<Path> rings;
    for (Rings& polygon : polygons_of(polygons.wkb(row)))
      for (Path& ring : polygon) rings.push_back(std::move(ring));
    borders.append(rings.empty() ? std::vector<std::uint8_t>{} : wkb_of_lines(rings));
  }
  std::vector<double> widths_m = areas_m2(polygons, crs, context);
  const std::vector<double> lengths = lengths_m(borders, crs, context);
  for (std::size_t row = 0; row < widths_m.size(); ++row)
    widths_m[row] = lengths[row] > 0 ? 2 * widths_m[row] / lengths[row] : 0;
  return widths_m;
}

std::vector<bool> narrower_than(Length width, const GeometryColumn& polygons,
                                const std::vector<double>& widths_m, const Crs& crs, double grid_size,
                                Context& context) {
  std::vector<bool> narrow(polygons.size(), false);
  std::vector<std::uint32_t> rows;
  for (std::uint32_t row = 0; row < polygons.size(); ++row)
    if (kind_of(polygons.wkb(row)) == GeometryKind::polygon && widths_m[row] < width.m) rows.push_back(row);
  const Length inwards{-width.m / 2};
  const GeometryColumn left = buffer(take(polygons, rows), crs, {&inwards, 1}, grid_size, context);
  for (std::size_t i = 0; i < rows.size(); ++i) narrow[rows[i]] = left.is_null(i);
  return narrow;
}

}  // namespace jingwei
