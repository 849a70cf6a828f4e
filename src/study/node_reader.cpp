#include "study/node_reader.hpp"

#include <algorithm>

namespace jingwei {

NodeReader::NodeReader(const Node& node, Text what, std::vector<std::string> keys, Mistakes& mistakes)
    : m_node(node), m_what(std::move(what)), m_mistakes(mistakes) {
  if (node.kind != Node::Kind::mapping) {
    m_mistakes.add(node.place,
                   told({"{}应为“键: 值”的映射，键有：{}", "{} must be a mapping with the keys {}"}, m_what,
                        join(keys)));
    return;
  }
  for (const NodeEntry& entry : node.entries) {
    if (std::find(keys.begin(), keys.end(), entry.key) != keys.end()) continue;
    const Text hint = suggestion(entry.key, keys);
    m_mistakes.add(entry.place, told({"{}没有键“{}”；可用：{}{}", "{} has no key “{}”; keys are {}{}"},
                                     m_what, printable(entry.key), join(keys), hint));
  }
}

const Node* NodeReader::find(std::string_view key) const {
  return usable() ? m_node.find(key) : nullptr;
}

const Node* NodeReader::required(std::string_view key) const {
  if (!usable()) return nullptr;
  const Node* value = m_node.find(key);
  if (value == nullptr)
    m_mistakes.add(m_node.place, told({"{}缺少必需的键“{}”", "{} lacks its key “{}”"}, m_what, key));
  return value;
}

std::optional<Reference> text_of(const Node& node, std::string_view what, Mistakes& mistakes) {
  if (node.kind == Node::Kind::scalar && !node.scalar.empty()) return Reference{node.scalar, node.place};
  mistakes.add(node.place, told({"“{}”应为一个文本值", "“{}” must be one text value"}, what));
  return std::nullopt;
}

std::vector<Reference> texts_of(const Node& node, std::string_view what, Mistakes& mistakes) {
  std::vector<Reference> found;
  const auto add = [&](const Node& item) {
    if (auto text = text_of(item, what, mistakes)) found.push_back(std::move(*text));
  };
  if (node.kind != Node::Kind::sequence)
    add(node);
  else
    for (const Node& item : node.items) add(item);
  return found;
}

std::optional<Reference> NodeReader::text(std::string_view key) const {
  const Node* value = find(key);
  return value == nullptr ? std::nullopt : text_of(*value, key, m_mistakes);
}

std::optional<Reference> NodeReader::required_text(std::string_view key) const {
  const Node* value = required(key);
  return value == nullptr ? std::nullopt : text_of(*value, key, m_mistakes);
}

std::vector<Reference> NodeReader::texts(std::string_view key) const {
  const Node* value = find(key);
  return value == nullptr ? std::vector<Reference>() : texts_of(*value, key, m_mistakes);
}

std::optional<bool> NodeReader::boolean(std::string_view key) const {
  const auto chosen = choice(key, {"false", "true"});
  return chosen ? std::optional<bool>(*chosen == 1) : std::nullopt;
}

std::optional<std::size_t> NodeReader::count(std::string_view key) const {
  const auto given = text(key);
  if (!given) return std::nullopt;
  const auto number = to_number(given->name);
  if (number && *number >= 1 && *number <= 1e15 &&
      *number == static_cast<double>(static_cast<std::size_t>(*number)))
    return static_cast<std::size_t>(*number);
  m_mistakes.add(given->place,
                 told({"{}：“{}”应为不小于 1 的整数", "{}: “{}” must be a whole number of at least 1"}, key,
                      given->name));
  return std::nullopt;
}

std::optional<Text> NodeReader::title(std::string_view key) const {
  const Node* value = find(key);
  if (value == nullptr) return std::nullopt;
  if (value->kind == Node::Kind::scalar && !value->scalar.empty()) return Text{value->scalar, value->scalar};
  const NodeReader languages(*value, {std::string(key), std::string(key)}, {"zh", "en"}, m_mistakes);
  if (!languages.usable()) return std::nullopt;
  const auto zh = languages.text("zh");
  const auto en = languages.text("en");
  if (!zh && !en) return std::nullopt;
  return Text{zh ? zh->name : en->name, en ? en->name : zh->name};
}

std::optional<std::size_t> NodeReader::choice(std::string_view key,
                                              const std::vector<std::string>& choices) const {
  const auto given = text(key);
  if (!given) return std::nullopt;
  const auto found = std::find(choices.begin(), choices.end(), given->name);
  if (found != choices.end()) return static_cast<std::size_t>(found - choices.begin());
  const Text hint = suggestion(given->name, choices);
  m_mistakes.add(given->place, told({"{}：“{}”不在可选值 {} 之中{}", "{}: “{}” is none of {}{}"}, key,
                                    printable(given->name), join(choices), hint));
  return std::nullopt;
}

}  // namespace jingwei
