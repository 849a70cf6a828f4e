#include "geometry/hull.hpp"

#include <catch2/catch.hpp>

#include "geometry/shapes.hpp"

using namespace jingwei;

namespace {

GeometryColumn hull_of(const GeometryColumn& column, const HullShape& shape = {}) {
  Context context;
  return hulls(column, std::vector<std::uint32_t>(column.size(), 0), 1, shape, 0.001, context);
}

double cross(Point a, Point b, Point c) {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

}  // namespace

TEST_CASE("hulls of points, lines and polygons together") {
  const GeometryColumn hull = hull_of(column_of(
      {"POINT (0 0)", "LINESTRING (4 0, 2 1)", "", "POLYGON ((1 1, 4 3, 0 3, 1 1))", "POINT EMPTY"}));
  CHECK(planar_area(hull.wkb(0)) == Approx(12));
}

TEST_CASE("what has no area has no hull") {
  for (const auto* const wkt :
       {"POINT (1 1)", "MULTIPOINT ((1 1), (1 1))", "LINESTRING (0 0, 1 1, 3 3)", "POINT EMPTY"})
    for (const auto kind : {HullShape::Kind::convex, HullShape::Kind::concave})
      CHECK(hull_of(column_of({wkt}), {kind, 0.5, HullShape::Holes::none}).is_null(0));
  CHECK(hull_of(column_of({})).is_null(0));
}

TEST_CASE("a concave hull follows the letter L, a convex one does not") {
  GeometryColumn points;
  for (int i = 0; i <= 10; ++i)
    for (int j = 0; j <= 10; ++j)
      if (i <= 2 || j <= 2) points.append(wkb_of(Point{double(i), double(j)}));
  CHECK(planar_area(hull_of(points).wkb(0)) == Approx(100 - 0.5 * 8 * 8));
  const HullShape concave{HullShape::Kind::concave, 0.1, HullShape::Holes::none};
  CHECK(planar_area(hull_of(points, concave).wkb(0)) == Approx(36).epsilon(0.03));
}

TEST_CASE("random points: every one inside, every corner a point, no turn to the right, groups apart") {
  std::mt19937 random(17);
  std::uniform_real_distribution<double> place(0, 1000);
  Context context = with_threads(4);
  GeometryColumn points;
  std::vector<std::uint32_t> groups;
  std::vector<Point> all;
  for (std::uint32_t i = 0; i < 300; ++i) {
    const Point p{std::round(place(random)), std::round(place(random))};
    all.push_back(p);
    points.append(wkb_of(p));
    groups.push_back(i % 3);
  }
  const GeometryColumn found = hulls(points, groups, 4, {}, 0.001, context);
  REQUIRE(found.size() == 4);
  CHECK(found.is_null(3));
  for (std::uint32_t group = 0; group < 3; ++group) {
    Path ring = oriented(polygons_of(found.wkb(group)).at(0)).at(0);
    for (std::size_t i = 1; i < ring.size(); ++i) {
      CHECK(std::ranges::find(all, ring[i]) != all.end());
      if (i + 1 < ring.size()) CHECK(cross(ring[i - 1], ring[i], ring[i + 1]) > 0);
      for (std::size_t p = group; p < all.size(); p += 3) CHECK(cross(ring[i - 1], ring[i], all[p]) >= 0);
    }
  }
}
