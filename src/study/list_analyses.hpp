#pragma once
#include <string>

#include "base/text.hpp"

namespace jingwei {

enum class ListForm { lines, pages, json };

/// What `jingwei analyses` prints: a line, a page (Markdown) or a JSON object for each analysis, or for the
/// one that is named (which is a page then, where lines are asked for). Errors: input, where there is none of
/// that name.
std::string list_analyses(const std::string& name, ListForm form, Language language);

}  // namespace jingwei
