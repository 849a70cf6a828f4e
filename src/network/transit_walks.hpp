#pragma once
#include <span>

#include "network/graph.hpp"
#include "network/network.hpp"

namespace jingwei {

/// Walks between two sets of places, those within the limit alone: of each of
/// `places` those to the others, or (to_place) those of the others to it.
Graph walks_between(const Network& walk, std::span<const NetworkPlace> places,
                    std::span<const NetworkPlace> others, Cost limit, Context& context,
                    Network::Direction direction = Network::Direction::from_place);

}  // namespace jingwei
