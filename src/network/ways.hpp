#pragma once
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "network/network_data.hpp"
#include "network/way_search.hpp"

namespace jingwei {

/// Calls visit(i, ways from origin i to every destination) for each origin, origins in parallel.
void way_rows(const NetworkData& data, std::span<const NetworkPlace> origins,
              std::span<const NetworkPlace> destinations, Cost limit, Context& context,
              const std::function<void(std::size_t, std::span<const WayCost>)>& visit);

/// A part of a way: along an edge from one share of its length to another, or over a link.
struct Step {
  std::uint32_t label = 0;
  double from = 0, to = 1;  ///< as the edge is travelled; of a link nothing
  WayCost cost;
};
/// Looks for the ways from a place to several. \pre from.snapped()
void search_ways(const NetworkData& data, const NetworkPlace& from, std::span<const NetworkPlace> to,
                 Cost limit, WaySearch& search);
/// The steps of one of them, whose cost is as way_rows gives it, without those of no length and time; nothing
/// where there is no way within the limit. \pre search_ways from `from`, with `to` among the places
std::optional<std::vector<Step>> steps_to(const NetworkData& data, const NetworkPlace& from,
                                          const NetworkPlace& to, Cost limit, const WaySearch& search);

}  // namespace jingwei
