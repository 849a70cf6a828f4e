#include "geometry/inside_point.hpp"

#include <catch2/catch.hpp>

#include "geometry/shapes.hpp"

using namespace jingwei;

namespace {

std::optional<Point> inside_of(std::string_view wkt) {
  return inside_point(polygons_of(parse_wkt(wkt))[0]);
}

}  // namespace

TEST_CASE("a place inside is the middle of the widest stretch half way up") {
  CHECK(inside_of("POLYGON ((0 0, 4 0, 4 2, 0 2, 0 0))") == Point{2, 1});
  // The hole leaves 1 on its left and 5 on its right; no corner lies at the height that is taken.
  CHECK(inside_of("POLYGON ((0 0, 8 0, 8 4, 0 4, 0 0), (1 1, 3 1, 3 3, 1 3, 1 1))") == Point{5.5, 2});
  CHECK(inside_of("POLYGON ((0 0, 4 2, 0 4, 0 0))") == Point{1, 3});
  CHECK_FALSE(inside_of("POLYGON ((0 0, 4 0, 2 0, 0 0))"));
  CHECK_FALSE(inside_point({}));
}

TEST_CASE("a place inside is inside, in either direction of the ring") {
  std::mt19937 random(11);
  for (int n = 0; n < 2'000; ++n) {
    Rings rings = star(random, {1e6, 4e6}, 100, 3 + n % 40);
    if (n % 2 == 0) std::reverse(rings[0].begin(), rings[0].end());
    const auto place = inside_point(rings);
    REQUIRE(place);
    CHECK(inside(wkb_of_polygons({&rings, 1}), *place));
  }
}
