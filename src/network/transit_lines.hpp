#pragma once
#include <string>
#include <vector>

#include "layer/issue.hpp"
#include "layer/layer.hpp"
#include "network/in_service.hpp"
#include "network/transit_feed.hpp"

namespace jingwei {

/// Public transport as tables of lines state it, where no timetable is published: trips leave at the first
/// departure and every headway after it, up to the last departure, and run the same times all day, back as
/// forth. Services that are not in service do not run, and stations that are not are passed without a stop.
/// Layers as prepared: `transit_services`, `transit_stops`, `stations`. Issues: lines without two
/// stops, stops without a running time (unless the first) or at no known station, departures that are no
/// times or whose last comes before the first; each leaves out the service or the line.
TransitFeed feed_of_lines(const std::string& name, const Layer& services, const Layer& stops,
                          const Layer& stations, const InService& in_service, std::vector<Issue>& issues);

}  // namespace jingwei
