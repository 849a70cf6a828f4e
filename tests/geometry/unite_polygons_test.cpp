#include "geometry/unite_polygons.hpp"

#include <catch2/catch.hpp>

#include "geometry/geos.hpp"
#include "geometry/polygon_overlay.hpp"
#include "geometry/repair.hpp"
#include "geometry/shapes.hpp"

using namespace jingwei;

namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr double grid = 0.001;

std::vector<Wkb> rows_of(const GeometryColumn& column) {
  std::vector<Wkb> rows;
  for (std::size_t row = 0; row < column.size(); ++row) rows.push_back(column.wkb(row));
  return rows;
}

Bytes united(const GeometryColumn& column, double grid_size = grid, int threads = 1) {
  Context context = with_threads(threads);
  const std::vector<std::vector<Wkb>> groups{rows_of(column)};
  return unite_polygons(groups, grid_size, context)[0];
}

/// The oracle: the arrangement of all rows at once, without an edge cancelled before.
Bytes at_once(const GeometryColumn& column, double grid_size = grid) {
  std::vector<Rings> polygons;
  for (std::size_t row = 0; row < column.size(); ++row)
    for (Rings& rings : oriented_polygons_of(column.wkb(row))) polygons.push_back(std::move(rings));
  polygons = polygon_union(polygons, grid_size);
  return polygons.empty() ? Bytes{} : wkb_of_polygons(polygons);
}

/// The oracle's oracle: GEOS on the grid.
double geos_area(const GeometryColumn& column) {
  std::vector<geos::Geometry> parts;
  for (std::size_t row = 0; row < column.size(); ++row) parts.push_back(geos::read(column.wkb(row)));
  return planar_area(geos::write(geos::unary_union(geos::collection(std::move(parts)), grid)));
}

/// A lattice of cells whose corners are moved a little: a coverage, every corner a whole number of cells of
/// the grid away from every other border.
GeometryColumn lattice(unsigned seed, int side) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> moved(-3, 3);
  std::vector<Point> nodes;
  for (int y = 0; y <= side; ++y)
    for (int x = 0; x <= side; ++x)
      nodes.push_back({std::round((10 * x + moved(random)) * 1000) / 1000,
                       std::round((10 * y + moved(random)) * 1000) / 1000});
  GeometryColumn column;
  const auto node = [&](int x, int y) { return nodes[static_cast<std::size_t>(y * (side + 1) + x)]; };
  for (int y = 0; y < side; ++y)
    for (int x = 0; x < side; ++x) {
      const Rings rings{{node(x, y), node(x + 1, y), node(x + 1, y + 1), node(x, y + 1), node(x, y)}};
      column.append(wkb_of_polygons({&rings, 1}));
    }
  return column;
}

GeometryColumn some_of(const GeometryColumn& column, std::mt19937& random, double share) {
  std::vector<std::uint32_t> rows;
  for (std::uint32_t row = 0; row < column.size(); ++row)
    if (std::uniform_real_distribution<double>(0, 1)(random) < share) rows.push_back(row);
  std::ranges::shuffle(rows, random);
  return take(column, rows);
}

}  // namespace

TEST_CASE("rows of a coverage are the union that the arrangement of all of them has, bit for bit") {
  std::mt19937 random(1);
  for (unsigned seed = 1; seed <= 20; ++seed) {
    const GeometryColumn cells = lattice(seed, 14);
    for (const double share : {0.2, 0.6, 0.95, 1.0}) {
      const GeometryColumn rows = some_of(cells, random, share);
      const Bytes whole = united(rows);
      CHECK(whole == at_once(rows));
      CHECK(planar_area(whole) == Approx(geos_area(rows)).epsilon(1e-9));
      double area = 0;
      for (const Wkb row : rows_of(rows)) area += planar_area(row);
      CHECK(planar_area(whole) == Approx(area).epsilon(1e-12));
    }
  }
}

TEST_CASE("rows that overlap are never taken for a coverage") {
  for (unsigned seed = 1; seed <= 10; ++seed) {
    GeometryColumn rows = lattice(seed, 8);
    rows.append(stars(seed, 12, 80, 15, 9));
    rows.append(take(rows, std::vector<std::uint32_t>{0, 1, 1, 9, 70}));
    const Bytes whole = united(rows);
    CHECK(is_valid(whole));
    CHECK(planar_area(whole) == Approx(geos_area(rows)).epsilon(1e-5));
    const GeometryColumn stars_alone = stars(seed, 60, 80, 15, 9);
    CHECK(united(stars_alone) == at_once(stars_alone));
  }
  // One inside the other, without a border in common; and a hole that is filled.
  CHECK(to_wkt(united(
            column_of({"POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0))", "POLYGON ((1 1, 2 1, 2 2, 1 2, 1 1))"}))) ==
        "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0))");
  CHECK(to_wkt(united(column_of({"POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1))",
                                 "POLYGON ((1 1, 2 1, 2 2, 1 2, 1 1))"}))) ==
        "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0))");
}

TEST_CASE("borders noded on one side only cancel too") {
  CHECK(to_wkt(united(column_of({"POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))", "POLYGON ((4 0, 8 0, 8 1, 4 1, 4 0))",
                                 "POLYGON ((4 1, 8 1, 8 4, 4 4, 4 1))"}))) ==
        "POLYGON ((0 0, 4 0, 8 0, 8 1, 8 4, 4 4, 0 4, 0 0))");
  // A corner that rounding has put a cell off the straight line between two others.
  CHECK(to_wkt(
            united(column_of({"POLYGON ((0 0, 3 0, 4 1, 0 4, 0 0))", "POLYGON ((3 0, 9 0, 3.333 0.333, 3 0))",
                              "POLYGON ((3.333 0.333, 9 0, 4 1, 3.333 0.333))"}))) ==
        "POLYGON ((0 0, 3 0, 9 0, 4 1, 0 4, 0 0))");
}

TEST_CASE("groups have a union each; neither order nor threads have a part in it, in strips neither") {
  const GeometryColumn cells = lattice(5, 30);
  std::vector<std::vector<Wkb>> groups(3);
  for (std::size_t row = 0; row < cells.size(); ++row) groups[row % 7 < 3 ? 0 : 2].push_back(cells.wkb(row));
  Context one = with_threads(1);
  Context four = with_threads(4);
  const std::vector<Bytes> expected = unite_polygons(groups, grid, one);
  CHECK(expected[1].empty());
  CHECK(planar_area(expected[0]) + planar_area(expected[2]) ==
        Approx(planar_area(united(cells))).epsilon(1e-12));
  for (auto& group : groups) std::ranges::reverse(group);
  CHECK(unite_polygons(groups, grid, four) == expected);

  // So many edges are united by strips.
  std::mt19937 random(8);
  const GeometryColumn many = some_of(stars(3, 5'000, 3'000, 20, 40), random, 1);
  const Bytes whole = united(many, grid, 4);
  CHECK(whole == united(some_of(many, random, 1), grid, 1));
  CHECK(planar_area(whole) == Approx(planar_area(at_once(many))).epsilon(1e-5));
}

TEST_CASE("on a coarse grid unions stay valid and hold what their rows hold") {
  for (unsigned seed = 1; seed <= 40; ++seed) {
    const GeometryColumn rows = stars(seed, 40, 30, 8, 7);
    const Bytes whole = united(rows, 1);
    CHECK(is_valid(whole));
    CHECK(whole == at_once(rows, 1));
  }
  CHECK(united(column_of({"POLYGON ((0 0, 1 0, 1 0.2, 0 0))"}), 1).empty());
  CHECK_THROWS_AS(united(column_of({"POLYGON ((0 0, 1e30 0, 1 0.2, 0 0))"})), Error);
}
