#include "base/document.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <sstream>
#include <unordered_map>

#include "base/file.hpp"
#include "base/placed_text.hpp"

namespace jingwei {
namespace {

constexpr std::size_t largest_bytes = 1'000'000;
constexpr std::size_t deepest = 64;

/// Gathers the events of the parser into a tree and refuses what jingwei does not read.
class TreeBuilder : public YAML::EventHandler {
 public:
  explicit TreeBuilder(const PlacedText& source) : m_source(source) {}

  Node take_root() { return std::move(m_root); }
  Place place_of(const YAML::Mark& mark) const { return m_source.place(offset_of(mark)); }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (m_documents++ > 0) {
      throw m_source.refuse(place_of(mark), {"此处开始第二个文档；一个文件只能有一个：请删去“---”",
                                             "a second document begins; a file holds one: remove “---”"});
    }
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_properties(mark, "?", anchor);
    add({.kind = Node::Kind::null, .place = place_of_null(mark)});
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
    throw m_source.refuse(place_of(mark), {"不支持别名（*name）；请写出值本身",
                                           "aliases (*name) are not read; write the value out"});
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_properties(mark, tag, anchor);
    Node node{.kind = Node::Kind::scalar, .place = place_of(mark), .scalar = value};
    node.quoted = tag == "!";  // the parser's tag for every scalar that is not plain
    if (node.quoted) require_closing_quote(mark);
    if (expects_key()) {
      set_key(std::move(node));
    } else {
      add(std::move(node));
    }
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value /*style*/) override {
    open(Node::Kind::sequence, mark, tag, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value /*style*/) override {
    open(Node::Kind::mapping, mark, tag, anchor);
  }
  void OnMapEnd() override { close(); }

 private:
  std::size_t offset_of(const YAML::Mark& mark) const {
    const std::size_t end = m_source.text().size();
    return mark.pos < 0 ? end : std::min(static_cast<std::size_t>(mark.pos), end);
  }
  char character_at(const YAML::Mark& mark) const {
    const std::size_t where = offset_of(mark);
    return where < m_source.text().size() ? m_source.text()[where] : '\0';
  }

  /// A sequence or mapping whose end has not come yet.
  struct Open {
    Node node;
    std::optional<NodeEntry> pending;             ///< a key that waits for its value
    std::unordered_map<std::string, Place> keys;  ///< those of a mapping so far
  };

  bool expects_key() const {
    return !m_open.empty() && m_open.back().node.kind == Node::Kind::mapping && !m_open.back().pending;
  }

  // A collection starts at its anchor or tag, so that the character there tells of both.
  void refuse_properties(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) const {
    const char first = character_at(mark);
    if (anchor != 0) {
      throw m_source.refuse(place_of(mark),
                            {"不支持锚点（&name）；请在使用处写出值",
                             "anchors (&name) are not read; write the value where it is used"});
    }
    const bool untagged = tag.empty() || tag == "?" || tag == "!";
    if (!untagged || first == '!') {
      throw m_source.refuse(place_of(mark), {"不支持标签（!name）；请删去，文本请加引号",
                                             "tags (!name) are not read; remove it, and quote what is text"});
    }
  }

  /// The parser takes the end of the file for a closing quote.
  void require_closing_quote(const YAML::Mark& mark) const {
    const char quote = character_at(mark);
    if (quote != '"' && quote != '\'') return;  // a block scalar
    const std::string_view text = m_source.text();
    for (std::size_t i = offset_of(mark) + 1; i < text.size(); ++i) {
      if (quote == '"' && text[i] == '\\') {
        ++i;
      } else if (text[i] == quote) {
        const bool doubled = quote == '\'' && i + 1 < text.size() && text[i + 1] == quote;
        if (!doubled) return;
        ++i;
      }
    }
    throw m_source.refuse(place_of(mark), {"引号 {} 没有闭合", "the quote {} is never closed"}, quote);
  }

  void set_key(Node key) {
    Open& mapping = m_open.back();
    if (key.scalar == "<<" && !key.quoted) {
      throw m_source.refuse(key.place, {"不支持合并键（<<）；请逐项写出",
                                        "merge keys (<<) are not read; write the entries out"});
    }
    const auto [first, is_new] = mapping.keys.emplace(key.scalar, key.place);
    if (!is_new) {
      throw m_source.refuse(
          key.place,
          {"键“{}”重复，首次在第 {} 行；请保留一个", "key “{}” is given twice, first at line {}; keep one"},
          printable(key.scalar), first->second.line);
    }
    mapping.pending = NodeEntry{.key = std::move(key.scalar), .place = key.place, .value = {}};
  }

  void open(Node::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    refuse_properties(mark, tag, anchor);
    refuse_as_key(place_of(mark));
    if (m_open.size() >= deepest) {
      throw m_source.refuse(place_of(mark), {"嵌套超过 {} 层", "nested deeper than {} levels"}, deepest);
    }
    m_open.push_back({.node = {.kind = kind, .place = place_of(mark)}, .pending = {}, .keys = {}});
  }

  void close() {
    Node node = std::move(m_open.back().node);
    m_open.pop_back();
    add(std::move(node));
  }

  void add(Node node) {
    refuse_as_key(node.place);
    if (m_open.empty()) {
      m_root = std::move(node);
      return;
    }
    Open& parent = m_open.back();
    if (parent.node.kind == Node::Kind::sequence) {
      parent.node.items.push_back(std::move(node));
      return;
    }
    parent.pending->value = std::move(node);
    parent.node.entries.push_back(std::move(*parent.pending));
    parent.pending.reset();
  }

  void refuse_as_key(Place place) const {
    if (expects_key())
      throw m_source.refuse(place, {"键必须是文本，不能为空、null 或集合",
                                    "a key must be text, and is not empty, null or a collection"});
  }

  /// The parser marks a value that is left out at the next token. Its place is its key, or in a sequence its
  /// dash.
  Place place_of_null(const YAML::Mark& mark) const {
    if (m_open.empty()) return place_of(mark);
    const Open& parent = m_open.back();
    if (parent.pending) return parent.pending->place;
    if (parent.node.kind == Node::Kind::mapping || is_written_null(mark)) return place_of(mark);
    return place_of_dash_before(offset_of(mark)).value_or(place_of(mark));
  }

  bool is_written_null(const YAML::Mark& mark) const {
    const std::string_view rest = m_source.text().substr(offset_of(mark));
    return rest.starts_with('~') || rest.starts_with("null") || rest.starts_with("Null") ||
           rest.starts_with("NULL");
  }

  /// Between the dash and the next token there are only blank lines and comments.
  std::optional<Place> place_of_dash_before(std::size_t end) const {
    const std::string_view text = m_source.text();
    while (true) {
      const std::size_t newline = end == 0 ? std::string_view::npos : text.rfind('\n', end - 1);
      const std::size_t begin = newline == std::string_view::npos ? 0 : newline + 1;
      std::string_view line = text.substr(begin, end - begin);
      for (std::size_t hash = line.find('#'); hash != std::string_view::npos;
           hash = line.find('#', hash + 1)) {
        if (hash > 0 && line[hash - 1] != ' ' && line[hash - 1] != '\t') continue;
        line = line.substr(0, hash);
        break;
      }
      const std::size_t last = line.find_last_not_of(" \t\r");
      if (last != std::string_view::npos) {
        if (line[last] != '-') return std::nullopt;
        return m_source.place(begin + last);
      }
      if (begin == 0) return std::nullopt;
      end = begin - 1;
    }
  }

  const PlacedText& m_source;
  Node m_root{.place = {1, 1}};
  std::vector<Open> m_open;
  int m_documents = 0;
};

void require_size(const std::string& name, std::uintmax_t bytes) {
  if (bytes <= largest_bytes) return;
  throw input_error(
      {"{}:1:1: 文件有 {} 字节，上限是 {}（1 MB）", "{}:1:1: the file has {} bytes; the limit is {} (1 MB)"},
      name, bytes, largest_bytes);
}

}  // namespace

const NodeEntry* Node::entry(std::string_view key) const {
  for (const NodeEntry& entry : entries) {
    if (entry.key == key) return &entry;
  }
  return nullptr;
}

const Node* Node::find(std::string_view key) const {
  const NodeEntry* found = entry(key);
  return found == nullptr ? nullptr : &found->value;
}

std::string Document::at(Place place) const {
  return format("{}:{}:{}: ", name, place.line, place.column);
}

Document parse_document(std::string name, std::string_view text) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  require_size(name, text.size());
  const PlacedText source(name, text);
  source.require_readable();
  TreeBuilder tree(source);
  std::istringstream stream{std::string(text)};
  try {
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(tree)) {
    }
  } catch (const YAML::Exception& failure) {
    throw source.refuse(tree.place_of(failure.mark), {"不是有效的 YAML：{}", "not YAML: {}"}, failure.msg);
  }
  return {.name = std::move(name), .root = tree.take_root()};
}

Document read_document(const std::string& path) {
  std::error_code ignored;  // a pipe has no size, and read_file tells of what cannot be read
  const auto bytes = std::filesystem::file_size(path, ignored);
  if (!ignored) require_size(path, bytes);
  return parse_document(path, read_file(path, largest_bytes + 1));
}

}  // namespace jingwei
