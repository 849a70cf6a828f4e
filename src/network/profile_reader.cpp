#include "network/profile_reader.hpp"

#include <algorithm>

namespace jingwei {
namespace {

/// A quantity by its own parser, whose message gets the place.
template <class Quantity>
Quantity quantity(const ProfileReader& reader, const Node& node, Quantity (*parse)(std::string_view)) {
  const std::string value = reader.text(node);
  try {
    return parse(value);
  } catch (const Error& fault) {
    throw reader.mistake(node.place, "{}", fault.what());
  }
}

template <class Quantity>
Quantity not_negative(const ProfileReader& reader, const Node& node, Quantity (*parse)(std::string_view)) {
  const Quantity value = quantity(reader, node, parse);
  if (value < Quantity{}) throw reader.mistake(node.place, "a quantity of at least 0 is expected here");
  return value;
}

}  // namespace

const Node& ProfileReader::required(std::string_view key) const {
  if (const Node* node = find(key)) return *node;
  throw mistake(root().place, "a profile needs the key `{}`", key);
}

void ProfileReader::expect(const Node& node, Node::Kind kind, std::string_view what) const {
  if (node.kind != kind) throw mistake(node.place, "{} is expected here", what);
}

void ProfileReader::check_keys(const Node& mapping, std::string_view whose,
                               const std::vector<std::string>& known) const {
  for (const NodeEntry& entry : mapping.entries) {
    if (std::find(known.begin(), known.end(), entry.key) == known.end())
      throw mistake(entry.place, "{} has no key `{}`{}", whose, entry.key, suggestion(entry.key, known).en);
  }
}

std::string ProfileReader::text(const Node& node) const {
  expect(node, Node::Kind::scalar, "a text");
  return node.scalar;
}

Text ProfileReader::both_languages(const Node& node) const {
  expect(node, Node::Kind::mapping, "a text in both languages {zh: …, en: …}");
  const Node* zh = node.find("zh");
  const Node* en = node.find("en");
  if (!zh || !en || node.entries.size() != 2)
    throw mistake(node.place, "a text in both languages {{zh: …, en: …}} is expected here");
  return {text(*zh), text(*en)};
}

std::vector<std::string> ProfileReader::texts(const Node& node) const {
  expect(node, Node::Kind::sequence, "a list of texts");
  std::vector<std::string> list;
  for (const Node& item : node.items) {
    list.push_back(text(item));
    if (std::count(list.begin(), list.end(), list.back()) > 1)
      throw mistake(item.place, "`{}` stands in the list twice", list.back());
  }
  return list;
}

bool ProfileReader::first_of(const Node& node, std::string_view first, std::string_view second) const {
  const std::string value = text(node);
  if (value != first && value != second)
    throw mistake(node.place, "`{}` or `{}` is expected here, not `{}`", first, second, value);
  return value == first;
}

double ProfileReader::positive_number(const Node& node) const {
  const auto value = to_number(text(node));
  if (!value || !(*value > 0)) throw mistake(node.place, "a number above 0 is expected here");
  return *value;
}

Speed ProfileReader::speed(const Node& node) const {
  const Speed value = quantity(*this, node, parse_speed);
  if (!(value.km_per_h > 0)) throw mistake(node.place, "a speed is above 0; leave out what cannot be used");
  return value;
}

Duration ProfileReader::duration(const Node& node) const {
  return not_negative(*this, node, parse_duration);
}

Length ProfileReader::length(const Node& node) const {
  return not_negative(*this, node, parse_length);
}

}  // namespace jingwei
