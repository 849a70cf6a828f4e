#pragma once
#include <optional>
#include <string>
#include <vector>

#include "analyses/parameter_types.hpp"

namespace jingwei {

// Quantities that may be left out, as parameters without a default.
void set_value(std::optional<Length>& value, const Parameter& parameter,
               const std::vector<std::string>& texts);
void set_value(std::optional<Duration>& value, const Parameter& parameter,
               const std::vector<std::string>& texts);
Parameter parameter_for(const std::optional<Length>& initial, std::string name, Text title,
                        const Constraint& constraint);
Parameter parameter_for(const std::optional<Duration>& initial, std::string name, Text title,
                        const Constraint& constraint);

}  // namespace jingwei
