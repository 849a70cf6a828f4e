#include <catch2/catch.hpp>

#include "geometry/overlay.hpp"
#include "geometry/repair.hpp"
#include "geometry/shapes.hpp"

using namespace jingwei;

TEST_CASE("rows are cut to a rectangle, row by row") {
  Context context;
  const GeometryColumn rows = column_of(
      {"POLYGON ((-1 -1, 1 -1, 1 1, -1 1, -1 -1))", "LINESTRING (-5 1, 15 1)", "POINT (3 3)", "POINT (30 3)",
       "", "POLYGON EMPTY", "POLYGON ((10 0, 12 0, 12 2, 10 2, 10 0))",
       "POLYGON ((2 2, 4 2, 4 4.0004, 2 4, 2 2))", "MULTIPOINT (0 0, 50 50)", "LINESTRING (10 -5, 10 -1)"});
  const GeometryColumn cut = clip(rows, Envelope{0, 0, 10, 10}, 0.001, context);
  REQUIRE(cut.size() == rows.size());
  CHECK(planar_area(cut.wkb(0)) == 1);
  CHECK(to_wkt(cut.wkb(1)) == "LINESTRING (0 1, 10 1)");
  CHECK(to_wkt(cut.wkb(2)) == "POINT (3 3)");
  CHECK(to_wkt(cut.wkb(7), 4).find("4.0004") == std::string::npos);  // on the grid
  CHECK(to_wkt(cut.wkb(8)) == "POINT (0 0)");
  for (const std::size_t row : {3, 4, 5, 6, 9}) CHECK(cut.is_null(row));
}

TEST_CASE("a rectangle without limits keeps everything, an empty one nothing") {
  Context context;
  const double infinity = std::numeric_limits<double>::infinity();
  const GeometryColumn rows = column_of({"POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))", "LINESTRING (0 0, 9 9)"});
  const GeometryColumn all = clip(rows, Envelope{-infinity, -infinity, infinity, infinity}, 0.001, context);
  CHECK(planar_area(all.wkb(0)) == 16);
  CHECK(to_wkt(all.wkb(1)) == "LINESTRING (0 0, 9 9)");
  const GeometryColumn half = clip(rows, Envelope{2, -infinity, infinity, infinity}, 0.001, context);
  CHECK(planar_area(half.wkb(0)) == 8);
  const GeometryColumn none = clip(rows, Envelope{}, 0.001, context);
  CHECK((none.is_null(0) && none.is_null(1)));
  CHECK_THROWS_AS(clip(rows, Envelope{}, 0, context), Error);
}

TEST_CASE("clipped stars hold the places of the rectangle alone") {
  Context one = with_threads(1);
  Context four = with_threads(4);
  const GeometryColumn rows = stars(71, 60, 100, 15, 21);
  const Envelope window{30, 20, 70, 65};
  const GeometryColumn cut = clip(rows, window, 0.001, one);
  CHECK(same(cut, clip(rows, window, 0.001, four)));
  std::mt19937 random(7);
  std::uniform_real_distribution<double> place(0, 100);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    CHECK(is_valid(cut.wkb(row)));
    for (int n = 0; n < 60; ++n) {
      const Point p{place(random), place(random)};
      if (distance_to_border(rows.wkb(row), p) < 0.003 || distance_to_border(wkb_of(window), p) < 0.003)
        continue;
      CHECK(inside(cut.wkb(row), p) == (window.contains(p) && inside(rows.wkb(row), p)));
    }
  }
}
