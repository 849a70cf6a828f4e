#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

#include "analyses/parameter.hpp"
#include "base/clock_time.hpp"
#include "base/quantity.hpp"

namespace jingwei {

/// Bounds (inclusive) as text in the parameter's unit, or the role whose field a text parameter names.
struct Constraint {
  std::string lowest, highest;
  std::string field_of;
};
inline Constraint between(std::string lowest, std::string highest) {
  return {std::move(lowest), std::move(highest), {}};
}
inline Constraint field_of(std::string role) {
  return {{}, {}, std::move(role)};
}

/// An enum that is a parameter has a table of its choices, in the order of its values from 0: `template <>
/// inline std::vector<Choice> choices_of<Rings>() { return {{"disks", {…}}, …}; }`.
template <class Enum>
std::vector<Choice> choices_of();

// One overload a type: reads the texts into the value, checking the bounds of the parameter; and tells type
// and default.
void set_value(Length& value, const Parameter& parameter, const std::vector<std::string>& texts);
void set_value(Duration& value, const Parameter& parameter, const std::vector<std::string>& texts);
void set_value(ClockTime& value, const Parameter& parameter, const std::vector<std::string>& texts);
void set_value(Area& value, const Parameter& parameter, const std::vector<std::string>& texts);
void set_value(double& value, const Parameter& parameter, const std::vector<std::string>& texts);
void set_value(std::int64_t& value, const Parameter& parameter, const std::vector<std::string>& texts);
void set_value(bool& value, const Parameter& parameter, const std::vector<std::string>& texts);
void set_value(std::string& value, const Parameter& parameter, const std::vector<std::string>& texts);
void set_value(std::optional<std::string>& value, const Parameter& parameter,
               const std::vector<std::string>& texts);
void set_value(std::vector<Length>& value, const Parameter& parameter, const std::vector<std::string>& texts);
void set_value(std::vector<Duration>& value, const Parameter& parameter,
               const std::vector<std::string>& texts);
/// In the order given, each once.
void set_value(std::vector<double>& value, const Parameter& parameter, const std::vector<std::string>& texts);
void set_value(std::vector<std::string>& value, const Parameter& parameter,
               const std::vector<std::string>& texts);
/// The place of the text among the parameter's choices; an input Error that lists them otherwise.
std::size_t choice_index(const Parameter& parameter, const std::vector<std::string>& texts);

Parameter parameter_for(Length initial, std::string name, Text title, const Constraint& constraint);
Parameter parameter_for(Duration initial, std::string name, Text title, const Constraint& constraint);
Parameter parameter_for(ClockTime initial, std::string name, Text title, const Constraint& constraint);
Parameter parameter_for(Area initial, std::string name, Text title, const Constraint& constraint);
Parameter parameter_for(double initial, std::string name, Text title, const Constraint& constraint);
Parameter parameter_for(std::int64_t initial, std::string name, Text title, const Constraint& constraint);
Parameter parameter_for(bool initial, std::string name, Text title, const Constraint& constraint);
Parameter parameter_for(const std::string& initial, std::string name, Text title,
                        const Constraint& constraint);
Parameter parameter_for(const std::optional<std::string>& initial, std::string name, Text title,
                        const Constraint& constraint);
Parameter parameter_for(const std::vector<Length>& initial, std::string name, Text title,
                        const Constraint& constraint);
Parameter parameter_for(const std::vector<Duration>& initial, std::string name, Text title,
                        const Constraint& constraint);
Parameter parameter_for(const std::vector<double>& initial, std::string name, Text title,
                        const Constraint& constraint);
Parameter parameter_for(const std::vector<std::string>& initial, std::string name, Text title,
                        const Constraint& constraint);
Parameter choice_parameter(std::size_t initial, std::vector<Choice> choices, std::string name, Text title);

template <class Enum>
requires std::is_enum_v<Enum>
void set_value(Enum& value, const Parameter& parameter, const std::vector<std::string>& texts) {
  value = static_cast<Enum>(choice_index(parameter, texts));
}
template <class Enum>
requires std::is_enum_v<Enum> Parameter parameter_for(Enum initial, std::string name, Text title,
                                                      const Constraint&) {
  return choice_parameter(static_cast<std::size_t>(initial), choices_of<Enum>(), std::move(name),
                          std::move(title));
}

}  // namespace jingwei
