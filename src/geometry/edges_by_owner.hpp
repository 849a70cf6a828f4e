#pragma once
#include <numeric>
#include <vector>

#include "base/context.hpp"
#include "geometry/snap_rounding.hpp"
#include "geometry/wkb.hpp"

namespace jingwei {

/// Borders of several owners' polygons, in the order of (low, slope) within each: edges that meet in their
/// ends only, with the rise of the owner's winding.
struct EdgesByOwner {
  std::vector<GridEdge> edges;
  std::vector<std::size_t> first;  ///< of owner o: [first[o], first[o + 1])
};

/// From what `each(visit)` gives: it calls visit(owner, edge) for every edge, twice the same.
template <class Each>
EdgesByOwner edges_by_owner(std::size_t owners, const Each& each) {
  EdgesByOwner borders;
  borders.first.assign(owners + 1, 0);
  each([&](std::uint32_t owner, const GridEdge&) { ++borders.first[owner + 1]; });
  std::partial_sum(borders.first.begin(), borders.first.end(), borders.first.begin());
  borders.edges.resize(borders.first.back());
  std::vector<std::size_t> next(borders.first.begin(), borders.first.end() - 1);
  each([&](std::uint32_t owner, const GridEdge& edge) { borders.edges[next[owner]++] = edge; });
  return borders;
}

/// The polygons of each owner, where their winding is positive; null where there is none. In parallel.
GeometryColumn polygons_of(const EdgesByOwner& borders, double grid_size, Context& context);

}  // namespace jingwei
