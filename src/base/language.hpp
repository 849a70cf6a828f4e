#pragma once
#include <span>
#include <string>

#include "base/text.hpp"

namespace jingwei {

/// The language of messages: what `--language zh` or `en` among the arguments says, else Chinese where the
/// locale's messages are (LC_ALL, LC_MESSAGES, LANG), else English.
Language language_of(std::span<const std::string> arguments);

}  // namespace jingwei
