#pragma once
#include <cstdint>
#include <limits>
#include <vector>

#include "network/network_data.hpp"

namespace jingwei {

/// A network without its turns: a node for each place where lines meet (and each station), an arc for each
/// direction of a line and each link. Restrictions and times of turning do not count in it.
struct Junctions {
  Graph graph;                            ///< its arcs bear the labels of the network's
  std::vector<std::uint32_t> lengths_mm;  ///< of its arcs
  std::vector<Point> places;              ///< of its nodes; of a station where it boards, or meets a street
  std::vector<std::uint32_t> of_node;     ///< of each node of the edges; none: no arc is left there
  std::vector<std::uint32_t>
      access;                       ///< of each node: its station or interchange, as links number it; or none
  std::uint32_t first_station = 0;  ///< nodes from here on are stations
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

  /// The node at the end of a place's edge that is nearer to it; half-way its tail. \pre the place is snapped
  std::uint32_t nearer(const NetworkData& data, const NetworkPlace& place) const {
    return of_node[(place.fraction <= 0.5 ? data.edges.tail : data.edges.head)[place.edge]];
  }
};
Junctions junctions_of(const NetworkData& data);

/// What parts the junctions (centrality.hpp), lines and links taken as open both ways.
struct JunctionWeakPoints {
  std::vector<std::uint8_t> is_bridge;        ///< by edge of the network; closed ones are none
  std::vector<std::uint8_t> is_articulation;  ///< by node
};
JunctionWeakPoints weak_points_of(const NetworkData& data, const Junctions& junctions);

}  // namespace jingwei
