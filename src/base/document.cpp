#include "base/document.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <sstream>
#include <unordered_map>

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"

namespace jingwei {
namespace {

constexpr std::size_t largest_bytes = 1'000'000;
constexpr std::size_t deepest = 64;

/// A text with the place of each of its bytes.
class Source {
 public:
  Source(std::string name, std::string_view text) : m_name(std::move(name)), m_text(text) {
    m_places.reserve(text.size() + 1);
    Place place{1, 1};
    for (const char c : text) {
      m_places.push_back(place);
      if (c == '\n') {
        place = {place.line + 1, 1};
      } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
        ++place.column;
      }
    }
    m_places.push_back(place);
  }

  std::string_view text() const { return m_text; }
  std::size_t offset(const YAML::Mark& mark) const {
    return mark.pos < 0 ? m_text.size() : std::min(static_cast<std::size_t>(mark.pos), m_text.size());
  }
  Place place(std::size_t offset) const { return m_places[offset]; }
  Place place(const YAML::Mark& mark) const { return place(offset(mark)); }
  char at(const YAML::Mark& mark) const {
    const std::size_t where = offset(mark);
    return where < m_text.size() ? m_text[where] : '\0';
  }

  template <class... Args>
  Error refuse(Place place, fmt::format_string<Args...> pattern, Args&&... args) const {
    return input_error("{}:{}:{}: {}", m_name, place.line, place.column,
                       jingwei::format(pattern, std::forward<Args>(args)...));
  }

 private:
  std::string m_name;
  std::string_view m_text;
  std::vector<Place> m_places;
};

/// Gathers the events of the parser into a tree and refuses what jingwei does not read.
class TreeBuilder : public YAML::EventHandler {
 public:
  explicit TreeBuilder(const Source& source) : m_source(source) {}

  Node take_root() { return std::move(m_root); }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (m_documents++ > 0) {
      throw m_source.refuse(m_source.place(mark), "a second document begins; a file holds one: remove “---”");
    }
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_properties(mark, "?", anchor);
    add({.kind = Node::Kind::null, .place = place_of_null(mark)});
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
    throw m_source.refuse(m_source.place(mark), "aliases (*name) are not read; write the value out");
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_properties(mark, tag, anchor);
    Node node{.kind = Node::Kind::scalar, .place = m_source.place(mark), .scalar = value};
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
    const char first = m_source.at(mark);
    if (anchor != 0) {
      throw m_source.refuse(m_source.place(mark),
                            "anchors (&name) are not read; write the value where it is used");
    }
    const bool untagged = tag.empty() || tag == "?" || tag == "!";
    if (!untagged || first == '!') {
      throw m_source.refuse(m_source.place(mark),
                            "tags (!name) are not read; remove it, and quote what is text");
    }
  }

  /// The parser takes the end of the file for a closing quote.
  void require_closing_quote(const YAML::Mark& mark) const {
    const char quote = m_source.at(mark);
    if (quote != '"' && quote != '\'') return;  // a block scalar
    const std::string_view text = m_source.text();
    for (std::size_t i = m_source.offset(mark) + 1; i < text.size(); ++i) {
      if (quote == '"' && text[i] == '\\') {
        ++i;
      } else if (text[i] == quote) {
        const bool doubled = quote == '\'' && i + 1 < text.size() && text[i + 1] == quote;
        if (!doubled) return;
        ++i;
      }
    }
    throw m_source.refuse(m_source.place(mark), "the quote {} is never closed", quote);
  }

  void set_key(Node key) {
    Open& mapping = m_open.back();
    if (key.scalar == "<<" && !key.quoted) {
      throw m_source.refuse(key.place, "merge keys (<<) are not read; write the entries out");
    }
    const auto [first, is_new] = mapping.keys.emplace(key.scalar, key.place);
    if (!is_new) {
      throw m_source.refuse(key.place, "key “{}” is given twice, first at line {}; keep one",
                            printable(key.scalar), first->second.line);
    }
    mapping.pending = NodeEntry{.key = std::move(key.scalar), .place = key.place, .value = {}};
  }

  void open(Node::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    refuse_properties(mark, tag, anchor);
    refuse_as_key(m_source.place(mark));
    if (m_open.size() >= deepest) {
      throw m_source.refuse(m_source.place(mark), "nested deeper than {} levels", deepest);
    }
    m_open.push_back({.node = {.kind = kind, .place = m_source.place(mark)}, .pending = {}, .keys = {}});
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
      throw m_source.refuse(place, "a key must be text, and is not empty, null or a collection");
  }

  /// The parser marks a value that is left out at the next token. Its place is its key, or in a sequence its
  /// dash.
  Place place_of_null(const YAML::Mark& mark) const {
    if (m_open.empty()) return m_source.place(mark);
    const Open& parent = m_open.back();
    if (parent.pending) return parent.pending->place;
    if (parent.node.kind == Node::Kind::mapping || is_written_null(mark)) return m_source.place(mark);
    return place_of_dash_before(m_source.offset(mark)).value_or(m_source.place(mark));
  }

  bool is_written_null(const YAML::Mark& mark) const {
    const std::string_view rest = m_source.text().substr(m_source.offset(mark));
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

  const Source& m_source;
  Node m_root{.place = {1, 1}};
  std::vector<Open> m_open;
  int m_documents = 0;
};

void require_size(const std::string& name, std::uintmax_t bytes) {
  if (bytes <= largest_bytes) return;
  throw input_error("{}:1:1: the file has {} bytes; the limit is {} (1 MB)", name, bytes, largest_bytes);
}

void require_readable_text(const Source& source) {
  const std::string_view text = source.text();
  const std::size_t valid = utf8_prefix(text);
  if (valid < text.size()) throw source.refuse(source.place(valid), "not UTF-8; save the file in UTF-8");
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool control = (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F;
    if (control) throw source.refuse(source.place(i), "a control character (byte {}); remove it", int{byte});
  }
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
  const Source source(name, text);
  require_readable_text(source);
  TreeBuilder tree(source);
  std::istringstream stream{std::string(text)};
  try {
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(tree)) {
    }
  } catch (const YAML::Exception& failure) {
    throw source.refuse(source.place(failure.mark), "not YAML: {}", failure.msg);
  }
  return {.name = std::move(name), .root = tree.take_root()};
}

Document read_document(const std::string& path) {
  std::error_code ignored;  // what is no regular file has no size, and read_file tells of what cannot be read
  const auto bytes = std::filesystem::file_size(path, ignored);
  if (!ignored) require_size(path, bytes);
  return parse_document(path, read_file(path));
}

}  // namespace jingwei
