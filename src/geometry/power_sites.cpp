#include "geometry/power_sites.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/error.hpp"
#include "geometry/hilbert.hpp"

namespace jingwei {
namespace {

struct Candidate {
  Site site;
  std::uint32_t row;
};

constexpr double farthest = 0x1p31;

std::vector<Candidate> candidates_of(const GeometryColumn& points, std::span<const double> weights,
                                     const Envelope& extent, double grid_size) {
  if (!extent.empty() && !(std::max(extent.width(), extent.height()) < farthest * grid_size))
    throw input_error({"地点或区域相距过远，超出精度网格 {} 能表示的范围；请用更粗的 precision",
                       "places or the region lie too far apart for a precision grid of {}; choose a coarser "
                       "precision"},
                      grid_size);
  const double least = weights.empty() ? 0 : *std::ranges::min_element(weights);
  if (!weights.empty() &&
      !((*std::ranges::max_element(weights) - least) / grid_size / grid_size < farthest * farthest))
    throw input_error({"权重相差过大，超出精度网格 {} 能表示的范围；请用更粗的 precision",
                       "weights differ too much for a precision grid of {}; choose a coarser precision"},
                      grid_size);
  std::vector<Candidate> candidates;
  for (std::uint32_t row = 0; row < points.size(); ++row) {
    const double weight = weights.empty() ? 0 : (weights[row] - least) / grid_size / grid_size;
    for (const Point p : points_of(points.wkb(row)))
      candidates.push_back(
          {{{std::llround(p.x / grid_size), std::llround(p.y / grid_size)}, std::llround(weight)}, row});
  }
  return candidates;
}

}  // namespace

PowerSites power_sites(const GeometryColumn& points, std::span<const double> weights, const Envelope& region,
                       double grid_size) {
  Envelope extent = points.extent();
  extent.expand(region);
  std::vector<Candidate> candidates = candidates_of(points, weights, extent, grid_size);
  std::ranges::sort(candidates, [](const Candidate& a, const Candidate& b) {
    if (a.site.cell != b.site.cell) return a.site.cell < b.site.cell;
    return a.site.weight != b.site.weight ? a.site.weight > b.site.weight : a.row < b.row;
  });
  PowerSites made;
  std::vector<Candidate> kept;
  for (const Candidate& candidate : candidates) {
    if (kept.empty() || kept.back().site.cell != candidate.site.cell)
      kept.push_back(candidate);
    else if (kept.back().row != candidate.row)
      made.duplicates.emplace_back(candidate.row, kept.back().row);
  }
  std::ranges::sort(made.duplicates);
  made.duplicates.erase(std::unique(made.duplicates.begin(), made.duplicates.end()), made.duplicates.end());

  std::vector<std::uint64_t> codes;
  for (const Candidate& candidate : kept)
    codes.push_back(hilbert_code({static_cast<double>(candidate.site.cell.x) * grid_size,
                                  static_cast<double>(candidate.site.cell.y) * grid_size},
                                 extent));
  std::vector<std::uint32_t> order(kept.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, {}, [&](std::uint32_t i) { return codes[i]; });
  for (const std::uint32_t i : order) {
    made.sites.push_back(kept[i].site);
    made.row.push_back(kept[i].row);
  }
  made.reach = static_cast<std::int64_t>((extent.width() + extent.height()) / grid_size) + 2;
  return made;
}

}  // namespace jingwei
