#pragma once
#include <span>
#include <vector>

#include "geometry/grid_polygons.hpp"
#include "geometry/simple_arrangement.hpp"
#include "geometry/wkb.hpp"

namespace jingwei {

/// Which places an overlay of two sides keeps.
enum class Kept { either, both, first_alone };

/// The two sides of an overlay, each the rings of any polygons.
enum class OverlaySide { first, second };

/// Two sides whose rings are snap-rounded once (snap_rounding.hpp). A place belongs to a side where the
/// side's rings wind around it counter-clockwise (winding_sweep.hpp), so polygons of one side may overlap and
/// repeat each other. What it gives is valid by OGC: rings are simple, holes and shells touch in points at
/// most. In one canonical form: rings begin at their lowest corner (by x, then y), polygons are in the order
/// of these; neither the order of the polygons nor where their rings begin has a part in it. Edges that fall
/// together are one before anything is rounded; few rings in general position take a shorter way to the same
/// (simple_arrangement.hpp).
class PolygonArrangement {
 public:
  explicit PolygonArrangement(double grid_size) : m_scale(1 / grid_size) {}

  /// \pre shells run counter-clockwise, holes clockwise (planar.hpp: oriented); coordinates are finite and no
  /// farther from the origin than 2^51 cells of the grid, edges no longer than 2^40: an Error (input) else.
  void add(const Path& ring, OverlaySide side);
  /// After the last ring. An Error (failed) where the arrangement does not settle on the grid.
  void settle();
  /// The polygons of the places that lie in some polygon of either side, of both, or of the first alone.
  /// \pre settled
  std::vector<Rings> polygons(Kept kept) const;
  double area(Kept kept) const;  ///< theirs
  /// The area of the places of both sides, each counted once, or as often as the second winds around it.
  enum class Counted { once, as_it_winds };
  double common_area(Counted counted) const;

 private:
  template <class Count>
  double area_of(const Count& count) const;

  double m_scale;  // cells a unit
  SidedRings m_rings;
  std::optional<SimpleArrangement> m_simple;
  Settled m_arrangement;  // else
};

/// One such overlay, and the union of polygons.
std::vector<Rings> polygon_overlay(std::span<const Rings> first, std::span<const Rings> second, Kept kept,
                                   double grid_size);
std::vector<Rings> polygon_union(std::span<const Rings> polygons, double grid_size);

}  // namespace jingwei
