#include "geometry/edge_order.hpp"

#include <algorithm>

#include "geometry/hilbert.hpp"

namespace jingwei {

std::vector<GridEdge> near_each_other(std::vector<GridEdge> edges) {
  const auto middle = [](const GridEdge& edge) {
    return Point{static_cast<double>(edge.low.x + edge.high.x) / 2,
                 static_cast<double>(edge.low.y + edge.high.y) / 2};
  };
  Envelope extent;
  for (const GridEdge& edge : edges) extent.expand(middle(edge));
  // A square: in a long and narrow one what is near along the curve would be far apart in one direction.
  const double half = std::max(extent.width(), extent.height()) / 2;
  const Point center = extent.center();
  extent.expand(Point{center.x - half, center.y - half});
  extent.expand(Point{center.x + half, center.y + half});
  std::vector<std::pair<std::uint64_t, std::uint32_t>> keys;
  keys.reserve(edges.size());
  for (std::uint32_t e = 0; e < edges.size(); ++e)
    keys.emplace_back(hilbert_code(middle(edges[e]), extent), e);
  std::sort(keys.begin(), keys.end());
  std::vector<GridEdge> sorted;
  sorted.reserve(edges.size());
  for (const auto& [code, edge] : keys) sorted.push_back(edges[edge]);
  return sorted;
}

}  // namespace jingwei
