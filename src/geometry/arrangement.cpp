#include "geometry/arrangement.hpp"

#include <algorithm>

#include "geometry/wkb_io.hpp"

namespace jingwei {

std::vector<Rings> faces_between(std::vector<geos::Geometry> borders, double grid_size) {
  // In one order whatever the rows' was: noding may depend on it in the last place.
  std::vector<std::pair<std::vector<std::uint8_t>, geos::Geometry>> sorted;
  for (geos::Geometry& border : borders) {
    geos::normalize(border);
    std::vector<std::uint8_t> key = geos::write(border);
    sorted.emplace_back(std::move(key), std::move(border));
  }
  std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<geos::Geometry> lines;
  for (auto& [key, border] : sorted) lines.push_back(std::move(border));
  const geos::Geometry noded = geos::unary_union(geos::collection(std::move(lines)), grid_size);
  geos::Geometry faces = geos::polygonize(noded);
  geos::normalize(faces);
  return polygons_of(geos::write(faces));
}

std::vector<std::uint8_t> faces_within(GridRow& a, GridRow& b, Side side, double grid_size) {
  std::vector<geos::Geometry> borders;
  borders.push_back(geos::boundary(a.geometry()));
  borders.push_back(geos::boundary(b.geometry()));
  std::vector<geos::Geometry> kept;
  for (const Rings& face : faces_between(std::move(borders), grid_size)) {
    geos::Geometry polygon = geos::read(wkb_of_polygons({&face, 1}));
    const auto inside = geos::interior_point(polygon);
    if (!inside || !a.prepared().covers(*inside)) continue;
    if (b.prepared().covers(*inside) == (side == Side::inside)) kept.push_back(std::move(polygon));
  }
  if (kept.empty()) return {};
  return wkb::of_dimension(geos::write(geos::unary_union(geos::collection(std::move(kept)), grid_size)), 2);
}

}  // namespace jingwei
