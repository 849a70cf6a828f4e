#pragma once
#include <string>

#include "layer/issue.hpp"

namespace jingwei {

/// A warning about one row of a layer, at its place: its kind, what is wrong and what was done.
Issue row_issue(const Layer& layer, std::size_t row, std::string kind, Text reason, Text action);

}  // namespace jingwei
