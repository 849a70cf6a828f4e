#include "geometry/styled_line.hpp"

#include <algorithm>
#include <cmath>

#include "geometry/planar.hpp"
#include "geometry/polygon_locator.hpp"
#include "geometry/polygon_overlay.hpp"

namespace jingwei {
namespace {

/// The path led on straight at its ends.
Path extended(Path path, double first_m, double last_m) {
  const auto beyond = [](Point from, Point end, double distance_m) {
    const double length = std::hypot(end.x - from.x, end.y - from.y);
    if (!(length > 0)) return end;
    return Point{end.x + distance_m / length * (end.x - from.x),
                 end.y + distance_m / length * (end.y - from.y)};
  };
  if (path.size() < 2) return path;
  const Point first = beyond(path[1], path[0], first_m);
  path.back() = beyond(path[path.size() - 2], path.back(), last_m);
  path.front() = first;
  return path;
}

std::vector<Rings> one_sided(const Chain& line, BufferSide side, double arc_slack, double overlap_m,
                             double grid_m) {
  const double cell_m = grid_m / 4;
  const double knife_m = 2 * cell_m;
  Chain knife = line;
  if (line.ends == Chain::Ends::flat) knife.path = extended(knife.path, 4 * knife_m, 4 * knife_m);
  knife.left_m = knife.right_m = knife_m;
  const std::vector<Rings> whole = polygon_union(oriented_pieces({&line, 1}, arc_slack, overlap_m), cell_m);
  const std::vector<Rings> blade = polygon_union(oriented_pieces({&knife, 1}, arc_slack, 0), cell_m);
  std::vector<Rings> kept;
  for (Rings& piece : polygon_overlay(whole, blade, Kept::first_alone, cell_m)) {
    const PolygonLocator locator({&piece, 1});
    bool beside = false;
    for (std::size_t i = 1; i < line.path.size() && !beside; ++i) {
      const Point p = line.path[i - 1];
      const Point q = line.path[i];
      const double length = std::hypot(q.x - p.x, q.y - p.y);
      const double off = (side == BufferSide::left ? 2 : -2) * knife_m / length;
      beside = locator.inside({(p.x + q.x) / 2 - off * (q.y - p.y), (p.y + q.y) / 2 + off * (q.x - p.x)});
    }
    if (beside) kept.push_back(std::move(piece));
  }
  // What the knife took from this side.
  Chain seam = line;
  seam.left_m = side == BufferSide::left ? 2 * knife_m : 0;
  seam.right_m = side == BufferSide::right ? 2 * knife_m : 0;
  for (Rings& ring : oriented_pieces({&seam, 1}, arc_slack, 0)) kept.push_back(std::move(ring));
  return polygon_union(kept, cell_m);
}

}  // namespace

std::vector<Rings> styled_line(Path path, LineEnds ends, const BufferStyle& style, double distance_m,
                               double arc_slack, double grid_m) {
  const bool closed = path.size() > 3 && path.front() == path.back();
  if (style.cap == LineCap::square && style.side == BufferSide::both && !closed)
    path = extended(std::move(path), ends.first ? distance_m : 0, ends.last ? distance_m : 0);
  const Chain line{std::move(path), distance_m, distance_m, closed ? Chain::Ends::closed : Chain::Ends::flat};
  const double overlap_m = std::min(2 * grid_m, 0.005 * distance_m);
  if (style.side != BufferSide::both) return one_sided(line, style.side, arc_slack, overlap_m, grid_m);
  return polygon_union(oriented_pieces({&line, 1}, arc_slack, overlap_m), grid_m / 4);
}

std::vector<Rings> oriented_pieces(std::span<const Chain> chains, double arc_slack, double overlap_m) {
  std::vector<Rings> polygons;
  for (Path& ring : offset_pieces(chains, arc_slack, overlap_m))
    polygons.push_back(oriented({std::move(ring)}));
  return polygons;
}

}  // namespace jingwei
