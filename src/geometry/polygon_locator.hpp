#pragma once
#include <optional>
#include <span>
#include <vector>

#include "geometry/spatial_index.hpp"
#include "geometry/wkb.hpp"

namespace jingwei {

/// Rings that wind around every place of a window as those of some polygons do.
struct NearRings {
  std::vector<Path> rings;
  bool bordering = false;  ///< an edge of the polygons may meet the window
};

/// Where places lie to polygons that do not change. Any number of threads may ask. Every ring has a tree of
/// boxes over its edges in their order, so that long stretches that no question depends on are passed by at
/// once, however many edges there are.
class PolygonLocator {
 public:
  explicit PolygonLocator(std::span<const Rings> polygons);

  /// Is the place inside, by the even–odd rule? On the border itself it may be either.
  bool inside(Point place) const;
  /// Is the border no farther from the place than `distance`?
  bool border_within(Point place, double distance) const;
  /// Edges that may meet the window are kept. What lies beyond one of its sides between two kept corners is
  /// one edge, as it can be moved there without passing the window.
  NearRings near(const Envelope& window) const;

 private:
  struct Ring {
    std::size_t first_point = 0;
    std::size_t edges = 0;
    std::size_t first_level = 0;  // of m_levels, those of the edges' runs first
    std::size_t levels = 0;
    Envelope envelope;
  };
  static constexpr std::size_t fan_out = 8;  // edges or boxes that share a box

  void add_ring(const Path& ring);
  template <class Visit>
  void rings_meeting(const Envelope& window, const Visit& visit) const;
  template <class Visitor>
  void walk(const Ring& ring, Visitor& visitor) const;
  template <class Visitor>
  void walk(const Ring& ring, std::size_t level, std::size_t first, std::size_t last, Visitor& visitor) const;

  std::vector<Point> m_points;
  std::vector<Ring> m_rings;
  std::vector<std::size_t> m_levels;  // the first box of each
  std::vector<Envelope> m_boxes;
  std::optional<SpatialIndex> m_index;  // over the rings, where there are many
};

}  // namespace jingwei
