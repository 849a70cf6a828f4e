#include "analyses/reach_areas.hpp"

#include "geometry/buffer.hpp"
#include "geometry/overlay.hpp"
#include "geometry/repair.hpp"

namespace jingwei {
namespace {

/// How far the chords of borders between streets may leave the true arcs, in units of the plane.
constexpr double chord_tolerance = 0.05;

/// The places within off_street of a street that is reached: what is nearer to other streets is cut from it.
GeometryColumn near_reached(const ReachBands& bands, const Crs& crs, Length off_street, double grid_size,
                            Context& context) {
  std::vector<Path> reached;
  for (std::size_t i = 0; i < bands.streets.lines.size(); ++i)
    if (bands.streets.labels[i] < bands.limits) reached.push_back(bands.streets.lines[i]);
  GeometryColumn lines;
  if (!reached.empty()) lines.append(wkb_of_lines(reached));
  return buffer(lines, crs, std::vector{off_street}, grid_size, context);
}

}  // namespace

ReachAreas::ReachAreas(ReachBands bands, const Crs& crs, Length off_street, double grid_size,
                       Context& context)
    : m_bands(std::move(bands)),
      m_nearest(m_bands.streets, grid_size, m_bands.margin, chord_tolerance),
      m_near_streets(near_reached(m_bands, crs, off_street, grid_size, context)),
      m_grid_size(grid_size) {}

std::vector<std::uint8_t> ReachAreas::area(const std::function<bool(std::uint32_t)>& member,
                                           Context& context) const {
  const std::vector<Rings> nearest =
      m_nearest.areas([&](std::uint32_t label) { return label < m_bands.limits && member(label); });
  if (nearest.empty() || m_near_streets.size() == 0) return {};
  GeometryColumn column;
  column.append(wkb_of_polygons(nearest));
  const Pieces pieces = intersection(repair(column, context).geometry, m_near_streets, m_grid_size, context);
  if (pieces.geometry.size() == 0) return {};
  const Wkb wkb = pieces.geometry.wkb(0);
  return {wkb.begin(), wkb.end()};
}

std::vector<std::uint8_t> ReachAreas::lines(const std::function<bool(std::uint32_t)>& member) const {
  std::vector<Path> lines;
  for (std::size_t i = 0; i < m_bands.lines.lines.size(); ++i)
    if (member(m_bands.lines.labels[i])) lines.push_back(m_bands.lines.lines[i]);
  return lines.empty() ? std::vector<std::uint8_t>{} : wkb_of_lines(lines);
}

}  // namespace jingwei
