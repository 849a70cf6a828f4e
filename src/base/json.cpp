#include "base/json.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <iterator>
#include <nlohmann/json.hpp>
#include <unordered_set>

#include "base/placed_text.hpp"

namespace jingwei {
namespace {

constexpr std::size_t deepest = 256;

/// Reads a text and lets others see how far the parser has come.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, const char** reached) : m_at(at), m_reached(reached) {}
  reference operator*() const { return *m_at; }
  CountingIterator& operator++() {
    *m_reached = ++m_at;
    return *this;
  }
  CountingIterator operator++(int) {
    const CountingIterator before = *this;
    ++*this;
    return before;
  }
  bool operator==(const CountingIterator& other) const { return m_at == other.m_at; }
  bool operator!=(const CountingIterator& other) const { return m_at != other.m_at; }

 private:
  const char* m_at;
  const char** m_reached;
};

class TreeBuilder : public nlohmann::json_sax<nlohmann::json> {
 public:
  TreeBuilder(const std::string& name, std::string_view text)
      : m_name(name), m_text(text), m_reached(text.data()) {}

  const char** reached() { return &m_reached; }
  Json take_root() { return std::move(m_root); }

  bool null() override { return add(Json()); }
  bool boolean(bool value) override { return add(value); }
  bool number_integer(number_integer_t value) override { return add(std::int64_t{value}); }
  bool number_unsigned(number_unsigned_t value) override {
    const bool fits = value <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    return add(fits ? Json(static_cast<std::int64_t>(value)) : Json(static_cast<double>(value)));
  }
  bool number_float(number_float_t value, const string_t& /*text*/) override { return add(value); }
  bool string(string_t& value) override { return add(std::move(value)); }
  bool binary(binary_t& /*value*/) override { return false; }
  bool start_object(std::size_t /*size*/) override { return open(Json::Object()); }
  bool end_object() override { return close(); }
  bool start_array(std::size_t /*size*/) override { return open(Json::Array()); }
  bool end_array() override { return close(); }
  bool key(string_t& key) override {
    Open& object = m_open.back();
    if (!object.keys.insert(key).second) {
      throw refuse(
          start_of_string(),
          told({"成员“{}”重复；请保留一个", "member “{}” is given twice; keep one"}, printable(key)));
    }
    object.pending_key = key;
    return true;
  }
  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const nlohmann::detail::exception& failure) override {
    // "[json.exception.parse_error.101] parse error at line 1, column 2: what": the place is told in
    // characters.
    const std::string_view what = failure.what();
    const std::size_t colon = what.find(": ");
    const std::size_t read = std::min(position, m_text.size());
    throw refuse(read == 0 ? 0 : read - 1,
                 told({"不是有效的 JSON：{}", "not JSON: {}"},
                      printable(colon == std::string_view::npos ? what : what.substr(colon + 2))));
  }

 private:
  struct Open {
    Json value;
    std::string pending_key;
    std::unordered_set<std::string> keys;
  };

  bool add(Json value) {
    if (m_open.empty()) {
      m_root = std::move(value);
    } else if (auto* object = m_open.back().value.as<Json::Object>()) {
      object->emplace_back(std::move(m_open.back().pending_key), std::move(value));
    } else {
      m_open.back().value.push(std::move(value));
    }
    return true;
  }
  bool open(Json collection) {
    if (m_open.size() >= deepest) {
      throw refuse(reached_offset() - 1, told({"嵌套超过 {} 层", "nested deeper than {} levels"}, deepest));
    }
    m_open.push_back({.value = std::move(collection), .pending_key = {}, .keys = {}});
    return true;
  }
  bool close() {
    Json value = std::move(m_open.back().value);
    m_open.pop_back();
    return add(std::move(value));
  }

  std::size_t reached_offset() const { return static_cast<std::size_t>(m_reached - m_text.data()); }

  /// Where the string that was just read began: its quotes are not escaped, others within it are.
  std::size_t start_of_string() const {
    std::size_t quote = reached_offset() - 1;
    while (quote > 0) {
      quote = m_text.rfind('"', quote - 1);
      const std::size_t before = m_text.substr(0, quote).find_last_not_of('\\');
      const std::size_t backslashes = quote - (before == std::string_view::npos ? 0 : before + 1);
      if (backslashes % 2 == 0) break;
    }
    return quote;
  }

  Error refuse(std::size_t offset, const Text& what) const {
    const PlacedText placed(m_name, m_text);
    const Place place = placed.place(offset);
    return input_error("{}:{}:{}: {}", m_name, place.line, place.column, what);
  }

  const std::string& m_name;
  std::string_view m_text;
  const char* m_reached;
  Json m_root;
  std::vector<Open> m_open;
};

std::string quoted(const std::string& text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// A real number is told from an integer by its point or exponent, so that it reads back as one.
std::string real(double value) {
  if (!std::isfinite(value)) return "null";
  std::string text = to_text(value);
  if (text.find_first_of(".e") == std::string::npos) text += ".0";
  return text;
}

class Writer {
 public:
  explicit Writer(int indent) : m_indent(indent) {}

  void write(const Json& value) {
    if (const auto* truth = value.as<bool>()) {
      m_text += *truth ? "true" : "false";
    } else if (const auto* integer = value.as<std::int64_t>()) {
      m_text += std::to_string(*integer);
    } else if (const auto* number = value.as<double>()) {
      m_text += real(*number);
    } else if (const auto* text = value.as<std::string>()) {
      m_text += quoted(*text);
    } else if (const auto* array = value.as<Json::Array>()) {
      write_items('[', *array, ']', [&](const Json& item) { write(item); });
    } else if (const auto* object = value.as<Json::Object>()) {
      write_items('{', *object, '}', [&](const auto& member) {
        m_text += quoted(member.first) + (m_indent < 0 ? ":" : ": ");
        write(member.second);
      });
    } else {
      m_text += "null";
    }
  }
  std::string take() { return std::move(m_text); }

 private:
  template <class Items, class Write>
  void write_items(char open, const Items& items, char close, const Write& write_item) {
    m_text += open;
    ++m_depth;
    for (const auto& item : items) {
      if (&item != &items.front()) m_text += ',';
      new_line();
      write_item(item);
    }
    --m_depth;
    if (!items.empty()) new_line();
    m_text += close;
  }
  void new_line() {
    if (m_indent < 0) return;
    m_text += '\n';
    m_text.append(static_cast<std::size_t>(m_indent) * m_depth, ' ');
  }

  int m_indent;
  std::size_t m_depth = 0;
  std::string m_text;
};

}  // namespace

const Json* Json::find(std::string_view key) const {
  const auto* object = as<Object>();
  if (object == nullptr) return nullptr;
  const auto member = std::ranges::find(*object, key, &Object::value_type::first);
  return member == object->end() ? nullptr : &member->second;
}

Json& Json::set(std::string key, Json value) {
  if (is_null()) m_value = Object();
  auto* object = as<Object>();
  assert(object != nullptr);
  const auto member = std::ranges::find(*object, key, &Object::value_type::first);
  if (member != object->end()) return member->second = std::move(value);
  return object->emplace_back(std::move(key), std::move(value)).second;
}

Json& Json::push(Json value) {
  if (is_null()) m_value = Array();
  auto* array = as<Array>();
  assert(array != nullptr);
  return array->emplace_back(std::move(value));
}

std::string to_text(const Json& value, int indent) {
  Writer writer(indent);
  writer.write(value);
  return writer.take();
}

Json parse_json(const std::string& name, std::string_view text) {
  TreeBuilder tree(name, text);
  const CountingIterator begin(text.data(), tree.reached());
  const CountingIterator end(text.data() + text.size(), tree.reached());
  nlohmann::json::sax_parse(begin, end, &tree);
  return tree.take_root();
}

}  // namespace jingwei
