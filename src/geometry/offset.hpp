#pragma once
#include <span>
#include <vector>

#include "geometry/wkb.hpp"

namespace jingwei {

/// A chain of edges in a plane of metres and how far to go from it on either side.
struct Chain {
  Path path;
  double left_m = 0;
  double right_m = 0;
  /// flat: nothing beyond the ends; closed: a ring, whose last point repeats the first.
  enum class Ends { open, flat, closed } ends = Ends::open;
};

/// Polygons whose union is the places within these distances of the chain: rectangles along its edges (one
/// ribbon for a run of edges that turn little), a sector for each vertex on the outer side of its turn, half
/// discs (of the larger distance) for open ends, nothing for flat ones. That is the whole of it: a place
/// whose nearest place of the chain lies within an edge is in that edge's rectangle, one whose nearest place
/// is a vertex in its sector. Arcs are made of tangents; their corners lie up to a share `arc_slack` of the
/// distance too far out, their middles as far in. Ribbons are longer than their runs by `overlap_m` at both
/// ends that are not flat ones of the chain, so that rounding opens no slit beside a sector; they reach too
/// far by overlap²/(2·distance) there.
std::vector<Path> offset_pieces(const Chain& chain, double arc_slack, double overlap_m);
/// The same for chains that may meet: where ends lie in one place, it has one sector, which is what no edge
/// there reaches: the directions that look away from all of them. Most crossroads have none.
std::vector<Path> offset_pieces(std::span<const Chain> chains, double arc_slack, double overlap_m);

/// The one polygon within `right_m` of a closed chain that only turns to the left, and inside it; no points
/// where it turns to the right somewhere, or more than once around.
Path convex_offset(const Chain& chain, double arc_slack);

/// Fewer points, none of the path farther than `tolerance` from what is left (Douglas & Peucker 1973). The
/// ends stay; of a ring the point farthest from its end stays too.
Path simplified(const Path& path, double tolerance);

}  // namespace jingwei
