#include "analyses/optional_parameter.hpp"

namespace jingwei {
namespace {

template <class T>
T value_of(const Parameter& parameter, const std::vector<std::string>& texts) {
  T value;
  set_value(value, parameter, texts);
  return value;
}

/// Of a quantity that may be left out: there is no default where it is.
template <class T>
Parameter optional_parameter(const std::optional<T>& initial, std::string name, Text title,
                             const Constraint& constraint) {
  Parameter parameter = parameter_for(initial.value_or(T{}), std::move(name), std::move(title), constraint);
  if (!initial) parameter.default_text.clear();
  return parameter;
}

}  // namespace

void set_value(std::optional<Length>& value, const Parameter& parameter,
               const std::vector<std::string>& texts) {
  value = value_of<Length>(parameter, texts);
}

void set_value(std::optional<Duration>& value, const Parameter& parameter,
               const std::vector<std::string>& texts) {
  value = value_of<Duration>(parameter, texts);
}

Parameter parameter_for(const std::optional<Length>& initial, std::string name, Text title,
                        const Constraint& constraint) {
  return optional_parameter(initial, std::move(name), std::move(title), constraint);
}

Parameter parameter_for(const std::optional<Duration>& initial, std::string name, Text title,
                        const Constraint& constraint) {
  return optional_parameter(initial, std::move(name), std::move(title), constraint);
}

}  // namespace jingwei
