#include "geometry/coverage_check.hpp"

#include <catch2/catch.hpp>

#include "geometry/shapes.hpp"

using namespace jingwei;

namespace {

constexpr double grid = 0.001;
const char* const left = "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))";

}  // namespace

TEST_CASE("a coverage has no overlaps, and the same vertices on both sides of a border") {
  CHECK(is_coverage(column_of({}), grid));
  CHECK(is_coverage(column_of({left, "POLYGON ((10 0, 20 0, 20 10, 10 10, 10 0))", ""}), grid));
  // Gaps, rows in holes and rows that meet in a corner are no fault.
  CHECK(is_coverage(column_of({left, "POLYGON ((10 10, 20 10, 20 20, 10 20, 10 10))",
                               "POLYGON ((30 0, 40 0, 40 10, 30 10, 30 0), (33 3, 33 6, 36 6, 36 3, 33 3))",
                               "POLYGON ((33 3, 36 3, 36 6, 33 6, 33 3))"}),
                    grid));
  CHECK_FALSE(is_coverage(column_of({left, left}), grid));
  CHECK_FALSE(is_coverage(column_of({left, "POLYGON ((9.999 0, 20 0, 20 10, 9.999 10, 9.999 0))"}), grid));
  CHECK_FALSE(is_coverage(column_of({left, "POLYGON ((3 3, 6 3, 6 6, 3 6, 3 3))"}), grid));
  // A vertex that only one of them has.
  CHECK_FALSE(is_coverage(column_of({left, "POLYGON ((10 0, 20 0, 20 10, 10 10, 10 5, 10 0))"}), grid));
}
