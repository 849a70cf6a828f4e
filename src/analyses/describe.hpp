#pragma once
#include <utility>

#include "analyses/description.hpp"
#include "analyses/parameter_types.hpp"

namespace jingwei {

/// Builds the Description of an analysis with these Options. Their defaults stand in the struct and nowhere
/// else.
template <class Options>
class Describe {
 public:
  explicit Describe(std::string name) {
    m_description.name = std::move(name);
    m_description.default_options = Options{};
    m_description.halo = [](const std::any&) { return std::optional<Length>(Length{0}); };
  }

  Describe&& title(Text text) && {
    m_description.title = std::move(text);
    return std::move(*this);
  }
  Describe&& summary(Text text) && {
    m_description.summary = std::move(text);
    return std::move(*this);
  }

  /// A layer role; `definitions` and `geometry` that fit (empty: any).
  Describe&& reads(std::string role, Text text, std::vector<std::string> definitions = {},
                   std::vector<GeometryForm> geometry = {}, Presence presence = Presence::required) && {
    m_description.roles.push_back({std::move(role), RoleKind::layer, presence, std::move(definitions),
                                   std::move(geometry), std::move(text)});
    return std::move(*this);
  }
  /// A layer role that several layers may take.
  Describe&& reads_several(std::string role, Text text, std::vector<std::string> definitions = {},
                           std::vector<GeometryForm> geometry = {},
                           Presence presence = Presence::required) && {
    auto&& self = std::move(*this).reads(std::move(role), std::move(text), std::move(definitions),
                                         std::move(geometry), presence);
    m_description.roles.back().several = true;
    return std::move(self);
  }
  Describe&& reads_network(std::string role, Text text, Presence presence) && {
    m_description.roles.push_back({std::move(role), RoleKind::network, presence, {}, {}, std::move(text)});
    return std::move(*this);
  }
  /// A role that a raster takes, which stays one: it is read by blocks, not as points.
  Describe&& reads_raster(std::string role, Text text) && {
    m_description.roles.push_back(
        {std::move(role), RoleKind::raster, Presence::required, {}, {GeometryForm::raster}, std::move(text)});
    return std::move(*this);
  }
  /// A role that several networks may take.
  Describe&& reads_networks(std::string role, Text text, Presence presence) && {
    auto&& self = std::move(*this).reads_network(std::move(role), std::move(text), presence);
    m_description.roles.back().several = true;
    return std::move(self);
  }

  /// A parameter bound to a member: a Length, Duration, Area, double, int64, bool, enum (by its choices
  /// table), text, list of those lengths, durations, numbers or texts, or optional text.
  template <class T>
  Describe&& option(std::string name, T Options::*member, Text text, Constraint constraint = {}) && {
    Parameter parameter = parameter_for(Options{}.*member, std::move(name), std::move(text), constraint);
    m_description.setters.push_back(
        [member, parameter](std::any& options, const std::vector<std::string>& texts) {
          set_value(std::any_cast<Options&>(options).*member, parameter, texts);
        });
    m_description.parameters.push_back(std::move(parameter));
    return std::move(*this);
  }

  /// The parameters of a part of the Options that several analyses have in common.
  template <class Part>
  Describe&& includes(Part Options::*member, const Description& part) && {
    const auto& parameters = part.parameters;
    m_description.parameters.insert(m_description.parameters.end(), parameters.begin(), parameters.end());
    for (const auto& set : part.setters)
      m_description.setters.push_back(
          [member, set](std::any& options, const std::vector<std::string>& texts) {
            Part& target = std::any_cast<Options&>(options).*member;
            std::any value = target;
            set(value, texts);
            target = std::any_cast<const Part&>(value);
          });
    return std::move(*this);
  }
  /// The parameter named last says how one travels by timetable. \pre a parameter
  Describe&& of_timetable() && {
    m_description.parameters.back().of_timetable = true;
    return std::move(*this);
  }
  /// All parameters so far say how one travels by timetable.
  Describe&& by_timetable() && {
    for (Parameter& parameter : m_description.parameters) parameter.of_timetable = true;
    return std::move(*this);
  }

  Describe&& writes(std::string thing, Combine combine) && {
    m_description.outputs.push_back({std::move(thing), combine, {}, {}});
    return std::move(*this);
  }
  /// An output that is written only with some options.
  Describe&& writes_if(bool (*written)(const Options&), std::string thing, Combine combine) && {
    m_description.outputs.push_back(
        {std::move(thing),
         combine,
         [written](const std::any& options) { return written(std::any_cast<const Options&>(options)); },
         {}});
    return std::move(*this);
  }
  /// The output named last is written only where this optional role is given. \pre an output, a role
  Describe&& needs(std::string role) && {
    m_description.outputs.back().needs.push_back(std::move(role));
    return std::move(*this);
  }

  /// A window must see everything.
  Describe&& sees_everything() && {
    m_description.halo = [](const std::any&) { return std::optional<Length>(); };
    return std::move(*this);
  }
  /// How far outside its core a window must see (default: nothing); std::nullopt: everything.
  Describe&& halo(std::optional<Length> (*reach)(const Options&)) && {
    m_description.halo = [reach](const std::any& options) {
      return reach(std::any_cast<const Options&>(options));
    };
    return std::move(*this);
  }
  /// Throws an input Error where options contradict each other.
  Describe&& checks(void (*check)(const Options&)) && {
    m_description.check = [check](const std::any& options) { check(std::any_cast<const Options&>(options)); };
    return std::move(*this);
  }
  Describe&& cites(std::string source) && {
    m_description.citations.push_back(std::move(source));
    return std::move(*this);
  }

  /// So that a chain of calls is a Description. NOLINTNEXTLINE(google-explicit-constructor)
  operator Description() && { return std::move(m_description); }

 private:
  Description m_description;
};

template <class Options>
Describe<Options> describe(std::string name) {
  return Describe<Options>(std::move(name));
}

inline constexpr Combine owned{Combine::Kind::owned};
inline constexpr Combine sum_by_key{Combine::Kind::sum_by_key};
inline constexpr Combine stitch{Combine::Kind::stitch};

}  // namespace jingwei
