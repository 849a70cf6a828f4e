#include <catch2/catch.hpp>
#include <numeric>

#include "geometry/overlay.hpp"
#include "geometry/repair.hpp"
#include "geometry/shapes.hpp"

using namespace jingwei;

namespace {

constexpr double grid = 0.001;

GeometryColumn reversed(const GeometryColumn& column) {
  std::vector<std::uint32_t> rows(column.size());
  std::iota(rows.rbegin(), rows.rend(), 0U);
  return take(column, rows);
}

}  // namespace

TEST_CASE("squares dissolve to one, whatever touches") {
  Context context;
  const GeometryColumn rows =
      column_of({"POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))", "", "POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0))",
                 "POLYGON EMPTY", "POLYGON ((5 5, 6 5, 6 6, 5 6, 5 5))", "POINT (0 0)"});
  const GeometryColumn one = dissolve(rows, grid, context);
  REQUIRE(one.size() == 1);
  CHECK(planar_area(one.wkb(0)) == 3);
  CHECK(polygons_of(one.wkb(0)).size() == 2);
  CHECK(points_of(one.wkb(0)).empty());
  const GeometryColumn none = dissolve(column_of({"", "POLYGON EMPTY"}), grid, context);
  REQUIRE(none.size() == 1);
  CHECK(none.is_null(0));
  CHECK(dissolve(column_of({}), grid, context).is_null(0));
}

TEST_CASE("every group has its own union") {
  Context context;
  const GeometryColumn rows =
      column_of({"POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))", "POLYGON ((0.5 0, 2 0, 2 1, 0.5 1, 0.5 0))",
                 "LINESTRING (0 0, 1 0)", "LINESTRING (2 0, 1 0)", "POINT (3 3)", "POINT (3 3)",
                 "POINT (4 4)", "POINT (9 9)"});
  const std::vector<std::uint32_t> groups{0, 0, 2, 2, 3, 3, 3, no_row};
  const GeometryColumn united = dissolve(rows, groups, 5, grid, context);
  REQUIRE(united.size() == 5);
  CHECK(planar_area(united.wkb(0)) == 2);
  CHECK(united.is_null(1));
  CHECK(to_wkt(united.wkb(2)) == "LINESTRING (0 0, 1 0, 2 0)");
  CHECK(points_of(united.wkb(3)).size() == 2);
  CHECK(united.is_null(4));
}

TEST_CASE("a dissolve of many holds every place that a row holds, and depends neither on order nor threads") {
  Context one = with_threads(1);
  Context four = with_threads(4);
  const GeometryColumn rows = stars(51, 700, 100, 5, 15);
  const GeometryColumn united = dissolve(rows, grid, one);
  CHECK(is_valid(united.wkb(0)));
  CHECK(same(united, dissolve(rows, grid, four)));
  CHECK(same(united, dissolve(reversed(rows), grid, four)));
  std::mt19937 random(5);
  std::uniform_real_distribution<double> place(0, 100);
  for (int n = 0; n < 2'000; ++n) {
    const Point p{place(random), place(random)};
    bool expected = false;
    bool near = false;
    for (std::size_t row = 0; row < rows.size(); ++row) {
      if (!rows.envelope(row).grown(1).contains(p)) continue;
      expected = expected || inside(rows.wkb(row), p);
      near = near || distance_to_border(rows.wkb(row), p) < 5 * grid;
    }
    if (!near) CHECK(inside(united.wkb(0), p) == expected);
  }
}

TEST_CASE("a coverage dissolves without slits") {
  GeometryColumn cells;
  for (int x = 0; x < 30; ++x)
    for (int y = 0; y < 30; ++y)
      cells.append(wkb_of(Envelope{x * 0.1, y * 0.1, (x + 1) * 0.1, (y + 1) * 0.1}));
  Context context;
  const GeometryColumn united = dissolve(cells, grid, context);
  REQUIRE(polygons_of(united.wkb(0)).size() == 1);
  CHECK(polygons_of(united.wkb(0))[0].size() == 1);
  CHECK(planar_area(united.wkb(0)) == Approx(9));
  CHECK_THROWS_AS(dissolve(cells, -1, context), Error);
}
