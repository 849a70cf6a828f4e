#include "analyses/park_coverage_homes.hpp"

#include "geometry/join.hpp"
#include "geometry/measure.hpp"
#include "layer/operations.hpp"

namespace jingwei {
namespace {

GeometryColumn join_by_unit(const GeometryColumn& parts, const std::vector<std::uint32_t>& unit,
                            const Window& in, const Layer& units, Context& context) {
  return dissolve(parts, unit, static_cast<std::uint32_t>(units.rows()), in.grid_size(), context);
}

/// The built-up areas' own people, by the share of each that lies in a unit.
std::vector<double> people_of_built_up_areas(const Window& in, const Layer& units,
                                             std::vector<Provenance>& sources, Context& context) {
  const Layer& areas = in["built_up_areas"];
  const std::vector<double> whole_m2 = areas_m2(areas.geometry(), in.crs(), context);
  const Pieces pieces =
      intersection(in.in_core(areas.geometry(), context), units.geometry(), in.grid_size(), context);
  const std::vector<double> parts_m2 = areas_m2(pieces.geometry, in.crs(), context);
  std::vector<double> people(units.rows());
  for (std::size_t i = 0; i < parts_m2.size(); ++i) {
    const std::uint32_t area = pieces.source_a[i];
    if (whole_m2[area] > 0)
      people[pieces.source_b[i]] += areas["population"].number_or(area, 0) * parts_m2[i] / whole_m2[area];
    sources[pieces.source_b[i]].add(areas, area, 0);
  }
  return people;
}

bool polygon(const GeometryColumn& column, std::size_t row) {
  return kind_of(column.wkb(row)) == GeometryKind::polygon;
}

/// The people of polygon cells by area: the part of each in the built-up areas of a unit and in the core.
std::vector<double> people_in_cells(const Window& in, const Homes& homes, std::vector<Provenance>& sources,
                                    Context& context) {
  const Layer& all = in["population"];
  const Layer cells = all.take(rows_where(all, [&](auto row) { return polygon(all.geometry(), row); }));
  const Pieces pieces = intersection(cells.geometry(), homes.urban, in.grid_size(), context);
  const std::vector<double> whole_m2 = areas_m2(cells.geometry(), in.crs(), context);
  const std::vector<double> parts_m2 = areas_m2(pieces.geometry, in.crs(), context);
  std::vector<double> people(homes.urban.size());
  for (std::size_t i = 0; i < parts_m2.size(); ++i) {
    const std::uint32_t cell = pieces.source_a[i];
    const double here = cells["people"].number_or(cell, 0);
    if (whole_m2[cell] > 0) people[pieces.source_b[i]] += here * parts_m2[i] / whole_m2[cell];
    sources[pieces.source_b[i]].add(cells, cell, 0);
  }
  return people;
}

}  // namespace

Homes homes_of(const Window& in, const Layer& units, Context& context) {
  const Layer& land_use = in["land_use"];
  const std::vector<std::uint32_t> residential =
      rows_where(land_use, [&](auto row) { return land_use["use"].text_or(row, "") == "residential"; });
  const GeometryColumn parcels = in.in_core(take(land_use.geometry(), residential), context);
  const GeometryColumn built_up = in.in_core(in["built_up_areas"].geometry(), context);

  Homes homes;
  const Pieces urban = intersection(built_up, units.geometry(), in.grid_size(), context);
  const Pieces parts = intersection(parcels, urban.geometry, in.grid_size(), context);
  homes.certificate.add(urban.certificate);
  homes.certificate.add(parts.certificate);
  std::vector<std::uint32_t> unit;
  for (std::size_t i = 0; i < parts.source_a.size(); ++i) {
    const std::uint32_t area = parts.source_b[i];
    unit.push_back(urban.source_b[area]);
    homes.rows.push_back({residential[parts.source_a[i]], urban.source_a[area], urban.source_b[area]});
  }
  homes.areas_m2 = areas_m2(parts.geometry, in.crs(), context);
  homes.by_unit = join_by_unit(parts.geometry, unit, in, units, context);
  homes.urban = join_by_unit(urban.geometry, urban.source_b, in, units, context);
  homes.parts = parts.geometry;
  return homes;
}

std::vector<double> urban_people(const Window& in, const Layer& units, const Homes& homes,
                                 std::vector<Provenance>& sources, Context& context) {
  if (!in.has("population")) return people_of_built_up_areas(in, units, sources, context);
  const Layer& all = in["population"];
  std::vector<double> people = people_in_cells(in, homes, sources, context);
  // Points by whole layers, so that one on a border of the core is seen from both its sides.
  const std::vector<bool> own = in.owned(all, context);
  const Layer places =
      all.take(rows_where(all, [&](auto row) { return own[row] && !polygon(all.geometry(), row); }));
  const std::vector<Point> points = representative_points(places.geometry(), context);
  const std::vector<std::uint32_t> area = covering(points, in["built_up_areas"].geometry(), context);
  const std::vector<std::uint32_t> unit = covering(points, units.geometry(), context);
  for (std::size_t row = 0; row < places.rows(); ++row) {
    if (area[row] == no_row || unit[row] == no_row) continue;
    people[unit[row]] += places["people"].number_or(row, 0);
    sources[unit[row]].add(places, row, 0);
  }
  return people;
}

}  // namespace jingwei
