#include "analyses/routes_between.hpp"

namespace jingwei {

std::vector<std::optional<Route>> routes_between(const Window& in, std::string_view role,
                                                 std::span<const NetworkPlace> origins,
                                                 std::span<const NetworkPlace> destinations,
                                                 const RowPairs& pairs, const Departures& departures,
                                                 Duration limit, Context& context) {
  if (const TransitNetwork* timetable = in.timetable(role))
    return timetable->journeys(origins, destinations, pairs, transit_options(departures), to_cost(limit),
                               context);
  std::vector<NetworkPlace> starts, ends;
  for (const auto& [origin, destination] : pairs)
    starts.push_back(origins[origin]), ends.push_back(destinations[destination]);
  return in.network(role).routes(starts, ends, to_cost(limit), context);
}

}  // namespace jingwei
