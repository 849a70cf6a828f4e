#pragma once
#include <optional>
#include <string>
#include <vector>

#include "layer/issue.hpp"
#include "layer/layer.hpp"

namespace jingwei {

/// An input Error where the layer has no such field, or one that holds no numbers.
void require_numbers(const Layer& layer, const std::string& field);

/// What each row weighs by a field: rows without a value or with a negative one weigh 0 and are told. Without
/// a field each weighs 1. Errors: those of require_numbers.
std::vector<double> weights_of(const Layer& layer, const std::optional<std::string>& field,
                               std::vector<Issue>& issues);

}  // namespace jingwei
