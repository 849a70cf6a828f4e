#pragma once
#include <span>
#include <vector>

#include "network/network_data.hpp"

namespace jingwei {

/// A reached part of an edge, as shares of its length.
struct ReachedPart {
  std::uint32_t edge;
  double from, to;
};

/// The parts of lines reached from (or that reach) the places within `limit`, in the order of the edges, no
/// two of an edge touching. \pre the search ran from these places in this direction, at least up to the limit
std::vector<ReachedPart> reached_parts(const NetworkData& data, std::span<const NetworkPlace> places,
                                       const Search& search, Cost limit, Network::Direction direction);

/// The search that reached_parts needs.
void search_from(const NetworkData& data, std::span<const NetworkPlace> places, Cost limit,
                 Network::Direction direction, Search& search);

/// Parts as paths; those without length are left out.
std::vector<Path> paths_of(const NetworkData& data, std::span<const ReachedPart> parts);

}  // namespace jingwei
