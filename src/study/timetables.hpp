#pragma once
#include <vector>

#include "base/document.hpp"
#include "study/data.hpp"
#include "study/mistakes.hpp"

namespace jingwei {

/// The value of `timetable`: one timetable, or a list of them.
std::vector<StudyTimetable> parse_timetables(const Node& node, Mistakes& mistakes);

/// Reads the timetables of a network that was built and sets its stops on its streets; nothing where it has
/// none.
void add_timetable(const Study& study, const StudyNetwork& entry, const Network& network, StudyData& data,
                   RunRecord& record, Context& context);

}  // namespace jingwei
