#pragma once
#include <any>
#include <functional>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "analyses/parameter.hpp"
#include "layer/combine.hpp"

namespace jingwei {

enum class RoleKind { layer, network, raster };
enum class Presence { required, optional };

/// An input of an analysis: a role that a layer (or a network, or a raster) of the study takes.
struct Role {
  std::string name;  ///< snake_case
  RoleKind kind = RoleKind::layer;
  Presence presence = Presence::required;
  std::vector<std::string> definitions;  ///< layer definitions that fit; empty: any
  std::vector<GeometryForm> geometry;    ///< forms that fit; empty: any
  Text title;
  bool several = false;  ///< whether several layers or networks may take it, each once
};

/// An output of an analysis; its definition is layers/<analysis>_<thing>.yaml.
struct Output {
  std::string thing;
  Combine combine;
  std::function<bool(const std::any& options)> written;  ///< absent: always
  std::vector<std::string> needs;  ///< the optional roles without which it is not written
};

/// What an analysis is: the only description of it. Help, study checks, JSON, schema and pages come from
/// here.
struct Description {
  std::string name;  ///< kebab-case
  Text title;
  Text summary;  ///< the question it answers, in a sentence
  std::vector<Role> roles;
  std::vector<Parameter> parameters;
  std::vector<Output> outputs;
  std::vector<std::string> citations;

  std::any default_options;  // the Options struct with its defaults
  std::vector<std::function<void(std::any&, const std::vector<std::string>&)>>
      setters;                                                 // one for each parameter
  std::function<std::optional<Length>(const std::any&)> halo;  // nothing: everything
  /// What no single parameter can tell: an input Error where options contradict each other. Absent: they
  /// can't.
  std::function<void(const std::any&)> check;

  const Role* role(std::string_view role_name) const;
  const Parameter* parameter(std::string_view parameter_name) const;
  /// Whether its network may carry a timetable.
  bool takes_timetable() const;
  /// "park_coverage_by_unit": the definition of an output.
  std::string definition_of(const Output& output) const;
  /// Sets a parameter in options from text; an input Error that says what would be right (without the
  /// parameter's name).
  void set(std::any& options, std::string_view parameter_name, const std::vector<std::string>& texts) const;
};

/// The name with _ for -: as files, layers and default study names have it.
std::string snake_case(std::string_view kebab_name);

}  // namespace jingwei
