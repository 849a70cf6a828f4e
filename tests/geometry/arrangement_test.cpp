#include "geometry/arrangement.hpp"

#include <catch2/catch.hpp>

#include "geometry/overlay_proof.hpp"
#include "geometry/shapes.hpp"

using namespace jingwei;

TEST_CASE("the slow way round an overlay gives what the overlay gives") {
  const GeometryColumn a = stars(25, 12, 20, 9, 15);
  const GeometryColumn b = stars(26, 12, 20, 9, 21);
  for (std::size_t row = 0; row < a.size(); ++row) {
    const Bytes one = on_grid(a.wkb(row), 1e-6);
    const Bytes other = on_grid(b.wkb(row), 1e-6);
    GridRow left(one);
    GridRow right(other);
    const double shared = geos::area(geos::intersection(left.geometry(), right.geometry(), 1e-6));
    CHECK(planar_area(faces_within(left, right, Side::inside, 1e-6)) == Approx(shared).margin(1e-4));
    CHECK(planar_area(faces_within(left, right, Side::outside, 1e-6)) ==
          Approx(left.measure() - shared).margin(1e-4));
  }
}

TEST_CASE(
    "the ladder takes the next rung where a result is not proven, and throws the first error at its end") {
  const Bytes right = parse_wkt("POINT (1 1)");
  const auto right_rung = [] { return parse_wkt("POINT (1 1)"); };
  const auto wrong_rung = [] { return parse_wkt("POINT (0 0)"); };
  const auto proven = [&](const Bytes& piece) { return piece == right; };
  const auto fails = []() -> Bytes { throw error(ErrorKind::failed, "first trouble"); };
  CHECK(certified(right_rung, fails, proven) == right);
  CHECK(certified(wrong_rung, right_rung, proven) == right);
  CHECK(certified(fails, right_rung, proven) == right);
  CHECK_THROWS_WITH(certified(fails, wrong_rung, proven), Catch::Contains("first trouble"));
  CHECK_THROWS_AS(certified(wrong_rung, nullptr, proven), Error);
}

TEST_CASE("a rest that lies in another row is refused, a sliver of the grid is left out") {
  const Bytes square = parse_wkt("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))");
  GridRow a(square);
  const GeometryColumn others = column_of({"POLYGON ((5 -1, 20 -1, 20 11, 5 11, 5 -1))"});
  GridRows rows(others);
  const std::vector<std::uint32_t> candidates{0};
  const auto polygons = [](const char* wkt) { return polygons_of(parse_wkt(wkt)); };
  auto good = polygons("POLYGON ((0 0, 5 0, 5 10, 0 10, 0 0))");
  CHECK(keep_proven_rest(good, a, candidates, rows, 0.001));
  auto bad = polygons("POLYGON ((5 0, 10 0, 10 10, 5 10, 5 0))");
  CHECK_FALSE(keep_proven_rest(bad, a, candidates, rows, 0.001));
  auto elsewhere = polygons("POLYGON ((-9 0, -5 0, -5 10, -9 10, -9 0))");
  CHECK_FALSE(keep_proven_rest(elsewhere, a, candidates, rows, 0.001));
  auto sliver = polygons("MULTIPOLYGON (((0 0, 5 0, 5 10, 0 10, 0 0)), ((7 1, 7.001 1, 7.001 9, 7 9, 7 1)))");
  CHECK(keep_proven_rest(sliver, a, candidates, rows, 0.001));
  CHECK(sliver == good);
  std::vector<Path> line = lines_of(parse_wkt("LINESTRING (6 5, 9 5)"));
  CHECK_FALSE(keep_proven_rest(line, a, candidates, rows, 0.001));

  RowOverlay unbalanced;
  unbalanced.measure = 100;
  unbalanced.rest_measure = 60;
  unbalanced.shared_measure = 30;
  CHECK_THROWS_AS(check_balance(a, unbalanced, 0.001), Error);
  unbalanced.shared_measure = 39.99;
  CHECK_NOTHROW(check_balance(a, unbalanced, 0.001));
}
