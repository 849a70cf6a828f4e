#pragma once
// Pieces of streets, as what is reached consists of.
#include <vector>

#include "geometry/measure.hpp"
#include "network/support.hpp"

namespace jingwei::testing {

/// The middle of a path's middle edge.
inline Point middle(const Path& path) {
  const std::size_t i = path.size() / 2;
  return {(path[i - 1].x + path[i].x) / 2, (path[i - 1].y + path[i].y) / 2};
}

/// Metres.
inline double length_of(const std::vector<Path>& paths) {
  GeometryColumn column;
  column.append(wkb_of_lines(paths));
  Context context;
  return lengths_m(column, metre_plane(), context)[0];
}

}  // namespace jingwei::testing
