#include "analyses/facility_reach.hpp"

#include "geometry/buffer.hpp"
#include "geometry/join.hpp"
#include "geometry/measure.hpp"
#include "geometry/spatial_index.hpp"

namespace jingwei {
namespace {

std::vector<NearestFacility> nearest_in_line(std::span<const Point> points, const GeometryColumn& facilities,
                                             const Crs& crs, Context& context) {
  constexpr Length farthest{2.1e7};  // no two places on earth are farther apart
  std::vector<NearestFacility> found;
  for (const Nearest& near : nearest(points, facilities, crs, farthest, context))
    found.push_back(near.row == no_row ? NearestFacility{} : NearestFacility{near.row, near.distance_m, {}});
  return found;
}

}  // namespace

FacilityReach::FacilityReach(const Window& in, const Layer& facilities, const Limits& limits,
                             std::vector<Issue>& issues, Context& context)
    : m_in(in), m_facilities(facilities), m_limits(limits) {
  if (!in.has("network")) return;
  m_network = &in.network("network");
  m_places =
      m_network->snap(facilities, representative_points(facilities.geometry(), context), issues, context);
}

std::vector<NearestFacility> FacilityReach::nearest(const Layer& layer, std::span<const Point> points,
                                                    std::vector<Issue>& issues, Context& context) const {
  if (m_network == nullptr) return nearest_in_line(points, m_facilities.geometry(), m_in.crs(), context);
  const std::vector<NetworkPlace> places = m_network->snap(layer, points, issues, context);
  const auto nearest = m_network->nearest(places, m_places, unreachable - 1, context);
  std::vector<NearestFacility> found(places.size());
  for (std::size_t i = 0; i < places.size(); ++i)
    if (nearest[i].cost != unreachable) found[i] = {nearest[i].destination, {}, to_minutes(nearest[i].cost)};
  return found;
}

bool FacilityReach::covers(const NearestFacility& nearest) const {
  if (m_network != nullptr) return nearest.time_min && *nearest.time_min <= m_limits.time.s / 60;
  return nearest.distance_m && *nearest.distance_m <= m_limits.distance.m;
}

GeometryColumn FacilityReach::disks(Context& context) const {
  const std::vector<std::uint32_t> near = m_in.near_core(m_facilities.geometry(), m_limits.distance);
  const GeometryColumn each = buffer(take(m_facilities.geometry(), near), m_in.crs(),
                                     std::vector{m_limits.distance}, m_in.grid_size(), context);
  return dissolve(m_in.in_core(each, context), m_in.grid_size(), context);
}

std::vector<std::vector<std::uint32_t>> FacilityReach::within_distance(const GeometryColumn& polygons,
                                                                       Context& context) const {
  const GeometryColumn& facilities = m_facilities.geometry();
  const std::vector<Point> points = representative_points(facilities, context);
  const SpatialIndex index(facilities.envelopes());
  const double reach = planar_reach(m_limits.distance, m_in.crs(), polygons.extent());
  std::vector<std::vector<std::uint32_t>> within(polygons.size());
  for (std::uint32_t row = 0; row < polygons.size(); ++row) {
    if (polygons.envelope(row).empty()) continue;
    std::vector<std::uint32_t> candidates;
    index.query(polygons.envelope(row).grown(reach), candidates);
    std::vector<Point> places;
    for (const std::uint32_t candidate : candidates) places.push_back(points[candidate]);
    const std::uint32_t rows[] = {row};
    const auto found = jingwei::nearest(places, take(polygons, rows), m_in.crs(), m_limits.distance, context);
    for (std::size_t i = 0; i < candidates.size(); ++i)
      if (found[i].row != no_row) within[row].push_back(candidates[i]);
  }
  return within;
}

GeometryColumn FacilityReach::streets(Context& context) const {
  const std::vector<std::uint32_t> together(m_places.size(), 0);
  const GeometryColumn edges = m_network->reached(m_places, together, 1, to_cost(m_limits.time),
                                                  Network::Direction::to_place, context);
  return m_in.in_core(buffer(edges, m_in.crs(), std::vector{m_limits.edge_width}, m_in.grid_size(), context),
                      context);
}

}  // namespace jingwei
