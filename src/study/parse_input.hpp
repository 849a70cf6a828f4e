#pragma once
#include <string>
#include <string_view>

#include "base/document.hpp"
#include "study/mistakes.hpp"
#include "study/study.hpp"

namespace jingwei {

/// One entry of `inputs`.
StudyInput parse_input(const Node& node, Mistakes& mistakes);

/// A name of the study, with a mistake where it cannot be a table's; `also` holds further characters that it
/// may have.
std::string checked_name(const Reference& given, std::string_view also, Mistakes& mistakes);

}  // namespace jingwei
