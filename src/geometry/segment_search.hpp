#pragma once
#include <optional>
#include <span>
#include <vector>

#include "geometry/crs_geodesic.hpp"
#include "geometry/spatial_index.hpp"

namespace jingwei {

/// A straight piece of a row (a point: both ends equal), with the true length of the lines before it in its
/// row. Longer edges are several, so that each bends too little to be near a place twice.
struct Segment {
  Point a, b;
  std::uint32_t row = 0;
  double before_m = 0;
};

/// Adds the segments of a line's path or a polygon's ring. Edges of no length are left out, unless there is
/// no other.
void add_path(const Path& path, std::uint32_t row, double unit_m, std::vector<Segment>& segments);
/// Tells each segment of a row the true length of those before it.
void measure_along(std::span<Segment> of_row, const CrsGeodesic& truth);

/// The place of a segment that is nearest to another place.
struct SegmentPlace {
  std::uint32_t segment = 0;
  double distance_m = 0;  ///< geodesic
  Point place;
};

/// The segments of points, lines and polygons' borders, searched by true distances. Read-only, so any number
/// of threads may search; `truth` is of the calling one.
class SegmentSearch {
 public:
  SegmentSearch(const GeometryColumn& column, const Crs& crs, Context& context);

  /// By row, and along each row.
  std::span<const Segment> segments() const { return m_segments; }

  /// The nearest place within the limit (inclusive); of equals that of the lowest row, then of the first
  /// segment.
  std::optional<SegmentPlace> nearest(const CrsGeodesic& truth, Point point, double limit_m) const;
  /// The nearest places of all segments within the limit (inclusive), by segment.
  std::vector<SegmentPlace> within(const CrsGeodesic& truth, Point point, double limit_m) const;
  /// How far along its row a place lies.
  double chainage_m(const CrsGeodesic& truth, const SegmentPlace& found) const;

 private:
  std::vector<Segment> m_segments;
  SpatialIndex m_index;
  double m_unit_m;
};

}  // namespace jingwei
