#include "geometry/wkb.hpp"

#include <algorithm>
#include <array>

#include "geometry/wkb_io.hpp"

namespace jingwei {

using wkb::Reader;
using wkb::Type;

Envelope GeometryColumn::extent() const {
  Envelope all;
  for (const Envelope& envelope : m_envelopes) all.expand(envelope);
  return all;
}

void GeometryColumn::append(Wkb wkb) {
  append(wkb, envelope_of(wkb));
}

void GeometryColumn::append(Wkb wkb, const Envelope& envelope) {
  m_arena.insert(m_arena.end(), wkb.begin(), wkb.end());
  m_offsets.push_back(m_arena.size());
  m_envelopes.push_back(envelope);
}

void GeometryColumn::append(const GeometryColumn& other) {
  const std::size_t shift = m_arena.size();
  const std::size_t rows = other.size();
  // Sizes are taken first: a column may be appended to itself.
  const std::size_t bytes = other.m_arena.size();
  m_arena.resize(shift + bytes);
  std::copy_n(other.m_arena.begin(), bytes, m_arena.begin() + static_cast<std::ptrdiff_t>(shift));
  for (std::size_t row = 0; row < rows; ++row) {
    m_offsets.push_back(shift + other.m_offsets[row + 1]);
    m_envelopes.emplace_back(other.m_envelopes[row]);
  }
}

void GeometryColumn::reserve(std::size_t rows, std::size_t bytes) {
  m_arena.reserve(bytes);
  m_offsets.reserve(rows + 1);
  m_envelopes.reserve(rows);
}

GeometryColumn take(const GeometryColumn& column, std::span<const std::uint32_t> rows) {
  std::size_t bytes = 0;
  for (const std::uint32_t row : rows) bytes += column.wkb(row).size();
  GeometryColumn taken;
  taken.reserve(rows.size(), bytes);
  for (const std::uint32_t row : rows) taken.append(column.wkb(row), column.envelope(row));
  return taken;
}

GeometryKind kind_of(Wkb wkb) {
  if (wkb.empty()) return GeometryKind::null;
  if (wkb.size() >= 5 && wkb[1] != static_cast<std::uint8_t>(Type::collection)) {
    constexpr std::array<GeometryKind, 3> kinds{GeometryKind::point, GeometryKind::line,
                                                GeometryKind::polygon};
    return kinds[(static_cast<std::uint32_t>(Reader(wkb).header()) - 1) % 3];
  }
  const wkb::Parts parts = wkb::parts_of(wkb);
  const int kinds = !parts.points.empty() + !parts.lines.empty() + !parts.polygons.empty();
  if (kinds > 1) return GeometryKind::mixed;
  if (!parts.polygons.empty()) return GeometryKind::polygon;
  if (!parts.lines.empty()) return GeometryKind::line;
  return parts.points.empty() ? GeometryKind::null : GeometryKind::point;
}

GeometryKind kind_of(const GeometryColumn& column) {
  GeometryKind shared = GeometryKind::null;
  for (std::size_t row = 0; row < column.size(); ++row) {
    const GeometryKind kind = kind_of(column.wkb(row));
    if (kind == GeometryKind::null) continue;
    if (shared == GeometryKind::null) shared = kind;
    if (shared != kind) return GeometryKind::mixed;
  }
  return shared;
}

bool is_empty(Wkb wkb) {
  bool empty = true;
  wkb::for_each_point(wkb, [&](Point) { empty = false; });
  return empty;
}

Envelope envelope_of(Wkb wkb) {
  Envelope envelope;
  wkb::for_each_point(wkb, [&](Point p) { envelope.expand(p); });
  return envelope;
}

}  // namespace jingwei
