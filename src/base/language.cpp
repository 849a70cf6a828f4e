#include "base/language.hpp"

#include <cstdlib>
#include <optional>

namespace jingwei {
namespace {

std::optional<Language> stated(std::span<const std::string> arguments) {
  const std::string flag = "--language";
  for (std::size_t i = 0; i < arguments.size(); ++i)
    for (const auto& [name, language] : {std::pair{"zh", Language::zh}, std::pair{"en", Language::en}})
      if (arguments[i] == flag + "=" + name || (i > 0 && arguments[i - 1] == flag && arguments[i] == name))
        return language;
  return std::nullopt;
}

}  // namespace

Language language_of(std::span<const std::string> arguments) {
  if (const auto language = stated(arguments)) return *language;
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (const char* value = std::getenv(name); value != nullptr && *value != '\0')
      return std::string_view(value).starts_with("zh") ? Language::zh : Language::en;
  return Language::en;
}

}  // namespace jingwei
