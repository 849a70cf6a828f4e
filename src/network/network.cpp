#include "network/network.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "base/parallel.hpp"
#include "geometry/measure.hpp"
#include "network/acceptance.hpp"
#include "network/network_centrality.hpp"
#include "network/network_data.hpp"
#include "network/network_image.hpp"
#include "network/place_costs.hpp"
#include "network/trunk_system.hpp"
#include "network/ways.hpp"

namespace jingwei {

struct Network::Data : NetworkData {};

Network::Network(const NetworkSources& sources, const Profile& profile, double grid_size,
                 std::vector<Issue>& issues, Context& context)
    : m_data(std::make_unique<Data>()) {
  build_network(sources, profile, grid_size, *m_data, issues, context);
}
Network::Network(std::unique_ptr<Data> data) : m_data(std::move(data)) {}

std::optional<Network> Network::from_image(std::string_view image, const std::string& name, const Crs& crs,
                                           Length snap_limit, std::vector<Issue>& issues) {
  auto data = std::make_unique<Data>();
  data->name = name;
  data->crs = crs;
  data->snap_limit = snap_limit;
  if (!read_network_image(image, *data, issues)) return std::nullopt;
  return Network(std::move(data));
}

std::string Network::image(const std::vector<Issue>& issues) const {
  return network_image(*m_data, issues);
}

Network::~Network() = default;
Network::Network(Network&&) noexcept = default;
Network& Network::operator=(Network&&) noexcept = default;

const NetworkData& Network::network_data() const {
  return *m_data;
}

const NetworkData& data_of(const Network& network) {
  return network.network_data();
}
const std::string& Network::name() const {
  return m_data->name;
}
const Crs& Network::crs() const {
  return m_data->crs;
}
const NetworkReport& Network::report() const {
  return m_data->report;
}

std::vector<Layer> Network::acceptance(const NetworkSources& sources, const Layer* points,
                                       std::vector<Issue>& issues, Context& context) const {
  if (!points) return acceptance_layers(*m_data, sources, nullptr);
  SnappedPoints snapped{*points, representative_points(points->geometry(), context), {}};
  snapped.places = snap(*points, snapped.points, issues, context);
  return acceptance_layers(*m_data, sources, &snapped);
}

std::vector<NetworkPlace> Network::snap(std::span<const Point> points, Context& context) const {
  std::vector<NetworkPlace> places(points.size());
  parallel_for(points.size(), context, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      const auto found = m_data->streets->nearest(points[i], m_data->snap_limit.m);
      if (!found) continue;
      const double length_m = m_data->edges.length_m(found->edge);
      const double share = length_m > 0 ? found->chainage_m / length_m : 0;  // nodes may lie at one place
      places[i] = {found->edge, std::clamp(share, 0.0, 1.0), found->distance_m};
    }
  });
  return places;
}

std::vector<NetworkPlace> Network::snap(const Layer& layer, std::span<const Point> points,
                                        std::vector<Issue>& issues, Context& context) const {
  assert(points.size() == layer.rows());
  auto places = snap(points, context);
  for (std::size_t row = 0; row < places.size(); ++row) {
    const Point point = points[row];
    if (places[row].snapped() || std::isnan(point.x) || std::isnan(point.y)) continue;
    Issue issue;
    issue.kind = "unsnapped";
    issue.layer = layer.name();
    issue.feature = layer.key().as_text(row);
    const std::string limit = to_text(m_data->snap_limit);
    if (const auto nearest = m_data->streets->nearest(point, std::numeric_limits<double>::infinity())) {
      issue.reason = {
          format("距网络 {} 最近的道路 {:.0f} m，超过限值 {}", name(), nearest->distance_m, limit),
          format("{:.0f} m from the nearest street of the network {}, more than the limit of {}",
                 nearest->distance_m, name(), limit)};
    } else {
      issue.reason = {format("网络 {} 没有可到达的道路", name()),
                      format("the network {} has no street that connects", name())};
    }
    issue.action = {"不参与网络计算", "takes no part on the network"};
    issue.geometry = wkb_of(point);
    issues.push_back(std::move(issue));
  }
  return places;
}

std::vector<Cost> Network::costs(std::span<const NetworkPlace> origins,
                                 std::span<const NetworkPlace> destinations, Cost limit,
                                 Context& context) const {
  const std::size_t columns = destinations.size();
  std::vector<Cost> result(origins.size() * columns);
  if (origins.size() <= columns) {
    cost_rows(*m_data, origins, destinations, limit, Direction::from_place, context,
              [&](std::size_t i, std::span<const Cost> row) {
                std::copy(row.begin(), row.end(), result.begin() + static_cast<std::ptrdiff_t>(i * columns));
              });
  } else {  // fewer searches from the other end; sums of integers are the same either way
    cost_rows(*m_data, destinations, origins, limit, Direction::to_place, context,
              [&](std::size_t j, std::span<const Cost> column) {
                for (std::size_t i = 0; i < column.size(); ++i) result[i * columns + j] = column[i];
              });
  }
  return result;
}

void Network::for_each_origin(std::span<const NetworkPlace> origins,
                              std::span<const NetworkPlace> destinations, Cost limit, Context& context,
                              const std::function<void(std::size_t, std::span<const Cost>)>& visit) const {
  cost_rows(*m_data, origins, destinations, limit, Direction::from_place, context, visit);
}

void Network::for_each_place(std::span<const NetworkPlace> places, std::span<const NetworkPlace> others,
                             Cost limit, Direction direction, Context& context,
                             const std::function<void(std::size_t, std::span<const Cost>)>& visit) const {
  cost_rows(*m_data, places, others, limit, direction, context, visit);
}

std::vector<Network::NearestPlace> Network::nearest(std::span<const NetworkPlace> origins,
                                                    std::span<const NetworkPlace> destinations, Cost limit,
                                                    Context& context) const {
  const auto found = nearest_destinations(*m_data, origins, destinations, limit, context);
  std::vector<NearestPlace> result(found.size());
  for (std::size_t i = 0; i < found.size(); ++i) result[i] = {found[i].source, found[i].cost};
  return result;
}

std::vector<std::vector<Network::NearestPlace>> Network::nearest(std::span<const NetworkPlace> origins,
                                                                 std::span<const NetworkPlace> destinations,
                                                                 std::size_t count, Cost limit,
                                                                 Direction direction,
                                                                 Context& context) const {
  std::vector<std::vector<NearestPlace>> result(origins.size());
  cost_rows(*m_data, origins, destinations, limit, direction, context,
            [&](std::size_t i, std::span<const Cost> costs) {
              std::vector<NearestPlace>& found = result[i];
              for (std::uint32_t j = 0; j < costs.size(); ++j)
                if (costs[j] != unreachable) found.push_back({j, costs[j]});
              const std::size_t kept = std::min(count, found.size());
              const auto order = [](const NearestPlace& place) {
                return std::pair(place.cost, place.destination);
              };
              std::ranges::partial_sort(found, found.begin() + static_cast<std::ptrdiff_t>(kept), {}, order);
              found.resize(kept);
              found.shrink_to_fit();
            });
  return result;
}

void Network::for_each_way(std::span<const NetworkPlace> origins, std::span<const NetworkPlace> destinations,
                           Cost limit, Context& context,
                           const std::function<void(std::size_t, std::span<const Way>)>& visit) const {
  way_rows(*m_data, origins, destinations, limit, context,
           [&](std::size_t i, std::span<const WayCost> costs) {
             std::vector<Way> ways(costs.size());
             for (std::size_t j = 0; j < costs.size(); ++j)
               if (costs[j].time != unreachable)
                 ways[j] = {costs[j].time, static_cast<double>(costs[j].length_mm) / 1000};
             visit(i, ways);
           });
}

NetworkCentrality Network::centrality(const std::optional<Demand>& demand, Cost radius,
                                      Context& context) const {
  return network_centrality(*m_data, demand, radius, context);
}

TrunkSystem Network::trunk_system(std::span<const NetworkPlace> places, Context& context) const {
  return jingwei::trunk_system(*m_data, places, context);
}

GeometryColumn Network::reached(std::span<const NetworkPlace> places, Cost limit, Direction direction,
                                Context& context) const {
  std::vector<std::uint32_t> groups(places.size());
  for (std::uint32_t i = 0; i < groups.size(); ++i) groups[i] = i;
  return reached(places, groups, static_cast<std::uint32_t>(groups.size()), limit, direction, context);
}

GeometryColumn Network::reached(std::span<const NetworkPlace> places, std::span<const std::uint32_t> groups,
                                std::uint32_t group_count, Cost limit, Direction direction,
                                Context& context) const {
  assert(groups.size() == places.size());
  std::vector<std::vector<NetworkPlace>> members(group_count);
  for (std::size_t i = 0; i < places.size(); ++i)
    if (places[i].snapped()) members[groups[i]].push_back(places[i]);
  std::vector<std::vector<std::uint8_t>> rows(group_count);
  parallel_for(group_count, context, [&](std::size_t begin, std::size_t end) {
    for (std::size_t group = begin; group < end; ++group) {
      if (!members[group].empty())
        rows[group] = wkb_of_lines(reached_paths(*m_data, members[group], limit, direction));
    }
  });
  GeometryColumn column;
  for (const auto& row : rows) column.append(Wkb(row));
  return column;
}

}  // namespace jingwei
