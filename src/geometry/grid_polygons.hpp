#pragma once
#include <functional>
#include <span>
#include <vector>

#include "geometry/ring_trace.hpp"
#include "geometry/wkb.hpp"

namespace jingwei {

/// Adds the corners of a ring, rounded to the grid (`scale` cells a unit): none after an equal one, and the
/// first one not again at the end. Errors as of its edges.
void add_corners(const Path& ring, double scale, std::vector<Cell>& corners);

/// Adds the edges of a ring or of polygons, rounded to the grid (`scale` cells a unit). Each polygon winds
/// once around its inside on the side of an overlay that `rise` names. \pre oriented (planar.hpp). Errors
/// (input): places or edges too far for the grid.
void add_edges(const Path& ring, Winding rise, double scale, std::vector<GridEdge>& edges);
void add_edges(std::span<const Rings> polygons, Winding rise, double scale, std::vector<GridEdge>& edges);

/// Edges that meet in their ends only, in the order of (low, slope), and where they lie to each other.
struct Settled {
  std::vector<GridEdge> edges;
  std::vector<Placement> placements;
};
/// The arrangement of edges, rounded until it has settled. An Error (failed) where it does not.
Settled settled(std::vector<GridEdge> edges, double scale);

/// Edges that meet in their ends only, and those of them that border on what is kept.
struct Bordered {
  std::vector<GridEdge> edges;
  std::vector<Border> borders;
};
/// Of the arrangement of edges, as above.
Bordered bordered(std::vector<GridEdge> edges, const std::function<bool(const Winding&)>& kept, double scale);
/// The same of edges that meet in their ends only, in any order.
Bordered bordered_as_arranged(std::vector<GridEdge> edges, const std::function<bool(const Winding&)>& kept,
                              double scale);

/// The polygons that borders enclose, in units.
std::vector<Rings> polygons_between(const std::vector<GridEdge>& edges, const std::vector<Border>& borders,
                                    double scale);
std::vector<Rings> polygons_between(const Bordered& arrangement, double scale);

}  // namespace jingwei
