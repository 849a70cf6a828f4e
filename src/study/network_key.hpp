#pragma once
#include <string>
#include <vector>

#include "layer/layer_hash.hpp"
#include "network/network.hpp"

namespace jingwei {

/// SHA-256 over all that a built network depends on: the rows of its layers, the files of OpenStreetMap, the
/// content of its profile, its options, the CRS and grid, and the version of jingwei. Two that are equal
/// build the same network with the same issues.
std::string network_key(const NetworkSources& sources, const std::vector<std::string>& osm_files,
                        const Profile& profile, double grid_size, LayerHashes& layer_hashes);

}  // namespace jingwei
