#pragma once
#include <algorithm>
#include <cmath>
#include <utility>

#include "geometry/wkb.hpp"

namespace jingwei {

/// The image of a path of straight edges under `map` (Point → Point), with as many points added that it
/// strays from the true image by less than `tolerance` (units of the image). An edge is halved until its
/// image at 1/4, 1/2 and 3/4 lies that near to the chord's; edges not longer than `safe_length` (units of the
/// source) are taken as they are. Edges are followed from their lesser end, so that neighbours that share one
/// get the same points.
template <class Map>
class Densifier {
 public:
  Densifier(const Map& map, double tolerance, double safe_length)
      : m_map(map), m_tolerance(tolerance), m_safe_length(safe_length) {}

  Path operator()(const Path& path) const {
    Path images(path.size());
    std::transform(path.begin(), path.end(), images.begin(), m_map);
    Path dense;
    dense.reserve(path.size());
    for (std::size_t i = 0; i < path.size(); ++i) {
      if (i > 0) edge({path[i - 1], images[i - 1]}, {path[i], images[i]}, dense);
      dense.push_back(images[i]);
    }
    return dense;
  }

 private:
  struct Place {
    Point source;
    Point image;
  };

  void edge(const Place& p, const Place& q, Path& out) const {
    if (std::hypot(q.source.x - p.source.x, q.source.y - p.source.y) <= m_safe_length) return;
    const bool forward = std::pair(p.source.x, p.source.y) <= std::pair(q.source.x, q.source.y);
    const std::size_t begin = out.size();
    if (forward) return halve(p, q, 0, out);
    halve(q, p, 0, out);
    std::reverse(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end());
  }

  Place at(const Place& p, const Place& q, double t) const {
    const Point source{p.source.x + t * (q.source.x - p.source.x),
                       p.source.y + t * (q.source.y - p.source.y)};
    return {source, m_map(source)};
  }
  bool strays(const Place& p, const Place& q, const Place& there, double t) const {
    const double dx = p.image.x + t * (q.image.x - p.image.x) - there.image.x;
    const double dy = p.image.y + t * (q.image.y - p.image.y) - there.image.y;
    return dx * dx + dy * dy > m_tolerance * m_tolerance;
  }

  void halve(const Place& p, const Place& q, int depth, Path& out) const {
    constexpr int deepest = 20;  // a millionth of the edge
    if (depth == deepest) return;
    const Place middle = at(p, q, 0.5);
    if (!strays(p, q, middle, 0.5) && !strays(p, q, at(p, q, 0.25), 0.25) &&
        !strays(p, q, at(p, q, 0.75), 0.75))
      return;
    halve(p, middle, depth + 1, out);
    out.push_back(middle.image);
    halve(middle, q, depth + 1, out);
  }

  const Map& m_map;
  double m_tolerance;
  double m_safe_length;
};

/// How long an edge may be that never needs a point: its image bends less than a circle of a hundredth of the
/// ellipsoid's radius (which holds to 0.6° from a pole), so it strays by less than length²/8 · 100/radius.
inline double safe_edge_m(double tolerance_m, double semi_major_m) {
  return std::sqrt(8 * tolerance_m * semi_major_m / 100);
}

}  // namespace jingwei
