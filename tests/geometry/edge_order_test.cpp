#include "geometry/edge_order.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <random>

using namespace jingwei;

TEST_CASE("edges in their order along a curve are the same edges, and near those before them") {
  std::mt19937 random(2);
  for (const std::int64_t height : {1'000, 100'000}) {
    std::uniform_int_distribution<std::int64_t> x(0, 1'000), y(0, height);
    std::vector<GridEdge> edges;
    for (int n = 0; n < 4'000; ++n) {
      const Cell from{x(random), y(random)};
      edges.push_back(edge_between(from, {from.x + 1, from.y}, {1, 0}));
    }
    std::vector<GridEdge> sorted = near_each_other(edges);
    double steps = 0;
    for (std::size_t e = 1; e < sorted.size(); ++e)
      steps += std::hypot(static_cast<double>(sorted[e].low.x - sorted[e - 1].low.x),
                          static_cast<double>(sorted[e].low.y - sorted[e - 1].low.y));
    // As far apart as their number and the area have it.
    CHECK(steps / 4'000 < 2 * std::sqrt(1'000.0 * static_cast<double>(height) / 4'000));
    const auto key = [](const GridEdge& edge) { return edge.low; };
    std::ranges::sort(sorted, {}, key);
    std::ranges::sort(edges, {}, key);
    CHECK(std::ranges::equal(sorted, edges, {}, key, key));
  }
  CHECK(near_each_other({}).empty());
}
