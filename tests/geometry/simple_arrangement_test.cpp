#include "geometry/simple_arrangement.hpp"

#include <catch2/catch.hpp>

#include "geometry/grid_polygons.hpp"
#include "geometry/shapes.hpp"

using namespace jingwei;

namespace {

constexpr double scale = 1;  // cells are the units

struct Sides {
  std::vector<Path> first, second;
};

SidedRings rings_of(const Sides& sides) {
  SidedRings rings;
  for (const std::size_t side : {0U, 1U})
    for (const Path& ring : side == 0 ? sides.first : sides.second) {
      add_corners(ring, scale, rings.corners);
      rings.rings.push_back({rings.corners.size(), side});
    }
  return rings;
}

/// The way that asks for no general position.
Settled settled_by_sweep(const Sides& sides) {
  std::vector<GridEdge> edges;
  for (const Path& ring : sides.first) add_edges(ring, {1, 0}, scale, edges);
  for (const Path& ring : sides.second) add_edges(ring, {0, 1}, scale, edges);
  return settled(std::move(edges), scale);
}

WideInteger twice_area(const std::vector<Rings>& polygons) {
  WideInteger twice = 0;
  for (const Rings& rings : polygons)
    for (const Path& ring : rings)
      for (std::size_t i = 1; i < ring.size(); ++i)
        twice += WideInteger(ring[i - 1].x) * WideInteger(ring[i].y) -
                 WideInteger(ring[i].x) * WideInteger(ring[i - 1].y);
  return twice;
}

bool either(const Winding& w) {
  return w[0] > 0 || w[1] > 0;
}
bool both(const Winding& w) {
  return w[0] > 0 && w[1] > 0;
}
bool first_alone(const Winding& w) {
  return w[0] > 0 && w[1] <= 0;
}

/// Is it simple? Then both ways give the same.
bool agrees_where_simple(const Sides& sides) {
  const auto simple = SimpleArrangement::of(rings_of(sides));
  if (!simple) return false;
  const Settled general = settled_by_sweep(sides);
  for (const auto& kept : {either, both, first_alone}) {
    const auto polygons = simple->polygons(kept, scale);
    CHECK(polygons ==
          polygons_between(general.edges, borders_of(general.edges, general.placements, kept), scale));
    CHECK(simple->twice_area([&](const Winding& w) { return kept(w) ? 1 : 0; }) == twice_area(polygons));
  }
  return true;
}

Path cells(Path ring) {
  for (Point& p : ring) p = {std::round(p.x), std::round(p.y)};
  return ring;
}

/// Stars, each with a hole of its own where it has room.
std::vector<Path> stars_of(std::mt19937& random, int count, double side, double radius, int corners) {
  std::uniform_real_distribution<double> place(0, side);
  std::vector<Path> rings;
  for (int n = 0; n < count; ++n) {
    const Point center{place(random), place(random)};
    rings.push_back(cells(star(random, center, radius, corners)[0]));
    if (corners % 2 != 0) continue;
    rings.push_back(cells(star(random, center, radius * 0.25, corners)[0]));
    std::ranges::reverse(rings.back());
  }
  return rings;
}

}  // namespace

TEST_CASE("rings in general position, by hand") {
  const Path square{{0, 0}, {100, 0}, {100, 100}, {0, 100}, {0, 0}};
  const Path bar{{-50, 40}, {150, 40}, {150, 60}, {-50, 60}, {-50, 40}};
  const auto simple = SimpleArrangement::of(rings_of({{square}, {bar}}));
  REQUIRE(simple);
  CHECK(simple->polygons(both, scale) ==
        std::vector<Rings>{{{{0, 40}, {100, 40}, {100, 60}, {0, 60}, {0, 40}}}});
  CHECK(simple->polygons(first_alone, scale).size() == 2);
  CHECK(simple->polygons(either, scale).size() == 1);
  CHECK(simple->twice_area([](const Winding& w) { return both(w) ? 3 : 0; }) == 3 * 2 * 2000);
}

TEST_CASE("what meets elsewhere than in crossings of two edges is in no general position") {
  const Path square{{0, 0}, {100, 0}, {100, 100}, {0, 100}, {0, 0}};
  const auto moved = [&](double x, double y) {
    Path ring = square;
    for (Point& p : ring) p = {p.x + x, p.y + y};
    return ring;
  };
  CHECK(SimpleArrangement::of(rings_of({{square}, {moved(50, 50)}})));
  CHECK(SimpleArrangement::of(rings_of({{square}, {moved(200, 0)}})));
  CHECK_FALSE(SimpleArrangement::of(rings_of({{square}, {square}})));
  CHECK_FALSE(SimpleArrangement::of(rings_of({{square}, {moved(100, 0)}})));
  CHECK_FALSE(SimpleArrangement::of(rings_of({{square}, {moved(50, 1)}})));
  CHECK_FALSE(SimpleArrangement::of(rings_of({{square}, {moved(50, 50), moved(51, 52)}})));
  // Three edges through one place.
  CHECK_FALSE(SimpleArrangement::of(rings_of(
      {{square},
       {{{50, 50}, {150, 40}, {150, 60}, {50, 50}}, {{60, -60}, {140, 160}, {50, 160}, {60, -60}}}})));
  CHECK_FALSE(SimpleArrangement::of(
      rings_of({{square}, {{{0, 0x1p40}, {9, 0x1p40}, {0, 0x1p40 + 9}, {0, 0x1p40}}}})));
  CHECK_FALSE(SimpleArrangement::of(SidedRings{}));
}

TEST_CASE("in general position rings are overlaid as by rounding and sweeping, bit by bit") {
  std::mt19937 random(11);
  int simple = 0;
  for (int n = 0; n < 400; ++n) {
    const double side = n % 2 == 0 ? 1000 : 1e8;
    const Sides sides{stars_of(random, 1 + n % 3, side, side / 2, 5 + n % 12),
                      stars_of(random, 1 + n % 4, side, side / 2, 4 + n % 9)};
    simple += agrees_where_simple(sides) ? 1 : 0;
  }
  CHECK(simple > 200);
}

TEST_CASE("rings that almost meet are overlaid as by rounding and sweeping wherever they are simple") {
  // Corners near those of a coarse lattice: edges come within a few cells of each other, or just not.
  std::mt19937 random(12);
  int simple = 0;
  for (int n = 0; n < 20'000; ++n) {
    const int spacing = 12 + n % 30;
    std::uniform_int_distribution<int> node(0, 5), noise(-(n % 9), n % 9);
    const auto ring = [&] {
      while (true) {
        const auto at = [&] {
          return Point{spacing * node(random) + noise(random) + 0.0,
                       spacing * node(random) + noise(random) + 0.0};
        };
        const Point p = at();
        const Path triangle{p, at(), at(), p};
        if (signed_area(triangle) != 0) return oriented({triangle})[0];
      }
    };
    Sides sides{{ring()}, {ring()}};
    if (n % 3 == 0) sides.second.push_back(ring());
    simple += agrees_where_simple(sides) ? 1 : 0;
  }
  CHECK(simple > 2'000);
  CHECK(simple < 18'000);
}

TEST_CASE("rings may run either way around and cross themselves") {
  // As what a window sees of a polygon may beyond it.
  std::mt19937 random(13);
  std::uniform_int_distribution<int> place(0, 500);
  int simple = 0;
  for (int n = 0; n < 2'000; ++n) {
    const auto ring = [&](int corners) {
      Path path;
      for (int i = 0; i < corners; ++i) path.push_back({place(random) + 0.0, place(random) + 0.0});
      path.push_back(path[0]);
      return path;
    };
    // Of a shell's places no winding is below 0: then holes lie in shells.
    Path shell{{-20, -20}, {520, -20}, {520, 520}, {-20, 520}, {-20, -20}};
    simple += agrees_where_simple({{shell}, {ring(3 + n % 4), ring(5)}}) ? 1 : 0;
  }
  CHECK(simple > 500);
}
