#include "study/target.hpp"

namespace jingwei {

const Output* output_named(const StudyAnalysis& entry, std::string_view layer) {
  if (entry.analysis == nullptr) return nullptr;
  for (const Output& output : entry.analysis->description.outputs)
    if (entry.output_name(output) == layer) return &output;
  return nullptr;
}

Target target_of(const Study& study, std::string_view name) {
  if (const StudyInput* input = study.input(name))
    return {input->definition, false, true, input->definition != nullptr && input->definition->name != "any"};
  if (study.network(name) != nullptr) return {nullptr, true, true, false};
  for (const StudyAnalysis& entry : study.analyses)
    if (const Output* output = output_named(entry, name))
      return {find_layer_definition(entry.analysis->description.definition_of(*output)), false, true, false};
  return {};
}

RoleKind binding_kind(const StudyAnalysis& entry, std::string_view role) {
  return entry.analysis->description.role(role)->kind;
}

InputUse use_of(const Study& study, std::string_view input) {
  InputUse use{false, false};
  for (const StudyAnalysis& entry : study.analyses)
    for (const auto& binding : entry.inputs)
      if (binding.target.name == input)
        (binding_kind(entry, binding.role.name) == RoleKind::raster ? use.raster : use.layer) = true;
  if (!use.raster) use.layer = true;
  return use;
}

std::vector<std::string> all_targets(const Study& study, RoleKind kind) {
  std::vector<std::string> names;
  if (kind == RoleKind::network) {
    for (const StudyNetwork& network : study.networks) names.push_back(network.name);
    return names;
  }
  for (const StudyInput& input : study.inputs) names.push_back(input.name);
  if (kind == RoleKind::raster) return names;
  for (const StudyAnalysis& entry : study.analyses)
    if (entry.analysis != nullptr)
      for (const Output& output : entry.analysis->description.outputs)
        names.push_back(entry.output_name(output));
  return names;
}

}  // namespace jingwei
