#pragma once
#include <optional>
#include <string>
#include <vector>

#include "analyses/parameter_types.hpp"
#include "methods/decay.hpp"

namespace jingwei {

// A decay as text, "gaussian(30 min)", that may be left out.
void set_value(std::optional<Decay>& value, const Parameter& parameter,
               const std::vector<std::string>& texts);
Parameter parameter_for(const std::optional<Decay>& initial, std::string name, Text title,
                        const Constraint& constraint);

}  // namespace jingwei
