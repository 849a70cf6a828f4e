#pragma once
#include <string>

#include "layer/prepare.hpp"
#include "study/study.hpp"

namespace jingwei {

/// The filter of an input, with the scheme of trunk lines added: two schemes never mix.
std::string filter_of(const StudyInput& input);

enum class Filtering { off, on };

/// The source of an input as it is, with a column for each field that has one value for all features.
RawLayer read_input(const StudyInput& input, Filtering filtering, const StudyLimits& limits,
                    Context& context);

/// How an input becomes a layer of the study.
Preparation preparation_of(const StudyInput& input, const Study& study);

}  // namespace jingwei
