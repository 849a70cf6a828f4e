#include <catch2/catch.hpp>
#include <map>
#include <numeric>

#include "geometry/overlay.hpp"
#include "geometry/repair.hpp"
#include "geometry/shapes.hpp"

using namespace jingwei;

namespace {

constexpr double grid = 0.001;
using Rows = std::vector<std::uint32_t>;

std::map<Rows, double> areas(const Faces& faces) {
  std::map<Rows, double> sums;
  for (std::size_t f = 0; f < faces.rows.size(); ++f)
    sums[faces.rows[f]] += planar_area(faces.geometry.wkb(f));
  return sums;
}

}  // namespace

TEST_CASE("three squares in a row have five faces") {
  Context context;
  const Faces faces =
      faces_of(column_of({"POLYGON ((0 0, 3 0, 3 3, 0 3, 0 0))", "POLYGON ((2 0, 5 0, 5 3, 2 3, 2 0))",
                          "POLYGON ((4 0, 7 0, 7 3, 4 3, 4 0))"}),
               grid, context);
  CHECK(areas(faces) == std::map<Rows, double>{{{0}, 6}, {{0, 1}, 3}, {{1}, 3}, {{1, 2}, 3}, {{2}, 6}});
}

TEST_CASE("gaps and holes are no faces; the same polygon twice is one face of two rows") {
  Context context;
  const char* const ring = "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (3 3, 6 3, 6 6, 3 6, 3 3))";
  CHECK(areas(faces_of(column_of({ring, ring, "", "POLYGON EMPTY"}), grid, context)) ==
        std::map<Rows, double>{{{0, 1}, 72}});
  CHECK(areas(faces_of(column_of({ring, "POLYGON ((3 3, 6 3, 6 6, 3 6, 3 3))"}), grid, context)) ==
        std::map<Rows, double>{{{0}, 72}, {{1}, 9}});
  CHECK(areas(faces_of(
            column_of({"MULTIPOLYGON (((0 0, 1 0, 1 1, 0 1, 0 0)), ((50 50, 51 50, 51 51, 50 51, 50 50)))",
                       "LINESTRING (0 0, 1 1)", "POLYGON ((50 50, 51 50, 51 51, 50 51, 50 50))"}),
            grid, context)) == std::map<Rows, double>{{{0}, 1}, {{0, 2}, 1}});
  CHECK(faces_of(column_of({}), grid, context).rows.empty());
  CHECK_THROWS_AS(faces_of(column_of({ring}), 0, context), Error);
}

TEST_CASE("every place has one face that knows its rows") {
  Context context = with_threads(2);
  const GeometryColumn rows = stars(61, 50, 100, 16, 13);
  const Faces faces = faces_of(rows, grid, context);
  CHECK(std::ranges::is_sorted(faces.rows));
  std::vector<double> sums(rows.size(), 0.0);
  for (std::size_t f = 0; f < faces.rows.size(); ++f) {
    CHECK(is_valid(faces.geometry.wkb(f)));
    for (const std::uint32_t row : faces.rows[f]) sums[row] += planar_area(faces.geometry.wkb(f));
  }
  for (std::size_t row = 0; row < rows.size(); ++row)
    CHECK(sums[row] == Approx(planar_area(rows.wkb(row))).margin(0.1));

  std::mt19937 random(6);
  std::uniform_real_distribution<double> place(0, 100);
  for (int n = 0; n < 1'000; ++n) {
    const Point p{place(random), place(random)};
    Rows expected;
    bool near = false;
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
      if (inside(rows.wkb(row), p)) expected.push_back(row);
      near = near || distance_to_border(rows.wkb(row), p) < 5 * grid;
    }
    if (near) continue;
    std::vector<Rows> found;
    for (std::size_t f = 0; f < faces.rows.size(); ++f)
      if (faces.geometry.envelope(f).contains(p) && inside(faces.geometry.wkb(f), p))
        found.push_back(faces.rows[f]);
    if (expected.empty())
      CHECK(found.empty());
    else
      CHECK(found == std::vector<Rows>{expected});
  }
}

TEST_CASE("faces depend neither on the order of rows nor on threads") {
  Context one = with_threads(1);
  Context four = with_threads(4);
  const GeometryColumn rows = stars(62, 40, 100, 16, 13);
  const Faces faces = faces_of(rows, grid, one);
  const Faces again = faces_of(rows, grid, four);
  CHECK(same(faces.geometry, again.geometry));
  CHECK(faces.rows == again.rows);

  Rows order(rows.size());
  std::iota(order.begin(), order.end(), 0U);
  std::shuffle(order.begin(), order.end(), std::mt19937(9));
  const Faces shuffled = faces_of(take(rows, order), grid, one);
  // The same faces with the same rows, once the shuffled numbers are translated back.
  std::map<std::vector<std::uint8_t>, Rows> expected, found;
  for (std::size_t f = 0; f < faces.rows.size(); ++f)
    expected[bytes_of(faces.geometry.wkb(f))] = faces.rows[f];
  for (std::size_t f = 0; f < shuffled.rows.size(); ++f) {
    Rows back;
    for (const std::uint32_t row : shuffled.rows[f]) back.push_back(order[row]);
    std::ranges::sort(back);
    found[bytes_of(shuffled.geometry.wkb(f))] = back;
  }
  CHECK(found == expected);
}
