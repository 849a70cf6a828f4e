#pragma once
#include <optional>
#include <span>
#include <vector>

#include "base/text.hpp"
#include "geometry/wkb.hpp"
#include "network/edges.hpp"
#include "network/network.hpp"

namespace jingwei {

/// The trunk lines of a network as a system that joins places: railways, expressways and motorways, stretch
/// by stretch between the stations, interchanges or junctions where one enters, leaves or changes. A junction
/// is one node here, as in network_centrality.hpp: turns do not count. Places count at the nearer end of
/// their street.
struct TrunkSystem {
  struct Stretch {
    std::uint32_t edge = 0;  ///< its number in the network's report
    EdgeKind kind = EdgeKind::expressway;
    Text line;      ///< the name of its trunk line; empty: a motorway of a street layer
    Text from, to;  ///< the stations or interchanges at its ends; may be empty
    double length_m = 0;
    double time_min = 0;           ///< along it, the faster direction; of railways without waits
    double betweenness = 0;        ///< Σ over pairs of places, each the share of its fastest ways along it
    double efficiency_loss = 0;    ///< the share of the efficiency that is lost without it
    std::size_t pairs_cut = 0;     ///< pairs of places that no longer have a way without it
    std::optional<double> detour;  ///< time between its ends without it over that with it, of both directions
                                   ///< the greater; nothing: no way
    bool is_bridge = false;        ///< as in centrality.hpp
    Path path;
  };
  std::vector<Stretch> stretches;
  std::size_t places = 0;     ///< that are on the network
  std::size_t pairs = 0;      ///< of places, each both ways, those at one junction aside
  std::size_t connected = 0;  ///< pairs that have a way
  double efficiency = 0;      ///< mean of 1/minutes over the pairs, 0 without a way (Latora & Marchiori 2001)
};

/// What Network::trunk_system answers.
TrunkSystem trunk_system(const NetworkData& data, std::span<const NetworkPlace> places, Context& context);

}  // namespace jingwei
