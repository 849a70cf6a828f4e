#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "geometry/crs.hpp"
#include "geometry/spatial_index.hpp"
#include "network/edges.hpp"

namespace jingwei {

/// The place of an edge that is nearest to a point.
struct EdgePlace {
  std::uint32_t edge = 0;
  double chainage_m = 0;
  Point place;
  double distance_m = 0;  ///< geodesic
};

/// Metres in one unit of the plane at a point, eastwards and northwards: projections stretch.
struct LocalScale {
  double least, greatest;
};
LocalScale local_scale(Point p, const Crs& crs);

/// Finds the nearest of some edges. Read-only, so any number of threads may ask it; it refers to the edges,
/// which must outlive it.
class EdgeIndex {
 public:
  EdgeIndex(const Edges& edges, const std::vector<std::uint32_t>& among, const Crs& crs);

  /// The nearest place within `limit_m` (inclusive, geodesic; infinite: wherever it is). Ties: the lowest
  /// edge, then the lowest chainage. Nothing for NaN.
  std::optional<EdgePlace> nearest(Point point, double limit_m) const;

  /// The edges with a piece whose envelope meets the rectangle, ascending.
  std::vector<std::uint32_t> edges_meeting(const Envelope& rectangle) const;

 private:
  struct Piece {
    std::uint32_t edge;
    std::size_t vertex;  ///< its first
  };
  EdgePlace place_on(const Piece& piece, Point point, double& plane_distance) const;
  double nearest_in_plane(Point point, double radius, std::vector<std::uint32_t>& rows) const;

  const Edges& m_edges;
  Crs m_crs;
  std::vector<Piece> m_pieces;
  Envelope m_extent;
  SpatialIndex m_index;
};

}  // namespace jingwei
