#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "geometry/envelope.hpp"

namespace jingwei {

using Wkb = std::span<const std::uint8_t>;

/// What a geometry is, by its dimension; multi-geometries count as their parts.
enum class GeometryKind : std::uint8_t { null, point, line, polygon, mixed };

/// A column of geometries: two-dimensional little-endian ISO WKB in one arena, with an envelope column beside
/// it. A null geometry has no bytes and an empty envelope; an empty geometry (POLYGON EMPTY) has bytes and an
/// empty envelope.
class GeometryColumn {
 public:
  std::size_t size() const { return m_envelopes.size(); }
  Wkb wkb(std::size_t row) const {
    return Wkb(m_arena).subspan(m_offsets[row], m_offsets[row + 1] - m_offsets[row]);
  }
  const Envelope& envelope(std::size_t row) const { return m_envelopes[row]; }
  std::span<const Envelope> envelopes() const { return m_envelopes; }
  bool is_null(std::size_t row) const { return m_offsets[row] == m_offsets[row + 1]; }
  /// The envelope of all rows.
  Envelope extent() const;
  std::size_t bytes() const { return m_arena.size(); }

  /// Appends one geometry. \pre wkb is two-dimensional little-endian ISO WKB without curves, or nothing
  /// (null).
  void append(Wkb wkb);
  void append(Wkb wkb, const Envelope& envelope);
  void append_null() { append(Wkb{}, Envelope{}); }
  void append(const GeometryColumn& other);
  void reserve(std::size_t rows, std::size_t bytes);

 private:
  std::vector<std::uint8_t> m_arena;
  std::vector<std::size_t> m_offsets{0};
  std::vector<Envelope> m_envelopes;
};

/// The rows of `column` in the order of `rows`.
GeometryColumn take(const GeometryColumn& column, std::span<const std::uint32_t> rows);

GeometryKind kind_of(Wkb wkb);
/// The kind that all rows share (nulls aside), null where there is none, mixed where they differ.
GeometryKind kind_of(const GeometryColumn& column);
bool is_empty(Wkb wkb);
Envelope envelope_of(Wkb wkb);

using Path = std::vector<Point>;  ///< a line, or a closed ring whose last point repeats the first
using Rings = std::vector<Path>;  ///< a polygon: shell, then holes

/// The points, lines (of a polygon: none) or polygons that a geometry consists of, multi-geometries and
/// collections flattened.
std::vector<Point> points_of(Wkb wkb);
std::vector<Path> lines_of(Wkb wkb);
std::vector<Rings> polygons_of(Wkb wkb);

/// WKB from coordinates: a single geometry where there is one part, else a multi-geometry.
std::vector<std::uint8_t> wkb_of(Point point);
std::vector<std::uint8_t> wkb_of_points(std::span<const Point> points);
std::vector<std::uint8_t> wkb_of_lines(std::span<const Path> lines);
std::vector<std::uint8_t> wkb_of_polygons(std::span<const Rings> polygons);
std::vector<std::uint8_t> wkb_of(const Envelope& rectangle);
/// As the multi-geometry of its kind, as GeoPackage layers declare it (points stay single when all are).
std::vector<std::uint8_t> to_multi(Wkb wkb);

}  // namespace jingwei
