#include <algorithm>

#include "base/error.hpp"
#include "geometry/overlay.hpp"
#include "geometry/unite.hpp"
#include "geometry/wkb_io.hpp"

namespace jingwei {
namespace {

/// 0 to 2; -1 of what is null or empty.
int dimension_of(const GeometryColumn& column, std::size_t row) {
  if (column.envelope(row).empty()) return -1;
  switch (kind_of(column.wkb(row))) {
    case GeometryKind::point:
      return 0;
    case GeometryKind::line:
      return 1;
    case GeometryKind::polygon:
      return 2;
    default:
      return wkb::dimension_of(column.wkb(row));
  }
}

}  // namespace

GeometryColumn dissolve(const GeometryColumn& column, std::span<const std::uint32_t> groups,
                        std::uint32_t group_count, double grid_size, Context& context) {
  if (!(grid_size > 0))
    throw error(ErrorKind::failed, "a dissolve's grid size is {}, it must be > 0", grid_size);
  std::vector<Group> parts(group_count);
  for (std::size_t row = 0; row < column.size(); ++row) {
    if (groups[row] == no_row) continue;
    // What is lower than the highest dimension of its group is left out.
    Group& part = parts[groups[row]];
    const int dimension = dimension_of(column, row);
    if (dimension > part.dimension) part = {dimension, {}};
    if (dimension >= 0 && dimension == part.dimension) part.rows.push_back(column.wkb(row));
  }
  GeometryColumn united;
  for (const std::vector<std::uint8_t>& row : unite(parts, grid_size, context)) united.append(row);
  return united;
}

GeometryColumn dissolve(const GeometryColumn& column, double grid_size, Context& context) {
  return dissolve(column, std::vector<std::uint32_t>(column.size(), 0), 1, grid_size, context);
}

}  // namespace jingwei
