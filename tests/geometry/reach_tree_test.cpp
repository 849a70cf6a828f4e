#include "geometry/reach_tree.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <set>

using namespace jingwei;

namespace {

std::vector<GridEdge> random_edges(std::mt19937& random, std::size_t count, std::int64_t width,
                                   std::int64_t longest) {
  std::uniform_int_distribution<std::int64_t> place(-width, width), step(-longest, longest);
  std::vector<GridEdge> edges;
  while (edges.size() < count) {
    const Cell from{place(random), place(random)};
    const Cell to{from.x + step(random), from.y + step(random)};
    if (from != to) edges.push_back(edge_between(from, to, {1, 0}));
  }
  std::ranges::sort(edges, {}, &GridEdge::low);
  return edges;
}

bool meet(const GridEdge& a, const GridEdge& b) {
  const auto [a_low, a_high] = std::minmax(a.low.y, a.high.y);
  const auto [b_low, b_high] = std::minmax(b.low.y, b.high.y);
  return a.low.x <= b.high.x + 1 && b.low.x <= a.high.x + 1 && a_low <= b_high + 1 && b_low <= a_high + 1;
}

bool holds(const GridEdge& edge, Cell cell) {
  const auto [low, high] = std::minmax(edge.low.y, edge.high.y);
  return edge.low.x <= cell.x && cell.x <= edge.high.x && low <= cell.y && cell.y <= high;
}

}  // namespace

TEST_CASE("every two edges whose boxes meet are visited once, and few others") {
  std::mt19937 random(3);
  for (const std::size_t count : {0, 1, 2, 7, 8, 9, 64, 65, 500, 1'500})
    for (const std::int64_t width : {20L, 2'000L, 1L << 45}) {
      const std::vector<GridEdge> edges = random_edges(random, count, width, width / 20 + 2);
      const ReachTree tree(edges);
      std::set<std::pair<std::uint32_t, std::uint32_t>> visited;
      tree.for_each_pair([&](std::uint32_t i, std::uint32_t j) {
        REQUIRE(i < j);
        CHECK(visited.emplace(i, j).second);
      });
      std::size_t expected = 0;
      for (std::uint32_t i = 0; i < count; ++i)
        for (std::uint32_t j = i + 1; j < count; ++j)
          if (meet(edges[i], edges[j])) {
            ++expected;
            CHECK(visited.contains({i, j}));
          }
      CHECK(visited.size() <= expected + expected / 50);
      if (width < 1L << 30) CHECK(visited.size() == expected);
    }
}

TEST_CASE("every edge whose box holds a cell is visited") {
  std::mt19937 random(4);
  for (const std::int64_t width : {20L, 2'000L, 1L << 45}) {
    const std::vector<GridEdge> edges = random_edges(random, 300, width, width / 10 + 2);
    const ReachTree tree(edges);
    for (int n = 0; n < 300; ++n) {
      const Cell cell = n % 2 == 0 ? edges[static_cast<std::size_t>(n)].high
                                   : Cell{(edges[static_cast<std::size_t>(n)].low.x + edges[0].high.x) / 2,
                                          edges[static_cast<std::size_t>(n)].low.y};
      std::set<std::uint32_t> visited;
      tree.for_each_at(cell, [&](std::uint32_t i) { CHECK(visited.insert(i).second); });
      for (std::uint32_t i = 0; i < edges.size(); ++i)
        if (holds(edges[i], cell)) CHECK(visited.contains(i));
    }
  }
}
