#include "geometry/edges_by_owner.hpp"

#include "base/parallel.hpp"
#include "geometry/grid_polygons.hpp"

namespace jingwei {

GeometryColumn polygons_of(const EdgesByOwner& borders, double grid_size, Context& context) {
  const std::size_t owners = borders.first.size() - 1;
  const double scale = 1 / grid_size;
  std::vector<std::vector<std::uint8_t>> made(owners);
  parallel_for(owners, context, [&](std::size_t begin, std::size_t end) {
    for (std::size_t owner = begin; owner < end; ++owner) {
      const auto at = [&](std::size_t o) {
        return borders.edges.begin() + static_cast<std::ptrdiff_t>(borders.first[o]);
      };
      const auto inside = [](const Winding& winding) { return winding[0] > 0; };
      const std::vector<Rings> polygons =
          polygons_between(bordered_as_arranged({at(owner), at(owner + 1)}, inside, scale), scale);
      if (!polygons.empty()) made[owner] = wkb_of_polygons(polygons);
    }
  });
  GeometryColumn column;
  for (const auto& wkb : made) column.append(wkb);
  return column;
}

}  // namespace jingwei
