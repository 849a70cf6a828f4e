#include "geometry/offset.hpp"

#include <catch2/catch.hpp>

#include "geometry/geos.hpp"
#include "geometry/shapes.hpp"

using namespace jingwei;

namespace {

constexpr double arc_slack = 4e-5;

std::vector<std::uint8_t> united(const Chain& chain) {
  std::vector<geos::Geometry> pieces;
  for (const Path& ring : offset_pieces(chain, arc_slack, 0.001)) pieces.push_back(geos::polygon(ring));
  return geos::write(geos::unary_union(geos::collection(std::move(pieces)), 1e-6));
}

}  // namespace

TEST_CASE("the pieces around random chains hold what lies within the distance, and nothing else") {
  std::mt19937 random(23);
  std::uniform_real_distribution<double> place(0, 10), wide(-3, 13);
  for (int n = 0; n < 40; ++n) {
    Chain chain;
    for (int k = 0; k < 2 + n % 9; ++k) chain.path.push_back({place(random), place(random)});
    if (n % 4 == 3) {
      chain.path.push_back(chain.path.front());
      chain.ends = Chain::Ends::closed;
    }
    chain.left_m = chain.right_m = 0.2 + 0.05 * n;
    const auto shape = united(chain);
    const auto line = wkb_of_lines({&chain.path, 1});
    for (int i = 0; i < 300; ++i) {
      const Point p{wide(random), wide(random)};
      const double share = distance_to_border(line, p) / chain.left_m;
      if (std::fabs(share - 1) > 2e-4) CHECK(inside(shape, p) == (share < 1));
    }
  }
}

TEST_CASE("gentle chains are one ribbon, and hold the same places") {
  std::mt19937 random(27);
  std::uniform_real_distribution<double> bend(-0.15, 0.15), wide_x(-5, 110), wide_y(-40, 40);
  for (int n = 0; n < 20; ++n) {
    Chain chain;
    double heading = 0;
    chain.path.push_back({0, 0});
    for (int k = 0; k < 40; ++k) {
      heading = std::clamp(heading + bend(random), -0.5, 0.5);
      chain.path.push_back(
          {chain.path.back().x + 2.5 * std::cos(heading), chain.path.back().y + 2.5 * std::sin(heading)});
    }
    chain.left_m = chain.right_m = 0.5 + 0.5 * n;  // at the far end ribbons break up
    const std::size_t pieces = offset_pieces(chain, arc_slack, 0.001).size();
    if (n < 10) CHECK(pieces == 3);
    for (const Path& ring : offset_pieces(chain, arc_slack, 0.001)) CHECK(signed_area(ring) != 0);
    const auto shape = united(chain);
    const auto line = wkb_of_lines({&chain.path, 1});
    for (int i = 0; i < 500; ++i) {
      const Point p{wide_x(random), wide_y(random)};
      const double share = distance_to_border(line, p) / chain.left_m;
      if (std::fabs(share - 1) > 2e-4) CHECK(inside(shape, p) == (share < 1));
    }
  }
}

TEST_CASE("one side is far, the other a seam") {
  const Chain chain{{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}}, 0.1, 2, Chain::Ends::closed};
  const auto shape = united(chain);  // the ring runs counter-clockwise: outside is on its right
  CHECK(inside(shape, {5, -1.99}));
  CHECK(inside(shape, {11.4, 11.4}));
  CHECK_FALSE(inside(shape, {11.5, 11.5}));
  CHECK(inside(shape, {5, 0.09}));
  CHECK_FALSE(inside(shape, {5, 0.11}));
}

TEST_CASE("chains of one place, of repeated points, and there and back") {
  CHECK(offset_pieces(Chain{}, arc_slack, 0).empty());
  CHECK(planar_area(united({{{3, 3}}, 2, 2})) == Approx(std::numbers::pi * 4).epsilon(2e-4));
  CHECK(planar_area(united({{{3, 3}, {3, 3}}, 2, 2})) == Approx(std::numbers::pi * 4).epsilon(2e-4));
  CHECK(planar_area(united({{{0, 0}, {5, 0}, {5, 0}, {0, 0}}, 1, 1})) ==
        Approx(10 + std::numbers::pi).epsilon(2e-4));
}

TEST_CASE("a simplified path strays less than it may") {
  std::mt19937 random(24);
  std::uniform_real_distribution<double> noise(-0.5, 0.5);
  Path path;
  for (int i = 0; i < 2'000; ++i) path.push_back({i * 0.1, 20 * std::sin(i * 0.01) + noise(random)});
  for (const double tolerance : {0.3, 1.0, 3.0}) {
    const Path fewer = simplified(path, tolerance);
    CHECK(fewer.size() < path.size());
    CHECK((fewer.front() == path.front() && fewer.back() == path.back()));
    const auto line = wkb_of_lines({&fewer, 1});
    for (const Point p : path) CHECK(distance_to_border(line, p) <= tolerance);
  }
  const Path ring{{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}};
  CHECK(simplified(ring, 0.1) == ring);
  CHECK(simplified({{1, 1}}, 1) == Path{{1, 1}});
  CHECK(simplified({}, 1).empty());
}

TEST_CASE("chains that meet have one sector where they leave room for it") {
  std::mt19937 random(29);
  std::uniform_real_distribution<double> place(0, 10), wide(-3, 13);
  for (int n = 0; n < 30; ++n) {
    // A tree of streets: each leaves a place of those before it; some run twice.
    std::vector<Chain> chains;
    std::vector<Point> places{{5, 5}};
    for (int k = 0; k < 1 + n % 8; ++k) {
      const Point from = places[random() % places.size()];
      places.push_back({place(random), place(random)});
      chains.push_back({{from, places.back()}, 0.4 + 0.03 * n, 0.4 + 0.03 * n});
      if (k % 3 == 2) chains.push_back({{places.back(), from}, 0.4 + 0.03 * n, 0.4 + 0.03 * n});
    }
    std::vector<geos::Geometry> pieces;
    for (const Path& ring : offset_pieces(chains, arc_slack, 0.001)) pieces.push_back(geos::polygon(ring));
    const auto shape = geos::write(geos::unary_union(geos::collection(std::move(pieces)), 1e-6));
    std::vector<Path> lines;
    for (const Chain& chain : chains) lines.push_back(chain.path);
    const auto line = wkb_of_lines(lines);
    for (int i = 0; i < 300; ++i) {
      const Point p{wide(random), wide(random)};
      const double share = distance_to_border(line, p) / chains[0].left_m;
      if (std::fabs(share - 1) > 3e-4) CHECK(inside(shape, p) == (share < 1));
    }
  }
  // Streets that cross at right angles leave no room: two ribbons each, and the four outer ends.
  std::vector<Chain> cross;
  for (const Point end : {Point{9, 0}, Point{-9, 0}, Point{0, 9}, Point{0, -9}})
    cross.push_back({{{0, 0}, end}, 1, 1});
  CHECK(offset_pieces(cross, arc_slack, 0.001).size() == 8);
}

TEST_CASE("a convex ring has its offset in one piece") {
  Chain square{{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}}, 0.1, 2, Chain::Ends::closed};
  const Path ring = convex_offset(square, arc_slack);
  CHECK(signed_area(ring) == Approx(100 + 80 + std::numbers::pi * 4).epsilon(1e-4));
  std::reverse(square.path.begin(), square.path.end());
  CHECK(convex_offset(square, arc_slack).empty());
  CHECK(convex_offset({{{0, 0}, {10, 0}, {5, 5}, {10, 10}, {0, 10}, {0, 0}}, 1, 1, Chain::Ends::closed},
                      arc_slack)
            .empty());
  CHECK(convex_offset({{{0, 0}, {10, 0}}, 1, 1}, arc_slack).empty());
}
