#pragma once
#include <stdexcept>
#include <string>

#include "base/message.hpp"

namespace jingwei {

/// What went wrong, by what the caller can do about it. The values are the exit codes of the command line.
enum class ErrorKind { failed = 1, input = 2, limit = 3, locked = 4, cancelled = 130 };

/// The one exception of jingwei. Its message says who, which value, what was allowed and what to do, in both
/// languages; what() is the English one.
class Error : public std::runtime_error {
 public:
  Error(ErrorKind kind, Text message)
      : std::runtime_error(message.en), m_kind(kind), m_message(std::move(message)) {}
  Error(ErrorKind kind, const std::string& message) : Error(kind, Text{message, message}) {}
  ErrorKind kind() const noexcept { return m_kind; }
  int exit_code() const noexcept { return static_cast<int>(m_kind); }
  const Text& message() const noexcept { return m_message; }

 private:
  ErrorKind m_kind;
  Text m_message;
};

/// An Error of this kind with a formatted message:
/// `throw error(ErrorKind::failed, {"{}：无法写入：{}", "{}: cannot be written: {}"}, path, reason)`.
template <class... Values>
Error error(ErrorKind kind, std::type_identity_t<Pattern<Values...>> pattern, Values&&... values) {
  return {kind, told<Values...>(pattern, std::forward<Values>(values)...)};
}
/// One whose pattern has no words, but values only.
template <class... Values>
Error error(ErrorKind kind, fmt::format_string<Shown<Values>...> pattern, Values&&... values) {
  return {kind, told<Values...>({pattern, pattern}, std::forward<Values>(values)...)};
}

/// A mistake in what the user gave: command line, study file, data. Exit code 2.
template <class... Values>
Error input_error(std::type_identity_t<Pattern<Values...>> pattern, Values&&... values) {
  return error<Values...>(ErrorKind::input, pattern, std::forward<Values>(values)...);
}
template <class... Values>
Error input_error(fmt::format_string<Shown<Values>...> pattern, Values&&... values) {
  return error<Values...>(ErrorKind::input, pattern, std::forward<Values>(values)...);
}

}  // namespace jingwei
