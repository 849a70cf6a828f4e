#pragma once
#include <optional>
#include <string>
#include <vector>

#include "layer/issue.hpp"
#include "layer/layer.hpp"

namespace jingwei {

/// A chainage as it is written along roads and railways, to the millimetre: "K12+345.678".
std::string chainage_mark(double chainage_m);

/// The chainage at which each line begins: by a field (metres; lines without a value begin at 0 and are
/// told), or 0. Errors (input): no such field, or one that holds no numbers.
std::vector<double> starts_of(std::string_view analysis, const Layer& lines,
                              const std::optional<std::string>& field, std::vector<Issue>& issues);

}  // namespace jingwei
