#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/document.hpp"
#include "base/text.hpp"

namespace jingwei {

/// One thing wrong in a study file.
struct Mistake {
  Place place;  ///< line 0: of the whole (a study that stands for a command line has no lines)
  Text message;
};

/// All that is wrong in a study file, gathered so that one check tells everything.
class Mistakes {
 public:
  explicit Mistakes(std::string file) : m_file(std::move(file)) {}

  void add(Place place, Text message) { m_mistakes.push_back({place, std::move(message)}); }
  bool empty() const { return m_mistakes.empty(); }
  std::size_t size() const { return m_mistakes.size(); }

  /// "file:line:column: message", one a line, in the order of the file.
  std::string text(Language language) const;
  /// An input Error of all of them, if there are any.
  void throw_if_any(Language language) const;

 private:
  std::string m_file;
  std::vector<Mistake> m_mistakes;
};

/// "; did you mean “parks”?" in both languages, or nothing.
Text hint_for(std::string_view word, std::span<const std::string> candidates);

}  // namespace jingwei
