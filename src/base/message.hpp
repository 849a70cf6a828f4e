#pragma once
#include <type_traits>
#include <utility>

#include "base/format.hpp"
#include "base/text.hpp"

namespace jingwei {

/// As what a value enters a message: a Text in the message's language, anything else as it is.
template <class Value>
using Shown = std::conditional_t<std::is_same_v<std::remove_cvref_t<Value>, Text>, const std::string&, Value>;

/// One message in both languages; each takes the same values in the same order.
template <class... Values>
struct Pattern {
  fmt::format_string<Shown<Values>...> zh;
  fmt::format_string<Shown<Values>...> en;
};

template <class Value>
const auto& shown(const Value& value, [[maybe_unused]] Language language) {
  if constexpr (std::is_same_v<Value, Text>)
    return value.in(language);
  else
    return value;
}

/// A message with its values: `told({"没有文件“{}”", "there is no file “{}”"}, name)`.
template <class... Values>
Text told(std::type_identity_t<Pattern<Values...>> pattern, Values&&... values) {
  const auto in = [&](fmt::string_view one, [[maybe_unused]] Language language) {
    return fmt::vformat(one, fmt::make_format_args(shown(values, language)...));
  };
  return {in(pattern.zh, Language::zh), in(pattern.en, Language::en)};
}

}  // namespace jingwei
