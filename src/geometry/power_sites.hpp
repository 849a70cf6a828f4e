#pragma once
#include <span>
#include <vector>

#include "geometry/regular_triangulation.hpp"
#include "geometry/wkb.hpp"

namespace jingwei {

/// The points of a column as sites of a power diagram, along a Hilbert curve, one a place.
struct PowerSites {
  std::vector<Site> sites;
  std::vector<std::uint32_t> row;  ///< of each
  /// Rows whose points lie in the places of others that weigh more, or as much and come first.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> duplicates;
  std::int64_t reach = 0;  ///< how far from their middle a place of `region` can be
};

/// `weights`: one a row, in squares of the plane's units; none: all equal. Errors (input): places farther
/// apart than 2^31 cells of the grid, weights than their square root.
PowerSites power_sites(const GeometryColumn& points, std::span<const double> weights, const Envelope& region,
                       double grid_size);

}  // namespace jingwei
