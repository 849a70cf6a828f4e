#pragma once
#include <string_view>

#include "methods/strictest.hpp"

namespace jingwei {

/// What meets a conservation zone: linear infrastructure, or a centre that is built up.
enum class ProjectKind { trunk_line, micro_center };
/// "trunk_line", as layers name it.
std::string_view to_text(ProjectKind kind);

/// Whether a zone is a functional one (功能区, made of whole counties, as 水源涵养区).
enum class FunctionalZone { no, yes };
/// Whether a zone is part of the ecological red line (生态保护红线).
enum class RedLine { no, yes };

/// How strongly a zone controls: as it says, but a functional zone is advisory whatever it says. It is
/// reported and never vetoes.
ControlStrength strength_of(ControlStrength said, FunctionalZone functional);

/// What a zone of this strength means for a project: its strength, except that linear infrastructure in a
/// prohibiting red line is restricted, as it may be proven unavoidable (自然资发〔2022〕142号).
/// Where another prohibiting zone (the core of a nature reserve) covers the same place, take the strictest of
/// both, which is that one.
ControlStrength verdict(ProjectKind project, ControlStrength zone, RedLine red_line);

}  // namespace jingwei
