#pragma once
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "geometry/wkb.hpp"
#include "network/centrality.hpp"
#include "network/edges.hpp"
#include "network/network.hpp"

namespace jingwei {

/// What junctions and lines are to a network. A junction is one node here, whichever way one turns at it:
/// restrictions and times of turning do not count, all other times do. Ways begin and end at junctions and
/// stations, not on board of trains, whose stops are passed only and have no row.
struct NetworkCentrality {
  struct Junction {
    Point place;
    bool is_station = false;
    Text name;                     ///< of a station or an interchange; else empty
    std::size_t lines = 0;         ///< that meet there, a loop twice
    double demand = 0;             ///< what begins and ends there
    NodeCentrality figures;        ///< centrality.hpp
    bool is_articulation = false;  ///< its loss parts what hangs together
  };
  /// A line between two junctions; of a railway between two stops.
  struct Line {
    static constexpr std::uint32_t no_junction = std::numeric_limits<std::uint32_t>::max();
    std::uint32_t edge = 0;  ///< its number in the report of the network (street_id of network_streets)
    std::uint32_t from = no_junction, to = no_junction;  ///< rows of junctions; of railways none
    EdgeKind kind = EdgeKind::street;
    std::string road_class;
    Text name;  ///< of the trunk line or street; empty where it has none
    double length_m = 0;
    double betweenness = 0;  ///< both directions
    bool is_bridge = false;
    Path path;
  };
  std::vector<Junction> junctions;
  std::vector<Line> lines;  ///< those that are open in a direction
  double demand = 0;        ///< Σ w_s·w_t over the pairs within the radius
};

/// What Network::centrality answers.
NetworkCentrality network_centrality(const NetworkData& data, const std::optional<Network::Demand>& demand,
                                     Cost radius, Context& context);

}  // namespace jingwei
