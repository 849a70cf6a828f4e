#pragma once
#include <stdexcept>
#include <string>

#include "base/format.hpp"

namespace jingwei {

/// What went wrong, by what the caller can do about it. The values are the exit codes of the command line.
enum class ErrorKind { failed = 1, input = 2, limit = 3, locked = 4, cancelled = 130 };

/// The one exception of jingwei. Its message says who, which value, what was allowed and what to do.
class Error : public std::runtime_error {
 public:
  Error(ErrorKind kind, const std::string& message) : std::runtime_error(message), m_kind(kind) {}
  ErrorKind kind() const noexcept { return m_kind; }
  int exit_code() const noexcept { return static_cast<int>(m_kind); }

 private:
  ErrorKind m_kind;
};

/// An Error of this kind with a formatted message: `throw error(ErrorKind::input, "{}: no such file", path)`.
template <class... Args>
Error error(ErrorKind kind, fmt::format_string<Args...> pattern, Args&&... args) {
  return Error(kind, jingwei::format(pattern, std::forward<Args>(args)...));
}

/// A mistake in what the user gave: command line, study file, data. Exit code 2.
template <class... Args>
Error input_error(fmt::format_string<Args...> pattern, Args&&... args) {
  return error(ErrorKind::input, pattern, std::forward<Args>(args)...);
}

}  // namespace jingwei
