#pragma once
#include <string>
#include <vector>

#include "base/document.hpp"
#include "base/text.hpp"

namespace jingwei {

/// One thing wrong in a study file.
struct Mistake {
  Place place;  ///< line 0: of the whole (a study that stands for a command line has no lines)
  Text message;

  bool operator==(const Mistake&) const = default;
};

/// All that is wrong in a study file, gathered so that one check tells everything.
class Mistakes {
 public:
  explicit Mistakes(Text file) : m_file(std::move(file)) {}  ///< as messages name it

  void add(Place place, Text message) { m_mistakes.push_back({place, std::move(message)}); }
  /// The mistakes of `others` that are not told here yet, each after `what`.
  void add_others(const Mistakes& others, const Text& what);
  bool empty() const { return m_mistakes.empty(); }
  std::size_t size() const { return m_mistakes.size(); }

  /// "file:line:column: message", one a line, in the order of the file.
  Text text() const;
  /// An input Error of all of them, if there are any.
  void throw_if_any() const;

 private:
  Text m_file;
  std::vector<Mistake> m_mistakes;
};

}  // namespace jingwei
