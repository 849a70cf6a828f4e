#pragma once
#include <span>

#include "geometry/spatial_index.hpp"
#include "geometry/wkb.hpp"

namespace jingwei {

/// Where places lie to polygons that do not change. Any number of threads may ask.
class PolygonLocator {
 public:
  explicit PolygonLocator(std::span<const Rings> polygons);

  /// Is the place inside, by the even–odd rule? On the border itself it may be either.
  bool inside(Point place) const;
  /// Is the border no farther from the place than `distance`?
  bool border_within(Point place, double distance) const;

 private:
  struct Edge {
    Point p, q;
  };
  static constexpr std::size_t run = 8;  // edges that share a box of the index
  template <class Visit>
  void edges_meeting(const Envelope& window, const Visit& visit) const;

  std::vector<Edge> m_edges;
  SpatialIndex m_index;
};

}  // namespace jingwei
