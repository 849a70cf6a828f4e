#pragma once
#include <algorithm>
#include <cmath>

#include "geometry/chebyshev.hpp"
#include "geometry/envelope.hpp"

namespace jingwei {

/// A map (Point → Point) by polynomials on a rectangle, where they stray from it by less than `tolerance`
/// (units of the image) at places between their nodes; elsewhere, and where the map is not so smooth, the map
/// itself. The map is asked 32 times first, so for few `places` it is the map too. It has to outlive this.
template <class Map>
class SmoothMap {
 public:
  SmoothMap(const Map& map, const Envelope& domain, double tolerance, std::size_t places)
      : m_map(map), m_center(domain.center()), m_reach(std::max(domain.width(), domain.height()) / 2) {
    constexpr std::size_t few = 64;
    if (!(m_reach > 0) || places < few) return;
    const auto nodes = chebyshev_nodes();
    Quartic x{}, y{};
    for (std::size_t i = 0; i < nodes.size(); ++i)
      for (std::size_t j = 0; j < nodes.size(); ++j) {
        const Point image = m_map(at(nodes[i], nodes[j]));
        x[i][j] = image.x, y[i][j] = image.y;
      }
    m_x = interpolated(x);
    m_y = interpolated(y);
    constexpr Point checks[] = {{1, 1}, {1, -1}, {-1, 1}, {-1, -1}, {0.8, 0.3}, {-0.3, 0.8}, {0.3, -0.8}};
    m_smooth = std::ranges::all_of(checks, [&](Point uv) {
      const Point truth = m_map(at(uv.x, uv.y));
      return std::hypot(value(m_x, uv.x, uv.y) - truth.x, value(m_y, uv.x, uv.y) - truth.y) <= tolerance;
    });  // not so where NaN
  }

  Point operator()(Point p) const {
    if (!m_smooth) return m_map(p);
    const double u = (p.x - m_center.x) / m_reach;
    const double v = (p.y - m_center.y) / m_reach;
    if (std::max(std::fabs(u), std::fabs(v)) > 1) return m_map(p);
    return {value(m_x, u, v), value(m_y, u, v)};
  }

 private:
  Point at(double u, double v) const { return {m_center.x + u * m_reach, m_center.y + v * m_reach}; }

  const Map& m_map;
  Point m_center;
  double m_reach;
  Quartic m_x{}, m_y{};
  bool m_smooth = false;
};

}  // namespace jingwei
