#include <algorithm>
#include <optional>

#include "base/error.hpp"
#include "study/check_parts.hpp"
#include "study/target.hpp"

namespace jingwei {
namespace {

bool binds(const StudyAnalysis& entry, std::string_view role) {
  return std::any_of(entry.inputs.begin(), entry.inputs.end(),
                     [&](const auto& binding) { return binding.role.name == role; });
}

class AnalysisCheck {
 public:
  AnalysisCheck(const Study& study, StudyAnalysis& entry, Mistakes& mistakes)
      : m_study(study), m_entry(entry), m_description(entry.analysis->description), m_mistakes(mistakes) {}

  void run() {
    check_bindings();
    bind_by_name();
    set_options();
    check_options();
  }

 private:
  void add(Place place, Text message) { m_mistakes.add(place, std::move(message)); }

  void check_bindings() {
    for (const auto& binding : m_entry.inputs) {
      if (const Role* role = m_description.role(binding.role.name)) {
        check_target(*role, binding.target);
        check_several(*role, binding);
        continue;
      }
      std::vector<std::string> names;
      for (const Role& role : m_description.roles) names.push_back(role.name);
      const Text hint = suggestion(binding.role.name, names);
      add(binding.role.place, told({"{} 没有输入角色“{}”；有：{}{}", "{} reads no “{}”; it reads {}{}"},
                                   m_description.name, printable(binding.role.name), join(names), hint));
    }
  }

  /// One target a role, or several different ones where the role takes them.
  void check_several(const Role& role, const StudyAnalysis::Binding& binding) {
    for (const auto& earlier : m_entry.inputs) {
      if (&earlier == &binding) return;
      if (earlier.role.name != role.name) continue;
      if (!role.several)
        add(binding.target.place, told({"角色 {} 只取一个", "{} takes one input only"}, role.name));
      else if (earlier.target.name == binding.target.name)
        add(binding.target.place,
            told({"角色 {} 中“{}”重复列出", "{}: “{}” is listed twice"}, role.name, binding.target.name));
      else
        continue;
      return;
    }
  }

  void check_target(const Role& role, const Reference& name) {
    const Target target = target_of(m_study, name.name);
    if (!target.known) {
      const auto names = all_targets(m_study, role.kind);
      const Text hint = suggestion(name.name, names);
      const Text what = role.kind == RoleKind::network
                            ? Text{"路网", "network"}
                            : Text{"输入或分析结果", "input or output of an analysis"};
      add(name.place, told({"没有名为“{0}”的{1}；有：{2}{3}", "there is no {1} “{0}”; there are {2}{3}"},
                           printable(name.name), what, join(names), hint));
    } else if (target.network != (role.kind == RoleKind::network)) {
      add(name.place,
          target.network ? told({"“{}”是路网，角色 {} 需要图层", "“{}” is a network, but {} takes a layer"},
                                name.name, role.name)
                         : told({"“{}”不是路网，角色 {} 需要路网", "“{}” is not a network, but {} takes one"},
                                name.name, role.name));
    } else if (role.kind == RoleKind::raster && m_study.input(name.name) == nullptr) {
      add(name.place, told({"“{}”不是输入；角色 {} 需要栅格输入",
                            "“{}” is no input, but {} takes an input that is a raster"},
                           name.name, role.name));
    } else if (target.network) {
      check_network(name);
    } else if (target.definition != nullptr) {
      check_definition(role, name, *target.definition);
    }
  }

  void check_network(const Reference& name) {
    if (m_study.network(name.name)->timetables.empty()) return;
    m_by_timetable = true;
    if (!m_description.takes_timetable())
      add(name.place,
          told({"路网“{}”带有时刻表（timetable），{} 不能按时刻表计算；请使用不带时刻表的路网",
                "the network “{}” carries a timetable, by which {} can't go: bind a network without "
                "one"},
               name.name, m_description.name));
  }

  void check_definition(const Role& role, const Reference& name, const LayerDefinition& definition) {
    const auto& fitting = role.definitions;
    if (!fitting.empty() && std::find(fitting.begin(), fitting.end(), definition.name) == fitting.end()) {
      add(name.place, told({"“{}”是 {}，角色 {} 需要 {}", "“{}” is {}, but {} takes {}"}, name.name,
                           definition.name, role.name, join(fitting)));
      return;
    }
    if (role.geometry.empty() || definition.any_geometry()) return;
    const bool fits = std::any_of(role.geometry.begin(), role.geometry.end(), [&](GeometryForm form) {
      return std::find(definition.geometry.begin(), definition.geometry.end(), form) !=
             definition.geometry.end();
    });
    if (!fits)
      add(name.place, told({"“{}”（{}）的几何类型不适合角色 {}", "the geometry of “{}” ({}) does not fit {}"},
                           name.name, definition.name, role.name));
  }

  /// A required role that is not bound takes the input or network of its own name.
  void bind_by_name() {
    for (const Role& role : m_description.roles) {
      if (binds(m_entry, role.name) || role.presence == Presence::optional) continue;
      if (target_of(m_study, role.name).known) {
        m_entry.inputs.push_back({{role.name, m_entry.place}, {role.name, m_entry.place}});
        check_target(role, m_entry.inputs.back().target);
      } else {
        add(m_entry.place, told({"{} 需要输入“{}”（{}）", "{} needs “{}” ({}): bind it under inputs"},
                                m_description.name, role.name, role.title));
      }
    }
  }

  void set_options() {
    m_entry.options = m_description.default_options;
    for (const auto& setting : m_entry.parameters) {
      const Parameter* parameter = m_description.parameter(setting.parameter.name);
      if (parameter == nullptr) {
        std::vector<std::string> names;
        for (const Parameter& other : m_description.parameters) names.push_back(other.name);
        const Text hint = suggestion(setting.parameter.name, names);
        add(setting.parameter.place,
            told({"{} 没有参数“{}”；有：{}{}", "{} has no parameter “{}”; it has {}{}"}, m_description.name,
                 printable(setting.parameter.name), join(names), hint));
        continue;
      }
      try {
        m_description.set(m_entry.options, parameter->name, setting.texts);
      } catch (const Error& problem) {
        m_wrong_setting = true;
        add(setting.place, told({"参数 {}：{}", "{}: {}"}, parameter->name, problem.message()));
      }
      if (parameter->of_timetable && !m_by_timetable)
        add(setting.parameter.place, told({"参数 {} 只用于带时刻表（timetable）的路网",
                                           "{} is for networks that carry a timetable only"},
                                          parameter->name));
      if (!parameter->field_of.empty()) check_field_parameter(*parameter, setting);
    }
  }

  /// Parameters that contradict each other; only asked where each by itself is right.
  void check_options() {
    if (!m_description.check || m_wrong_setting) return;
    try {
      m_description.check(m_entry.options);
    } catch (const Error& problem) {
      const Place place =
          m_entry.parameters.empty() ? m_entry.place : m_entry.parameters.front().parameter.place;
      add(place, problem.message());
    }
  }

  /// A parameter that names a field: it must be in the definition of what the role is bound to, where that
  /// tells all fields.
  void check_field_parameter(const Parameter& parameter, const StudyAnalysis::Setting& setting) {
    for (const auto& binding : m_entry.inputs) {
      if (binding.role.name != parameter.field_of) continue;
      const Target target = target_of(m_study, binding.target.name);
      if (target.definition == nullptr || !target.complete) return;
      std::vector<std::string> names;
      for (const FieldDefinition& field : target.definition->fields) names.push_back(field.name);
      for (const std::string& field : setting.texts) {
        if (target.definition->field(field) != nullptr) continue;
        const Text hint = suggestion(field, names);
        add(setting.place,
            told({"参数 {}：“{}”没有字段“{}”；有：{}{}", "{}: “{}” has no field “{}”; it has {}{}"},
                 parameter.name, binding.target.name, printable(field), join(names), hint));
      }
    }
  }

  const Study& m_study;
  StudyAnalysis& m_entry;
  const Description& m_description;
  Mistakes& m_mistakes;
  bool m_wrong_setting = false;
  bool m_by_timetable = false;  // some network that is bound carries a timetable
};

/// Why an analysis does not write an output, or nothing where it does: its parameters leave it out, or an
/// optional input that the output needs is not bound.
std::optional<Text> left_out(const StudyAnalysis& entry, const Output& output) {
  const std::string layer = entry.output_name(output);
  if (output.written && entry.options.has_value() && !output.written(entry.options))
    return told(
        {"“{}”在其分析的当前参数下不会产生", "“{}” is not written with the parameters of its analysis"},
        layer);
  for (const std::string& role : output.needs)
    if (!binds(entry, role))
      return told({"“{0}”不会产生：请在分析“{2}”的 inputs 中给出“{1}”",
                   "“{0}” is not written: give “{1}” under the inputs of “{2}”"},
                  layer, role, entry.name);
  return std::nullopt;
}

/// What is read, by an analysis or for the outputs, must be written.
void check_written(const Study& study, const Reference& layer, Mistakes& mistakes) {
  for (const StudyAnalysis& entry : study.analyses)
    if (const Output* output = output_named(entry, layer.name))
      if (const auto why = left_out(entry, *output)) mistakes.add(layer.place, *why);
}

}  // namespace

void check_analyses(Study& study, Mistakes& mistakes) {
  for (StudyAnalysis& entry : study.analyses)
    if (entry.analysis != nullptr) AnalysisCheck(study, entry, mistakes).run();
  for (const StudyAnalysis& entry : study.analyses)
    for (const auto& binding : entry.inputs) check_written(study, binding.target, mistakes);
}

void check_outputs(const Study& study, Mistakes& mistakes) {
  const auto names = all_targets(study, RoleKind::layer);
  for (const Reference& layer : study.outputs.layers) {
    if (std::find(names.begin(), names.end(), layer.name) != names.end()) {
      check_written(study, layer, mistakes);
      continue;
    }
    const Text hint = suggestion(layer.name, names);
    mistakes.add(layer.place, told({"outputs：没有图层“{}”{}", "outputs: there is no layer “{}”{}"},
                                   printable(layer.name), hint));
  }
}

}  // namespace jingwei
