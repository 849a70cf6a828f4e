#pragma once
#include "base/document.hpp"
#include "study/mistakes.hpp"
#include "study/study.hpp"

namespace jingwei {

/// The study that a document describes: its form only (keys, types, quantities, names), no file but the
/// study's own is touched. What is wrong goes to `mistakes`, and the part stays at its default, so that one
/// pass finds everything.
Study parse_study(const Document& document, Mistakes& mistakes);

}  // namespace jingwei
