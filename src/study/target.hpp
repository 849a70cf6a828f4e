#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "study/study.hpp"

namespace jingwei {

/// What a name in `inputs` of an analysis stands for.
struct Target {
  const LayerDefinition* definition = nullptr;  // of a layer
  bool network = false;
  bool known = false;     // the name exists
  bool complete = false;  // the definition's fields are all that the layer has
};

Target target_of(const Study& study, std::string_view name);

/// All names that a role of this kind can be bound to.
std::vector<std::string> all_targets(const Study& study, RoleKind kind);

/// What kind of role a binding is for. \pre the analysis has the role
RoleKind binding_kind(const StudyAnalysis& entry, std::string_view role);

/// Whether an analysis reads this input as the raster that it is, and whether anything reads it as a layer:
/// an input that no analysis binds is a layer.
struct InputUse {
  bool raster = false;
  bool layer = true;
};
InputUse use_of(const Study& study, std::string_view input);

/// The output of an analysis that is written under this layer name, or nothing.
const Output* output_named(const StudyAnalysis& entry, std::string_view layer);

}  // namespace jingwei
