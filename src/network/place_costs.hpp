#pragma once
#include <functional>
#include <span>
#include <vector>

#include "network/network_data.hpp"

namespace jingwei {

/// Calls visit(i, costs between source i and every place) for each source: from the sources to the places, or
/// (to_place) from the places to the sources. Sources in parallel, sixteen rows of memory a thread.
void cost_rows(const NetworkData& data, std::span<const NetworkPlace> sources,
               std::span<const NetworkPlace> places, Cost limit, Network::Direction direction,
               Context& context, const std::function<void(std::size_t, std::span<const Cost>)>& visit);

/// For each origin the cheapest destination, ties the lowest number: one search over all destinations.
std::vector<NearestSource> nearest_destinations(const NetworkData& data,
                                                std::span<const NetworkPlace> origins,
                                                std::span<const NetworkPlace> destinations, Cost limit,
                                                Context& context);

}  // namespace jingwei
