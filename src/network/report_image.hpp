#pragma once
#include "base/image.hpp"
#include "network/network.hpp"

namespace jingwei {

/// What a NetworkReport consists of as bytes (image.hpp).
template <class Archive>
void archive_parts(Archive& archive, NetworkReport& r) {
  archive(r.turn_nodes, r.restrictions, r.restrictions_applied, r.restrictions_rejected, r.nodes, r.edges,
          r.street_edges, r.expressway_edges, r.rail_edges, r.transfer_edges, r.strong_components,
          r.largest_component_nodes, r.stations_connected, r.interchanges_connected, r.crossings_noded,
          r.ends_joined, r.street_length_m, r.expressway_length_m, r.rail_length_m);
}

}  // namespace jingwei
