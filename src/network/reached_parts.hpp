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

/// A place on a street where one begins (or, the other way, ends) with so much
/// of the limit spent.
struct ReachStart {
  NetworkPlace place;
  Cost spent = 0;
};

/// The snapped of the places, with nothing spent.
std::vector<ReachStart> starts_at(std::span<const NetworkPlace> places);

/// The parts of lines reached from (or that reach) the starts within `limit`,
/// in the order of the edges, no two of an edge touching. \pre the search ran
/// from these starts in this direction, at least up to the limit
std::vector<ReachedPart> reached_parts(const NetworkData& data, std::span<const ReachStart> starts,
                                       const Search& search, Cost limit, Network::Direction direction);

/// The search that reached_parts needs.
void search_from(const NetworkData& data, std::span<const ReachStart> starts, Cost limit,
                 Network::Direction direction, Search& search);

/// Network::reach_bands of the parts reached within each of its limits.
ReachBands bands_of(const NetworkData& data, const std::vector<std::vector<ReachedPart>>& by_limit,
                    Length margin);

/// Parts as paths; those without length are left out.
std::vector<Path> paths_of(const NetworkData& data, std::span<const ReachedPart> parts);

}  // namespace jingwei
