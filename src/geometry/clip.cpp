#include <algorithm>

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "geometry/overlay.hpp"
#include "geometry/overlay_row.hpp"
#include "geometry/wkb_io.hpp"

namespace jingwei {
namespace {

Envelope common(const Envelope& a, const Envelope& b) {
  return {std::max(a.min_x, b.min_x), std::max(a.min_y, b.min_y), std::min(a.max_x, b.max_x),
          std::min(a.max_y, b.max_y)};
}

std::vector<std::uint8_t> clip_row(Wkb wkb, const Envelope& envelope, const Envelope& rectangle,
                                   double grid_size) {
  const int dimension = wkb::dimension_of(wkb);
  // Never wider than the row, so that a rectangle without limits is one of finite numbers.
  const Envelope window =
      common(rectangle, envelope.grown(std::max({envelope.width(), envelope.height(), 1.0})));
  if (dimension < 0 || window.empty()) return {};
  const bool within = rectangle.contains({envelope.min_x, envelope.min_y}) &&
                      rectangle.contains({envelope.max_x, envelope.max_y});
  if (within && dimension == 2) return on_grid(wkb, grid_size);
  if (within)
    return wkb::of_dimension(
        rounded(geos::write(geos::on_grid(geos::read(wkb::of_dimension(wkb, dimension)), grid_size)),
                grid_size),
        dimension);
  const auto row_bytes = on_grid(wkb, grid_size);
  const auto window_bytes = on_grid(wkb_of(window), grid_size);
  GridRow row(row_bytes);
  GridRow cutter(window_bytes);
  if (row.empty() || cutter.empty()) return {};
  return shared_piece(row, cutter, grid_size);
}

}  // namespace

GeometryColumn clip(const GeometryColumn& column, const Envelope& rectangle, double grid_size,
                    Context& context) {
  if (!(grid_size > 0)) throw error(ErrorKind::failed, "a clip's grid size is {}, it must be > 0", grid_size);
  std::vector<std::vector<std::uint8_t>> rows(column.size());
  parallel_for(column.size(), context, [&](std::size_t begin, std::size_t end) {
    for (std::size_t row = begin; row < end; ++row)
      if (column.envelope(row).intersects(rectangle))
        rows[row] = clip_row(column.wkb(row), column.envelope(row), rectangle, grid_size);
  });
  GeometryColumn clipped;
  for (const auto& row : rows) clipped.append(row);
  return clipped;
}

}  // namespace jingwei
