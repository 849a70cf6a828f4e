#pragma once
#include <optional>

#include "geometry/grid_row.hpp"
#include "geometry/overlay_row.hpp"

namespace jingwei {

/// What a row has alone; no polygons where only its area is wanted.
struct PolygonAlone {
  std::vector<Rings> polygons;
  double area = 0;
};

/// What polygon rows a and b have in common, and what a has outside of b where that is wanted and came of the
/// same arrangement.
struct PolygonPair {
  std::vector<Rings> common;
  std::optional<PolygonAlone> alone;
};
PolygonPair overlay_pair(GridRow& a, GridRow& b, std::optional<RestWanted> wanted, double grid_size);

/// What polygon row a shares with each polygon row among the candidates, and what it has outside of all.
struct PolygonRow {
  struct Shared {
    std::uint32_t other = 0;
    std::vector<Rings> common;
  };
  std::vector<Shared> shared;
  PolygonAlone rest;
  double shared_area = 0;  ///< of the places that any piece covers, each counted once
};
PolygonRow overlay_polygons(GridRow& a, std::span<const std::uint32_t> candidates, GridRows& others,
                            RestWanted wanted, double grid_size);

/// What polygon row a has outside of the polygon rows `met`, and the area of what it has inside of them: with
/// each place counted once, and as often as rows have it.
struct PolygonRest {
  PolygonAlone rest;
  double once = 0;
  double as_often = 0;
};
PolygonRest polygon_rest(GridRow& a, std::span<const std::uint32_t> met, GridRows& others, RestWanted wanted,
                         double grid_size);

}  // namespace jingwei
