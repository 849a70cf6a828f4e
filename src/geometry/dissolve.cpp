#include <algorithm>

#include "base/error.hpp"
#include "geometry/overlay.hpp"
#include "geometry/unite.hpp"
#include "geometry/wkb_io.hpp"

namespace jingwei {

GeometryColumn dissolve(const GeometryColumn& column, std::span<const std::uint32_t> groups,
                        std::uint32_t group_count, double grid_size, Context& context) {
  if (!(grid_size > 0))
    throw error(ErrorKind::failed, "a dissolve's grid size is {}, it must be > 0", grid_size);
  std::vector<Group> parts(group_count);
  std::vector<int> dimensions(column.size(), -1);
  for (std::size_t row = 0; row < column.size(); ++row) {
    if (groups[row] == no_row) continue;
    dimensions[row] = wkb::dimension_of(column.wkb(row));
    parts[groups[row]].dimension = std::max(parts[groups[row]].dimension, dimensions[row]);
  }
  for (std::size_t row = 0; row < column.size(); ++row) {
    if (dimensions[row] < 0 || dimensions[row] != parts[groups[row]].dimension) continue;
    parts[groups[row]].rows.push_back(wkb::of_dimension(column.wkb(row), dimensions[row]));
  }
  GeometryColumn united;
  for (const std::vector<std::uint8_t>& row : unite(std::move(parts), grid_size, context)) united.append(row);
  return united;
}

GeometryColumn dissolve(const GeometryColumn& column, double grid_size, Context& context) {
  return dissolve(column, std::vector<std::uint32_t>(column.size(), 0), 1, grid_size, context);
}

}  // namespace jingwei
