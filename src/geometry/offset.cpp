#include "geometry/offset.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <span>
#include <tuple>

#include "geometry/planar.hpp"

namespace jingwei {
namespace {

struct Edge {
  Point p, q;
  Point left;  ///< the unit vector to the left
  double length;
};

Point moved(Point p, Point direction, double distance) {
  return {p.x + distance * direction.x, p.y + distance * direction.y};
}

Point opposite(Point v) {
  return {-v.x, -v.y};
}

/// How far the path turns from one edge to the next, to the left.
double turn_between(const Edge& in, const Edge& out) {
  const double cross = in.left.x * out.left.y - in.left.y * out.left.x;
  return std::atan2(cross, in.left.x * out.left.x + in.left.y * out.left.y);
}

Point turned(Point v, double c, double s) {
  return {v.x * c - v.y * s, v.x * s + v.y * c};
}

/// So many corners around `center` at this distance, the first in direction `first` (a unit vector), each
/// turned by `step` from the one before.
void add_corners(Point center, Point first, double step, double count, double distance, Path& out) {
  const double c = std::cos(step);
  const double s = std::sin(step);
  for (double k = 0; k < count; ++k) {
    out.push_back(moved(center, first, distance));
    first = turned(first, c, s);
  }
}

/// The corners of tangents to the arc around `center` that begins in direction `first` (a unit vector) and
/// turns by `angle`. A corner as far out as it may be lies half_outer from the foot of a tangent on the arc
/// itself, as the first and the last are, which what comes before and after lies on, and half_inner from that
/// of one as far in as it may be, as all others are. With fewer corners all these angles are smaller.
void add_arc(Point center, Point first, double angle, double radius, double slack, Path& out) {
  const double half_outer = std::acos(1 / (1 + slack));
  const double half_inner = std::acos((1 - slack) / (1 + slack));
  const double turn = std::fabs(angle);
  const double more = std::max(0.0, std::ceil((turn - 2 * half_outer) / (2 * half_inner)));
  const double share = angle / (2 * half_outer + 2 * half_inner * more);
  const double begin = share * half_outer;
  add_corners(center, turned(first, std::cos(begin), std::sin(begin)), 2 * share * half_inner, more + 1,
              radius / std::cos(begin), out);
}

/// A ring whose corners lie as far outside a circle as the middles of its edges inside.
Path circle(Point center, double radius, double slack) {
  const double count = std::ceil(std::numbers::pi / std::acos((1 - slack) / (1 + slack)));
  Path ring;
  add_corners(center, {1, 0}, 2 * std::numbers::pi / count, count,
              2 * radius / (1 + std::cos(std::numbers::pi / count)), ring);
  ring.push_back(ring.front());
  return ring;
}

Path fan(Point center, Point first, Point last, double angle, double radius, double arc_slack) {
  Path ring{center, moved(center, first, radius)};
  add_arc(center, first, angle, radius, arc_slack, ring);
  ring.push_back(moved(center, last, radius));
  ring.push_back(center);
  return ring;
}

/// The polygon along a run of edges: on the outer side of a turn an arc, on the inner side the point where
/// the two offset lines meet. Longer than the run by `before_m` and `after_m` at its ends.
Path ribbon(std::span<const Edge> run, const Chain& chain, double arc_slack, double before_m,
            double after_m) {
  const auto ahead = [](const Edge& e) { return Point{e.left.y, -e.left.x}; };
  Path left{moved(moved(run.front().p, ahead(run.front()), -before_m), run.front().left, chain.left_m)};
  Path right{moved(moved(run.front().p, ahead(run.front()), -before_m), run.front().left, -chain.right_m)};
  for (std::size_t i = 1; i < run.size(); ++i) {
    const Edge& in = run[i - 1];
    const Edge& out = run[i];
    const double turn = turn_between(in, out);
    // The sum of both normals points along the bisector and is 2·cos²(turn/2) long in their directions.
    const Point both{in.left.x + out.left.x, in.left.y + out.left.y};
    const double scale = 1 + in.left.x * out.left.x + in.left.y * out.left.y;
    if (turn > 0) {
      left.push_back(moved(out.p, both, chain.left_m / scale));
      add_arc(out.p, opposite(in.left), turn, chain.right_m, arc_slack, right);
    } else {
      right.push_back(moved(out.p, both, -chain.right_m / scale));
      add_arc(out.p, in.left, turn, chain.left_m, arc_slack, left);
    }
  }
  left.push_back(moved(moved(run.back().q, ahead(run.back()), after_m), run.back().left, chain.left_m));
  right.push_back(moved(moved(run.back().q, ahead(run.back()), after_m), run.back().left, -chain.right_m));
  Path ring = std::move(right);
  ring.insert(ring.end(), left.rbegin(), left.rend());
  ring.push_back(ring.front());
  return ring;
}

/// How many edges from `first` on can share a ribbon: headings stay within 60°, so that it never meets
/// itself, and every edge is long enough for the inner corners at both its ends.
std::size_t run_length(std::span<const Edge> edges, std::size_t first, const Chain& chain) {
  constexpr double widest = std::numbers::pi / 3;
  double heading = 0;
  double lowest = 0;
  double highest = 0;
  double left_room = edges[first].length;
  double right_room = left_room;
  std::size_t last = first;
  for (; last + 1 < edges.size(); ++last) {
    const double turn = turn_between(edges[last], edges[last + 1]);
    heading += turn;
    lowest = std::min(lowest, heading);
    highest = std::max(highest, heading);
    const double corner = (turn > 0 ? chain.left_m : chain.right_m) * std::tan(std::fabs(turn) / 2) * 1.01;
    const double next_m = edges[last + 1].length;
    if (highest - lowest > widest || corner > (turn > 0 ? left_room : right_room) || corner > next_m) break;
    left_room = next_m - (turn > 0 ? corner : 0);
    right_room = next_m - (turn > 0 ? 0 : corner);
  }
  return last - first + 1;
}

std::vector<Edge> edges_of(const Path& path) {
  std::vector<Edge> edges;
  for (std::size_t i = 1; i < path.size(); ++i) {
    const Point p = path[i - 1];
    const Point q = path[i];
    const double length = std::hypot(q.x - p.x, q.y - p.y);
    if (length > 0) edges.push_back({p, q, {-(q.y - p.y) / length, (q.x - p.x) / length}, length});
  }
  return edges;
}

/// An open end of a chain: the direction (a unit vector) in which the chain leaves it.
struct End {
  Point place;
  Point away;
  double reach_m;
};

/// The sector of a place where chains end, between the two neighbours that leave more than half a turn free;
/// ends in the order of their angles.
void add_end_sector(std::span<const End> ends, double arc_slack, std::vector<Path>& pieces) {
  constexpr double half_turn = std::numbers::pi;
  for (std::size_t i = 0; i < ends.size(); ++i) {
    const Point from = ends[i].away;
    const Point to = ends[(i + 1) % ends.size()].away;
    double gap = std::atan2(from.x * to.y - from.y * to.x, from.x * to.x + from.y * to.y);
    // In their order the angle to the next is never negative; of ends that all look one way it is a whole
    // turn.
    if (gap < 0 || (gap == 0 && i + 1 == ends.size())) gap += 2 * half_turn;
    if (gap <= half_turn) continue;
    double reach_m = 0;
    for (const End& end : ends) reach_m = std::max(reach_m, end.reach_m);
    const Point first{-from.y, from.x};
    const Point last{to.y, -to.x};
    pieces.push_back(fan(ends[i].place, first, last, gap - half_turn, reach_m, arc_slack));
  }
}

void add_end_sectors(std::vector<End> ends, double arc_slack, std::vector<Path>& pieces) {
  const auto key = [](const End& end) {
    return std::tuple(end.place.x, end.place.y, std::atan2(end.away.y, end.away.x), end.reach_m);
  };
  std::ranges::sort(ends, {}, key);
  for (std::size_t first = 0; first < ends.size();) {
    std::size_t last = first + 1;
    while (last < ends.size() && ends[last].place == ends[first].place) ++last;
    add_end_sector(std::span(ends).subspan(first, last - first), arc_slack, pieces);
    first = last;
  }
}

/// The pieces of a chain but for its open ends.
void add_chain(const Chain& chain, double arc_slack, double overlap_m, std::vector<Path>& pieces,
               std::vector<End>& ends) {
  const double larger_m = std::max(chain.left_m, chain.right_m);
  const std::vector<Edge> edges = edges_of(chain.path);
  if (edges.empty()) {
    if (chain.path.empty()) return;
    pieces.push_back(circle(chain.path[0], larger_m, arc_slack));
    return;
  }
  const auto turn_at = [&](const Edge& in, const Edge& out) {
    const double turn = turn_between(in, out);
    if (turn > 0)
      pieces.push_back(fan(out.p, opposite(in.left), opposite(out.left), turn, chain.right_m, arc_slack));
    if (turn < 0) pieces.push_back(fan(out.p, in.left, out.left, turn, chain.left_m, arc_slack));
  };
  for (std::size_t first = 0; first < edges.size();) {
    if (first > 0) turn_at(edges[first - 1], edges[first]);
    const std::size_t count = run_length(edges, first, chain);
    const bool flat = chain.ends == Chain::Ends::flat;
    const double before_m = flat && first == 0 ? 0 : overlap_m;
    const double after_m = flat && first + count == edges.size() ? 0 : overlap_m;
    pieces.push_back(ribbon(std::span(edges).subspan(first, count), chain, arc_slack, before_m, after_m));
    first += count;
  }
  if (chain.ends == Chain::Ends::closed) return turn_at(edges.back(), edges.front());
  if (chain.ends == Chain::Ends::flat) return;
  const Point ahead{edges.front().left.y, -edges.front().left.x};
  const Point back{-edges.back().left.y, edges.back().left.x};
  ends.push_back({edges.front().p, ahead, larger_m});
  ends.push_back({edges.back().q, back, larger_m});
}

}  // namespace

std::vector<Path> offset_pieces(std::span<const Chain> chains, double arc_slack, double overlap_m) {
  std::vector<Path> pieces;
  std::vector<End> ends;
  for (const Chain& chain : chains) add_chain(chain, arc_slack, overlap_m, pieces, ends);
  add_end_sectors(std::move(ends), arc_slack, pieces);
  return pieces;
}

std::vector<Path> offset_pieces(const Chain& chain, double arc_slack, double overlap_m) {
  return offset_pieces(std::span(&chain, 1), arc_slack, overlap_m);
}

Path convex_offset(const Chain& chain, double arc_slack) {
  const std::vector<Edge> edges = edges_of(chain.path);
  Path ring;
  double turned = 0;
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const Edge& in = edges[i > 0 ? i - 1 : edges.size() - 1];
    const double turn = turn_between(in, edges[i]);
    if (turn < 0) return {};
    turned += turn;
    add_arc(edges[i].p, opposite(in.left), turn, chain.right_m, arc_slack, ring);
  }
  if (chain.ends != Chain::Ends::closed || turned > 3 * std::numbers::pi) return {};
  if (!ring.empty()) ring.push_back(ring.front());
  return ring;
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
