#include "geometry/densify.hpp"

#include <catch2/catch.hpp>

#include "geometry/shapes.hpp"

using namespace jingwei;

TEST_CASE("the image of an edge strays less than the tolerance, whatever the curve") {
  const auto parabola = [](Point p) { return Point{p.x, p.x * p.x}; };
  const auto wave = [](Point p) {
    return Point{p.x, std::sin(p.x)};
  };  // an edge over whole waves has its middle on the chord
  for (const double tolerance : {0.1, 0.001}) {
    const auto check = [&](const auto& map, double end) {
      const Path dense = Densifier(map, tolerance, 0)({{0, 0}, {end, 0}});
      const auto line = wkb_of_lines({&dense, 1});
      for (int i = 0; i <= 1'000; ++i)
        CHECK(distance_to_border(line, map({end * i / 1'000, 0})) <= 1.01 * tolerance);
      CHECK(dense.front() == map({0, 0}));
      CHECK(dense.back() == map({end, 0}));
    };
    check(parabola, 10);
    check(wave, 2 * std::numbers::pi);
  }
}

TEST_CASE("both directions give the same points, straight images none, short edges none") {
  const auto curve = [](Point p) { return Point{p.x + 0.1 * p.y * p.y, p.y - 0.2 * p.x * p.x * p.x}; };
  const Densifier densify(curve, 1e-4, 0);
  const Path there = densify({{0.3, 0.7}, {2.1, 1.9}});
  Path back = densify({{2.1, 1.9}, {0.3, 0.7}});
  std::ranges::reverse(back);
  CHECK(there == back);
  CHECK(there.size() > 20);
  const auto straight = [](Point p) { return Point{2 * p.x, p.y + 1}; };
  CHECK(Densifier(straight, 1e-9, 0)({{0, 0}, {8, 8}}).size() == 2);
  CHECK(Densifier(curve, 1e-4, 100)({{0, 0}, {8, 8}}).size() == 2);
  CHECK(densify({}).empty());
  CHECK(densify({{1, 1}}).size() == 1);
}
