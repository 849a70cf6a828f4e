#include "geometry/polygon_locator.hpp"

#include <catch2/catch.hpp>

#include "geometry/shapes.hpp"

using namespace jingwei;

TEST_CASE("places are found inside polygons and near their borders as every edge tells") {
  const GeometryColumn rows = column_of(
      {"MULTIPOLYGON (((0 0, 10 0, 10 10, 0 10, 0 0), (2 2, 2 8, 8 8, 8 2, 2 2)), ((4 4, 6 4, 5 6, 4 4)))"});
  const GeometryColumn many = stars(3, 3, 10, 9, 200);
  std::mt19937 random(4);
  std::uniform_real_distribution<double> at(-2, 12);
  for (const Wkb wkb : {rows.wkb(0), many.wkb(0), many.wkb(1), many.wkb(2)}) {
    const PolygonLocator locator(polygons_of(wkb));
    for (int n = 0; n < 2'000; ++n) {
      const Point p{at(random), at(random)};
      CHECK(locator.inside(p) == inside(wkb, p));
      CHECK(locator.border_within(p, 0.5) == (distance_to_border(wkb, p) <= 0.5));
    }
  }
}

TEST_CASE("a ray through corners counts each border once") {
  const std::vector<Rings> diamond = polygons_of(parse_wkt("POLYGON ((0 -1, 1 0, 0 1, -1 0, 0 -1))"));
  const PolygonLocator locator(diamond);
  CHECK(locator.inside({0, 0}));
  CHECK_FALSE(locator.inside({-2, 0}));
  CHECK_FALSE(locator.inside({2, 0}));
  CHECK_FALSE(locator.inside({-2, 1}));
  CHECK(locator.border_within({1, 0}, 0));
  const PolygonLocator nothing({});
  CHECK_FALSE(nothing.inside({0, 0}));
  CHECK_FALSE(nothing.border_within({0, 0}, 9));
}
