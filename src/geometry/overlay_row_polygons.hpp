#pragma once
#include <optional>

#include "geometry/grid_row.hpp"
#include "geometry/overlay_row.hpp"

namespace jingwei {

/// What polygon rows a and b have in common, and what a has outside of b where that came of the same
/// arrangement.
struct PolygonPair {
  std::vector<Rings> common;
  std::optional<std::vector<Rings>> alone;
};
enum class AloneWanted { no, yes };
PolygonPair overlay_pair(GridRow& a, GridRow& b, AloneWanted alone, double grid_size);

/// What polygon row a shares with each polygon row among the candidates, and what it has outside of all; not
/// yet what the measures are.
struct PolygonRow {
  struct Shared {
    std::uint32_t other = 0;
    std::vector<Rings> common;
  };
  std::vector<Shared> shared;
  std::vector<Rings> rest;
};
PolygonRow overlay_polygons(GridRow& a, std::span<const std::uint32_t> candidates, GridRows& others,
                            double grid_size);

/// What polygon row a has outside of the polygon rows `met`.
std::vector<Rings> polygon_rest(GridRow& a, std::span<const std::uint32_t> met, GridRows& others,
                                double grid_size);

}  // namespace jingwei
