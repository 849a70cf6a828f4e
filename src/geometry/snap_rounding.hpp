#pragma once
#include <array>
#include <compare>
#include <cstdint>
#include <vector>

namespace jingwei {

/// A place on a precision grid, in cells. Exact as long as edges are no longer than 2^40 cells.
struct Cell {
  std::int64_t x = 0;
  std::int64_t y = 0;
  auto operator<=>(const Cell&) const = default;
};

__extension__ using WideInteger = __int128;

/// Twice the area of the triangle a, b, c: positive where c lies on the left of a→b. Exact.
inline WideInteger cross(Cell a, Cell b, Cell c) {
  return WideInteger(b.x - a.x) * (c.y - a.y) - WideInteger(b.y - a.y) * (c.x - a.x);
}
/// On which side of a→b does c lie: 1 on the left, -1 on the right, 0 on the line. Exact.
inline int orientation(Cell a, Cell b, Cell c) {
  const WideInteger area = cross(a, b, c);
  return (area > 0 ? 1 : 0) - (area < 0 ? 1 : 0);
}

/// How often each of two sides of an overlay winds around a place.
using Winding = std::array<std::int32_t, 2>;

/// An edge of an arrangement; `rise` is the winding just above it less that just below it (of an upright
/// edge: on its left less on its right).
struct GridEdge {
  Cell low;  ///< < high: by x, then y
  Cell high;
  Winding rise{};
};

/// The edge between two places; the winding grows by `rise` from its right to its left. \pre from != to
GridEdge edge_between(Cell from, Cell to, Winding rise);

/// The cell in which two edges cross that do so inside both.
Cell crossing_cell(const GridEdge& s, const GridEdge& t);

/// A cell that an edge passes between its ends.
struct Passage {
  std::uint32_t edge = 0;
  Cell cell;
  bool operator==(const Passage&) const = default;
};
/// Where snap rounding (see below) ends edges between their ends: by edge, and along each edge from low to
/// high.
std::vector<Passage> passages_of(const std::vector<GridEdge>& edges);

/// The arrangement of edges by snap rounding (Hobby 1999; hot pixels half-open): edges end in every cell
/// where others end or cross them, and meet in their ends only. Edges that fall together are one, whose rises
/// are summed; without any rise they are left out. In the order of (low, slope). Cheapest where edges that
/// follow each other lie near each other.
std::vector<GridEdge> snap_rounded(const std::vector<GridEdge>& edges);

}  // namespace jingwei
