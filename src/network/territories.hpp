#pragma once
#include <span>

#include "geometry/nearest_areas.hpp"
#include "network/network.hpp"

namespace jingwei {

/// The street and expressway parts that each place reaches (or from which one reaches it) sooner than any
/// other of the places, within the limits; of places that are equally near the first has it. No two parts
/// overlap, and together they are what Network::reached gives of all places. Labels: place · limits + the
/// number of the first limit within which the part is reached. \pre limits ascending, not empty
LabelledLines territories(const Network& network, std::span<const NetworkPlace> places,
                          std::span<const Cost> limits, Network::Direction direction);

}  // namespace jingwei
