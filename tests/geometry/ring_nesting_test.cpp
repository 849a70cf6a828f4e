#include "geometry/ring_nesting.hpp"

#include <catch2/catch.hpp>

#include "geometry/planar.hpp"

using namespace jingwei;

namespace {

Path square(double x, double y, double size) {
  return {{x, y}, {x + size, y}, {x + size, y + size}, {x, y + size}, {x, y}};
}
Path hole(double x, double y, double size) {
  Path ring = square(x, y, size);
  return {ring.rbegin(), ring.rend()};
}

}  // namespace

TEST_CASE("holes go to the smallest shell around them, islands stay shells") {
  // An island in a lake of an island in a lake; a lake that touches its shell at a corner; one in no shell.
  const auto polygons = nested({hole(3, 3, 4),
                                square(0, 0, 10),
                                hole(1, 1, 8),
                                square(2, 2, 6),
                                square(20, 0, 4),
                                {{20, 0}, {21, 2}, {22, 1}, {20, 0}},
                                hole(50, 50, 1)});
  REQUIRE(polygons.size() == 3);
  CHECK(polygons[0].size() == 2);
  CHECK(planar_area(polygons[0]) == 100 - 64);
  CHECK(planar_area(polygons[1]) == 36 - 16);
  CHECK(polygons[2].size() == 2);
  CHECK(planar_area(polygons[2]) == Approx(16 - 1.5));
  CHECK(nested({}).empty());
  CHECK(nested({{{0, 0}, {1, 0}, {0, 0}}}).empty());
}
