#pragma once
#include <cstddef>

#include "geometry/wkb.hpp"

namespace jingwei {

/// Layers made up from a seed, in metres, with whole millimetres. All share the square that so many parcels
/// of about 50 m fill.
struct GeneratedLayers {
  std::size_t parcel_count = 200'000;
  double side_m() const;

  /// Irregular polygons of eight corners that share their borders and leave no gap (a valid coverage).
  GeometryColumn parcels() const;
  /// One irregular patch of 10 to 40 corners for every ten parcels; they overlap here and there.
  GeometryColumn patches() const;
  /// One polygon over the middle half of the square, with a ragged border and holes: 2.65 corners for every
  /// parcel (530,000 for 200,000).
  GeometryColumn large_polygon() const;
};

}  // namespace jingwei
