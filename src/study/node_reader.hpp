#pragma once
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/document.hpp"
#include "base/error.hpp"
#include "study/mistakes.hpp"
#include "study/study.hpp"

namespace jingwei {

/// Reads one mapping of a study file: tells keys that are not known, keys that are missing, and values of the
/// wrong form.
class NodeReader {
 public:
  /// `what` names the mapping in messages ("input", 输入).
  NodeReader(const Node& node, Text what, std::vector<std::string> keys, Mistakes& mistakes);

  bool usable() const { return m_node.kind == Node::Kind::mapping; }
  const Node& node() const { return m_node; }
  const Node* find(std::string_view key) const;
  /// The value of a key that must be there; a mistake where it is not.
  const Node* required(std::string_view key) const;

  /// The text of a key, or nothing (a mistake where it is not a text).
  std::optional<Reference> text(std::string_view key) const;
  std::optional<Reference> required_text(std::string_view key) const;
  /// The texts of a list, or of a single text.
  std::vector<Reference> texts(std::string_view key) const;
  std::optional<bool> boolean(std::string_view key) const;
  std::optional<std::size_t> count(std::string_view key) const;
  /// zh and en of a `{zh, en}` mapping, or one text for both.
  std::optional<Text> title(std::string_view key) const;
  /// A value read by `parse`, whose Error becomes the mistake.
  template <class Parse>
  auto parsed(std::string_view key, Parse&& parse) const -> std::optional<decltype(parse(std::string{}))> {
    const auto given = text(key);
    if (!given) return std::nullopt;
    try {
      return parse(given->name);
    } catch (const Error& problem) {
      m_mistakes.add(given->place, told({"{}：{}", "{}: {}"}, key, problem.message()));
      return std::nullopt;
    }
  }
  /// One of a closed list.
  std::optional<std::size_t> choice(std::string_view key, const std::vector<std::string>& choices) const;

 private:
  const Node& m_node;
  Text m_what;
  Mistakes& m_mistakes;
};

/// The text of a scalar node; a mistake naming `what` where it is none.
std::optional<Reference> text_of(const Node& node, std::string_view what, Mistakes& mistakes);
/// The texts of a list, or of a single text.
std::vector<Reference> texts_of(const Node& node, std::string_view what, Mistakes& mistakes);

}  // namespace jingwei
