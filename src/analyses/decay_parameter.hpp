#pragma once
#include <optional>
#include <string>
#include <vector>

#include "analyses/parameter_types.hpp"
#include "methods/decay.hpp"

namespace jingwei {

// Parameters that may be left out: a decay as text ("gaussian(30 min)"), and a duration.
void set_value(std::optional<Decay>& value, const Parameter& parameter,
               const std::vector<std::string>& texts);
void set_value(std::optional<Duration>& value, const Parameter& parameter,
               const std::vector<std::string>& texts);
Parameter parameter_for(const std::optional<Decay>& initial, std::string name, Text title,
                        const Constraint& constraint);
Parameter parameter_for(const std::optional<Duration>& initial, std::string name, Text title,
                        const Constraint& constraint);

}  // namespace jingwei
