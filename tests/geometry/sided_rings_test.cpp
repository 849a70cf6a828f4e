#include "geometry/sided_rings.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "geometry/edge_cancelling.hpp"

using namespace jingwei;

namespace {

/// Each ring from its lowest corner on, in the order of these.
std::vector<std::pair<std::vector<Cell>, std::size_t>> canonical(const SidedRings& rings) {
  std::vector<std::pair<std::vector<Cell>, std::size_t>> all;
  auto first = rings.corners.begin();
  for (const auto& [end, side] : rings.rings) {
    const auto last = rings.corners.begin() + static_cast<std::ptrdiff_t>(end);
    std::vector<Cell> ring(first, last);
    std::rotate(ring.begin(), std::min_element(ring.begin(), ring.end()), ring.end());
    all.emplace_back(std::move(ring), side);
    first = last;
  }
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace

TEST_CASE("rings are found again in their edges") {
  const SidedRings rings{{{0, 0}, {9, 0}, {9, 9}, {0, 9}, {3, 3}, {3, 6}, {6, 6}, {20, 0}, {30, 0}, {20, 8}},
                         {{4, 0}, {7, 0}, {10, 1}}};
  std::vector<GridEdge> edges = edges_of(rings);
  CHECK(edges.size() == 10);
  std::swap(edges[0], edges[8]);
  std::swap(edges[2], edges[5]);
  const auto found = rings_of(edges);
  REQUIRE(found);
  CHECK(canonical(*found) == canonical(rings));
  CHECK(rings_of({})->rings.empty());
}

TEST_CASE("edges that are not of one ring and one side make none") {
  // Rings that meet in a corner, of one side and of both; an edge of two rings; a ring that is open.
  for (const std::size_t side : {0U, 1U})
    CHECK_FALSE(
        rings_of(edges_of({{{0, 0}, {9, 0}, {0, 9}, {0, 0}, {-9, 0}, {0, -9}}, {{3, 0}, {6, side}}})));
  const SidedRings twice{{{0, 0}, {9, 0}, {0, 9}, {0, 0}, {9, 0}, {0, 9}}, {{3, 0}, {6, 0}}};
  CHECK_FALSE(rings_of(cancelled(edges_of(twice))));
  CHECK_FALSE(rings_of({edge_between({0, 0}, {9, 0}, {1, 0}), edge_between({9, 0}, {0, 9}, {1, 0})}));
}

TEST_CASE("of a coverage the outer borders are left") {
  SidedRings squares;
  for (int x = 0; x < 3; ++x)
    for (int y = 0; y < 3; ++y) {
      if (x == 1 && y == 1) continue;
      for (const auto& [dx, dy] : {std::pair{0, 0}, {1, 0}, {1, 1}, {0, 1}})
        squares.corners.push_back({10 * (x + dx), 10 * (y + dy)});
      squares.rings.push_back({squares.corners.size(), 1});
    }
  const auto outer = rings_of(cancelled(edges_of(squares)));
  REQUIRE(outer);
  CHECK(outer->rings.size() == 2);
  CHECK(outer->corners.size() == 12 + 4);
}
