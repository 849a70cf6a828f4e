#pragma once
#include <cmath>
#include <cstring>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "geometry/wkb.hpp"

namespace jingwei::wkb {

/// The geometry types of OGC Simple Features, as ISO WKB numbers them.
enum class Type : std::uint32_t {
  point = 1,
  line = 2,
  polygon = 3,
  multi_point = 4,
  multi_line = 5,
  multi_polygon = 6,
  collection = 7
};

/// Their names in WKT; type t is number t − 1.
inline constexpr std::string_view type_names[] = {
    "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON", "GEOMETRYCOLLECTION"};

/// Reads WKB from its beginning to its end. Errors (failed): bytes that are not WKB of this program's kind.
class Reader {
 public:
  explicit Reader(Wkb bytes) : m_bytes(bytes) {}

  Type header() {
    if (take<std::uint8_t>() != 1) throw malformed("is not little-endian");
    const auto type = take<std::uint32_t>();
    if (type < 1 || type > 7) throw malformed("has a type that is not two-dimensional Simple Features");
    return static_cast<Type>(type);
  }
  /// A number of items that need at least `bytes_each`.
  std::uint32_t count(std::size_t bytes_each) {
    const auto n = take<std::uint32_t>();
    if (n > (m_bytes.size() - m_at) / bytes_each) throw malformed("ends too early");
    return n;
  }
  Point point() {
    const double x = take<double>();
    return {x, take<double>()};
  }
  Path path() {
    Path path(count(sizeof(Point)));
    if (path.empty()) return path;
    std::memcpy(path.data(), m_bytes.data() + m_at, path.size() * sizeof(Point));
    m_at += path.size() * sizeof(Point);
    return path;
  }
  /// \pre so many are there: count()
  void skip_points(std::size_t points) { m_at += points * sizeof(Point); }
  std::size_t at() const { return m_at; }

 private:
  static_assert(sizeof(Point) == 2 * sizeof(double));
  template <class T>
  T take() {
    if (m_bytes.size() - m_at < sizeof(T)) throw malformed("ends too early");
    T value;
    std::memcpy(&value, m_bytes.data() + m_at, sizeof(T));
    m_at += sizeof(T);
    return value;
  }
  static Error malformed(const char* what) {
    return error(ErrorKind::failed, "a geometry in memory {} (WKB)", what);
  }

  Wkb m_bytes;
  std::size_t m_at = 0;
};

class Writer {
 public:
  void reserve(std::size_t bytes) { m_bytes.reserve(bytes); }
  void header(Type type) {
    m_bytes.push_back(1);
    put(static_cast<std::uint32_t>(type));
  }
  void count(std::size_t n) { put(static_cast<std::uint32_t>(n)); }
  void point(Point p) {
    put(p.x);
    put(p.y);
  }
  void path(const Path& path) {
    count(path.size());
    const auto* const first = reinterpret_cast<const std::uint8_t*>(path.data());
    m_bytes.insert(m_bytes.end(), first, first + path.size() * sizeof(Point));
  }
  void rings(const Rings& rings) {
    header(Type::polygon);
    count(rings.size());
    for (const Path& ring : rings) path(ring);
  }
  void bytes(Wkb wkb) { m_bytes.insert(m_bytes.end(), wkb.begin(), wkb.end()); }
  std::vector<std::uint8_t> finish() { return std::move(m_bytes); }

 private:
  template <class T>
  void put(T value) {
    const std::size_t at = m_bytes.size();
    m_bytes.resize(at + sizeof(T));
    std::memcpy(m_bytes.data() + at, &value, sizeof(T));
  }
  std::vector<std::uint8_t> m_bytes;
};

/// POINT EMPTY is written as a point of two NaN.
inline bool is_empty_point(Point p) {
  return std::isnan(p.x) && std::isnan(p.y);
}

/// Walks one geometry and calls `at_point(Type, offset of its coordinates, Point)` for every position of it,
/// in order, with the single type that holds it.
template <class F>
void walk(Reader& reader, const F& at_point, int depth = 0) {
  if (depth > 64) throw error(ErrorKind::failed, "a geometry nests collections deeper than 64");
  const Type type = reader.header();
  const auto path = [&] {
    for (auto n = reader.count(16); n > 0; --n) {
      const std::size_t at = reader.at();
      at_point(type, at, reader.point());
    }
  };
  if (type == Type::point) {
    const std::size_t at = reader.at();
    const Point p = reader.point();
    if (!is_empty_point(p)) at_point(type, at, p);
  } else if (type == Type::line) {
    path();
  } else if (type == Type::polygon) {
    for (auto n = reader.count(4); n > 0; --n) path();
  } else {
    for (auto n = reader.count(9); n > 0; --n) walk(reader, at_point, depth + 1);
  }
}

template <class F>
void for_each_point(Wkb bytes, const F& f) {
  if (bytes.empty()) return;
  Reader reader(bytes);
  walk(reader, [&](Type, std::size_t, Point p) { f(p); });
}

/// The same geometry with every point p moved to f(p).
template <class F>
std::vector<std::uint8_t> with_points(Wkb bytes, const F& f) {
  std::vector<std::uint8_t> moved(bytes.begin(), bytes.end());
  if (bytes.empty()) return moved;
  Reader reader(bytes);
  walk(reader, [&](Type, std::size_t at, Point p) {
    const Point q = f(p);
    std::memcpy(moved.data() + at, &q.x, sizeof(double));
    std::memcpy(moved.data() + at + sizeof(double), &q.y, sizeof(double));
  });
  return moved;
}

/// The points, lines and polygons of a geometry, multi-geometries and collections flattened; empty parts are
/// left out.
struct Parts {
  std::vector<Point> points;
  std::vector<Path> lines;
  std::vector<Rings> polygons;
};
Parts parts_of(Wkb bytes);

/// 0 of points, 1 of lines, 2 of polygons, -1 of nothing: the highest of what the geometry holds.
int dimension_of(Wkb bytes);
/// The parts of this dimension; null (no bytes) where there are none.
std::vector<std::uint8_t> of_dimension(Wkb bytes, int dimension);

}  // namespace jingwei::wkb
