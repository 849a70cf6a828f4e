#pragma once
#include <vector>

#include "analyses/window.hpp"
#include "layer/issue.hpp"
#include "methods/service_radius.hpp"

namespace jingwei {

/// What parks serve: one area each, whole.
struct ParkServices {
  GeometryColumn geometry;
  std::vector<std::uint32_t> rows;  ///< of the layer parks
  std::vector<Length> radii;
};

/// The places within the service radius of the boundary of each park that may serve the window's core; parks
/// too small to count are left out.
ParkServices services_by_radius(const Window& in, Context& context);

/// The service areas of one radius joined inside the window's core, with the parks that the window owns.
struct ServiceAreas {
  std::vector<Length> radii;  ///< ascending
  GeometryColumn geometry;    ///< one row a radius
  std::vector<std::vector<std::uint32_t>> parks;
};
ServiceAreas service_areas(const Window& in, const ParkServices& services, Context& context);
/// The same as the layer park_coverage_service_areas.
Layer layer_of(const ServiceAreas& areas, const Window& in);

/// What the entrances in each unit serve together.
struct WalkServices {
  GeometryColumn geometry;                            ///< one row a unit, and one for entrances in none
  std::vector<std::vector<std::uint32_t>> entrances;  ///< of each row: rows of the layer park_entrances
};

/// The streets from which a walk of at most `limit` leads to an entrance, drawn 50 m to each side. An
/// entrance farther from its street than the limit serves nobody, which is told. \pre the roles
/// park_entrances and network
WalkServices services_by_walk(const Window& in, const GeometryColumn& units, Length limit,
                              std::vector<Issue>& issues, Context& context);

/// How far from an entrance homes may lie that it serves: it may be as far from its street as the walk is
/// long, and the street serves both its sides.
Length entrance_reach(Length limit);

}  // namespace jingwei
