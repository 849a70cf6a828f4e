#include "geometry/cell_coverage.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <random>

#include "geometry/geos.hpp"
#include "geometry/planar.hpp"
#include "geometry/repair.hpp"
#include "geometry/wkt.hpp"

using namespace jingwei;

namespace {

using Shares = std::map<std::pair<int, int>, double>;

Shares shares_of(Wkb wkb, const RasterGrid& grid, const CellWindow& window) {
  Shares shares;
  int row = -1, column = -1;
  for (const CellRun& run : cell_coverage(oriented_polygons_of(wkb), grid, window)) {
    CHECK(run.share > 0);
    CHECK(run.share < 1 + 1e-9);
    CHECK(run.begin < run.end);
    CHECK(std::pair(run.row, run.begin) >= std::pair(row, column));  // in order, none twice
    row = run.row, column = run.end;
    for (int c = run.begin; c < run.end; ++c) shares[{run.row, c}] = run.share;
  }
  return shares;
}

/// Every cell of the window cut out by GEOS.
void expect_as_geos(Wkb wkb, const RasterGrid& grid, const CellWindow& window) {
  Shares shares = shares_of(wkb, grid, window);
  const geos::Geometry polygon = geos::read(wkb);
  double worst = 0;
  for (int row = window.row; row < window.row + window.rows; ++row)
    for (int column = window.column; column < window.column + window.columns; ++column) {
      const std::vector<std::uint8_t> cell =
          wkb_of(Envelope{grid.x(column), grid.y(row + 1), grid.x(column + 1), grid.y(row)});
      const double expected =
          geos::area(geos::intersection(polygon, geos::read(cell), 0)) / (grid.cell_width * grid.cell_height);
      worst = std::max(worst, std::abs(shares[{row, column}] - expected));
    }
  CHECK(worst < 1e-9);
}

}  // namespace

TEST_CASE("a triangle on four cells, by hand") {
  const RasterGrid grid{2, 2, 0, 2, 1, 1};
  const auto shares = shares_of(parse_wkt("POLYGON ((0 0, 2 0, 0 2, 0 0))"), grid, {0, 0, 2, 2});
  REQUIRE(shares.size() == 3);
  CHECK(shares.at({0, 0}) == Approx(0.5));
  CHECK(shares.at({1, 0}) == Approx(1));
  CHECK(shares.at({1, 1}) == Approx(0.5));
}

TEST_CASE("polygons whose edges run along cells, and holes") {
  const RasterGrid grid{6, 5, 10, 25, 2, 3};
  for (const char* wkt :
       {"POLYGON ((12 13, 18 13, 18 19, 12 19, 12 13))", "POLYGON ((10 10, 22 10, 22 25, 10 25, 10 10))",
        "POLYGON ((11 11, 21 11, 21 24, 11 24, 11 11), (14 13, 16 13, 16 19, 14 19, 14 13))",
        "MULTIPOLYGON (((10.2 10.1, 10.4 10.1, 10.4 10.3, 10.2 10.1)), ((17 17, 40 18, 17 40, 17 17)))",
        "POLYGON ((0 0, 40 0, 40 40, 0 40, 0 0))", "POLYGON ((-5 12, 40 13, 40 13.5, -5 12.5, -5 12))",
        "POLYGON ((13 5, 13.5 5, 13.5 40, 13 40, 13 5))", "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0))"}) {
    INFO(wkt);
    expect_as_geos(parse_wkt(wkt), grid, {0, 0, 6, 5});
    expect_as_geos(parse_wkt(wkt), grid, {2, 1, 3, 3});
  }
  CHECK(cell_coverage({}, grid, {0, 0, 6, 5}).empty());
  CHECK(shares_of(parse_wkt("POLYGON EMPTY"), grid, {0, 0, 6, 5}).empty());
}

TEST_CASE("random stars on random grids, cell by cell") {
  std::mt19937 random(23);
  std::uniform_real_distribution<double> unit(0, 1);
  std::uniform_int_distribution<int> count(3, 40), cells(1, 12);
  for (int round = 0; round < 300; ++round) {
    const RasterGrid grid{cells(random),      cells(random),           5e5 * unit(random),
                          4e6 * unit(random), 0.5 + 30 * unit(random), 0.5 + 30 * unit(random)};
    const Envelope extent = grid.extent();
    // corners at places of the grid's lines now and then
    const bool on_lines = round % 3 == 0;
    const int corners = count(random);
    const Point middle{extent.min_x + unit(random) * extent.width(),
                       extent.min_y + unit(random) * extent.height()};
    Path ring;
    for (int i = 0; i < corners; ++i) {
      const double angle = 2 * 3.14159265358979 * i / corners;
      const double far = (0.1 + unit(random)) * 0.7 * std::max(extent.width(), extent.height());
      Point p{middle.x + far * std::cos(angle), middle.y + far * std::sin(angle)};
      if (on_lines)
        p = {grid.x(std::round((p.x - grid.min_x) / grid.cell_width)),
             grid.y(std::round((grid.max_y - p.y) / grid.cell_height))};
      ring.push_back(p);
    }
    ring.push_back(ring.front());
    const std::vector<std::uint8_t> wkb = wkb_of_polygons(std::vector<Rings>{{ring}});
    if (geos::validity(geos::read(wkb))) continue;
    INFO("round " << round);
    expect_as_geos(wkb, grid, {0, 0, grid.columns, grid.rows});
  }
}

TEST_CASE("shares come to the polygon's area, whatever the windows") {
  std::mt19937 random(4);
  std::uniform_real_distribution<double> far(50, 400);
  const RasterGrid grid{1000, 1000, 0, 1000, 1, 1};
  Path ring;
  for (int i = 0; i < 2000; ++i) {
    const double angle = 2 * 3.14159265358979 * i / 2000, r = far(random);
    ring.push_back({500 + r * std::cos(angle), 500 + r * std::sin(angle)});
  }
  ring.push_back(ring.front());
  const std::vector<Rings> polygon{{ring}};
  const auto sum = [&](const CellWindow& window) {
    double cells = 0;
    for (const CellRun& run : cell_coverage(polygon, grid, window))
      cells += run.share * (run.end - run.begin);
    return cells;
  };
  const double area = std::abs(signed_area(ring));
  CHECK(sum({0, 0, 1000, 1000}) == Approx(area).epsilon(1e-12));
  double parts = 0;
  for (int row = 0; row < 1000; row += 125)
    for (int column = 0; column < 1000; column += 250) parts += sum({column, row, 250, 125});
  CHECK(parts == Approx(area).epsilon(1e-12));
}
