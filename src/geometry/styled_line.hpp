#pragma once
#include <vector>

#include "geometry/buffer.hpp"
#include "geometry/offset.hpp"

namespace jingwei {

inline bool is_round(const BufferStyle& style) {
  return style.cap == LineCap::round && style.side == BufferSide::both;
}

/// Does a path begin and end where its line does? Else another part goes on there.
struct LineEnds {
  bool first = true;
  bool last = true;
};

/// The buffer of a line in a plane of metres where it is not round (BufferStyle). A one-sided one is the
/// two-sided one with flat ends, cut along the line, of which the pieces stay that lie beside the middle of
/// an edge on that side: offset curves alone reach across the line where it turns sharply.
std::vector<Rings> styled_line(Path path, LineEnds ends, const BufferStyle& style, double distance_m,
                               double arc_slack, double grid_m);

/// Offset pieces (offset.hpp) as polygons.
std::vector<Rings> oriented_pieces(std::span<const Chain> chains, double arc_slack, double overlap_m);

}  // namespace jingwei
