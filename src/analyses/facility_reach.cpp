#include "analyses/facility_reach.hpp"

#include "geometry/buffer.hpp"
#include "geometry/join.hpp"
#include "geometry/measure.hpp"

namespace jingwei {
namespace {

std::vector<NearestFacility> nearest_in_line(std::span<const Point> points, const GeometryColumn& facilities,
                                             const Crs& crs, Length likely, Context& context) {
  constexpr double farthest_m = 2.1e7;  // no two places on earth are farther apart
  std::vector<NearestFacility> found(points.size());
  std::vector<std::uint32_t> open;
  for (std::uint32_t i = 0; i < points.size(); ++i) open.push_back(i);
  // A wide search looks at every facility, so it widens only for the places that still have none.
  for (double limit_m = likely.m; !open.empty(); limit_m *= 4) {
    std::vector<Point> asked;
    for (const std::uint32_t i : open) asked.push_back(points[i]);
    const std::vector<Nearest> answers = nearest(asked, facilities, crs, Length{limit_m}, context);
    std::vector<std::uint32_t> still_open;
    for (std::size_t k = 0; k < open.size(); ++k) {
      if (answers[k].row == no_row)
        still_open.push_back(open[k]);
      else
        found[open[k]] = {answers[k].row, answers[k].distance_m, {}};
    }
    open = std::move(still_open);
    if (limit_m >= farthest_m) break;
  }
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
  if (m_network == nullptr)
    return nearest_in_line(points, m_facilities.geometry(), m_in.crs(), m_limits.distance, context);
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

FacilityReach::Disks FacilityReach::disks(Context& context) const {
  Disks disks;
  disks.rows = m_in.near_core(m_facilities.geometry(), m_limits.distance);
  disks.geometry = m_in.in_core(buffer(take(m_facilities.geometry(), disks.rows), m_in.crs(),
                                       std::vector{m_limits.distance}, m_in.grid_size(), context),
                                context);
  return disks;
}

GeometryColumn FacilityReach::streets(Context& context) const {
  const std::vector<std::uint32_t> together(m_places.size(), 0);
  const GeometryColumn edges = m_network->reached(m_places, together, 1, to_cost(m_limits.time),
                                                  Network::Direction::to_place, context);
  return m_in.in_core(buffer(edges, m_in.crs(), std::vector{m_limits.edge_width}, m_in.grid_size(), context),
                      context);
}

}  // namespace jingwei
