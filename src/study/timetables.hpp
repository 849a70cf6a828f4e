#pragma once
#include <vector>

#include "base/document.hpp"
#include "study/data.hpp"
#include "study/mistakes.hpp"

namespace jingwei {

/// The value of `timetable`: one timetable, or a list of them.
std::vector<StudyTimetable> parse_timetables(const Node& node, Mistakes& mistakes);

/// The feeds (GTFS files or folders) of a network.
std::vector<std::string> feeds_of(const Study& study, const StudyNetwork& entry);

/// Reads the timetables of a network and sets their stops on its streets. \pre it has some
TransitNetwork timetable_of(const Study& study, const StudyNetwork& entry, const Network& network,
                            const StudyData& data, std::vector<Issue>& issues, Context& context);

}  // namespace jingwei
