#include "geometry/voronoi.hpp"

#include <catch2/catch.hpp>
#include <map>

#include "geometry/planar.hpp"
#include "geometry/polygon_overlay.hpp"
#include "geometry/shapes.hpp"

using namespace jingwei;

namespace {

GeometryColumn column_of_points(const std::vector<Point>& points) {
  GeometryColumn column;
  for (const Point p : points) column.append(wkb_of(p));
  return column;
}
GeometryColumn rectangle(double min_x, double min_y, double max_x, double max_y) {
  GeometryColumn column;
  column.append(wkb_of(Envelope{min_x, min_y, max_x, max_y}));
  return column;
}
double area(const GeometryColumn& column, std::size_t row) {
  return column.is_null(row) ? 0 : planar_area(column.wkb(row));
}

/// The cell by half planes of all pairs: the oracle.
Path clipped(const Path& polygon, Point a, Point b, double wa, double wb) {
  // Kept: |p − a|² − wa ≤ |p − b|² − wb.
  const auto beyond = [&](Point p) {
    return (b.x - a.x) * (2 * p.x - a.x - b.x) + (b.y - a.y) * (2 * p.y - a.y - b.y) - wa + wb;
  };
  Path kept;
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    const Point p = polygon[i];
    const Point q = polygon[(i + 1) % polygon.size()];
    const double dp = beyond(p), dq = beyond(q);
    if (dp <= 0) kept.push_back(p);
    if ((dp < 0 && dq > 0) || (dp > 0 && dq < 0))
      kept.push_back({p.x + dp / (dp - dq) * (q.x - p.x), p.y + dp / (dp - dq) * (q.y - p.y)});
  }
  return kept;
}
double oracle_area(const std::vector<Point>& sites, const std::vector<double>& weights, std::size_t i,
                   double side) {
  Path cell{{0, 0}, {side, 0}, {side, side}, {0, side}};
  for (std::size_t j = 0; j < sites.size() && !cell.empty(); ++j)
    if (j != i)
      cell = clipped(cell, sites[i], sites[j], weights.empty() ? 0 : weights[i],
                     weights.empty() ? 0 : weights[j]);
  if (cell.size() < 3) return 0;
  cell.push_back(cell.front());
  return std::fabs(signed_area(cell));
}

/// Every edge of a cell is that of one neighbour the other way, or lies on the region's border; cells do not
/// overlap, and are together the region.
void expect_coverage(const VoronoiCells& made, const GeometryColumn& region, double grid_size) {
  using Edge = std::pair<std::pair<double, double>, std::pair<double, double>>;
  std::map<Edge, int> edges;
  double together = 0;
  for (std::size_t row = 0; row < made.cells.size(); ++row) {
    together += area(made.cells, row);
    if (made.cells.is_null(row)) continue;
    for (const Rings& rings : oriented_polygons_of(made.cells.wkb(row)))
      for (const Path& ring : rings)
        for (std::size_t i = 1; i < ring.size(); ++i)
          ++edges[{{ring[i - 1].x, ring[i - 1].y}, {ring[i].x, ring[i].y}}];
  }
  for (const auto& [edge, count] : edges) {
    CHECK(count == 1);
    if (edges.contains({edge.second, edge.first})) continue;
    const Point middle{(edge.first.first + edge.second.first) / 2,
                       (edge.first.second + edge.second.second) / 2};
    double off = 1e9;
    for (std::size_t row = 0; row < region.size(); ++row)
      off = std::min(off, distance_to_border(region.wkb(row), middle));
    CHECK(off <= 1.5 * grid_size);
  }
  CHECK(together == Approx(made.certificate.input_measure).margin(grid_size * grid_size));
}

}  // namespace

TEST_CASE("two points share a square, three weights move the border") {
  Context context;
  const GeometryColumn square = rectangle(0, 0, 100, 100);
  const GeometryColumn points = column_of_points({{20, 50}, {80, 50}});
  VoronoiCells made = voronoi(points, {}, square, 0.001, context);
  CHECK(area(made.cells, 0) == Approx(5000));
  CHECK(area(made.cells, 1) == Approx(5000));
  CHECK(made.certificate.witness_failures == 0);
  // The border lies where d² − w is equal: 30 + (w₀ − w₁) / 2·60 from the first.
  const std::vector<double> weights{1200, 0};
  made = voronoi(points, weights, square, 0.001, context);
  CHECK(area(made.cells, 0) == Approx(6000));
  expect_coverage(made, square, 0.001);
  // A point so light that it has no cell, and one whose cell lies beyond itself.
  const std::vector<double> heavy{10000, 0};
  made = voronoi(points, heavy, square, 0.001, context);
  CHECK(area(made.cells, 0) == Approx(10000));
  CHECK(made.cells.is_null(1));
}

TEST_CASE("one point has the region, none nothing, several in one place one cell") {
  Context context;
  const GeometryColumn square = rectangle(0, 0, 100, 100);
  VoronoiCells made =
      voronoi(column_of({"", "POINT (5000 5000)", "POINT EMPTY"}), {}, square, 0.001, context);
  CHECK(made.cells.is_null(0));
  CHECK(area(made.cells, 1) == Approx(10000));
  made = voronoi(column_of({}), {}, square, 0.001, context);
  CHECK(made.certificate.balance() == 0);
  CHECK(voronoi(column_of_points({{1, 1}}), {}, column_of({}), 0.001, context).cells.is_null(0));
  made = voronoi(
      column_of({"POINT (20 50)", "POINT (80 50)", "POINT (20.0001 50)", "MULTIPOINT ((80 50), (80 50))"}),
      {}, square, 0.001, context);
  REQUIRE(made.duplicates.size() == 2);
  CHECK(made.duplicates[0].row == 2);
  CHECK(made.duplicates[0].other == 0);
  CHECK(made.duplicates[1].row == 3);
  CHECK(area(made.cells, 0) == Approx(5000));
  CHECK(made.cells.is_null(2));
  // The heavier of two in a place has the cell.
  const std::vector<double> weights{1, 0, 5, 0};
  made = voronoi(column_of_points({{20, 50}, {80, 50}, {20, 50}, {50, 90}}), weights, square, 0.001, context);
  CHECK(made.duplicates[0].row == 0);
  CHECK(made.cells.is_null(0));
}

TEST_CASE("regions of several polygons, with holes, and points in no place of them") {
  Context context;
  const GeometryColumn region =
      column_of({"POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0), (40 40, 60 40, 60 60, 40 60, 40 40))",
                 "POLYGON ((200 0, 300 0, 300 50, 200 50, 200 0))", "",
                 "POLYGON ((250 0, 350 0, 350 50, 250 50, 250 0))"});
  const GeometryColumn points =
      column_of({"POINT (50 50)", "MULTIPOINT ((0 0), (340 10))", "POINT (150 20)"});
  const VoronoiCells made = voronoi(points, {}, region, 0.001, context);
  expect_coverage(made, region, 0.001);
  CHECK(area(made.cells, 0) + area(made.cells, 1) + area(made.cells, 2) == Approx(9600 + 7500));
  CHECK(polygons_of(made.cells.wkb(1)).size() == 2);
}

TEST_CASE("places farther apart than the grid can hold are refused") {
  Context context;
  CHECK_THROWS_WITH(voronoi(column_of_points({{0, 0}, {1e7, 0}}), {}, rectangle(0, 0, 1, 1), 0.001, context),
                    Catch::Contains("coarser precision"));
  const std::vector<double> weights{0, 1e14};
  CHECK_THROWS_WITH(
      voronoi(column_of_points({{0, 0}, {1, 0}}), weights, rectangle(0, 0, 1, 1), 0.001, context),
      Catch::Contains("weights differ too much"));
}

TEST_CASE("random points, weighted and not: cells as half planes cut them, and as sampled") {
  std::mt19937 random(51);
  std::uniform_real_distribution<double> place(0, 1000), heavy(0, 20000);
  Context context = with_threads(4);
  const GeometryColumn square = rectangle(0, 0, 1000, 1000);
  for (int repeat = 0; repeat < 12; ++repeat) {
    std::vector<Point> sites;
    std::vector<double> weights;
    for (int i = 0; i < 60; ++i) {
      const double x = place(random);
      sites.push_back({std::round(x * 1000) / 1000, std::round(place(random) * 1000) / 1000});
      if (repeat % 2 == 1) weights.push_back(std::round(heavy(random)));
    }
    const VoronoiCells made = voronoi(column_of_points(sites), weights, square, 0.001, context);
    expect_coverage(made, square, 0.001);
    int empty = 0;
    for (std::size_t i = 0; i < sites.size(); ++i) {
      const double expected = oracle_area(sites, weights, i, 1000);
      CHECK(area(made.cells, i) == Approx(expected).margin(2));
      empty += made.cells.is_null(i) ? 1 : 0;
    }
    if (repeat % 2 == 0) CHECK(empty == 0);
    for (int sample = 0; sample < 300; ++sample) {
      const double x = place(random);
      const Point p{x, place(random)};
      std::size_t nearest = 0;
      double least = 1e300;
      for (std::size_t i = 0; i < sites.size(); ++i) {
        const double d = std::pow(p.x - sites[i].x, 2) + std::pow(p.y - sites[i].y, 2) -
                         (weights.empty() ? 0 : weights[i]);
        if (d < least) least = d, nearest = i;
      }
      REQUIRE_FALSE(made.cells.is_null(nearest));
      const bool holds =
          inside(made.cells.wkb(nearest), p) || distance_to_border(made.cells.wkb(nearest), p) < 0.003;
      CHECK(holds);
    }
  }
}

TEST_CASE("points in rows, in lines and on circles: cells tile the region to the cell of the grid") {
  Context context;
  const auto expect = [&](const std::vector<Point>& sites) {
    const GeometryColumn region = column_of({"POLYGON ((-3 -5, 120 10, 130 140, 20 110, -3 -5))"});
    const VoronoiCells made = voronoi(column_of_points(sites), {}, region, 0.001, context);
    expect_coverage(made, region, 0.001);
    return made;
  };
  std::vector<Point> rows, line, circle;
  for (int i = 0; i < 10; ++i)
    for (int j = 0; j < 10; ++j) rows.push_back({i * 10.001, j * 10.001});  // centers lie at halves of cells
  for (int i = 0; i < 100; ++i) line.push_back({i * 1.003, i * 0.507});
  for (int i = 0; i < 100; ++i)
    circle.push_back(
        {50 + 40 * std::cos(i * std::numbers::pi / 50), 50 + 40 * std::sin(i * std::numbers::pi / 50)});
  for (const auto& sites : {rows, line, circle}) {
    const VoronoiCells made = expect(sites);
    for (std::size_t i = 0; i < sites.size(); ++i)
      if (&sites == &rows) CHECK_FALSE(made.cells.is_null(i));
  }
}

TEST_CASE("on a grid nearly as coarse as the points are near, cells still tile the region") {
  std::mt19937 random(52);
  Context context;
  for (const int side : {8, 15, 40})
    for (int repeat = 0; repeat < 25; ++repeat) {
      std::uniform_int_distribution<int> place(0, side), weight(0, repeat % 2 == 0 ? 0 : side);
      std::vector<Point> sites;
      std::vector<double> weights;
      for (int i = 0; i < 3 * side; ++i) {
        const double x = place(random);
        sites.push_back({x, double(place(random))});
        weights.push_back(weight(random));
      }
      const GeometryColumn region = rectangle(-2, -2, side + 2, side + 3);
      const VoronoiCells made = voronoi(column_of_points(sites), weights, region, 1, context);
      expect_coverage(made, region, 1);
      CHECK(made.certificate.witness_failures == 0);
    }
}

TEST_CASE(
    "points nearly on a circle or a line, on a coarse grid: where borders fold, the nearest point has the "
    "place") {
  Context context;
  const GeometryColumn region = rectangle(-500, -600, 700, 800);
  for (unsigned seed = 0; seed < 300; ++seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> angle(0, 2 * std::numbers::pi);
    std::uniform_int_distribution<int> count(10, 70), along(0, 199), across(0, 3);
    std::vector<Point> sites;
    for (int i = count(random); i > 0; --i) {
      if (seed % 3 == 0) {
        const double x = along(random);
        sites.push_back({x, across(random) + std::floor(x / 7)});
      } else {
        const double a = angle(random);
        sites.push_back({std::round(40 * std::cos(a)), std::round(40 * std::sin(a))});
      }
    }
    const VoronoiCells made = voronoi(column_of_points(sites), {}, region, 1, context);
    expect_coverage(made, region, 1);
    for (std::size_t row = 0; row < sites.size(); ++row) {
      if (made.cells.is_null(row)) continue;
      for (const Rings& rings : polygons_of(made.cells.wkb(row)))
        for (const Point p : rings[0]) {
          const auto distance = [&](Point q) { return std::hypot(p.x - q.x, p.y - q.y); };
          for (const Point& q : sites) CHECK(distance(sites[row]) <= distance(q) + 3);
        }
    }
  }
}

TEST_CASE("neither threads nor the order of points have a part in cells") {
  std::mt19937 random(53);
  std::uniform_real_distribution<double> place(0, 1000);
  std::vector<Point> sites;
  for (int i = 0; i < 500; ++i) {
    const double x = place(random);
    sites.push_back({x, place(random)});
  }
  std::vector<Point> backwards(sites.rbegin(), sites.rend());
  Context one = with_threads(1);
  Context four = with_threads(4);
  const GeometryColumn square = rectangle(0, 0, 1000, 1000);
  const VoronoiCells a = voronoi(column_of_points(sites), {}, square, 0.001, one);
  const VoronoiCells b = voronoi(column_of_points(sites), {}, square, 0.001, four);
  const VoronoiCells c = voronoi(column_of_points(backwards), {}, square, 0.001, four);
  CHECK(same(a.cells, b.cells));
  for (std::size_t i = 0; i < sites.size(); ++i)
    CHECK(std::ranges::equal(a.cells.wkb(i), c.cells.wkb(sites.size() - 1 - i)));
}
