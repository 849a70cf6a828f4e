#include "geometry/planar_subdivision.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <numeric>

#include "geometry/repair.hpp"
#include "geometry/shapes.hpp"

using namespace jingwei;

namespace {

constexpr double grid = 0.001;
using Rows = std::vector<std::uint32_t>;

std::map<Rows, double> areas(const PlanarSubdivision& subdivision) {
  std::map<Rows, double> sums;
  for (std::size_t face = 1; face < subdivision.faces(); ++face)
    sums[subdivision.rows[face]] += subdivision.areas[face];
  return sums;
}

GeometryColumn faces_of(const PlanarSubdivision& subdivision, Context& context) {
  Rows owners(subdivision.faces());
  std::iota(owners.begin(), owners.end(), 0U);
  owners[PlanarSubdivision::outside] = no_row;
  return polygons_of_faces(subdivision, owners, static_cast<std::uint32_t>(owners.size()), context);
}

}  // namespace

TEST_CASE("three squares in a row are subdivided into five faces, and nothing outside") {
  Context context;
  const GeometryColumn rows =
      column_of({"POLYGON ((0 0, 3 0, 3 3, 0 3, 0 0))", "POLYGON ((2 0, 5 0, 5 3, 2 3, 2 0))",
                 "POLYGON ((4 0, 7 0, 7 3, 4 3, 4 0))"});
  const PlanarSubdivision made = planar_subdivision(rows, grid, context);
  CHECK(areas(made) == std::map<Rows, double>{{{0}, 6}, {{0, 1}, 3}, {{1}, 3}, {{1, 2}, 3}, {{2}, 6}});
  CHECK(made.faces() == 6);
  CHECK(made.rows[PlanarSubdivision::outside].empty());
  CHECK(prove(made, rows, context) == 5);
}

TEST_CASE("holes, islands, gaps, rows twice, rows that are nothing") {
  Context context;
  const char* const ring = "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (3 3, 6 3, 6 6, 3 6, 3 3))";
  // A hole is a face of no row; an island in it has its own.
  const GeometryColumn island = column_of(
      {ring, "POLYGON ((4 4, 5 4, 5 5, 4 5, 4 4))", "", "POLYGON EMPTY", "LINESTRING (0 0, 20 20)"});
  CHECK(areas(planar_subdivision(island, grid, context)) ==
        std::map<Rows, double>{{{}, 8}, {{0}, 72}, {{1}, 1}});
  CHECK(areas(planar_subdivision(column_of({ring, ring}), grid, context)) ==
        std::map<Rows, double>{{{}, 9}, {{0, 1}, 72}});
  // Three around a gap.
  CHECK(areas(planar_subdivision(
            column_of({"POLYGON ((0 0, 4 0, 4 1, 0 1, 0 0))", "POLYGON ((0 1, 1 1, 1 4, 0 4, 0 1))",
                       "POLYGON ((1 4, 1 3, 3 3, 3 1, 4 1, 4 4, 1 4))"}),
            grid, context)) == std::map<Rows, double>{{{}, 4}, {{0}, 4}, {{1}, 3}, {{2}, 5}});
  CHECK(planar_subdivision(column_of({}), grid, context).faces() == 1);
  CHECK_THROWS_AS(planar_subdivision(island, 0, context), Error);
}

TEST_CASE("faces of random polygons are those that polygonised linework has") {
  const unsigned seed = GENERATE(range(1U, 13U));
  INFO("seed " << seed);
  Context context = with_threads(2);
  const double coarse = seed % 3 == 0 ? 0.5 : grid;  // many coincidences on a coarse grid
  const GeometryColumn rows = stars(seed, 40, 100, 18, 13);
  const PlanarSubdivision made = planar_subdivision(rows, coarse, context);
  if (seed % 3 != 0) CHECK(prove(made, rows, context) == made.faces() - 1);
  const GeometryColumn faces = faces_of(made, context);
  std::map<Rows, double> expected;
  const Faces oracle = faces_of(rows, coarse, context);
  for (std::size_t f = 0; f < oracle.rows.size(); ++f)
    expected[oracle.rows[f]] += planar_area(oracle.geometry.wkb(f));
  const std::map<Rows, double> found = areas(made);
  const double margin = seed % 3 == 0 ? 20 : 0.1;
  double sum = 0;
  for (const auto& [label, area] : expected) {
    if (area < margin) continue;
    REQUIRE(found.contains(label));
    CHECK(found.at(label) == Approx(area).margin(margin));
  }
  for (std::size_t face = 1; face < faces.size(); ++face) {
    CHECK(is_valid(faces.wkb(face)));
    CHECK(polygons_of(faces.wkb(face)).size() == 1);
    CHECK(planar_area(faces.wkb(face)) == Approx(made.areas[face]));
    double border = 0;
    const std::vector<Rings> polygons = polygons_of(faces.wkb(face));
    for (const Path& ring : polygons.front()) border += planar_length(ring);
    CHECK(border == Approx(made.perimeters[face]));
    sum += made.areas[face];
  }
  // Faces do not overlap: together they are as large as their union, which rounds once more.
  CHECK(planar_area(dissolve(faces, coarse, context).wkb(0)) ==
        Approx(sum).margin(coarse * coarse).epsilon(1e-9));
}

TEST_CASE("a subdivision depends neither on the order of rows nor on threads") {
  Context one = with_threads(1);
  Context four = with_threads(4);
  const GeometryColumn rows = stars(62, 400, 1000, 40, 33);
  const PlanarSubdivision made = planar_subdivision(rows, grid, one);
  const PlanarSubdivision again = planar_subdivision(rows, grid, four);
  CHECK(made.rows == again.rows);
  CHECK(made.above == again.above);
  CHECK(same(faces_of(made, one), faces_of(again, four)));

  Rows order(rows.size());
  std::iota(order.begin(), order.end(), 0U);
  std::shuffle(order.begin(), order.end(), std::mt19937(9));
  const PlanarSubdivision shuffled = planar_subdivision(take(rows, order), grid, four);
  CHECK(same(faces_of(made, one), faces_of(shuffled, one)));
  REQUIRE(shuffled.faces() == made.faces());
  for (std::size_t face = 0; face < made.faces(); ++face) {
    Rows back;
    for (const std::uint32_t row : shuffled.rows[face]) back.push_back(order[row]);
    std::ranges::sort(back);
    CHECK(back == made.rows[face]);
  }
}

TEST_CASE("vertices on the grid stay where they are, and shared borders have the same vertices") {
  Context context;
  const GeometryColumn rows =
      column_of({"POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))", "POLYGON ((10 0, 20 0, 20 4, 10 4, 10 0))",
                 "POLYGON ((10 4, 20 4, 20 10, 10 10, 10 4))"});
  const PlanarSubdivision made = planar_subdivision(rows, grid, context);
  const std::vector<std::uint32_t> owners{no_row, 0, 1, 2};
  CHECK(same(
      polygons_of_faces(made, owners, 3, context),
      column_of({"POLYGON ((0 0, 10 0, 10 4, 10 10, 0 10, 0 0))", "POLYGON ((10 0, 20 0, 20 4, 10 4, 10 0))",
                 "POLYGON ((10 4, 20 4, 20 10, 10 10, 10 4))"})));
  // Faces of one owner become one polygon; of nobody: none.
  CHECK(same(polygons_of_faces(made, std::vector<std::uint32_t>{no_row, no_row, 1, 1}, 2, context),
             column_of({"", "POLYGON ((10 0, 20 0, 20 4, 20 10, 10 10, 10 4, 10 0))"})));
}

TEST_CASE("a wrong label is found") {
  Context context;
  const GeometryColumn rows =
      column_of({"POLYGON ((0 0, 3 0, 3 3, 0 3, 0 0))", "POLYGON ((5 0, 8 0, 8 3, 5 3, 5 0))"});
  PlanarSubdivision made = planar_subdivision(rows, grid, context);
  std::swap(made.rows[1], made.rows[2]);
  CHECK_THROWS_AS(prove(made, rows, context), Error);
}
