#pragma once
#include "base/context.hpp"
#include "study/mistakes.hpp"
#include "study/study.hpp"

namespace jingwei {

// The parts of check_study, each for one section of the study file.
void check_names(const Study& study, Mistakes& mistakes);
void check_inputs(Study& study, Mistakes& mistakes, Context& context);
void check_networks(Study& study, Mistakes& mistakes);
/// The input of this name with one of these definitions; a mistake where there is none.
const StudyInput* expect_input(const Study& study, const Reference& name,
                               const std::vector<std::string>& definitions, Mistakes& mistakes);
void check_timetables(const Study& study, const StudyNetwork& network, Mistakes& mistakes);
/// Binds roles and sets options; \pre inputs and networks were parsed.
void check_analyses(Study& study, Mistakes& mistakes);
/// Puts analyses in the order in which they can run (that of the file where it does not matter); circles are
/// mistakes.
void plan_analyses(Study& study, Mistakes& mistakes);
void check_outputs(const Study& study, Mistakes& mistakes);

}  // namespace jingwei
