#include "analyses/decay_parameter.hpp"

namespace jingwei {

void set_value(std::optional<Decay>& value, const Parameter& parameter,
               const std::vector<std::string>& texts) {
  // A list splits at commas, and so does what the command line gives; a decay is one text.
  std::string text;
  set_value(text, parameter, std::vector{join(texts)});
  value = text.empty() ? std::nullopt : std::optional(parse_decay(text));
}

Parameter parameter_for(const std::optional<Decay>& initial, std::string name, Text title,
                        const Constraint& constraint) {
  return parameter_for(initial ? to_text(*initial) : std::string(), std::move(name), std::move(title),
                       constraint);
}

}  // namespace jingwei
