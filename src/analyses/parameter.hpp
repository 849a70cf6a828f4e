#pragma once
#include <string>
#include <vector>

#include "base/text.hpp"

namespace jingwei {

enum class ParameterType {
  length,
  duration,
  time,
  area,
  number,
  integer,
  boolean,
  choice,
  text,
  field,
  lengths,
  durations,
  numbers,
  texts,
  fields
};

/// One choice of a parameter with a closed list.
struct Choice {
  std::string value;
  Text title;
};

/// A parameter as users see it: everything that help, checks, JSON and pages say of it.
struct Parameter {
  std::string name;  ///< kebab-case
  ParameterType type = ParameterType::text;
  Text title;
  std::vector<Choice> choices;  ///< of type choice
  std::string default_text;     ///< "800 m"; "500 m, 1 km"; empty: none
  std::string lowest, highest;  ///< bounds as text, inclusive; empty: none
  std::string field_of;         ///< of type field(s): the role whose field it names
  bool of_timetable = false;    ///< how one travels by timetable: refused on networks without one
};

}  // namespace jingwei
