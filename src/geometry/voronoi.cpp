#include "geometry/voronoi.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "geometry/edge_cancelling.hpp"
#include "geometry/grid_polygons.hpp"
#include "geometry/inside_point.hpp"
#include "geometry/planar.hpp"
#include "geometry/power_sites.hpp"

namespace jingwei {
namespace {

using Triangle = RegularTriangulation::Triangle;

/// The power diagram of sites: which cells have a border in common, and where that runs.
class PowerDiagram {
 public:
  PowerDiagram(const PowerSites& given, Context& context)
      : m_sites(given), m_triangulation(given.sites, given.reach), m_centers(triangles().size()) {
    parallel_for(triangles().size(), context, [&](std::size_t begin, std::size_t end) {
      for (std::size_t t = begin; t < end; ++t)
        if (triangles()[t].vertex[0] != RegularTriangulation::none)
          m_centers[t] = m_triangulation.center(static_cast<std::uint32_t>(t));
    });
    for (std::uint32_t t = 0; t < triangles().size(); ++t)
      for (std::size_t i = 0; i < 3; ++i)
        // Of the two triangles at an edge the first tells of it.
        if (triangles()[t].vertex[0] != RegularTriangulation::none && t < triangles()[t].neighbour[i] &&
            triangles()[t].neighbour[i] != RegularTriangulation::none)
          add_border(t, i);
    std::ranges::sort(m_borders, [](const Border& a, const Border& b) {
      return std::pair(a.left, a.right) < std::pair(b.left, b.right);
    });
    find_neighbours();
  }

  /// The borders as edges of an arrangement, in which the first winding of a place is the label of its site's
  /// row, or 0.
  void add_edges(std::vector<GridEdge>& edges) const {
    for (const Border& border : m_borders) {
      const std::int32_t rise = label(border.left) - label(border.right);
      if (border.from != border.to && rise != 0)
        edges.push_back(edge_between(border.from, border.to, {rise, 0}));
    }
  }

  /// Whether a place (in cells) lies in the cell of a row, or next to it.
  bool holds(std::span<const std::uint32_t> sites_of_row, Point place) const {
    if (sites_of_row.empty()) return false;
    const std::uint32_t own = nearest(sites_of_row, place);
    const auto& around = m_neighbours[own];
    return std::ranges::all_of(around, [&](std::uint32_t other) { return !lies_beyond(own, other, place); });
  }

  std::uint32_t nearest(std::span<const std::uint32_t> sites, Point place) const {
    return *std::ranges::min_element(sites, {}, [&](std::uint32_t site) { return power(site, place); });
  }

 private:
  /// Two cells' border, the one on its left, the other on its right.
  struct Border {
    std::uint32_t left, right;
    Cell from, to;
  };

  const std::vector<Triangle>& triangles() const { return m_triangulation.triangles(); }

  std::int32_t label(std::uint32_t vertex) const {
    return m_triangulation.is_site(vertex) ? static_cast<std::int32_t>(m_sites.row[vertex]) + 1 : 0;
  }

  void add_border(std::uint32_t t, std::size_t i) {
    const Triangle& triangle = triangles()[t];
    const std::uint32_t a = triangle.vertex[(i + 1) % 3];
    const std::uint32_t b = triangle.vertex[(i + 2) % 3];
    // From beyond the edge a→b to this side of it: a lies on the left of that.
    m_borders.push_back({a, b, m_centers[triangle.neighbour[i]], m_centers[t]});
    if (a > b) {
      std::swap(m_borders.back().left, m_borders.back().right);
      std::swap(m_borders.back().from, m_borders.back().to);
    }
  }

  void find_neighbours() {
    m_neighbours.resize(m_sites.sites.size());
    for (const auto& [left, right, from, to] : m_borders)
      if (m_triangulation.is_site(left) && m_triangulation.is_site(right)) {
        m_neighbours[left].push_back(right);
        m_neighbours[right].push_back(left);
      }
  }

  double power(std::uint32_t site, Point place) const {
    const Site& s = m_sites.sites[site];
    const double x = place.x - static_cast<double>(s.cell.x);
    const double y = place.y - static_cast<double>(s.cell.y);
    return x * x + y * y - static_cast<double>(s.weight);
  }

  /// Does a place lie nearer to `other`, by more than the grid's rounding of borders?
  bool lies_beyond(std::uint32_t own, std::uint32_t other, Point place) const {
    constexpr double off = 2;  // cells
    const Site& s = m_sites.sites[own];
    const Site& o = m_sites.sites[other];
    const auto x = static_cast<double>(o.cell.x - s.cell.x);
    const auto y = static_cast<double>(o.cell.y - s.cell.y);
    const double difference =
        x * (2 * place.x - static_cast<double>(o.cell.x) - static_cast<double>(s.cell.x)) +
        y * (2 * place.y - static_cast<double>(o.cell.y) - static_cast<double>(s.cell.y)) -
        static_cast<double>(s.weight - o.weight);
    return difference > 2 * off * std::hypot(x, y);
  }

  const PowerSites& m_sites;
  RegularTriangulation m_triangulation;
  std::vector<Cell> m_centers;
  std::vector<Border> m_borders;
  std::vector<std::vector<std::uint32_t>> m_neighbours;
};

/// The edges around the places of each row, as the arrangement of these alone has them; and around the
/// places, if any, whose label is that of no row: borders may fold where they are rounded.
class Outlines {
 public:
  Outlines(const Settled& arrangement, std::size_t rows) : m_first(rows + 2, 0) {
    const std::size_t outside = rows + 1;
    const auto place_of = [&](const Winding& w) {
      if (w[1] <= 0) return outside;
      return w[0] > 0 && static_cast<std::size_t>(w[0]) <= rows ? static_cast<std::size_t>(w[0]) - 1 : rows;
    };
    const auto for_each_side = [&](const auto& visit) {
      for (std::size_t e = 0; e < arrangement.edges.size(); ++e) {
        const Winding& below = arrangement.placements[e].below;
        const Winding& rise = arrangement.edges[e].rise;
        const std::size_t under = place_of(below);
        const std::size_t over = place_of({below[0] + rise[0], below[1] + rise[1]});
        if (under == over) continue;
        if (under != outside) visit(under, arrangement.edges[e], -1);
        if (over != outside) visit(over, arrangement.edges[e], 1);
      }
    };
    for_each_side([&](std::size_t place, const GridEdge&, int) { ++m_first[place + 1]; });
    std::partial_sum(m_first.begin(), m_first.end(), m_first.begin());
    m_edges.resize(m_first.back());
    std::vector<std::size_t> next(m_first.begin(), m_first.end() - 1);
    for_each_side([&](std::size_t place, const GridEdge& edge, int rise) {
      m_edges[next[place]++] = {edge.low, edge.high, {rise, 0}};
    });
  }

  std::size_t rows() const { return m_first.size() - 2; }
  /// \pre row ≤ rows(), which is that of no row
  std::vector<Rings> polygons(std::size_t row, double scale) const {
    const auto at = [&](std::size_t i) { return m_edges.begin() + static_cast<std::ptrdiff_t>(m_first[i]); };
    return polygons_between(bordered_as_arranged(
                                {at(row), at(row + 1)}, [](const Winding& w) { return w[0] > 0; }, scale),
                            scale);
  }

 private:
  std::vector<std::size_t> m_first;
  std::vector<GridEdge> m_edges;
};

/// Polygons whose borders meet in corners only as one, without rounding once more what is rounded.
std::vector<Rings> joined(const std::vector<Rings>& polygons, double scale) {
  std::vector<GridEdge> edges;
  add_edges(polygons, {1, 0}, scale, edges);
  return polygons_between(bordered_as_arranged(
                              cancelled(std::move(edges)), [](const Winding& w) { return w[0] > 0; }, scale),
                          scale);
}

/// The polygons of each row. A place that rounding gave to a wrong row goes to that of its nearest site.
std::vector<std::vector<Rings>> polygons_of_rows(const Outlines& outlines, const PowerDiagram& diagram,
                                                 const PowerSites& sites, double scale, Context& context) {
  const std::size_t rows = outlines.rows();
  std::vector<std::vector<std::uint32_t>> of_row(rows + 1);
  for (std::uint32_t site = 0; site < sites.row.size(); ++site) of_row[sites.row[site]].push_back(site);
  std::vector<std::uint32_t> all(sites.row.size());
  std::iota(all.begin(), all.end(), 0U);

  std::vector<std::vector<Rings>> polygons(rows + 1);
  std::vector<std::vector<std::pair<std::uint32_t, Rings>>> strays(rows + 1);
  parallel_for(rows + 1, context, [&](std::size_t begin, std::size_t end) {
    for (std::size_t row = begin; row < end; ++row)
      for (Rings& rings : outlines.polygons(row, scale)) {
        const Point inside = inside_point(rings).value_or(rings[0][0]);
        const Point place{inside.x * scale, inside.y * scale};
        if (diagram.holds(of_row[row], place))
          polygons[row].push_back(std::move(rings));
        else
          strays[row].emplace_back(sites.row[diagram.nearest(all, place)], std::move(rings));
      }
  });
  polygons.resize(rows);
  for (const auto& some : strays)
    for (const auto& [row, rings] : some) {
      polygons[row].push_back(rings);
      polygons[row] = joined(polygons[row], scale);
    }
  return polygons;
}

double area_of_region(const Settled& arrangement, double scale) {
  const auto borders = borders_of(arrangement.edges, arrangement.placements,
                                  [](const Winding& winding) { return winding[1] > 0; });
  double area = 0;
  for (const Rings& rings : polygons_between(arrangement.edges, borders, scale)) area += planar_area(rings);
  return area;
}

}  // namespace

VoronoiCells voronoi(const GeometryColumn& points, std::span<const double> weights,
                     const GeometryColumn& region, double grid_size, Context& context) {
  if (!(grid_size > 0))
    throw error(ErrorKind::failed, "the grid size of Voronoi cells is {}, it must be > 0", grid_size);
  const double scale = 1 / grid_size;
  const PowerSites sites = power_sites(points, weights, region.extent(), grid_size);
  VoronoiCells made;
  for (const auto& [row, other] : sites.duplicates) made.duplicates.push_back({row, other});

  std::vector<GridEdge> edges;
  const PowerDiagram diagram(sites, context);
  diagram.add_edges(edges);
  for (std::size_t row = 0; row < region.size(); ++row)
    add_edges(oriented_polygons_of(region.wkb(row)), {0, 1}, scale, edges);
  context.check_cancelled();
  const Settled arrangement = settled(std::move(edges), scale);
  Certificate& proof = made.certificate;
  proof.input_measure = area_of_region(arrangement, scale);
  if (sites.sites.empty()) {
    proof.outside_measure = proof.input_measure;
    for (std::size_t row = 0; row < points.size(); ++row) made.cells.append_null();
    return made;
  }
  for (const std::vector<Rings>& polygons :
       polygons_of_rows(Outlines(arrangement, points.size()), diagram, sites, scale, context)) {
    made.cells.append(polygons.empty() ? std::vector<std::uint8_t>() : wkb_of_polygons(polygons));
    proof.pieces += polygons.size();
    for (const Rings& rings : polygons) proof.output_measure += planar_area(rings);
  }
  proof.witnesses = proof.pieces;
  const double tolerance = 1e-9 * proof.input_measure + grid_size * grid_size;
  if (!(std::fabs(proof.balance()) <= tolerance))
    throw error(ErrorKind::failed, "Voronoi cells do not balance: the region has an area of {}, they of {}",
                proof.input_measure, proof.output_measure);
  return made;
}

}  // namespace jingwei
