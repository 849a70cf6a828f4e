#pragma once
#include <string>

#include "analyses/description.hpp"
#include "base/json.hpp"

namespace jingwei {

/// All that is known of an analysis: name, title, summary, roles, parameters with type, default, bounds and
/// choices, outputs with the fields of their layer definitions, citations. Texts are {"zh": …, "en": …}.
Json to_json(const Description& description);

/// The same for readers, as Markdown with tables.
std::string to_markdown(const Description& description, Language language);

/// "length", "durations": a parameter's type, as JSON and pages name it; and "m", "min": the unit that its
/// values are given with, as an example, or nothing.
std::string_view to_text(ParameterType type);

/// "point": a form of geometry, as layer definitions name it.
std::string_view to_text(GeometryForm form);
std::string_view to_text(FieldType type);
std::string_view to_text(Combine combine);

}  // namespace jingwei
