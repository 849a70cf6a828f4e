#include "analyses/decay_parameter.hpp"

namespace jingwei {

void set_value(std::optional<Decay>& value, const Parameter& parameter,
               const std::vector<std::string>& texts) {
  // A list splits at commas, and so does what the command line gives; a decay is one text.
  std::string text;
  set_value(text, parameter, std::vector{join(texts)});
  value = text.empty() ? std::nullopt : std::optional(parse_decay(text));
}

void set_value(std::optional<Duration>& value, const Parameter& parameter,
               const std::vector<std::string>& texts) {
  Duration given;
  set_value(given, parameter, texts);
  value = given;
}

Parameter parameter_for(const std::optional<Decay>& initial, std::string name, Text title,
                        const Constraint& constraint) {
  return parameter_for(initial ? to_text(*initial) : std::string(), std::move(name), std::move(title),
                       constraint);
}

Parameter parameter_for(const std::optional<Duration>& initial, std::string name, Text title,
                        const Constraint& constraint) {
  Parameter parameter =
      parameter_for(initial.value_or(Duration{}), std::move(name), std::move(title), constraint);
  if (!initial) parameter.default_text.clear();
  return parameter;
}

}  // namespace jingwei
