#include "geometry/rank_snapping.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/parallel.hpp"
#include "geometry/grid_row.hpp"
#include "geometry/planar.hpp"
#include "geometry/polygon_overlay.hpp"
#include "geometry/spatial_index.hpp"

namespace jingwei {
namespace {

double distance(Point a, Point b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

/// What rows are fitted to: the borders of those of higher rank.
class Targets {
 public:
  explicit Targets(const std::vector<std::vector<Rings>>& rows) {
    for (const auto& polygons : rows)
      for (const Rings& rings : polygons)
        for (const Path& ring : rings)
          for (std::size_t i = 1; i < ring.size(); ++i) {
            m_vertices.push_back(ring[i]);
            // One way whatever the row's, so that places on it are the same.
            m_edges.push_back(before(ring[i - 1], ring[i]) ? Edge{ring[i - 1], ring[i]}
                                                           : Edge{ring[i], ring[i - 1]});
          }
    std::ranges::sort(m_vertices, before);
    m_vertices.erase(std::unique(m_vertices.begin(), m_vertices.end()), m_vertices.end());
    std::ranges::sort(m_edges, [](const Edge& a, const Edge& b) {
      return a.low == b.low ? before(a.high, b.high) : before(a.low, b.low);
    });
    m_vertex_index.emplace(boxes_of_vertices());
    m_edge_index.emplace(boxes_of_edges());
  }

  /// The vertex nearest to a place within a distance, the first of several.
  std::optional<Point> vertex_near(Point place, double tolerance) const {
    std::vector<std::uint32_t> near;
    m_vertex_index->query(place, tolerance, near);
    std::optional<Point> nearest;
    for (const std::uint32_t i : near)
      if (!nearest || distance(place, m_vertices[i]) < distance(place, *nearest)) nearest = m_vertices[i];
    return nearest;
  }

  /// The place nearest to another one on the borders.
  std::optional<Point> border_near(Point place, double tolerance) const {
    std::vector<std::uint32_t> near;
    m_edge_index->query(place, tolerance, near);
    std::optional<Point> nearest;
    double least = tolerance;
    for (const std::uint32_t i : near) {
      const auto& [low, high] = m_edges[i];
      const double share = nearest_share(place, low, high);
      const Point on{low.x + share * (high.x - low.x), low.y + share * (high.y - low.y)};
      if (const double d = distance(place, on); nearest ? d < least : d <= least) {
        nearest = on;
        least = d;
      }
    }
    return nearest;
  }

  /// The vertices near an edge, between its ends, in its direction.
  std::vector<Point> vertices_along(Point from, Point to, double tolerance) const {
    Envelope box;
    box.expand(from);
    box.expand(to);
    std::vector<std::uint32_t> near;
    m_vertex_index->query(box.grown(tolerance), near);
    std::vector<std::pair<double, std::uint32_t>> along;
    for (const std::uint32_t i : near) {
      const double share = nearest_share(m_vertices[i], from, to);
      if (share > 0 && share < 1 && distance_to_segment(m_vertices[i], from, to) <= tolerance)
        along.emplace_back(share, i);
    }
    std::ranges::sort(along);
    std::vector<Point> vertices;
    for (const auto& [share, i] : along) vertices.push_back(m_vertices[i]);
    return vertices;
  }

 private:
  struct Edge {
    Point low, high;
  };
  static bool before(Point a, Point b) { return a.x != b.x ? a.x < b.x : a.y < b.y; }

  std::vector<Envelope> boxes_of_vertices() const {
    std::vector<Envelope> boxes;
    for (const Point p : m_vertices) boxes.push_back({p.x, p.y, p.x, p.y});
    return boxes;
  }
  std::vector<Envelope> boxes_of_edges() const {
    std::vector<Envelope> boxes(m_edges.size());
    for (std::size_t e = 0; e < m_edges.size(); ++e) {
      boxes[e].expand(m_edges[e].low);
      boxes[e].expand(m_edges[e].high);
    }
    return boxes;
  }

  std::vector<Point> m_vertices;
  std::vector<Edge> m_edges;
  std::optional<SpatialIndex> m_vertex_index, m_edge_index;
};

Path fitted(const Path& ring, const Targets& targets, double tolerance) {
  Path moved;
  for (const Point p : ring) {
    std::optional<Point> to = targets.vertex_near(p, tolerance);
    if (!to) to = targets.border_near(p, tolerance);
    moved.push_back(to.value_or(p));
  }
  Path whole;
  for (std::size_t i = 0; i < moved.size(); ++i) {
    if (i > 0)
      for (const Point p : targets.vertices_along(moved[i - 1], moved[i], tolerance)) whole.push_back(p);
    whole.push_back(moved[i]);
  }
  return whole;
}

std::vector<Rings> fitted(const std::vector<Rings>& row, const Targets& targets, double tolerance,
                          double grid_size) {
  std::vector<Rings> moved = row;
  for (Rings& rings : moved)
    for (Path& ring : rings) ring = fitted(ring, targets, tolerance);
  if (moved == row) return row;
  std::vector<Rings> united = polygon_union(moved, grid_size);
  return united.empty() ? row : united;
}

}  // namespace

GeometryColumn snapped_by_rank(const GeometryColumn& polygons, std::span<const std::uint32_t> ranks,
                               double tolerance, double grid_size, Context& context) {
  std::vector<std::vector<Rings>> rows(polygons.size());
  parallel_for(rows.size(), context, [&](std::size_t begin, std::size_t end) {
    for (std::size_t row = begin; row < end; ++row)
      rows[row] = oriented_polygons_of(rounded(polygons.wkb(row), grid_size));
  });
  std::vector<std::uint32_t> levels(ranks.begin(), ranks.end());
  std::ranges::sort(levels);
  levels.erase(std::unique(levels.begin(), levels.end()), levels.end());
  std::vector<std::vector<Rings>> higher;
  for (const std::uint32_t level : levels) {
    if (!higher.empty()) {
      const Targets targets(higher);
      parallel_for(rows.size(), context, [&](std::size_t begin, std::size_t end) {
        for (std::size_t row = begin; row < end; ++row)
          if (ranks[row] == level) rows[row] = fitted(rows[row], targets, tolerance, grid_size);
      });
    }
    for (std::size_t row = 0; row < rows.size(); ++row)
      if (ranks[row] == level) higher.push_back(rows[row]);
  }
  GeometryColumn column;
  for (const auto& row : rows)
    column.append(row.empty() ? std::vector<std::uint8_t>{} : wkb_of_polygons(row));
  return column;
}

}  // namespace jingwei
