#pragma once
#include <optional>
#include <span>
#include <vector>

#include "analyses/window.hpp"
#include "geometry/overlay.hpp"
#include "layer/issue.hpp"

namespace jingwei {

/// The facility that is nearest to a place, however far: in a straight line (distance_m, geodesic) or along a
/// network (time_min). Row no_row: none, or none that can be reached.
struct NearestFacility {
  std::uint32_t row = no_row;
  std::optional<double> distance_m;
  std::optional<double> time_min;
};

/// What facilities reach within a distance, or within a time where the window has a network: which places,
/// and which area. Facilities and places off the network are told in `issues` and reach nothing.
class FacilityReach {
 public:
  struct Limits {
    Length distance;
    Duration time;
    Length edge_width;
  };
  FacilityReach(const Window& in, const Layer& facilities, const Limits& limits, std::vector<Issue>& issues,
                Context& context);

  /// For each point of a layer's rows its nearest facility; ties: the lowest row. Times run to the facility.
  std::vector<NearestFacility> nearest(const Layer& layer, std::span<const Point> points,
                                       std::vector<Issue>& issues, Context& context) const;
  /// Whether it is within the limit, bound inclusive.
  bool covers(const NearestFacility& nearest) const;

  /// What all of them serve in the window's core in a straight line, as one row.
  GeometryColumn disks(Context& context) const;
  /// Of each polygon the facilities within the straight-line limit of it (inclusive), ascending.
  std::vector<std::vector<std::uint32_t>> within_distance(const GeometryColumn& polygons,
                                                          Context& context) const;
  /// What all of them serve in the core along the network: the streets reached, drawn edge_width to each
  /// side.
  GeometryColumn streets(Context& context) const;

 private:
  const Window& m_in;
  const Layer& m_facilities;
  Limits m_limits;
  const Network* m_network = nullptr;
  std::vector<NetworkPlace> m_places;  // of the facilities
};

}  // namespace jingwei
