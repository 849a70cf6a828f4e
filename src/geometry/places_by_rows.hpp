#pragma once
#include <cstdint>
#include <vector>

#include "base/context.hpp"
#include "geometry/certificate.hpp"
#include "geometry/wkb.hpp"

namespace jingwei {

/// Every place that rows cover, once, with all rows that cover it.
struct PlacesByRows {
  GeometryColumn geometry;                       ///< the places of one set of rows in each, no null
  std::vector<std::vector<std::uint32_t>> rows;  ///< each ascending, in lexicographic order, no two equal
  Certificate certificate;                       ///< measures: each place as often as rows cover it
};

/// The overlay of all rows of polygons with each other at once: their borders are noded in one arrangement
/// (planar_subdivision.hpp), and faces that the same rows cover are put together. Neither the order of rows
/// (their numbers aside) nor threads have a part in the result. Errors (failed): what cannot be proven.
PlacesByRows places_by_rows(const GeometryColumn& polygons, double grid_size, Context& context);

}  // namespace jingwei
