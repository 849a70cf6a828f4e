#pragma once
#include "base/context.hpp"
#include "study/mistakes.hpp"
#include "study/study.hpp"

namespace jingwei {

/// Everything that can be wrong with a parsed study without computing: sources, their layers, fields, filters
/// and CRS; what networks and analyses read; circles. Binds roles to inputs of their own name and puts
/// analyses in the order in which they can run. A part that is already known to be wrong is not complained of
/// twice.
void check_study(Study& study, Mistakes& mistakes, Context& context);

/// Reads, parses and checks a study file, under a scenario if one is named; an input Error with all its
/// mistakes.
Study load_study(const std::string& file, const std::string& scenario, Context& context);

struct CheckedStudy {
  Study study;  ///< as it stands without a scenario
  std::size_t scenarios = 0;
};
/// A study file with each of its scenarios; an input Error with all their mistakes.
CheckedStudy check_study_file(const std::string& file, Context& context);

}  // namespace jingwei
