#include "geometry/polygon_union.hpp"

#include <algorithm>
#include <numeric>

#include "geometry/geos.hpp"
#include "geometry/spatial_index.hpp"
#include "geometry/wkb_io.hpp"

namespace jingwei {
namespace {

/// The root of a row's tree, whose path is halved on the way (Tarjan & van Leeuwen 1984).
std::uint32_t root_of(std::vector<std::uint32_t>& parent, std::uint32_t row) {
  while (parent[row] != row) row = parent[row] = parent[parent[row]];
  return row;
}

}  // namespace

std::vector<std::vector<std::uint32_t>> clusters_of(std::span<const Envelope> envelopes) {
  std::vector<std::uint32_t> parent(envelopes.size());
  std::iota(parent.begin(), parent.end(), 0U);
  const SpatialIndex index(envelopes);
  std::vector<std::uint32_t> near;
  for (std::uint32_t row = 0; row < envelopes.size(); ++row) {
    index.query(envelopes[row], near);
    for (const std::uint32_t other : near) {
      const std::uint32_t a = root_of(parent, row);
      const std::uint32_t b = root_of(parent, other);
      parent[std::max(a, b)] = std::min(a, b);  // the root is the cluster's first row
    }
  }
  std::vector<std::vector<std::uint32_t>> clusters;
  std::vector<std::size_t> number(envelopes.size());
  for (std::uint32_t row = 0; row < envelopes.size(); ++row) {
    const std::uint32_t root = root_of(parent, row);
    if (root == row) {
      number[row] = clusters.size();
      clusters.emplace_back();
    }
    clusters[number[root]].push_back(row);
  }
  return clusters;
}

std::vector<Rings> polygon_union(std::span<const std::vector<std::uint8_t>> rows, double grid_size) {
  std::vector<Rings> polygons;
  std::vector<std::size_t> row_of;
  std::vector<Envelope> envelopes;
  for (std::size_t row = 0; row < rows.size(); ++row)
    for (Rings& rings : polygons_of(rows[row])) {
      if (rings.empty()) continue;
      Envelope envelope;
      for (const Point p : rings[0]) envelope.expand(p);
      envelopes.push_back(envelope.grown(grid_size));  // what rounds onto another touches it
      polygons.push_back(std::move(rings));
      row_of.push_back(row);
    }
  std::vector<Rings> whole;
  for (const auto& cluster : clusters_of(envelopes)) {
    const bool one_row =
        std::ranges::all_of(cluster, [&](std::uint32_t i) { return row_of[i] == row_of[cluster[0]]; });
    if (one_row) {
      for (const std::uint32_t i : cluster) whole.push_back(std::move(polygons[i]));
      continue;
    }
    std::vector<geos::Geometry> parts;
    for (const std::uint32_t i : cluster) parts.push_back(geos::read(wkb_of_polygons({&polygons[i], 1})));
    const geos::Geometry united = geos::unary_union(geos::collection(std::move(parts)), grid_size);
    for (Rings& rings : polygons_of(geos::write(united))) whole.push_back(std::move(rings));
  }
  return whole;
}

}  // namespace jingwei
