#include "geometry/overlay_row.hpp"

#include <algorithm>
#include <functional>

#include "geometry/arrangement.hpp"
#include "geometry/overlay_proof.hpp"
#include "geometry/planar.hpp"
#include "geometry/polygon_overlay.hpp"
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

/// How far around what rows can share an overlay looks.
double margin_of(double grid_size) {
  return 8 * grid_size;
}

Envelope shared_rectangle(const GridRow& a, const GridRow& b) {
  return {std::max(a.envelope().min_x, b.envelope().min_x), std::max(a.envelope().min_y, b.envelope().min_y),
          std::min(a.envelope().max_x, b.envelope().max_x), std::min(a.envelope().max_y, b.envelope().max_y)};
}

/// What rows of any dimensions have in common. Of large ones GEOS is given only what it will look at.
geos::Geometry common_of(GridRow& a, GridRow& b, double grid_size) {
  if (!a.large() && !b.large()) return geos::intersection(a.geometry(), b.geometry(), grid_size);
  const Envelope shared = shared_rectangle(a, b).grown(margin_of(grid_size));
  Envelope seen = a.with_edges_at(shared);
  seen.expand(b.with_edges_at(shared));
  seen = seen.grown(margin_of(grid_size));
  return geos::intersection(a.near_geometry(seen), b.near_geometry(seen), grid_size);
}

Bytes bytes_of(const std::vector<Rings>& polygons) {
  return polygons.empty() ? Bytes{} : wkb_of_polygons(polygons);
}

Bytes common_polygons(GridRow& a, GridRow& b, double grid_size) {
  const Envelope shared = shared_rectangle(a, b);
  const Envelope seen = shared.grown(margin_of(grid_size));
  std::vector<Rings> common =
      polygon_overlay(a.near_polygons(seen), b.near_polygons(seen), Kept::both, grid_size);
  // Outside of what is seen the near parts are not what the rows are. Between lies a margin without any
  // piece.
  std::erase_if(common, [&](const Rings& rings) {
    return !shared.grown(margin_of(grid_size) / 2).contains(rings[0][0]);
  });
  return bytes_of(common);
}

}  // namespace

Bytes shared_piece(GridRow& a, GridRow& b, double grid_size) {
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
    if (a.dimension() == 2 && b.dimension() == 2) return common_polygons(a, b, grid_size);
    const geos::Geometry common = common_of(a, b, grid_size);
    Bytes piece = wkb::of_dimension(geos::write(common), dimension);
    if (dimension == 1 && !piece.empty())
      piece = geos::write(geos::merge_lines(geos::read(piece), geos::Direction::kept));
    return wkb::of_dimension(piece, dimension);
  };
  std::function<Bytes()> arrangement;
  if (a.dimension() == 2 && b.dimension() == 2)
    arrangement = [&] { return faces_within(a, b, Side::inside, grid_size); };
  return certified(overlay, arrangement, [&](Bytes& piece) {
    const std::vector<Point> places = witnesses_of(piece, dimension);
    // A piece that is missing is found where one row's inside lies in the other. A sliver that is no wider
    // than the grid may vanish: a node on its edges pulls both of them together.
    const auto misses = [&](GridRow& inner, GridRow& outer) {
      return std::ranges::any_of(inner.witnesses(), [&](Point p) {
        return outer.deep_inside(p, tolerance) && (inner.dimension() != 2 || inner.deep_inside(p, tolerance));
      });
    };
    if (piece.empty()) return !misses(a, b) && !misses(b, a);
    return all_near(a, places, tolerance) && all_near(b, places, tolerance);
  });
}

Bytes rest_of_row(GridRow& a, const std::vector<Wkb>& pieces, std::span<const std::uint32_t> candidates,
                  GridRows& others, double grid_size, double& shared_measure) {
  shared_measure = 0;
  if (pieces.empty()) {
    Bytes whole(a.wkb().begin(), a.wkb().end());
    if (candidates.empty()) return whole;
    return certified([&] { return whole; }, {},
                     [&](Bytes& rest) { return keep_proven_rest(rest, a, candidates, others, grid_size); });
  }
  for (const Wkb piece : pieces)
    if (std::ranges::equal(piece, a.wkb())) {
      shared_measure = a.measure();
      return {};
    }
  for (const Wkb piece : pieces) shared_measure += measure_of(piece, a.dimension());
  const auto proven = [&](Bytes& rest) { return keep_proven_rest(rest, a, candidates, others, grid_size); };
  if (a.dimension() == 2) {
    // Taken away are the rows themselves, not the pieces: so the balance tells of a piece that is not whole.
    std::vector<Rings> taken;
    const Envelope seen = a.envelope().grown(margin_of(grid_size));
    for (const std::uint32_t row : candidates)
      for (Rings& rings : others[row].near_polygons(seen)) taken.push_back(std::move(rings));
    const auto united = [&] {
      std::vector<Rings> shared;
      for (const Wkb piece : pieces)
        for (Rings& rings : oriented_polygons_of(piece)) shared.push_back(std::move(rings));
      return bytes_of(polygon_union(shared, grid_size));
    };
    Bytes rest = certified(
        [&] { return bytes_of(polygon_overlay(a.polygons(), taken, Kept::first_alone, grid_size)); },
        [&] {
          const Bytes covered = united();
          GridRow cover(covered);
          return faces_within(a, cover, Side::outside, grid_size);
        },
        proven);
    // Pieces of rows that overlap each other count once.
    if (shared_measure + measure_of(rest, 2) > (1 + 1e-9) * a.measure())
      shared_measure = measure_of(united(), 2);
    return rest;
  }
  std::vector<geos::Geometry> parts;
  for (const Wkb piece : pieces) parts.push_back(geos::read(piece));
  const geos::Geometry shared = geos::unary_union(geos::collection(std::move(parts)), grid_size);
  shared_measure = measure_of(geos::write(shared), a.dimension());
  return certified(
      [&] {
        geos::Geometry alone = geos::difference(a.geometry(), shared, grid_size);
        if (a.dimension() == 1 && !geos::is_empty(alone))
          alone = geos::merge_lines(alone, geos::Direction::kept);
        return wkb::of_dimension(geos::write(alone), a.dimension());
      },
      {}, proven);
}

RowOverlay overlay_row(GridRow& a, std::span<const std::uint32_t> candidates, GridRows& others,
                       double grid_size) {
  RowOverlay result;
  if (a.empty()) return result;
  std::vector<Wkb> covering;
  std::vector<std::uint32_t> met;
  result.pieces.reserve(candidates.size());
  for (const std::uint32_t row : candidates) {
    GridRow& b = others[row];
    if (b.empty() || !b.envelope().intersects(a.envelope()) || !meet(a, b)) continue;
    if (b.dimension() >= a.dimension()) met.push_back(row);
    Bytes piece = shared_piece(a, b, grid_size);
    if (piece.empty()) continue;
    Piece& shared = result.pieces.emplace_back();
    shared.wkb = std::move(piece);
    shared.other = row;
    ++result.witnesses;
    if (b.dimension() >= a.dimension()) covering.emplace_back(shared.wkb);
  }
  result.measure = a.measure();
  result.rest = rest_of_row(a, covering, met, others, grid_size, result.shared_measure);
  result.rest_measure = measure_of(result.rest, a.dimension());
  if (!result.rest.empty()) ++result.witnesses;
  if (!met.empty()) check_balance(a, result, grid_size);
  return result;
}

}  // namespace jingwei
