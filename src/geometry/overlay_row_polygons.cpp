#include "geometry/overlay_row_polygons.hpp"

#include <algorithm>

#include "geometry/arrangement.hpp"
#include "geometry/inside_point.hpp"
#include "geometry/overlay_proof.hpp"
#include "geometry/planar.hpp"
#include "geometry/polygon_overlay.hpp"
#include "geometry/wkb_io.hpp"

namespace jingwei {
namespace {

/// How far around what rows can share an overlay looks.
double margin_of(double grid_size) {
  return 8 * grid_size;
}

Envelope shared_rectangle(const Envelope& a, const Envelope& b) {
  return {std::max(a.min_x, b.min_x), std::max(a.min_y, b.min_y), std::min(a.max_x, b.max_x),
          std::min(a.max_y, b.max_y)};
}

Point any_corner(GridRow& row) {
  return row.polygons()[0][0][0];
}

void add(PolygonArrangement& arrangement, const std::vector<Rings>& polygons, OverlaySide side) {
  for (const Rings& rings : polygons)
    for (const Path& ring : rings) arrangement.add(ring, side);
}

void add(PolygonArrangement& arrangement, const std::vector<Path>& rings, OverlaySide side) {
  for (const Path& ring : rings) arrangement.add(ring, side);
}

double area_of(const std::vector<Rings>& polygons) {
  double area = 0;
  for (const Rings& rings : polygons) area += planar_area(rings);
  return area;
}

PolygonAlone alone(std::vector<Rings> polygons) {
  const double area = area_of(polygons);
  return {std::move(polygons), area};
}

PolygonAlone alone_in(const PolygonArrangement& arrangement, RestWanted wanted) {
  if (wanted == RestWanted::area) return {{}, arrangement.area(Kept::first_alone)};
  return alone(arrangement.polygons(Kept::first_alone));
}

/// By what a sees of b, all of its own borders being looked at.
PolygonPair pair_by_a(GridRow& a, const NearRings& b_near, std::optional<RestWanted> wanted,
                      double grid_size) {
  PolygonArrangement arrangement(grid_size);
  add(arrangement, a.polygons(), OverlaySide::first);
  add(arrangement, b_near.rings, OverlaySide::second);
  arrangement.settle();
  PolygonPair pair{arrangement.polygons(Kept::both), std::nullopt};
  if (wanted) pair.alone = alone_in(arrangement, *wanted);
  return pair;
}

/// By what both see where they can meet: a has many corners, and b may have.
PolygonPair pair_by_window(GridRow& a, GridRow& b, double grid_size) {
  const Envelope shared = shared_rectangle(a.envelope(), b.envelope());
  const Envelope window = shared.grown(margin_of(grid_size));
  const NearRings a_near = a.near_rings(window);
  if (!a_near.bordering) return {a.inside(any_corner(b)) ? b.polygons() : std::vector<Rings>{}, std::nullopt};
  PolygonArrangement arrangement(grid_size);
  add(arrangement, a_near.rings, OverlaySide::first);
  add(arrangement, b.near_rings(window).rings, OverlaySide::second);
  arrangement.settle();
  PolygonPair pair{arrangement.polygons(Kept::both), std::nullopt};
  // Outside of the window the near parts are not what the rows are. Between lies a margin without any piece.
  std::erase_if(pair.common, [&](const Rings& rings) {
    return !shared.grown(margin_of(grid_size) / 2).contains(rings[0][0]);
  });
  return pair;
}

PolygonPair pair_on_grid(GridRow& a, GridRow& b, std::optional<RestWanted> wanted, double grid_size) {
  const NearRings b_near = b.near_rings(a.envelope().grown(margin_of(grid_size)));
  if (!b_near.bordering) {
    if (b.inside(any_corner(a))) return {a.polygons(), PolygonAlone{}};
    return {{}, alone(a.polygons())};
  }
  return a.large() ? pair_by_window(a, b, grid_size) : pair_by_a(a, b_near, wanted, grid_size);
}

bool lie_in(const std::vector<Rings>& polygons, GridRow& row, double tolerance) {
  return std::ranges::all_of(polygons, [&](const Rings& rings) {
    const auto place = inside_point(rings);
    return !place || row.near(*place, tolerance);
  });
}

/// Is there a place well inside one row, of the one's witnesses, that lies well inside the other?
bool holds_witness_of(GridRow& outer, GridRow& inner, double tolerance) {
  return std::ranges::any_of(inner.witnesses(), [&](Point place) {
    return outer.envelope().contains(place) && outer.deep_inside(place, tolerance) &&
           inner.deep_inside(place, tolerance);
  });
}

/// A piece that is missing is found where one row's inside lies in the other. A sliver that is no wider than
/// the grid may vanish: a node on its edges pulls both of them together.
bool common_is_proven(const std::vector<Rings>& common, GridRow& a, GridRow& b, double grid_size) {
  const double tolerance = witness_tolerance(grid_size);
  if (common.empty()) return !holds_witness_of(a, b, tolerance) && !holds_witness_of(b, a, tolerance);
  return lie_in(common, a, tolerance) && lie_in(common, b, tolerance);
}

PolygonRest rest_on_grid(GridRow& a, std::span<const std::uint32_t> met, GridRows& others, RestWanted wanted,
                         double grid_size) {
  const Envelope window = a.envelope().grown(margin_of(grid_size));
  PolygonArrangement arrangement(grid_size);
  add(arrangement, a.polygons(), OverlaySide::first);
  // Small rows are taken whole: the borders that those of a coverage have in common cancel.
  for (const std::uint32_t row : met)
    if (others[row].wkb().size() <= 2 * a.wkb().size())
      add(arrangement, others[row].polygons(), OverlaySide::second);
    else
      add(arrangement, others[row].near_rings(window).rings, OverlaySide::second);
  arrangement.settle();
  using Counted = PolygonArrangement::Counted;
  return {alone_in(arrangement, wanted), arrangement.common_area(Counted::once),
          arrangement.common_area(Counted::as_it_winds)};
}

/// The rest by the faces between all borders, independent of the overlay.
PolygonRest rest_by_faces(GridRow& a, std::span<const std::uint32_t> met, GridRows& others,
                          double grid_size) {
  std::vector<Rings> taken;
  for (const std::uint32_t row : met)
    taken.insert(taken.end(), others[row].polygons().begin(), others[row].polygons().end());
  const Bytes cover = wkb_of_polygons(polygon_union(taken, grid_size));
  GridRow covering(cover);
  PolygonRest found{alone(oriented_polygons_of(faces_within(a, covering, Side::outside, grid_size))), 0, 0};
  for (const std::uint32_t row : met)
    found.as_often += planar_area(faces_within(a, others[row], Side::inside, grid_size));
  found.once = planar_area(faces_within(a, covering, Side::inside, grid_size));
  return found;
}

/// By witnesses, or of an area by the balance.
bool is_proven(PolygonAlone& rest, double inside, GridRow& a, std::span<const std::uint32_t> others_near,
               GridRows& others, RestWanted wanted, double grid_size) {
  if (wanted == RestWanted::area) return balances(a, inside, rest.area, grid_size);
  const std::size_t parts = rest.polygons.size();
  if (!keep_proven_rest(rest.polygons, a, others_near, others, grid_size)) return false;
  if (rest.polygons.size() < parts) rest.area = area_of(rest.polygons);
  return true;
}

}  // namespace

PolygonPair overlay_pair(GridRow& a, GridRow& b, std::optional<RestWanted> wanted, double grid_size) {
  return certified(
      [&] { return pair_on_grid(a, b, wanted, grid_size); },
      [&] {
        return PolygonPair{oriented_polygons_of(faces_within(a, b, Side::inside, grid_size)), std::nullopt};
      },
      [&](const PolygonPair& pair) { return common_is_proven(pair.common, a, b, grid_size); });
}

PolygonRest polygon_rest(GridRow& a, std::span<const std::uint32_t> met, GridRows& others, RestWanted wanted,
                         double grid_size) {
  return certified([&] { return rest_on_grid(a, met, others, wanted, grid_size); },
                   [&] { return rest_by_faces(a, met, others, grid_size); },
                   [&](PolygonRest& found) {
                     return is_proven(found.rest, found.once, a, met, others, wanted, grid_size);
                   });
}

PolygonRow overlay_polygons(GridRow& a, std::span<const std::uint32_t> candidates, GridRows& others,
                            RestWanted wanted, double grid_size) {
  PolygonRow row;
  std::optional<PolygonAlone> rest;  // of the only pair
  bool covered = false;
  const auto of_pairs = candidates.size() == 1 ? std::optional(wanted) : std::nullopt;
  for (const std::uint32_t other : candidates) {
    PolygonPair pair = overlay_pair(a, others[other], of_pairs, grid_size);
    if (pair.common.empty()) continue;
    covered = covered || (pair.alone && pair.alone->area == 0);
    row.shared.push_back({other, std::move(pair.common)});
    rest = std::move(pair.alone);
  }
  std::vector<std::uint32_t> met;
  double pieces_area = 0;
  for (const PolygonRow::Shared& shared : row.shared) {
    met.push_back(shared.other);
    pieces_area += area_of(shared.common);
  }
  row.shared_area = covered ? area_of(a.polygons()) : pieces_area;
  if (covered) return row;
  if (met.empty()) rest = alone(a.polygons());
  if (rest && met.size() < 2 && is_proven(*rest, pieces_area, a, candidates, others, wanted, grid_size)) {
    row.rest = std::move(*rest);
    return row;
  }
  PolygonRest found = polygon_rest(a, met, others, wanted, grid_size);
  check_pieces(a, row, pieces_area, found.as_often, grid_size);
  row.rest = std::move(found.rest);
  row.shared_area = found.once;
  return row;
}

}  // namespace jingwei
