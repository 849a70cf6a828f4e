#pragma once
#include <cmath>
#include <cstdint>
#include <map>
#include <unordered_map>
#include <vector>

#include "geometry/snap_rounding.hpp"
#include "network/source_lines.hpp"

namespace jingwei {

/// The grid on which lines meet.
struct Grid {
  double size;
  Cell cell(Point p) const { return {std::llround(p.x / size), std::llround(p.y / size)}; }
  Point point(Cell c) const { return {static_cast<double>(c.x) * size, static_cast<double>(c.y) * size}; }
};

struct CellHash {
  std::size_t operator()(const Cell& c) const {
    std::uint64_t h = static_cast<std::uint64_t>(c.x) * 0x9e3779b97f4a7c15U;
    h = (h ^ (h >> 32) ^ static_cast<std::uint64_t>(c.y)) * 0xff51afd7ed558ccdU;
    return static_cast<std::size_t>(h ^ (h >> 32));
  }
};

/// A point to come after a vertex of a path; several of one vertex in the order of the path.
struct Insertion {
  std::uint32_t vertex;
  Point point;
};
/// \pre insertions ascending by vertex
void insert(const std::vector<Insertion>& insertions, Path& path);

/// How many lines of any level end in a cell.
using EndCells = std::unordered_map<Cell, std::uint32_t, CellHash>;
EndCells end_cells(const NetworkLines& lines,
                   const std::map<std::int64_t, std::vector<std::uint32_t>>& levels, const Grid& grid);

/// An end that was led on to a line.
struct JoinedEnd {
  std::uint32_t line = 0;
  Point place;            ///< where it ended
  double distance_m = 0;  ///< in units of the CRS, here
};
/// Leads the ends of these lines that meet nothing on to the nearest of them within the tolerance (in units
/// of the CRS), where it gets a vertex.
std::vector<JoinedEnd> join_dangling_ends(NetworkLines& lines, const std::vector<std::uint32_t>& level,
                                          const EndCells& ends, double tolerance, const Grid& grid);

}  // namespace jingwei
