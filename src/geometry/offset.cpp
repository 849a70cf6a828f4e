#include "geometry/offset.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "geometry/planar.hpp"

namespace jingwei {
namespace {

struct Edge {
  Point p, q;
  Point left;  ///< the unit vector to the left
};

Point moved(Point p, Point direction, double distance) {
  return {p.x + distance * direction.x, p.y + distance * direction.y};
}

/// The fan around `center` from `first` to `last` (unit vectors), turning by `angle`.
Path fan(Point center, Point first, Point last, double angle, double radius, double arc_step) {
  Path ring{center, moved(center, first, radius)};
  const double steps = std::ceil(std::fabs(angle) / arc_step);
  for (double k = 1; k < steps; ++k) {
    const double turn = angle * k / steps;
    const double c = std::cos(turn);
    const double s = std::sin(turn);
    ring.push_back(moved(center, {first.x * c - first.y * s, first.x * s + first.y * c}, radius));
  }
  ring.push_back(moved(center, last, radius));
  ring.push_back(center);
  return ring;
}

Path rectangle(const Edge& e, double left_m, double right_m, double overlap_m) {
  const Point along{e.left.y, -e.left.x};
  const Point p = moved(e.p, along, -overlap_m);
  const Point q = moved(e.q, along, overlap_m);
  return {moved(p, e.left, -right_m), moved(q, e.left, -right_m), moved(q, e.left, left_m),
          moved(p, e.left, left_m), moved(p, e.left, -right_m)};
}

std::vector<Edge> edges_of(const Path& path) {
  std::vector<Edge> edges;
  for (std::size_t i = 1; i < path.size(); ++i) {
    const Point p = path[i - 1];
    const Point q = path[i];
    const double length = std::hypot(q.x - p.x, q.y - p.y);
    if (length > 0) edges.push_back({p, q, {-(q.y - p.y) / length, (q.x - p.x) / length}});
  }
  return edges;
}

}  // namespace

std::vector<Path> offset_pieces(const Chain& chain, double arc_step, double overlap_m) {
  constexpr double half_turn = std::numbers::pi;
  const double larger_m = std::max(chain.left_m, chain.right_m);
  std::vector<Path> pieces;
  const std::vector<Edge> edges = edges_of(chain.path);
  const auto opposite = [](Point v) { return Point{-v.x, -v.y}; };
  if (edges.empty()) {
    if (chain.path.empty()) return pieces;
    Path circle = fan(chain.path[0], {1, 0}, {1, 0}, 2 * half_turn, larger_m, arc_step);
    circle.erase(circle.begin());
    circle.pop_back();
    pieces.push_back(std::move(circle));
    return pieces;
  }
  for (const Edge& e : edges) pieces.push_back(rectangle(e, chain.left_m, chain.right_m, overlap_m));

  const auto turn_at = [&](const Edge& in, const Edge& out) {
    const double cross = in.left.x * out.left.y - in.left.y * out.left.x;
    const double dot = in.left.x * out.left.x + in.left.y * out.left.y;
    const double angle = std::atan2(cross, dot);
    if (angle > 0)
      pieces.push_back(fan(out.p, opposite(in.left), opposite(out.left), angle, chain.right_m, arc_step));
    if (angle < 0) pieces.push_back(fan(out.p, in.left, out.left, angle, chain.left_m, arc_step));
  };
  for (std::size_t i = 1; i < edges.size(); ++i) turn_at(edges[i - 1], edges[i]);
  if (chain.ends == Chain::Ends::closed) {
    turn_at(edges.back(), edges.front());
  } else {
    const Edge& first = edges.front();
    const Edge& last = edges.back();
    pieces.push_back(fan(first.p, first.left, opposite(first.left), half_turn, larger_m, arc_step));
    pieces.push_back(fan(last.q, opposite(last.left), last.left, half_turn, larger_m, arc_step));
  }
  return pieces;
}

Path simplified(const Path& path, double tolerance) {
  if (path.size() < 3) return path;
  std::vector<bool> kept(path.size(), false);
  kept.front() = kept.back() = true;
  std::vector<std::pair<std::size_t, std::size_t>> stack{{0, path.size() - 1}};
  while (!stack.empty()) {
    const auto [first, last] = stack.back();
    stack.pop_back();
    std::size_t farthest = first;
    double distance = path[first] == path[last] ? 0 : tolerance;
    for (std::size_t i = first + 1; i < last; ++i) {
      const double d = distance_to_segment(path[i], path[first], path[last]);
      if (d > distance) distance = d, farthest = i;
    }
    if (farthest == first) continue;
    kept[farthest] = true;
    stack.emplace_back(first, farthest);
    stack.emplace_back(farthest, last);
  }
  Path fewer;
  for (std::size_t i = 0; i < path.size(); ++i)
    if (kept[i]) fewer.push_back(path[i]);
  return fewer;
}

}  // namespace jingwei
