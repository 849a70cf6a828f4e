#include "geometry/planar_subdivision.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "geometry/edges_by_owner.hpp"
#include "geometry/overlay.hpp"

namespace jingwei {
namespace {

/// Sides of edges that lie in the same face: 2e is below edge e, 2e + 1 above it.
class Sides {
 public:
  explicit Sides(std::size_t edges) : m_parent(2 * edges + 1) {
    std::iota(m_parent.begin(), m_parent.end(), 0U);
  }

  static std::uint32_t below(std::uint32_t edge) { return 2 * edge; }
  static std::uint32_t above(std::uint32_t edge) { return 2 * edge + 1; }
  std::uint32_t outside() const { return static_cast<std::uint32_t>(m_parent.size()) - 1; }

  std::uint32_t root(std::uint32_t side) {
    while (m_parent[side] != side) side = m_parent[side] = m_parent[m_parent[side]];
    return side;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    a = root(a), b = root(b);
    m_parent[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::uint32_t> m_parent;
};

/// The edges by their upper ends, at each the highest first (counter-clockwise).
std::vector<std::uint32_t> by_high(const std::vector<GridEdge>& edges) {
  std::vector<std::uint32_t> order(edges.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    if (edges[a].high != edges[b].high) return edges[a].high < edges[b].high;
    return orientation(edges[a].high, edges[a].low, edges[b].low) > 0;
  });
  return order;
}

/// Around every vertex the wedges between edges are one face each, and what lies below an edge's lower end
/// is what lies above the next edge beneath.
Sides sides_of(const RowEdges& borders) {
  const std::vector<GridEdge>& edges = borders.edges;
  const auto count = static_cast<std::uint32_t>(edges.size());
  Sides sides(count);
  for (std::uint32_t e = 0; e < count; ++e) {
    const std::uint32_t beneath = borders.placements[e].neighbour;
    sides.join(Sides::below(e), beneath == no_edge ? sides.outside() : Sides::above(beneath));
  }
  const std::vector<std::uint32_t> ending = by_high(edges);
  std::uint32_t start = 0;
  for (std::uint32_t end = 0; end < count || start < count;) {
    Cell place = start < count ? edges[start].low : edges[ending[end]].high;
    if (end < count) place = std::min(place, edges[ending[end]].high);
    const std::uint32_t first_end = end, first_start = start;
    while (end < count && edges[ending[end]].high == place) ++end;
    while (start < count && edges[start].low == place) ++start;
    for (std::uint32_t i = first_end + 1; i < end; ++i)
      sides.join(Sides::below(ending[i - 1]), Sides::above(ending[i]));
    if (first_end == end) {
      sides.join(Sides::above(start - 1), Sides::below(first_start));
    } else if (first_start == start) {
      sides.join(Sides::above(ending[first_end]), Sides::below(ending[end - 1]));
    } else {
      sides.join(Sides::above(ending[first_end]), Sides::above(start - 1));
      sides.join(Sides::below(ending[end - 1]), Sides::below(first_start));
    }
  }
  return sides;
}

void number_faces(Sides sides, PlanarSubdivision& whole) {
  constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> number(2 * whole.edges.size() + 1, none);
  number[sides.root(sides.outside())] = PlanarSubdivision::outside;
  std::uint32_t faces = 1;
  const auto face_of = [&](std::uint32_t side) {
    std::uint32_t& found = number[sides.root(side)];
    if (found == none) found = faces++;
    return found;
  };
  whole.below.reserve(whole.edges.size());
  whole.above.reserve(whole.edges.size());
  for (std::uint32_t e = 0; e < whole.edges.size(); ++e) {
    whole.below.push_back(face_of(Sides::below(e)));
    whole.above.push_back(face_of(Sides::above(e)));
  }
  whole.rows.resize(faces);
}

/// How often rows wind around a face.
using Windings = std::vector<RowRise>;

Windings crossed(const Windings& from, std::span<const RowRise> rises) {
  Windings sum;
  auto a = from.begin();
  auto b = rises.begin();
  while (a != from.end() || b != rises.end()) {
    if (b == rises.end() || (a != from.end() && a->row < b->row)) {
      sum.push_back(*a++);
    } else if (a == from.end() || b->row < a->row) {
      sum.push_back(*b++);
    } else {
      if (a->rise + b->rise != 0) sum.push_back({a->row, a->rise + b->rise});
      ++a, ++b;
    }
  }
  return sum;
}

/// In the order of the edges what lies below an edge is known.
void label_faces(const RowEdges& borders, PlanarSubdivision& whole) {
  std::vector<Windings> windings(whole.faces());
  std::vector<bool> known(whole.faces(), false);
  known[PlanarSubdivision::outside] = true;
  for (std::size_t e = 0; e < whole.edges.size(); ++e) {
    const std::uint32_t face = whole.above[e];
    if (known[face]) continue;
    known[face] = true;
    windings[face] = crossed(windings[whole.below[e]], borders.rises_of(e));
    for (const RowRise& winding : windings[face])
      if (winding.rise > 0) whole.rows[face].push_back(winding.row);
  }
}

void measure_faces(PlanarSubdivision& whole) {
  std::vector<WideInteger> twice(whole.faces(), 0);
  whole.perimeters.assign(whole.faces(), 0.0);
  const Cell origin = whole.edges.empty() ? Cell{} : whole.edges.front().low;
  for (std::size_t e = 0; e < whole.edges.size(); ++e) {
    const WideInteger area = cross(origin, whole.edges[e].low, whole.edges[e].high);
    twice[whole.above[e]] += area;
    twice[whole.below[e]] -= area;
    whole.perimeters[whole.above[e]] += whole.length(e);
    whole.perimeters[whole.below[e]] += whole.length(e);
  }
  twice[PlanarSubdivision::outside] = 0;
  for (const WideInteger area : twice)
    whole.areas.push_back(static_cast<double>(area) / 2 * whole.grid_size * whole.grid_size);
}

}  // namespace

double PlanarSubdivision::length(std::size_t edge) const {
  const auto& [low, high, rise] = edges[edge];
  return std::hypot(static_cast<double>(high.x - low.x), static_cast<double>(high.y - low.y)) * grid_size;
}

PlanarSubdivision planar_subdivision(const GeometryColumn& polygons, double grid_size, Context& context) {
  RowEdges borders = row_edges(polygons, grid_size, context);
  PlanarSubdivision whole;
  whole.grid_size = grid_size;
  Sides sides = sides_of(borders);
  whole.edges = std::move(borders.edges);
  number_faces(std::move(sides), whole);
  label_faces(borders, whole);
  measure_faces(whole);
  return whole;
}

GeometryColumn polygons_of_faces(const PlanarSubdivision& subdivision, std::span<const std::uint32_t> owners,
                                 std::uint32_t owner_count, Context& context) {
  // The edges of each owner are those that have it on one side only.
  const EdgesByOwner borders = edges_by_owner(owner_count, [&](const auto& visit) {
    for (std::uint32_t e = 0; e < subdivision.edges.size(); ++e) {
      const std::uint32_t above = owners[subdivision.above[e]], below = owners[subdivision.below[e]];
      if (above == below) continue;
      const auto& [low, high, rise] = subdivision.edges[e];
      if (above != no_row) visit(above, GridEdge{low, high, {1, 0}});
      if (below != no_row) visit(below, GridEdge{low, high, {-1, 0}});
    }
  });
  return polygons_of(borders, subdivision.grid_size, context);
}

}  // namespace jingwei
