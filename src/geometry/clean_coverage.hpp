#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "base/context.hpp"
#include "base/quantity.hpp"
#include "geometry/certificate.hpp"
#include "geometry/crs.hpp"
#include "geometry/wkb.hpp"

namespace jingwei {

/// A place that no row, several rows or a sliver of one row had before it was given to one row.
struct CoverageFault {
  enum class Kind { gap, overlap, sliver } kind = Kind::gap;
  std::vector<std::uint32_t> rows;  ///< that had it, ascending: none of a gap, the one of a sliver
  std::uint32_t to = 0;             ///< that has it now; no_row (overlay.hpp): nobody, of gaps that stay
  double area = 0;                  ///< in the plane's units
  double width_m = 0;               ///< mean width (polygon_width.hpp), true metres
};

struct CleanedCoverage {
  GeometryColumn
      geometry;  ///< row count kept; null where a row had nothing or, its place being that of other
                 ///< rows, nothing is left for it (of equal rows only the first has the place)
  std::vector<CoverageFault> faults;  ///< gaps and overlaps by place, then slivers by place
  GeometryColumn fault_geometry;      ///< one polygon for each fault
  Certificate certificate;            ///< outside: what overlapped less what gaps were filled
};

/// Up to which width gaps are filled and parts of rows are slivers (true metres; polygon_width.hpp).
struct CoverageWidths {
  Length gap{1};
  Length sliver{1};
};

/// A valid coverage (coverage_check.hpp) from rows of polygons that nearly are one. Borders are noded once on
/// the grid (planar_subdivision.hpp), then
/// – what several rows cover is given to the one among them with the lowest `precedence`, of those to the one
///   with the longest border to it; a row that would lose all keeps its largest place that another row can do
///   without;
/// – gaps that rows enclose and that are slivers of the gap's width go to the row with the longest border;
/// – parts of a row (not all of it) that are slivers of their width go to the neighbour with the longest
///   border. A row of one part stays, however narrow, and is told as a fault that goes to itself.
/// Of several the first row; so the result depends on the rows' order in ties alone. `precedence`: one for
/// each row, or none. Errors (failed): a result that is no valid coverage, or whose areas are not those of
/// the rows with what the faults tell.
CleanedCoverage clean_coverage(const GeometryColumn& polygons, const Crs& crs,
                               std::span<const std::uint32_t> precedence, const CoverageWidths& widths,
                               double grid_size, Context& context);

}  // namespace jingwei
