#pragma once
#include <span>
#include <vector>

#include "network/network_data.hpp"

namespace jingwei {

/// How a street connects with the main part of its network, the largest strongly connected component.
enum class Connection : std::uint8_t {
  main,
  no_way_out,  ///< reached from the main part, which it does not lead back to
  no_way_in,   ///< leads to the main part, which does not lead there
  apart
};

/// Of each edge; rail and expressways are taken as they are: main.
std::vector<Connection> connections(const NetworkData& data);

/// The points of a layer and where they were snapped.
struct SnappedPoints {
  const Layer& layer;
  std::vector<Point> points;
  std::vector<NetworkPlace> places;
};

/// The layers that Network::acceptance lists.
std::vector<Layer> acceptance_layers(const NetworkData& data, const NetworkSources& sources,
                                     const SnappedPoints* points);

}  // namespace jingwei
