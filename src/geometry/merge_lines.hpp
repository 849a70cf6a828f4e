#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "geometry/wkb.hpp"

namespace jingwei {

/// Whether lines are joined only where one ends and the other begins, or however they meet.
enum class LineDirection { kept, ignored };

/// Lines joined end to end.
struct MergedLines {
  /// A part of a row that a line is made of, and its length in the plane.
  struct Part {
    std::uint32_t row = 0;
    double length = 0;
  };
  GeometryColumn geometry;               ///< one path a row
  std::vector<std::uint32_t> group;      ///< of each
  std::vector<std::vector<Part>> parts;  ///< of each, in the order along it
  std::vector<bool> closed;              ///< whether it ends where it begins
};

/// Lines of one group joined where exactly two ends lie in one cell of the grid: through all nodes of degree
/// two, and through no others. A line runs in the direction of the first of its rows, a closed one from where
/// that begins. Parts of no length, and rows that are no lines, are left out. Lines in the order of their
/// groups' first rows. An Error (failed) where they are not together as long as the rows.
MergedLines merge_lines(const GeometryColumn& lines, std::span<const std::uint32_t> groups,
                        LineDirection direction, double grid_size);

}  // namespace jingwei
