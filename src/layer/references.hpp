#pragma once
#include <string>
#include <unordered_set>
#include <vector>

#include "layer/issue.hpp"

namespace jingwei {

using KnownValues = std::unordered_set<std::string>;

/// Adds the values of a column, as text, to those known.
void add_values(const Column& column, KnownValues& known);

/// The values that a row refers to: one, or those between the reference's separators; none of a null.
std::vector<std::string> referred_values(const Column& column, std::size_t row,
                                         const FieldReference& reference);

/// An Issue (broken_reference) at the feature for each value of the field that is not known; the feature is
/// kept. \pre the layer has the field, and the field has a reference.
std::vector<Issue> broken_references(const Layer& layer, const FieldDefinition& field,
                                     const KnownValues& known);

}  // namespace jingwei
