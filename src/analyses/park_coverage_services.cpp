#include "analyses/park_coverage_services.hpp"

#include <algorithm>

#include "analyses/output_layer.hpp"
#include "analyses/row_issue.hpp"
#include "base/format.hpp"
#include "geometry/buffer.hpp"
#include "geometry/join.hpp"
#include "geometry/measure.hpp"
#include "geometry/overlay.hpp"
#include "layer/provenance.hpp"

namespace jingwei {
namespace {

constexpr Length street_width{50};
/// The network knows times; this speed (of the profile walk) makes the walking limit one.
constexpr double walking_m_per_s = 5 / 3.6;

Issue far_from_street(const Layer& entrances, std::uint32_t row, double snap_m, Length limit) {
  return row_issue(
      entrances, row, "far_from_street",
      {format("距最近的道路 {:.0f} m，超过步行上限 {}", snap_m, to_text(limit)),
       format("the nearest street is {:.0f} m away, beyond the walking limit {}", snap_m, to_text(limit))},
      {"该出入口不计入步行覆盖", "this entrance serves nobody on foot"});
}

}  // namespace

ParkServices services_by_radius(const Window& in, Context& context) {
  const Layer& parks = in["parks"];
  const std::vector<double> areas = areas_m2(parks.geometry(), in.crs(), context);
  ParkServices services;
  for (const std::uint32_t row : in.near_core(parks.geometry(), largest_service_radius())) {
    const bool old_town = !parks["old_town"].is_null(row) && parks["old_town"].boolean(row);
    const auto radius = service_radius(Area{areas[row]}, old_town ? OldTown::yes : OldTown::no);
    if (!radius) continue;
    services.rows.push_back(row);
    services.radii.push_back(*radius);
  }
  services.geometry =
      buffer(take(parks.geometry(), services.rows), in.crs(), services.radii, in.grid_size(), context);
  return services;
}

ServiceAreas service_areas(const Window& in, const ParkServices& services, Context& context) {
  ServiceAreas areas;
  areas.radii = services.radii;
  std::ranges::sort(areas.radii);
  areas.radii.erase(std::unique(areas.radii.begin(), areas.radii.end()), areas.radii.end());
  std::vector<std::uint32_t> group;
  for (const Length radius : services.radii)
    group.push_back(
        static_cast<std::uint32_t>(std::ranges::lower_bound(areas.radii, radius) - areas.radii.begin()));
  areas.geometry = dissolve(in.in_core(services.geometry, context), group,
                            static_cast<std::uint32_t>(areas.radii.size()), in.grid_size(), context);
  areas.parks.resize(areas.radii.size());
  const std::vector<bool> own = in.owned(in["parks"], context);
  for (std::size_t i = 0; i < services.rows.size(); ++i)
    if (own[services.rows[i]]) areas.parks[group[i]].push_back(services.rows[i]);
  return areas;
}

Layer layer_of(const ServiceAreas& areas, const Window& in) {
  Layer layer = output_layer("park_coverage_service_areas", in.crs());
  std::vector<Provenance> written;
  for (std::size_t i = 0; i < areas.radii.size(); ++i) {
    if (areas.parks[i].empty() && areas.geometry.is_null(i)) continue;
    layer.append(areas.geometry.wkb(i), {{"radius_m", static_cast<std::int64_t>(areas.radii[i].m)},
                                         {"parks", static_cast<std::int64_t>(areas.parks[i].size())}});
    Provenance& source = written.emplace_back();
    for (const std::uint32_t park : areas.parks[i]) source.add(in["parks"], park);
  }
  set_provenance(layer, written);
  return layer;
}

WalkServices services_by_walk(const Window& in, const GeometryColumn& units, Length limit,
                              std::vector<Issue>& issues, Context& context) {
  const Layer& all = in["park_entrances"];
  const std::vector<std::uint32_t> rows = in.near_core(all.geometry(), entrance_reach(limit));
  const Layer entrances = all.take(rows);
  const std::vector<Point> points = representative_points(entrances.geometry(), context);
  const Network& network = in.network("network");
  std::vector<NetworkPlace> places = network.snap(entrances, points, issues, context);
  std::vector<std::uint32_t> unit = covering(points, units, context);
  WalkServices services;
  services.entrances.resize(units.size() + 1);
  for (std::uint32_t row = 0; row < places.size(); ++row) {
    if (unit[row] == no_row) unit[row] = static_cast<std::uint32_t>(units.size());
    if (!places[row].snapped()) continue;
    if (places[row].snap_m <= limit.m) {
      services.entrances[unit[row]].push_back(rows[row]);
    } else {
      issues.push_back(far_from_street(entrances, row, places[row].snap_m, limit));
      places[row] = NetworkPlace{};
    }
  }
  const GeometryColumn streets =
      network.reached(places, unit, static_cast<std::uint32_t>(services.entrances.size()),
                      to_cost(Duration{limit.m / walking_m_per_s}), Network::Direction::to_place, context);
  services.geometry = buffer(streets, in.crs(), std::vector{street_width}, in.grid_size(), context);
  return services;
}

Length entrance_reach(Length limit) {
  return {2 * limit.m + street_width.m};
}

}  // namespace jingwei
