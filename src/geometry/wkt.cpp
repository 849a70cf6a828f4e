#include "geometry/wkt.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <limits>

#include "base/error.hpp"
#include "base/text.hpp"
#include "geometry/wkb_io.hpp"

namespace jingwei {
namespace {

using wkb::Type;

/// Recursive descent over the grammar of OGC 06-103r4, 7; numbers never go by the locale.
class Parser {
 public:
  explicit Parser(std::string_view text) : m_text(text) {}

  std::vector<std::uint8_t> parse() {
    wkb::Writer writer;
    geometry(writer, 0);
    skip_spaces();
    if (m_at != m_text.size()) fail("something follows the geometry");
    return writer.finish();
  }

 private:
  void geometry(wkb::Writer& writer, int depth) {
    if (depth > 64) fail("collections are nested deeper than 64");
    const std::string name = word();
    const auto found = std::find(std::begin(wkb::type_names), std::end(wkb::type_names), name);
    if (found == std::end(wkb::type_names))
      fail(format("“{}” is no geometry type of two-dimensional WKT", name));
    const auto type = static_cast<Type>(found - std::begin(wkb::type_names) + 1);
    std::string next = peek_word();
    if (next == "Z" || next == "M" || next == "ZM") {
      word();
      next = peek_word();
    }
    body(type, writer, next == "EMPTY", depth);
  }

  void body(Type type, wkb::Writer& writer, bool empty, int depth) {
    writer.header(type);
    if (empty) word();
    switch (type) {
      case Type::point: {
        constexpr double nan = std::numeric_limits<double>::quiet_NaN();
        if (empty) return writer.point({nan, nan});
        const Path path = points();
        if (path.size() != 1) fail("a POINT has one position");
        return writer.point(path[0]);
      }
      case Type::line:
        return writer.path(empty ? Path{} : points());
      case Type::polygon: {
        const Rings rings = empty ? Rings{} : list<Path>([&] { return points(); });
        writer.count(rings.size());
        for (const Path& ring : rings) writer.path(ring);
        return;
      }
      default:
        break;
    }
    const auto parts = empty ? std::vector<std::vector<std::uint8_t>>{}
                             : list<std::vector<std::uint8_t>>([&] { return part(type, depth); });
    writer.count(parts.size());
    for (const auto& bytes : parts) writer.bytes(bytes);
  }

  std::vector<std::uint8_t> part(Type type, int depth) {
    wkb::Writer writer;
    if (type == Type::collection) {
      geometry(writer, depth + 1);
      return writer.finish();
    }
    const auto single = static_cast<Type>(static_cast<std::uint32_t>(type) - 3);
    skip_spaces();
    // MULTIPOINT (1 2, 3 4) is written as often as MULTIPOINT ((1 2), (3 4)).
    if (single == Type::point && m_at < m_text.size() && m_text[m_at] != '(' && peek_word() != "EMPTY") {
      writer.header(single);
      writer.point(position());
    } else {
      body(single, writer, peek_word() == "EMPTY", depth + 1);
    }
    return writer.finish();
  }

  Path points() {
    return list<Point>([&] { return position(); });
  }

  Point position() {
    const Point p{number(), number()};
    for (int i = 0; at_number() && i < 2; ++i) number();  // heights and measures are left out
    return p;
  }

  template <class T, class F>
  std::vector<T> list(const F& item) {
    expect('(');
    std::vector<T> items;
    do items.push_back(item());
    while (accept(','));
    expect(')');
    return items;
  }

  bool at_number() {
    skip_spaces();
    return m_at < m_text.size() && m_text[m_at] != ',' && m_text[m_at] != ')';
  }

  double number() {
    skip_spaces();
    if (m_at < m_text.size() && m_text[m_at] == '+') ++m_at;
    double value = 0;
    const auto result = std::from_chars(m_text.data() + m_at, m_text.data() + m_text.size(), value);
    if (result.ec != std::errc()) fail("a number is expected");
    m_at = static_cast<std::size_t>(result.ptr - m_text.data());
    return value;
  }

  std::string peek_word() {
    const std::size_t at = m_at;
    std::string found = word();
    m_at = at;
    return found;
  }

  std::string word() {
    skip_spaces();
    std::string found;
    while (m_at < m_text.size() && std::isalpha(static_cast<unsigned char>(m_text[m_at])))
      found.push_back(static_cast<char>(std::toupper(static_cast<unsigned char>(m_text[m_at++]))));
    return found;
  }

  bool accept(char c) {
    skip_spaces();
    if (m_at >= m_text.size() || m_text[m_at] != c) return false;
    ++m_at;
    return true;
  }
  void expect(char c) {
    if (!accept(c)) fail(format("“{}” is expected", c));
  }
  void skip_spaces() {
    while (m_at < m_text.size() && std::isspace(static_cast<unsigned char>(m_text[m_at]))) ++m_at;
  }

  [[noreturn]] void fail(const std::string& what) const {
    const std::string beginning = printable(m_text.substr(0, 60));
    throw input_error("WKT “{}{}”: {} at character {}", beginning, m_text.size() > 60 ? "…" : "", what,
                      m_at + 1);
  }

  std::string_view m_text;
  std::size_t m_at = 0;
};

}  // namespace

std::vector<std::uint8_t> parse_wkt(std::string_view wkt) {
  return Parser(wkt).parse();
}

}  // namespace jingwei
