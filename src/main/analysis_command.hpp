#pragma once
#include "analyses/analysis.hpp"
#include "main/command_line.hpp"

namespace jingwei {

/// The command of one analysis, with an option for each of its inputs and parameters.
void add_analysis(CommandLine& line, const Analysis& analysis);

}  // namespace jingwei
