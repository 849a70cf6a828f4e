#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace jingwei {

/// Where a thing stands in a file; lines and columns count from 1, columns in characters.
struct Place {
  int line = 0;
  int column = 0;

  bool operator==(const Place&) const = default;
};

struct NodeEntry;

/// One value of a YAML file with its place.
struct Node {
  enum class Kind { null, scalar, sequence, mapping };

  Kind kind = Kind::null;
  Place place;  ///< of a null: its key
  std::string scalar;
  bool quoted = false;             ///< a quoted scalar is text, never a number
  std::vector<Node> items;         ///< of a sequence
  std::vector<NodeEntry> entries;  ///< of a mapping, in file order

  /// The value under `key`, or nothing.
  const Node* find(std::string_view key) const;
  const NodeEntry* entry(std::string_view key) const;
};

struct NodeEntry {
  std::string key;
  Place place;
  Node value;
};

/// A YAML file as a tree.
struct Document {
  std::string name;
  Node root;

  /// "file:line:column: "
  std::string at(Place place) const;
};

/// The tree of a YAML text. Refused with an input Error "name:line:column: …": syntax errors, duplicate keys,
/// `<<`, anchors and aliases, tags, several documents, keys that are not text, invalid UTF-8, more than 1 MB,
/// nesting deeper than 64.
Document parse_document(std::string name, std::string_view text);
Document read_document(const std::string& path);

}  // namespace jingwei
