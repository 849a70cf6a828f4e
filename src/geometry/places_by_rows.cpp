#include "geometry/places_by_rows.hpp"

#include <algorithm>
#include <numeric>

#include "geometry/overlay.hpp"
#include "geometry/planar.hpp"
#include "geometry/planar_subdivision.hpp"

namespace jingwei {

PlacesByRows places_by_rows(const GeometryColumn& polygons, double grid_size, Context& context) {
  const PlanarSubdivision subdivision = planar_subdivision(polygons, grid_size, context);
  PlacesByRows places;
  places.certificate.pieces = subdivision.faces() - 1;
  places.certificate.witnesses = prove(subdivision, polygons, context);
  std::vector<std::uint32_t> order(subdivision.faces());
  std::iota(order.begin(), order.end(), 0U);
  std::erase_if(order, [&](std::uint32_t face) { return subdivision.rows[face].empty(); });
  std::ranges::stable_sort(order, {}, [&](std::uint32_t face) { return subdivision.rows[face]; });
  std::vector<std::uint32_t> owners(subdivision.faces(), no_row);
  for (const std::uint32_t face : order) {
    const std::vector<std::uint32_t>& rows = subdivision.rows[face];
    if (places.rows.empty() || places.rows.back() != rows) places.rows.push_back(rows);
    owners[face] = static_cast<std::uint32_t>(places.rows.size()) - 1;
    places.certificate.output_measure += static_cast<double>(rows.size()) * subdivision.areas[face];
  }
  for (std::size_t row = 0; row < polygons.size(); ++row)
    places.certificate.input_measure += planar_area(polygons.wkb(row));
  places.geometry =
      polygons_of_faces(subdivision, owners, static_cast<std::uint32_t>(places.rows.size()), context);
  return places;
}

}  // namespace jingwei
