#include "analyses/service_area_reach.hpp"

#include <numeric>
#include <optional>

#include "analyses/service_area_territories.hpp"
#include "base/error.hpp"
#include "geometry/buffer.hpp"
#include "geometry/overlay.hpp"
#include "geometry/simplify.hpp"
#include "network/territories.hpp"
#include "network/transit_reach.hpp"

namespace jingwei {
namespace {

/// Of each facility the row of Reached that it makes: its own, or that of all together.
struct Groups {
  std::vector<std::uint32_t> of_row;
  std::uint32_t count = 0;
  Groups(std::size_t facilities, ServiceAreaMerge merge) : of_row(facilities, 0), count(1) {
    if (merge != ServiceAreaMerge::each) return;
    std::iota(of_row.begin(), of_row.end(), 0U);
    count = static_cast<std::uint32_t>(facilities);
  }
};

std::vector<Reached> within_distances(const Window& in, const Layer& facilities, const Groups& groups,
                                      const ServiceAreaOptions& options, Context& context) {
  std::vector<Reached> all;
  for (const Length distance : options.distances) {
    GeometryColumn disks =
        buffer(facilities.geometry(), in.crs(), std::vector{distance}, in.grid_size(), context);
    if (options.merge != ServiceAreaMerge::each)
      disks = dissolve(disks, groups.of_row, groups.count, in.grid_size(), context);
    all.push_back({distance.m, {}, to_text(distance), std::move(disks), {}});
  }
  return all;
}

std::vector<Reached> within_times(const Window& in, std::span<const NetworkPlace> places,
                                  const Groups& groups, const ServiceAreaOptions& options, Context& context) {
  constexpr auto direction = Network::Direction::to_place;
  std::optional<TransitReach> by_timetable;
  if (const TransitNetwork* timetable = in.timetable("network"))
    by_timetable.emplace(*timetable, transit_options(options.departures), direction, context);
  std::vector<Reached> all;
  for (const Duration time : options.times) {
    GeometryColumn edges =
        by_timetable ? by_timetable->reached(places, groups.of_row, groups.count, to_cost(time), context)
                     : in.network("network").reached(places, groups.of_row, groups.count, to_cost(time),
                                                     direction, context);
    GeometryColumn areas = buffer(edges, in.crs(), std::vector{options.edge_width}, in.grid_size(), context);
    all.push_back({{}, time.s / 60, to_text(time), std::move(areas), std::move(edges)});
  }
  return all;
}

Error no_nearest_by_timetable() {
  return input_error({"按时刻表出行时不能用 merge: nearest；请用 each 或 all",
                      "merge: nearest does not go by timetables: use each or all, or a network without one"},
                     "merge");
}

GeometryColumn nothing(std::uint32_t rows) {
  GeometryColumn column;
  for (std::uint32_t row = 0; row < rows; ++row) column.append(Wkb{});
  return column;
}

/// What all facilities reach together, divided among them: streets and areas by the time to the facility,
/// disks by the straight way.
void divide(const Window& in, std::span<const Point> points, std::span<const NetworkPlace> places,
            const ServiceAreaOptions& options, std::vector<Reached>& all, Context& context) {
  const auto facilities = static_cast<std::uint32_t>(points.size());
  std::vector<Cost> limits;
  for (const Duration time : options.times) limits.push_back(to_cost(time));
  const bool along_streets = in.has("network");
  LabelledLines lines = along_streets
                            ? territories(in.network("network"), places, limits, Network::Direction::to_place)
                            : as_lines(points, in.grid_size());
  Envelope extent;
  for (const Path& line : lines.lines)
    for (const Point point : line) extent.expand(point);
  if (extent.empty()) {
    for (Reached& reached : all) reached.areas = reached.edges = nothing(facilities);
    return;
  }
  const double reach =
      planar_reach(along_streets ? options.edge_width : options.distances.back(), in.crs(), extent);
  const Territories shares(std::move(lines), facilities,
                           along_streets ? static_cast<std::uint32_t>(limits.size()) : 1, reach,
                           in.grid_size(), context);
  for (std::uint32_t limit = 0; limit < all.size(); ++limit) {
    all[limit].areas = shares.areas(all[limit].areas, context);
    if (along_streets) all[limit].edges = shares.lines(limit);
  }
}

/// The areas of one facility together, or of all that share borders; rows and limits as they are.
void simplify_areas(const Window& in, const ServiceAreaOptions& options, std::vector<Reached>& all) {
  const auto simplified = [&](const GeometryColumn& areas) {
    return simplify(areas, planar_bound(*options.simplify, in.crs(), areas.extent()), in.grid_size());
  };
  const std::size_t rows = all.front().areas.size();
  const std::size_t together = options.merge == ServiceAreaMerge::each ? 1 : rows;
  std::vector<GeometryColumn> made(all.size());
  for (std::size_t first = 0; first < rows; first += together) {
    GeometryColumn group;
    for (const Reached& reached : all)
      for (std::size_t row = first; row < first + together; ++row) group.append(reached.areas.wkb(row));
    group = simplified(group);
    for (std::size_t i = 0; i < group.size(); ++i) made[i / together].append(group.wkb(i));
  }
  for (std::size_t limit = 0; limit < all.size(); ++limit) all[limit].areas = std::move(made[limit]);
}

}  // namespace

std::vector<Reached> reached_by(const Window& in, const Layer& facilities, std::span<const Point> points,
                                std::span<const NetworkPlace> places, const ServiceAreaOptions& options,
                                Context& context) {
  const bool nearest = options.merge == ServiceAreaMerge::nearest;
  if (nearest && in.has("network") && in.timetable("network") != nullptr) throw no_nearest_by_timetable();
  const Groups groups(facilities.rows(), options.merge);
  std::vector<Reached> all = in.has("network") ? within_times(in, places, groups, options, context)
                                               : within_distances(in, facilities, groups, options, context);
  if (nearest) divide(in, points, places, options, all, context);
  if (options.simplify) simplify_areas(in, options, all);
  if (options.merge == ServiceAreaMerge::each) return all;
  for (Reached& reached : all) {
    reached.areas = in.in_core(reached.areas, context);
    reached.edges = in.in_core(reached.edges, context);
  }
  return all;
}

}  // namespace jingwei
