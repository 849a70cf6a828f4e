#pragma once
#include <cstdint>

#include "base/context.hpp"
#include "geometry/nearest_areas.hpp"

namespace jingwei {

/// The plane divided among facilities by the nearest of some lines that are theirs.
class Territories {
 public:
  /// Lines labelled facility · limits + limit (network/territories.hpp). `reach`: how far from the lines an
  /// area may go, in units of the plane.
  Territories(LabelledLines lines, std::uint32_t facilities, std::uint32_t limits, double reach,
              double grid_size, Context& context);

  /// Of one row of polygons the part of each facility, one row a facility (null: none). They do not overlap,
  /// and together they are the whole, to the grid.
  GeometryColumn areas(const GeometryColumn& whole, Context& context) const;
  /// The lines of each facility up to a limit.
  GeometryColumn lines(std::uint32_t limit) const;

 private:
  LabelledLines m_lines;
  std::uint32_t m_facilities, m_limits;
  double m_grid_size;
  GeometryColumn m_cells;  ///< of each facility: what is nearest to its lines
};

/// Points as the lines that Territories needs, as short as the grid is fine, for one limit.
LabelledLines as_lines(std::span<const Point> points, double grid_size);

}  // namespace jingwei
