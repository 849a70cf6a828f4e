#include "analyses/description.hpp"

#include <algorithm>

#include "base/error.hpp"

namespace jingwei {

const Role* Description::role(std::string_view role_name) const {
  const auto found = std::ranges::find(roles, role_name, &Role::name);
  return found == roles.end() ? nullptr : &*found;
}

const Parameter* Description::parameter(std::string_view parameter_name) const {
  const auto found = std::ranges::find(parameters, parameter_name, &Parameter::name);
  return found == parameters.end() ? nullptr : &*found;
}

bool Description::takes_timetable() const {
  return std::ranges::any_of(parameters, &Parameter::of_timetable);
}

std::string Description::definition_of(const Output& output) const {
  return snake_case(name) + "_" + output.thing;
}

void Description::set(std::any& options, std::string_view parameter_name,
                      const std::vector<std::string>& texts) const {
  const auto found = std::ranges::find(parameters, parameter_name, &Parameter::name);
  if (found == parameters.end()) {
    std::vector<std::string> names;
    for (const Parameter& known : parameters) names.push_back(known.name);
    throw input_error({"{} 没有参数“{}”；有：{}{}", "{} has no parameter “{}”; it has {}{}"}, name,
                      parameter_name, join(names), suggestion(parameter_name, names));
  }
  setters[static_cast<std::size_t>(found - parameters.begin())](options, texts);
}

std::string snake_case(std::string_view kebab_name) {
  std::string name(kebab_name);
  std::ranges::replace(name, '-', '_');
  return name;
}

}  // namespace jingwei
