#pragma once
#include <string>
#include <vector>

#include "study/study.hpp"

namespace jingwei {

/// The entries of a study's analyses (by number) that an entry reads outputs of.
std::vector<std::size_t> prerequisites(const Study& study, const StudyAnalysis& entry);

/// What of a planned study is needed to answer these analyses (all, where the list is empty): they, what they
/// read, and so on. Other analyses, networks and inputs are taken out; an input Error for a name that is no
/// analysis of the study.
void keep_only(Study& study, const std::vector<std::string>& names);

}  // namespace jingwei
