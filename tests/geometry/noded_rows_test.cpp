#include "geometry/noded_rows.hpp"

#include <catch2/catch.hpp>

#include "geometry/coverage_check.hpp"
#include "geometry/repair.hpp"
#include "geometry/shapes.hpp"

using namespace jingwei;

namespace {

constexpr double grid = 0.001;

}  // namespace

TEST_CASE("rows get the vertices that others have on their border, and where borders cross") {
  Context context;
  const GeometryColumn rows =
      column_of({"POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))", "POLYGON ((10 4, 20 4, 20 8, 10 8, 10 4))",
                 "POLYGON ((5 5, 8 5, 8 15, 5 15, 5 5))", "", "LINESTRING (0 0, 9 9)"});
  const GeometryColumn made = noded_rows(rows, grid, context);
  CHECK(same(made, column_of({"POLYGON ((0 0, 10 0, 10 4, 10 8, 10 10, 8 10, 5 10, 0 10, 0 0))",
                              "POLYGON ((10 4, 20 4, 20 8, 10 8, 10 4))",
                              "POLYGON ((5 5, 8 5, 8 10, 8 15, 5 15, 5 10, 5 5))", "", ""})));
  const GeometryColumn touching = take(rows, std::vector<std::uint32_t>{0, 1});
  CHECK_FALSE(is_coverage(touching, grid));
  CHECK(is_coverage(noded_rows(touching, grid, context), grid));
}

TEST_CASE("noded rows are as large as the rows, in any order, whatever the threads") {
  const unsigned seed = GENERATE(range(1U, 6U));
  Context one = with_threads(1), three = with_threads(3);
  const GeometryColumn rows = stars(seed, 60, 100, 20, 17);
  const GeometryColumn made = noded_rows(rows, grid, one);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    CHECK(is_valid(made.wkb(row)));
    CHECK(planar_area(made.wkb(row)) == Approx(planar_area(rows.wkb(row))).margin(0.1));
  }
  std::vector<std::uint32_t> order(rows.size());
  for (std::uint32_t row = 0; row < order.size(); ++row)
    order[row] = static_cast<std::uint32_t>(rows.size()) - 1 - row;
  CHECK(same(noded_rows(take(rows, order), grid, three), take(made, order)));
}
