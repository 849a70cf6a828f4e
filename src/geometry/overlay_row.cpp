#include "geometry/overlay_row.hpp"

#include <algorithm>

#include "geometry/overlay_proof.hpp"
#include "geometry/overlay_row_polygons.hpp"
#include "geometry/planar.hpp"
#include "geometry/wkb_io.hpp"

namespace jingwei {
namespace {

bool holds(const Envelope& outer, const Envelope& inner) {
  return outer.min_x <= inner.min_x && inner.max_x <= outer.max_x && outer.min_y <= inner.min_y &&
         inner.max_y <= outer.max_y;
}

bool meet(GridRow& a, GridRow& b) {
  // The larger one is worth preparing: it is likely asked again.
  return a.wkb().size() > b.wkb().size() ? a.prepared().intersects(b.geometry())
                                         : b.prepared().intersects(a.geometry());
}

/// What rows have in common of which one at least has points or lines. Of large ones GEOS is given only what
/// it will look at.
geos::Geometry common_of(GridRow& a, GridRow& b, double grid_size) {
  if (!a.large() && !b.large()) return geos::intersection(a.geometry(), b.geometry(), grid_size);
  const double margin = 8 * grid_size;
  const Envelope shared = Envelope{std::max(a.envelope().min_x, b.envelope().min_x),
                                   std::max(a.envelope().min_y, b.envelope().min_y),
                                   std::min(a.envelope().max_x, b.envelope().max_x),
                                   std::min(a.envelope().max_y, b.envelope().max_y)}
                              .grown(margin);
  Envelope seen = a.with_edges_at(shared);
  seen.expand(b.with_edges_at(shared));
  seen = seen.grown(margin);
  return geos::intersection(a.near_geometry(seen), b.near_geometry(seen), grid_size);
}

Bytes bytes_of(const std::vector<Rings>& polygons) {
  return polygons.empty() ? Bytes{} : wkb_of_polygons(polygons);
}

bool are_polygons(const GridRow& a, const GridRow& b) {
  return a.dimension() == 2 && b.dimension() == 2;
}

/// The pieces with rows of which one at least has points or lines; those that make up a, and their rows.
struct OtherPieces {
  std::vector<Piece> pieces;
  std::vector<std::uint32_t> met;

  std::vector<Wkb> covering(GridRows& others, int dimension) const {
    std::vector<Wkb> covering;
    for (const Piece& piece : pieces)
      if (others[piece.other].dimension() >= dimension) covering.emplace_back(piece.wkb);
    return covering;
  }
};
OtherPieces pieces_with(GridRow& a, std::span<const std::uint32_t> candidates, GridRows& others,
                        double grid_size) {
  OtherPieces found;
  for (const std::uint32_t row : candidates) {
    GridRow& b = others[row];
    if (are_polygons(a, b) || !meet(a, b)) continue;
    if (b.dimension() >= a.dimension()) found.met.push_back(row);
    Bytes piece = shared_piece(a, b, grid_size);
    if (!piece.empty()) found.pieces.push_back({std::move(piece), row});
  }
  return found;
}

geos::Geometry united(const std::vector<Wkb>& pieces, double grid_size) {
  std::vector<geos::Geometry> parts;
  for (const Wkb piece : pieces) parts.push_back(geos::read(piece));
  return geos::unary_union(geos::collection(std::move(parts)), grid_size);
}

/// What points or lines have outside of what they share.
Bytes rest_outside(GridRow& a, const geos::Geometry& shared, std::span<const std::uint32_t> met,
                   GridRows& others, double grid_size) {
  return certified(
      [&] {
        if (geos::is_empty(shared)) return Bytes(a.wkb().begin(), a.wkb().end());
        geos::Geometry alone = geos::difference(a.geometry(), shared, grid_size);
        if (a.dimension() == 1 && !geos::is_empty(alone))
          alone = geos::merge_lines(alone, geos::Direction::kept);
        return wkb::of_dimension(geos::write(alone), a.dimension());
      },
      nullptr,
      [&](Bytes& rest) {
        if (a.dimension() == 0) return all_near(a, points_of(rest), witness_tolerance(grid_size));
        std::vector<Path> lines = lines_of(rest);
        if (!keep_proven_rest(lines, a, met, others, grid_size)) return false;
        rest = lines.empty() ? Bytes{} : wkb_of_lines(lines);
        return true;
      });
}

void overlay_with_polygons(GridRow& a, std::span<const std::uint32_t> polygons, GridRows& others,
                           RestWanted wanted, double grid_size, RowOverlay& result) {
  const PolygonRow row = overlay_polygons(a, polygons, others, wanted, grid_size);
  for (const PolygonRow::Shared& shared : row.shared)
    result.pieces.push_back({wkb_of_polygons(shared.common), shared.other});
  result.shared_measure = row.shared_area;
  result.rest_measure = row.rest.area;
  result.rest = bytes_of(row.rest.polygons);
}

}  // namespace

Bytes shared_piece(GridRow& a, GridRow& b, double grid_size) {
  if (are_polygons(a, b)) return bytes_of(overlay_pair(a, b, std::nullopt, grid_size).common);
  const double tolerance = witness_tolerance(grid_size);
  const auto copy = [](Wkb wkb) { return Bytes(wkb.begin(), wkb.end()); };
  if (a.dimension() <= b.dimension() && holds(b.envelope(), a.envelope()) &&
      b.prepared().covers(a.geometry()) && all_near(b, a.witnesses(), tolerance))
    return copy(a.wkb());
  if (b.dimension() <= a.dimension() && holds(a.envelope(), b.envelope()) &&
      a.prepared().covers(b.geometry()) && all_near(a, b.witnesses(), tolerance))
    return copy(b.wkb());

  const int dimension = std::min(a.dimension(), b.dimension());
  const auto overlay = [&] {
    Bytes piece = wkb::of_dimension(geos::write(common_of(a, b, grid_size)), dimension);
    if (dimension == 1 && !piece.empty())
      piece = geos::write(geos::merge_lines(geos::read(piece), geos::Direction::kept));
    return wkb::of_dimension(piece, dimension);
  };
  return certified(overlay, nullptr, [&](const Bytes& piece) {
    // A piece that is missing is found where one row's inside lies in the other.
    const auto misses = [&](GridRow& inner, GridRow& outer) {
      return std::ranges::any_of(inner.witnesses(), [&](Point p) {
        return outer.deep_inside(p, tolerance) && (inner.dimension() != 2 || inner.deep_inside(p, tolerance));
      });
    };
    if (piece.empty()) return !misses(a, b) && !misses(b, a);
    const std::vector<Point> places = witnesses_of(piece, dimension);
    return all_near(a, places, tolerance) && all_near(b, places, tolerance);
  });
}

Bytes rest_of_row(GridRow& a, const std::vector<Wkb>& pieces, std::span<const std::uint32_t> met,
                  GridRows& others, double grid_size) {
  if (a.dimension() == 2)
    return bytes_of(polygon_rest(a, met, others, RestWanted::polygons, grid_size).rest.polygons);
  return rest_outside(a, united(pieces, grid_size), met, others, grid_size);
}

RowOverlay overlay_row(GridRow& a, std::span<const std::uint32_t> candidates, GridRows& others,
                       RestWanted wanted, double grid_size) {
  RowOverlay result;
  if (a.empty()) return result;
  result.measure = a.measure();
  std::vector<std::uint32_t> polygons;
  for (const std::uint32_t row : candidates)
    if (are_polygons(a, others[row])) polygons.push_back(row);
  OtherPieces with_others = pieces_with(a, candidates, others, grid_size);
  if (a.dimension() == 2) {
    overlay_with_polygons(a, polygons, others, wanted, grid_size, result);
  } else {
    const geos::Geometry shared = united(with_others.covering(others, a.dimension()), grid_size);
    result.shared_measure = measure_of(geos::write(shared), a.dimension());
    result.rest = rest_outside(a, shared, with_others.met, others, grid_size);
    result.rest_measure = measure_of(result.rest, a.dimension());
  }
  for (Piece& piece : with_others.pieces) result.pieces.push_back(std::move(piece));
  std::ranges::sort(result.pieces, {}, &Piece::other);
  result.witnesses = result.pieces.size() + (result.rest.empty() ? 0 : 1);
  if (!result.pieces.empty()) check_balance(a, result, grid_size);
  return result;
}

}  // namespace jingwei
