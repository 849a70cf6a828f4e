#include "network/edge_index.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "geometry/measure.hpp"

namespace jingwei {
namespace {

/// The farthest that any place of a rectangle lies from a point.
double farthest(const Envelope& e, Point p) {
  const double dx = std::max(std::abs(p.x - e.min_x), std::abs(p.x - e.max_x));
  const double dy = std::max(std::abs(p.y - e.min_y), std::abs(p.y - e.max_y));
  return std::hypot(dx, dy);
}

template <class Edges, class Pieces>
std::vector<Envelope> envelopes_of(const Edges& edges, const Pieces& pieces) {
  std::vector<Envelope> envelopes(pieces.size());
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    envelopes[i].expand(edges.vertices[pieces[i].vertex]);
    envelopes[i].expand(edges.vertices[pieces[i].vertex + 1]);
  }
  return envelopes;
}

template <class Piece>
std::vector<Piece> pieces_of(const Edges& edges, const std::vector<std::uint32_t>& among) {
  std::vector<Piece> pieces;
  for (const std::uint32_t edge : among)
    for (std::size_t v = edges.first[edge]; v + 1 < edges.first[edge + 1]; ++v) pieces.push_back({edge, v});
  return pieces;
}

}  // namespace

LocalScale local_scale(Point p, const Crs& crs) {
  const double step = 100 / crs.metres_per_unit();
  const double east = distance_m(p, {p.x + step, p.y}, crs) / step;
  const double north = distance_m(p, {p.x, p.y + step}, crs) / step;
  return {std::min(east, north), std::max(east, north)};
}

EdgeIndex::EdgeIndex(const Edges& edges, const std::vector<std::uint32_t>& among, const Crs& crs)
    : m_edges(edges),
      m_crs(crs),
      m_pieces(pieces_of<Piece>(edges, among)),
      m_index(envelopes_of(edges, m_pieces)) {
  for (const Piece& piece : m_pieces) {
    m_extent.expand(edges.vertices[piece.vertex]);
    m_extent.expand(edges.vertices[piece.vertex + 1]);
  }
}

EdgePlace EdgeIndex::place_on(const Piece& piece, Point point, double& plane_distance) const {
  const Point a = m_edges.vertices[piece.vertex], b = m_edges.vertices[piece.vertex + 1];
  const double dx = b.x - a.x, dy = b.y - a.y, square = dx * dx + dy * dy;
  double share = square > 0 ? ((point.x - a.x) * dx + (point.y - a.y) * dy) / square : 0;
  share = std::clamp(share, 0.0, 1.0);
  // The far end is taken as it stands: edges that end there then give the same place, and the lowest wins.
  const Point place = share == 1 ? b : Point{a.x + share * dx, a.y + share * dy};
  plane_distance = std::hypot(point.x - place.x, point.y - place.y);
  const double from_m = m_edges.chainage_m[piece.vertex], to_m = m_edges.chainage_m[piece.vertex + 1];
  return {piece.edge, share == 1 ? to_m : from_m + share * (to_m - from_m), place, 0};
}

double EdgeIndex::nearest_in_plane(Point point, double radius, std::vector<std::uint32_t>& rows) const {
  m_index.query(point, radius, rows);
  double best = std::numeric_limits<double>::infinity();
  for (const std::uint32_t row : rows) {
    double distance = 0;
    place_on(m_pieces[row], point, distance);
    best = std::min(best, distance);
  }
  return best;
}

std::optional<EdgePlace> EdgeIndex::nearest(Point point, double limit_m) const {
  if (!std::isfinite(point.x) || !std::isfinite(point.y) || m_pieces.empty()) return std::nullopt;
  // Found in the plane, decided by true distances among all that the plane's stretching could have misled.
  const LocalScale scale = local_scale(point, m_crs);
  const double slack = 1.005 * scale.greatest / scale.least;
  const double farthest_unit = std::min(limit_m / scale.least * slack, farthest(m_extent, point) * slack);
  std::vector<std::uint32_t> rows;
  double radius = std::min(100 / scale.greatest, farthest_unit);
  double best = nearest_in_plane(point, radius, rows);
  while (best > radius && radius < farthest_unit) {
    radius = std::min(radius * 3, farthest_unit);
    best = nearest_in_plane(point, radius, rows);
  }
  if (best > radius) return std::nullopt;
  if (best * slack > radius) m_index.query(point, best * slack, rows);
  std::optional<EdgePlace> result;
  for (const std::uint32_t row : rows) {
    double distance = 0;
    EdgePlace candidate = place_on(m_pieces[row], point, distance);
    if (distance > best * slack) continue;
    candidate.distance_m = distance_m(point, candidate.place, m_crs);
    const auto rank = [](const EdgePlace& p) { return std::tie(p.distance_m, p.edge, p.chainage_m); };
    if (!result || rank(candidate) < rank(*result)) result = candidate;
  }
  return result && result->distance_m <= limit_m ? result : std::nullopt;
}

std::vector<std::uint32_t> EdgeIndex::edges_meeting(const Envelope& rectangle) const {
  std::vector<std::uint32_t> rows, edges;
  m_index.query(rectangle, rows);
  for (const std::uint32_t row : rows) edges.push_back(m_pieces[row].edge);
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  return edges;
}

}  // namespace jingwei
