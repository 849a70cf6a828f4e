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

/// Reads, parses and checks a study file; an input Error with all its mistakes.
Study load_study(const std::string& file, Context& context);

}  // namespace jingwei
