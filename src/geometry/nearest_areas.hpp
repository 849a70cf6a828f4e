#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "geometry/wkb.hpp"

namespace jingwei {

/// Lines, each with what it stands for: when it is reached, or whom it belongs to.
struct LabelledLines {
  std::vector<Path> lines;
  std::vector<std::uint32_t> labels;  ///< one a line
};

/// The plane divided among lines: every place belongs to the line that is nearest to it. It is the Voronoi
/// diagram of the lines' segments (Fortune 1987, sweep line, by Boost.Polygon in whole numbers), once they
/// are noded on the grid; where lines of several labels run on one another the lowest label counts.
class NearestAreas {
 public:
  /// `reach`: how far from the lines places are asked for, in units of the plane. Arcs between a point and a
  /// line are drawn with chords that leave them by at most `tolerance`. \pre grid_size, reach, tolerance > 0;
  /// the extent is less than 2^30 grid cells
  NearestAreas(const LabelledLines& lines, double grid_size, double reach, double tolerance);
  NearestAreas(NearestAreas&&) noexcept;
  NearestAreas& operator=(NearestAreas&&) noexcept;
  ~NearestAreas();

  /// The places whose nearest line has a label that is a member: polygons on the grid, which need repair
  /// where members meet at a corner only (a ring touches itself) or are thinner than the grid. Beyond `reach`
  /// from the lines they mean nothing. Nested sets of labels give nested areas, edge by edge.
  std::vector<Rings> areas(const std::function<bool(std::uint32_t)>& member) const;
  /// The same of each group of labels, all at once; `group_of` a label is below `groups`, or `groups`: of
  /// none.
  std::vector<std::vector<Rings>> areas_of_groups(
      std::uint32_t groups, const std::function<std::uint32_t(std::uint32_t)>& group_of) const;

 private:
  struct Diagram;
  std::unique_ptr<Diagram> m_diagram;
};

}  // namespace jingwei
