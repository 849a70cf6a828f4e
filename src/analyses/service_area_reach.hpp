#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analyses/departures.hpp"
#include "analyses/window.hpp"
#include "layer/layer.hpp"

namespace jingwei {

enum class ServiceAreaMerge { each, all, nearest };

struct ServiceAreaOptions {
  std::vector<Length> distances{Length{1000}};
  std::vector<Duration> times{Duration{15 * 60}};
  Length edge_width{50};
  ServiceAreaMerge merge = ServiceAreaMerge::each;
  std::optional<Length> simplify;
  Departures departures;
};

/// The areas (and, with a network, the streets) at one limit: a row for each facility, or one of all
/// together (merge: all). Those of all facilities are cut to the window's core.
struct Reached {
  Value limit_m, limit_min;
  std::string limit;
  GeometryColumn areas;
  GeometryColumn edges;
};

/// What facilities reach within each limit: disks without a network, with one the streets from which one gets
/// there in time, drawn `edge_width` to each side. `places`: where the facilities' points are on the network.
/// Errors (input): merge: nearest by timetable.
std::vector<Reached> reached_by(const Window& in, const Layer& facilities, std::span<const Point> points,
                                std::span<const NetworkPlace> places, const ServiceAreaOptions& options,
                                Context& context);

}  // namespace jingwei
