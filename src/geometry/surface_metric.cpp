#include "geometry/surface_metric.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace jingwei {
namespace {

constexpr double tile_m = 100'000;
constexpr double reach_m = 1.5 * tile_m;  // half as far again beyond each side of a tile
constexpr double tolerance = 1e-8;
constexpr std::size_t tiles_kept = 4096;
constexpr std::size_t metrics_kept = 32;

/// Points and weights on the unit interval.
struct Knot {
  double t, weight;
};

/// Gauss–Legendre: two points for edges so short that the integrand hardly bends, five are exact for the
/// polynomials.
template <class Integrand>
double integral(double extent, const Integrand& integrand) {
  constexpr double short_edge = 0.01;
  static constexpr Knot two[] = {{0.2113248654051871, 0.5}, {0.7886751345948129, 0.5}};
  static constexpr Knot five[] = {{0.046910077030668, 0.1184634425280945},
                                  {0.2307653449471585, 0.2393143352496832},
                                  {0.5, 0.2844444444444444},
                                  {0.7692346550528415, 0.2393143352496832},
                                  {0.953089922969332, 0.1184634425280945}};
  double sum = 0;
  const auto add = [&](const Knot& knot) { sum += knot.weight * integrand(knot.t); };
  if (extent < short_edge)
    std::for_each(std::begin(two), std::end(two), add);
  else
    std::for_each(std::begin(five), std::end(five), add);
  return sum;
}

/// The difference of two longitudes in degrees, the short way around.
double turn(double from, double to) {
  return std::remainder(to - from, 360);
}

}  // namespace

SurfaceMetric::SurfaceMetric(const Crs& crs)
    : m_to_degrees(transformation(crs, crs.geographic_base())),
      m_semi_major_m(crs.semi_major_m()),
      m_eccentricity_squared(crs.flattening() * (2 - crs.flattening())),
      m_unit_m(crs.metres_per_unit()),
      m_reach(reach_m / m_unit_m) {}

Point SurfaceMetric::in_tile(const Tile& tile, Point p) const {
  return {(p.x - tile.center.x) / m_reach, (p.y - tile.center.y) / m_reach};
}

SurfaceMetric::Form SurfaceMetric::form_at(Point p) const {
  // Derivatives of longitude and latitude by differences of fourth order: (8·(f₊₁ − f₋₁) − (f₊₂ − f₋₂)) /
  // 12h.
  constexpr double step_m = 1000;
  constexpr double radians = std::numbers::pi / 180;
  const double h = step_m / m_unit_m;
  const auto derivative = [&](double dx, double dy) {
    const auto at = [&](double n) { return (*m_to_degrees)({p.x + n * dx, p.y + n * dy}); };
    const Point before = at(-1), after = at(1), long_before = at(-2), long_after = at(2);
    return Point{(8 * turn(before.x, after.x) - turn(long_before.x, long_after.x)) / 12,
                 (8 * (after.y - before.y) - (long_after.y - long_before.y)) / 12};
  };
  const double latitude = (*m_to_degrees)(p).y * radians;
  const double w = 1 - m_eccentricity_squared * std::sin(latitude) * std::sin(latitude);
  const double parallel = m_semi_major_m / std::sqrt(w) * std::cos(latitude);
  const double meridian = m_semi_major_m * (1 - m_eccentricity_squared) / (w * std::sqrt(w));
  // Metres east and north for one unit of u and of v.
  const double units = radians * m_reach / h;
  const Point by_x = derivative(h, 0), by_y = derivative(0, h);
  const double east_u = parallel * by_x.x * units, north_u = meridian * by_x.y * units;
  const double east_v = parallel * by_y.x * units, north_v = meridian * by_y.y * units;
  return {east_u * east_u + north_u * north_u, east_u * east_v + north_u * north_v,
          east_v * east_v + north_v * north_v, std::fabs(east_u * north_v - north_u * east_v)};
}

SurfaceMetric::Tile SurfaceMetric::make_tile(Point center) const {
  Tile tile{center};
  const auto at = [&](double u, double v) {
    return form_at({center.x + u * m_reach, center.y + v * m_reach});
  };
  const auto nodes = chebyshev_nodes();
  Quartic uu{}, uv{}, vv{}, area{};
  for (std::size_t i = 0; i < nodes.size(); ++i)
    for (std::size_t j = 0; j < nodes.size(); ++j) {
      const Form form = at(nodes[i], nodes[j]);
      uu[i][j] = form.uu, uv[i][j] = form.uv, vv[i][j] = form.vv, area[i][j] = form.area;
    }
  tile.uu = interpolated(uu);
  tile.uv = interpolated(uv);
  tile.vv = interpolated(vv);
  tile.area = interpolated(area);
  const auto fits = [&](Point p) {
    const Form form = at(p.x, p.y);
    const auto near = [&](const Quartic& polynomial, double truth, double size) {
      return std::fabs(value(polynomial, p.x, p.y) - truth) <= tolerance * size;  // not so where NaN
    };
    return near(tile.uu, form.uu, form.uu) && near(tile.vv, form.vv, form.vv) &&
           near(tile.uv, form.uv, std::sqrt(form.uu * form.vv)) && near(tile.area, form.area, form.area);
  };
  constexpr Point checks[] = {{1, 1}, {1, -1}, {-1, 1}, {-1, -1}, {0.8, 0.3}, {-0.3, 0.8}, {0.3, -0.8}};
  tile.smooth = std::ranges::all_of(checks, fits);
  // Integrated along u, so that a polygon's area is that of its border (Green).
  for (std::size_t i = 0; i < tile.area.size(); ++i)
    for (double& c : tile.area[i]) c /= static_cast<double>(i + 1);
  return tile;
}

const SurfaceMetric::Tile* SurfaceMetric::tile_around(const Envelope& envelope) const {
  const double size = tile_m / m_unit_m;
  const auto middle = [&](double v) { return (std::floor(v / size) + 0.5) * size; };
  const Point center{middle(envelope.center().x), middle(envelope.center().y)};
  const Envelope reach{center.x - m_reach, center.y - m_reach, center.x + m_reach, center.y + m_reach};
  if (!reach.contains({envelope.min_x, envelope.min_y}) || !reach.contains({envelope.max_x, envelope.max_y}))
    return nullptr;
  const std::pair key(center.x, center.y);
  auto known = m_tiles.find(key);
  if (known == m_tiles.end()) {
    if (m_tiles.size() >= tiles_kept) m_tiles.clear();
    known = m_tiles.emplace(key, make_tile(center)).first;
  }
  return known->second.smooth ? &known->second : nullptr;
}

std::optional<double> SurfaceMetric::area_m2(const Rings& rings) const {
  Envelope envelope;
  for (const Path& ring : rings)
    for (const Point p : ring) envelope.expand(p);
  const Tile* tile = tile_around(envelope);
  if (tile == nullptr) return std::nullopt;
  double area_m2 = 0;
  for (std::size_t r = 0; r < rings.size(); ++r) {
    double ring_m2 = 0;
    Point from = rings[r].empty() ? Point{} : in_tile(*tile, rings[r][0]);
    for (const Point p : rings[r]) {
      const Point to = in_tile(*tile, p);
      const double du = to.x - from.x, dv = to.y - from.y;
      if (dv != 0)
        ring_m2 += dv * integral(std::max(std::fabs(du), std::fabs(dv)), [&](double t) {
                     const double u = from.x + t * du;
                     return u * value(tile->area, u, from.y + t * dv);
                   });
      from = to;
    }
    area_m2 += r == 0 ? std::fabs(ring_m2) : -std::fabs(ring_m2);
  }
  return area_m2;
}

std::optional<double> SurfaceMetric::length_m(Point a, Point b) const {
  Envelope envelope;
  envelope.expand(a);
  envelope.expand(b);
  const Tile* tile = tile_around(envelope);
  if (tile == nullptr) return std::nullopt;
  const Point from = in_tile(*tile, a), to = in_tile(*tile, b);
  const double du = to.x - from.x, dv = to.y - from.y;
  return integral(std::max(std::fabs(du), std::fabs(dv)), [&](double t) {
    const double u = from.x + t * du, v = from.y + t * dv;
    return std::sqrt(value(tile->uu, u, v) * du * du + 2 * value(tile->uv, u, v) * du * dv +
                     value(tile->vv, u, v) * dv * dv);
  });
}

std::shared_ptr<const SurfaceMetric> surface_metric(const Crs& crs) {
  struct Known {
    std::string wkt;
    std::shared_ptr<const SurfaceMetric> metric;
  };
  proj_context();  // made before what uses it, so that it ends after
  thread_local std::vector<Known> known;
  const std::string wkt = crs.wkt();
  for (const Known& k : known)
    if (k.wkt == wkt) return k.metric;
  if (known.size() >= metrics_kept) known.clear();
  known.push_back({wkt, std::make_shared<SurfaceMetric>(crs)});
  return known.back().metric;
}

}  // namespace jingwei
