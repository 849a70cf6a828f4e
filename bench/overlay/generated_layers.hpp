#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "geometry/wkb.hpp"

namespace jingwei {

inline constexpr std::uint32_t districts_across = 14;
inline constexpr std::uint32_t district_count = districts_across * districts_across;

/// Layers made up from a seed, in metres, with whole millimetres. All share the square that so many parcels
/// of about 50 m fill.
struct GeneratedLayers {
  std::size_t parcel_count = 200'000;
  double side_m() const;

  /// Irregular polygons of eight corners that share their borders and leave no gap (a valid coverage).
  GeometryColumn parcels() const;
  /// The parcels grown by a fiftieth from their middles: each overlaps its neighbours.
  GeometryColumn overlapping_parcels() const;
  /// The district of each parcel, which together make a square: 0 … district_count − 1.
  std::vector<std::uint32_t> districts() const;
  /// One irregular patch of 10 to 40 corners for every ten parcels; they overlap here and there.
  GeometryColumn patches() const;
  /// One polygon over the middle half of the square, with a border as of a coast and holes: 2.65 corners for
  /// every parcel (530,000 for 200,000).
  GeometryColumn large_polygon() const;
  /// One line for every forty parcels: 100 corners, 20 m apart, that wander and cross.
  GeometryColumn lines() const;
};

}  // namespace jingwei
