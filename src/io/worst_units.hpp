#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "layer/layer.hpp"

namespace jingwei {

/// The units of a layer that a reader should look at first, worst first.
struct WorstUnits {
  std::string measure;
  std::vector<std::pair<std::string, double>> units;
};

/// Of an output layer keyed by unit, line or zone, at most ten units by its first measure computed after
/// combining (lowest first: shares and amounts a person; highest first: minutes), or else by its first summed
/// area or length in a conflict (highest first, zero left out). Nothing where the layer has no such measure.
std::optional<WorstUnits> worst_units(const Layer& layer, Language language);

}  // namespace jingwei
