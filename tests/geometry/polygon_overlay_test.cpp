#include "geometry/polygon_overlay.hpp"

#include <catch2/catch.hpp>

#include "geometry/geos.hpp"
#include "geometry/repair.hpp"
#include "geometry/shapes.hpp"

using namespace jingwei;

namespace {

std::vector<Rings> rings_of(const GeometryColumn& column) {
  std::vector<Rings> all;
  for (std::size_t row = 0; row < column.size(); ++row)
    for (Rings& rings : oriented_polygons_of(column.wkb(row))) all.push_back(std::move(rings));
  return all;
}

std::vector<Rings> rings_of(std::string_view wkt) {
  return oriented_polygons_of(parse_wkt(wkt));
}

double area_of(const std::vector<Rings>& polygons) {
  double area = 0;
  for (const Rings& rings : polygons) area += planar_area(rings);
  return area;
}

std::string wkt_of(const std::vector<Rings>& polygons) {
  return to_wkt(wkb_of_polygons(polygons));
}

/// Does GEOS find the same places, but for what rounding moves along borders?
void check_with_geos(const std::vector<Rings>& a, const std::vector<Rings>& b, double grid_size) {
  const auto united = [&](const std::vector<Rings>& polygons) {
    std::vector<geos::Geometry> parts;
    for (const Rings& rings : polygons) parts.push_back(geos::read(wkb_of_polygons({&rings, 1})));
    return geos::unary_union(geos::collection(std::move(parts)), grid_size);
  };
  const geos::Geometry left = united(a);
  const geos::Geometry right = united(b);
  double border = 0;
  for (const auto* side : {&a, &b})
    for (const Rings& rings : *side)
      for (const Path& ring : rings) border += planar_length(ring);
  const auto check = [&](Kept kept, double expected) {
    const std::vector<Rings> found = polygon_overlay(a, b, kept, grid_size);
    CHECK(area_of(found) == Approx(expected).margin(grid_size * border));
    if (!found.empty()) CHECK(is_valid(wkb_of_polygons(found)));
  };
  const double shared = geos::area(geos::intersection(left, right, grid_size));
  check(Kept::both, shared);
  check(Kept::first_alone, geos::area(left) - shared);
  check(Kept::either, geos::area(left) + geos::area(right) - shared);
}

}  // namespace

TEST_CASE("two squares overlay by hand") {
  const auto a = rings_of("POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))");
  const auto b = rings_of("POLYGON ((1 1, 1 3, 3 3, 3 1, 1 1))");
  CHECK(wkt_of(polygon_overlay(a, b, Kept::both, 1)) == "POLYGON ((1 1, 2 1, 2 2, 1 2, 1 1))");
  CHECK(wkt_of(polygon_overlay(a, b, Kept::first_alone, 1)) ==
        "POLYGON ((0 0, 2 0, 2 1, 1 1, 1 2, 0 2, 0 0))");
  CHECK(wkt_of(polygon_overlay(a, b, Kept::either, 1)) ==
        "POLYGON ((0 0, 2 0, 2 1, 3 1, 3 3, 1 3, 1 2, 0 2, 0 0))");
  CHECK(polygon_overlay({}, {}, Kept::either, 1).empty());
  CHECK(polygon_overlay(a, a, Kept::first_alone, 1).empty());
  CHECK(wkt_of(polygon_overlay(a, a, Kept::both, 1)) == "POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))");
}

TEST_CASE("rings that touch in points are parted there") {
  // Two squares that share a corner, and a frame whose hole touches the shell.
  CHECK(polygon_union(rings_of("MULTIPOLYGON (((0 0, 1 0, 1 1, 0 1, 0 0)), ((1 1, 2 1, 2 2, 1 2, 1 1)))"), 1)
            .size() == 2);
  const auto square = rings_of("POLYGON ((0 0, 8 0, 8 8, 0 8, 0 0))");
  const auto diamond = rings_of("POLYGON ((4 0, 6 3, 4 6, 2 3, 4 0))");
  const auto frame = polygon_overlay(square, diamond, Kept::first_alone, 1);
  REQUIRE(frame.size() == 1);
  CHECK(frame[0].size() == 2);
  CHECK(is_valid(wkb_of_polygons(frame)));
  CHECK(area_of(frame) == 64 - 12);
  const auto across = rings_of("POLYGON ((4 0, 6 4, 4 8, 2 4, 4 0))");
  CHECK(polygon_overlay(square, across, Kept::first_alone, 1).size() == 2);
}

TEST_CASE("islands in holes belong to no hole") {
  const auto rings = rings_of(
      "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 1 8, 8 8, 8 1, 1 1)), ((2 2, 7 2, 7 7, 2 7, 2 2), (3 "
      "3, "
      "3 4, 4 4, 4 3, 3 3), (5 3, 5 4, 6 4, 6 3, 5 3), (3 5, 3 6, 4 6, 4 5, 3 5)))");
  const auto united = polygon_union(rings, 1);
  REQUIRE(united.size() == 2);
  CHECK(united[0].size() == 2);
  CHECK(united[1].size() == 4);
  CHECK(area_of(united) == area_of(rings));
}

TEST_CASE("slivers and spikes vanish on the grid, far coordinates keep theirs") {
  CHECK(polygon_union(rings_of("POLYGON ((0 0, 10 0.2, 0 0.4, 0 0))"), 1).empty());
  CHECK(wkt_of(polygon_union(rings_of("POLYGON ((0 0, 2 0, 9 0, 2 0, 2 2, 0 2, 0 0))"), 1)) ==
        "POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))");
  const auto far =
      rings_of("POLYGON ((9999999 9999999, 10000000 9999999, 10000000 10000000, 9999999 9999999))");
  CHECK(area_of(polygon_union(far, 1e-6)) == 0.5);
  CHECK_THROWS_AS(polygon_union(far, 1e-12), Error);
  CHECK_THROWS_AS(polygon_union(rings_of("POLYGON ((0 0, 1e7 0, 0 1, 0 0))"), 1e-7), Error);
  const std::vector<Rings> unknown{{{{0, 0}, {NAN, 0}, {1, 1}, {0, 0}}}};
  CHECK_THROWS_AS(polygon_union(unknown, 1), Error);
}

TEST_CASE("random polygons overlay as GEOS has it, fine grid and coarse") {
  for (const double grid_size : {1e-6, 1e-3, 0.25, 1.0})
    for (std::uint32_t seed = 0; seed < 12; ++seed) {
      const auto a = rings_of(stars(seed, 30, 60, 12, 17));
      const auto b = rings_of(stars(seed + 100, 30, 60, 12, 11));
      check_with_geos(a, b, grid_size);
    }
}

TEST_CASE("dense small grids: everything degenerate at once") {
  std::mt19937 random(7);
  std::uniform_int_distribution<int> place(0, 12);
  for (int n = 0; n < 300; ++n) {
    std::vector<Rings> sides[2];
    for (auto& side : sides)
      for (int k = 0; k < 6; ++k) {
        const auto at = [&] { return Point{place(random) + 0.0, place(random) + 0.0}; };
        const Point p = at();
        const Path ring{p, at(), at(), p};
        if (signed_area(ring) != 0) side.push_back(oriented({ring}));
      }
    check_with_geos(sides[0], sides[1], 1);
  }
}

TEST_CASE("neither the order of polygons nor that of points shows in a union") {
  const auto polygons = rings_of(stars(9, 50, 60, 12, 17));
  auto other = polygons;
  std::ranges::reverse(other);
  for (Rings& rings : other) {
    rings[0].pop_back();
    std::rotate(rings[0].begin(), rings[0].begin() + 5, rings[0].end());
    rings[0].push_back(rings[0].front());
  }
  CHECK(polygon_union(polygons, 0.001) == polygon_union(other, 0.001));
  CHECK(polygon_union(polygon_union(polygons, 0.001), 0.001) == polygon_union(polygons, 0.001));
}

TEST_CASE("what two sides have in common is measured as its polygons are, once and as often as it is there") {
  for (std::uint32_t seed = 0; seed < 6; ++seed) {
    const auto a = rings_of(stars(seed, 1, 20, 15, 40));
    const auto b = rings_of(stars(seed + 50, 12, 20, 7, 17));
    PolygonArrangement arrangement(1e-6);
    for (const Rings& rings : a) arrangement.add(rings[0], OverlaySide::first);
    for (const Rings& rings : b) arrangement.add(rings[0], OverlaySide::second);
    arrangement.settle();
    using Counted = PolygonArrangement::Counted;
    CHECK(arrangement.common_area(Counted::once) == Approx(area_of(arrangement.polygons(Kept::both))));
    double each = 0;
    for (const Rings& rings : b) each += area_of(polygon_overlay(a, {&rings, 1}, Kept::both, 1e-6));
    CHECK(arrangement.common_area(Counted::as_it_winds) == Approx(each).epsilon(1e-5));
    CHECK(each > arrangement.common_area(Counted::once));
  }
}

TEST_CASE("what lies outside of a coverage is what lies outside of its outer borders") {
  std::mt19937 random(5);
  std::uniform_real_distribution<double> off(-0.3, 0.3);
  std::vector<Point> nodes;
  for (int y = 0; y < 6; ++y)
    for (int x = 0; x < 6; ++x) nodes.push_back({x + off(random), y + off(random)});
  std::vector<Rings> coverage;
  for (std::size_t at = 0; at + 7 < nodes.size(); ++at)
    if (at % 6 != 5)
      coverage.push_back({{nodes[at], nodes[at + 1], nodes[at + 7], nodes[at + 6], nodes[at]}});
  const std::vector<Rings> whole = polygon_union(coverage, 1e-6);
  for (unsigned seed = 0; seed < 20; ++seed) {
    const auto a = rings_of(stars(seed, 1, 6, 3, 9));
    check_with_geos(a, coverage, 1e-6);
    CHECK(polygon_overlay(a, coverage, Kept::first_alone, 1e-6) ==
          polygon_overlay(a, whole, Kept::first_alone, 1e-6));
  }
}
