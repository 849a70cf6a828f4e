#include "geometry/edge_cancelling.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <random>

using namespace jingwei;

TEST_CASE("an edge whose twin runs the other way cancels, equal ones are summed") {
  const Cell a{0, 0}, b{4, 0}, c{4, 4};
  const std::vector<GridEdge> left =
      cancelled({edge_between(a, b, {1, 0}), edge_between(b, c, {1, 0}), edge_between(b, a, {1, 0}),
                 edge_between(b, c, {1, 2}), edge_between(a, c, {0, 0})});
  REQUIRE(left.size() == 1);
  CHECK(left[0].low == b);
  CHECK(left[0].high == c);
  CHECK(left[0].rise == Winding{2, 2});
  CHECK(cancelled({}).empty());
}

TEST_CASE("cancelling is summing by place, whatever the order") {
  std::mt19937 random(3);
  std::uniform_int_distribution<std::int64_t> place(0, 6);
  for (int n = 0; n < 200; ++n) {
    std::vector<GridEdge> edges;
    std::map<std::pair<Cell, Cell>, std::int32_t> expected;
    while (edges.size() < 300) {
      const Cell from{place(random), place(random)};
      const Cell to{place(random), place(random) - (std::int64_t{1} << 38)};
      edges.push_back(edge_between(from, to, {1, 0}));
      expected[{edges.back().low, edges.back().high}] += edges.back().rise[0];
    }
    std::erase_if(expected, [](const auto& edge) { return edge.second == 0; });
    const std::vector<GridEdge> left = cancelled(edges);
    CHECK(left.size() == expected.size());
    CHECK(std::ranges::all_of(left, [&](const GridEdge& edge) {
      const auto at = expected.find({edge.low, edge.high});
      return at != expected.end() && at->second == edge.rise[0];
    }));
  }
}

TEST_CASE("edges that fall together are in one share, and shares are about as large as each other") {
  std::mt19937 random(5);
  std::uniform_int_distribution<std::int64_t> place(0, 40);
  std::vector<GridEdge> edges;
  while (edges.size() < 20'000) {
    const Cell from{place(random), place(random)};
    const Cell to{place(random), place(random)};
    if (from != to) edges.push_back(edge_between(from, to, {1, 0}));
  }
  const auto shares = shares_of(edges);
  std::map<std::pair<Cell, Cell>, std::size_t> share_of;
  std::size_t count = 0;
  for (std::size_t s = 0; s < shares.size(); ++s) {
    count += shares[s].size();
    CHECK(shares[s].size() > edges.size() / share_count / 2);
    for (const GridEdge& edge : shares[s])
      CHECK(share_of.try_emplace({edge.low, edge.high}, s).first->second == s);
  }
  CHECK(count == edges.size());
}
