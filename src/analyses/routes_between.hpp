#pragma once
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "analyses/departures.hpp"
#include "analyses/window.hpp"
#include "network/route.hpp"

namespace jingwei {

/// Numbers of an origin and a destination each.
using RowPairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// The ways of the pairs on the network of the role, or by its timetable where it carries one: of each the
/// one that takes the time at the percentile. Nothing where there is none within `limit`.
std::vector<std::optional<Route>> routes_between(const Window& in, std::string_view role,
                                                 std::span<const NetworkPlace> origins,
                                                 std::span<const NetworkPlace> destinations,
                                                 const RowPairs& pairs, const Departures& departures,
                                                 Duration limit, Context& context);

}  // namespace jingwei
