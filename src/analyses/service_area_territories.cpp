#include "analyses/service_area_territories.hpp"

#include "geometry/overlay.hpp"
#include "geometry/repair.hpp"

namespace jingwei {
namespace {

/// How far the chords of borders between facilities may leave the true arcs, in units of the plane.
constexpr double chord_tolerance = 0.05;

}  // namespace

Territories::Territories(LabelledLines lines, std::uint32_t facilities, std::uint32_t limits, double reach,
                         double grid_size, Context& context)
    : m_lines(std::move(lines)), m_facilities(facilities), m_limits(limits), m_grid_size(grid_size) {
  const NearestAreas nearest(m_lines, grid_size, reach, chord_tolerance);
  GeometryColumn cells;
  for (const std::vector<Rings>& of_facility :
       nearest.areas_of_groups(facilities, [&](std::uint32_t label) { return label / limits; }))
    cells.append(of_facility.empty() ? Wkb{} : Wkb(wkb_of_polygons(of_facility)));
  m_cells = repair(cells, context).geometry;
}

GeometryColumn Territories::areas(const GeometryColumn& whole, Context& context) const {
  const Pieces pieces = intersection(m_cells, whole, m_grid_size, context);
  GeometryColumn areas;
  std::size_t piece = 0;
  for (std::uint32_t facility = 0; facility < m_facilities; ++facility) {
    const bool has = piece < pieces.source_a.size() && pieces.source_a[piece] == facility;
    areas.append(has ? pieces.geometry.wkb(static_cast<std::uint32_t>(piece++)) : Wkb{});
  }
  return areas;
}

GeometryColumn Territories::lines(std::uint32_t limit) const {
  std::vector<std::vector<Path>> of_facility(m_facilities);
  for (std::size_t i = 0; i < m_lines.lines.size(); ++i)
    if (m_lines.labels[i] % m_limits <= limit)
      of_facility[m_lines.labels[i] / m_limits].push_back(m_lines.lines[i]);
  GeometryColumn column;
  for (const auto& lines : of_facility) column.append(lines.empty() ? Wkb{} : Wkb(wkb_of_lines(lines)));
  return column;
}

LabelledLines as_lines(std::span<const Point> points, double grid_size) {
  LabelledLines lines;
  for (const Point point : points) {
    lines.labels.push_back(static_cast<std::uint32_t>(lines.lines.size()));
    lines.lines.push_back({point, {point.x + grid_size, point.y}});
  }
  return lines;
}

}  // namespace jingwei
