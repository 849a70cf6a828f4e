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

TEST_CASE("a window sees fewer corners, and the same places inside") {
  std::mt19937 random(8);
  std::uniform_real_distribution<double> at(-2, 12), width(0.01, 4);
  Rings rings = star(random, {5, 5}, 6, 3'000);
  for (int hole = 0; hole < 40; ++hole) {  // even–odd: holes may overlap
    Rings island = star(random, {at(random), at(random)}, 0.5, 30);
    rings.push_back(island[0]);
  }
  const auto whole = wkb_of_polygons({&rings, 1});
  const PolygonLocator locator({&rings, 1});
  std::size_t bordering = 0;
  for (int n = 0; n < 300; ++n) {
    const double x = at(random);
    const double y = at(random);
    const Envelope window{x, y, x + width(random), y + width(random)};
    const NearRings near = locator.near(window);
    bordering += near.bordering ? 1 : 0;
    bool meets = false;
    for (const Path& ring : rings)
      for (const Point p : ring) meets = meets || window.contains(p);
    if (meets) CHECK(near.bordering);
    std::size_t corners = 0;
    for (const Path& ring : near.rings) {
      corners += ring.size();
      CHECK(ring.front() == ring.back());
    }
    CHECK(corners <= 3'000 + 40 * 31);
    const auto seen = wkb_of_polygons({&near.rings, 1});
    for (int k = 0; k < 20; ++k) {
      std::uniform_real_distribution<double> share(0, 1);
      const Point p{window.min_x + share(random) * window.width(),
                    window.min_y + share(random) * window.height()};
      CHECK(inside(seen, p) == inside(whole, p));
    }
  }
  CHECK(bordering > 50);
  CHECK(bordering < 300);
  CHECK(locator.near({100, 100, 101, 101}).rings.empty());
}
