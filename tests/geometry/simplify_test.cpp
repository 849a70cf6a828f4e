#include "geometry/simplify.hpp"

#include <catch2/catch.hpp>

#include "geometry/repair.hpp"
#include "geometry/shapes.hpp"

using namespace jingwei;

namespace {

constexpr double grid = 0.001;

std::vector<Path> borders_of(Wkb wkb) {
  std::vector<Path> paths = lines_of(wkb);
  for (Rings& rings : polygons_of(wkb))
    for (Path& ring : rings) paths.push_back(std::move(ring));
  return paths;
}

std::size_t vertices(const GeometryColumn& column) {
  std::size_t count = 0;
  for (std::size_t row = 0; row < column.size(); ++row)
    for (const Path& path : borders_of(column.wkb(row))) count += path.size();
  return count;
}

/// How far places along the borders of `a` lie from those of `b`, at most: ten an edge.
double farthest_from(Wkb a, Wkb b) {
  double farthest = 0;
  for (const Path& path : borders_of(a))
    for (std::size_t i = 1; i < path.size(); ++i)
      for (int step = 0; step <= 10; ++step) {
        const double share = step / 10.0;
        const Point place{path[i - 1].x + share * (path[i].x - path[i - 1].x),
                          path[i - 1].y + share * (path[i].y - path[i - 1].y)};
        farthest = std::max(farthest, distance_to_border(b, place));
      }
  return farthest;
}

/// A coverage with crooked borders: the faces of stars with many corners.
GeometryColumn coverage(unsigned seed, Context& context) {
  return faces_of(stars(seed, 12, 60, 25, 60), grid, context).geometry;
}

}  // namespace

TEST_CASE("what is straight within the tolerance becomes straight") {
  const GeometryColumn rows = column_of({"POLYGON ((0 0, 5 0.4, 10 0, 10 10, 5 9.5, 0 10, 0 0))",
                                         "LINESTRING (20 0, 25 0.6, 30 0)", "POINT (3 4)", ""});
  const GeometryColumn made = simplify(rows, 0.5, grid);
  CHECK(same(made, column_of({"POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))", "LINESTRING (20 0, 25 0.6, 30 0)",
                              "POINT (3 4)", ""})));
  CHECK(same(simplify(rows, 0, grid), rows));
}

TEST_CASE("a border that rows share is simplified once for both") {
  const GeometryColumn made = simplify(column_of({"POLYGON ((0 0, 10 0, 10 5, 5 5.2, 0 5, 0 0))",
                                                  "POLYGON ((0 5, 5 5.2, 10 5, 10 9, 0 9, 0 5))"}),
                                       1, grid);
  CHECK(same(made,
             column_of({"POLYGON ((0 0, 10 0, 10 5, 0 5, 0 0))", "POLYGON ((0 5, 10 5, 10 9, 0 9, 0 5))"})));
}

TEST_CASE("an island beside a bay stays outside, and what is tiny keeps an inside") {
  // The straight way over the bay would put the island inside.
  const char* const bay = "POLYGON ((0 0, 10 0, 10 10, 6 10, 5 9, 4 10, 0 10, 0 0))";
  const char* const island = "POLYGON ((4.9 9.5, 5.1 9.5, 5 9.7, 4.9 9.5))";
  const GeometryColumn made = simplify(column_of({bay, island}), 2, grid);
  CHECK_FALSE(inside(made.wkb(0), {5, 9.6}));
  CHECK(same(take(made, std::vector<std::uint32_t>{1}), column_of({island})));
  // Alone the bay goes.
  CHECK(inside(simplify(column_of({bay}), 2, grid).wkb(0), {5, 9.6}));
  // All of a lens lies within the tolerance of its axis.
  const GeometryColumn lens = simplify(column_of({"POLYGON ((0 0, 2 -0.3, 4 0, 2 0.3, 0 0))"}), 5, grid);
  CHECK(planar_area(lens.wkb(0)) > 0);
  CHECK(polygons_of(lens.wkb(0)).front().front().size() == 4);
  // Two halves of it, between the same two nodes.
  const GeometryColumn halves = simplify(
      column_of({"POLYGON ((0 0, 2 -0.3, 4 0, 2 0.1, 0 0))", "POLYGON ((0 0, 2 0.1, 4 0, 2 0.3, 0 0))"}), 5,
      grid);
  CHECK(planar_area(halves.wkb(0)) > 0);
  CHECK(planar_area(halves.wkb(1)) > 0);
}

TEST_CASE("coverages: within the tolerance, valid, without overlap, the same neighbours, in any order") {
  const unsigned seed = GENERATE(range(1U, 9U));
  const double tolerance = GENERATE(0.01, 0.5, 4.0);
  INFO("seed " << seed << ", tolerance " << tolerance);
  Context context;
  const GeometryColumn rows = coverage(seed, context);
  const GeometryColumn made = simplify(rows, tolerance, grid);
  REQUIRE(made.size() == rows.size());
  for (std::size_t row = 0; row < rows.size(); ++row) {
    CHECK(is_valid(made.wkb(row)));
    CHECK(planar_area(made.wkb(row)) > 0);
    CHECK(polygons_of(made.wkb(row)).size() == polygons_of(rows.wkb(row)).size());
    CHECK(borders_of(made.wkb(row)).size() == borders_of(rows.wkb(row)).size());
    CHECK(farthest_from(rows.wkb(row), made.wkb(row)) <= tolerance + 1e-9);
    CHECK(farthest_from(made.wkb(row), rows.wkb(row)) <= tolerance + 1e-9);
  }
  CHECK(vertices(made) < vertices(rows) * (tolerance > 1 ? 0.95 : 1.01));
  // No two overlap, and together they are as large as their union.
  double sum = 0;
  for (std::size_t row = 0; row < made.size(); ++row) sum += planar_area(made.wkb(row));
  CHECK(planar_area(dissolve(made, grid, context).wkb(0)) == Approx(sum).epsilon(1e-9));

  std::vector<std::uint32_t> order(rows.size());
  for (std::uint32_t row = 0; row < order.size(); ++row)
    order[row] = static_cast<std::uint32_t>(rows.size()) - 1 - row;
  CHECK(same(simplify(take(rows, order), tolerance, grid), take(made, order)));
  CHECK(same(simplify(made, 0, grid), made));
}

TEST_CASE("by area the smallest triangle goes first, while it is smaller than the square of the tolerance") {
  // Triangles of 2, 3 and 4; without the first the second has 4.
  const GeometryColumn rows = column_of({"LINESTRING (0 0, 2 1, 4 0, 6 2, 8 0)"});
  const auto left = [&](double tolerance) {
    return to_wkt(simplify(rows, tolerance, grid, SimplifyMethod::visvalingam_whyatt).wkb(0), 0);
  };
  CHECK(left(0) == "LINESTRING (0 0, 2 1, 4 0, 6 2, 8 0)");
  CHECK(left(1.45) == "LINESTRING (0 0, 4 0, 6 2, 8 0)");
  CHECK(left(3) == "LINESTRING (0 0, 8 0)");
}

TEST_CASE("by area: coverages stay valid and without overlap, with the same parts, in any order") {
  const unsigned seed = GENERATE(range(1U, 9U));
  const double tolerance = GENERATE(0.5, 4.0, 1000.0);
  INFO("seed " << seed << ", tolerance " << tolerance);
  Context context;
  const GeometryColumn rows = coverage(seed, context);
  const auto by_area = [&](const GeometryColumn& column) {
    return simplify(column, tolerance, grid, SimplifyMethod::visvalingam_whyatt);
  };
  const GeometryColumn made = by_area(rows);
  double sum = 0;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    CHECK(is_valid(made.wkb(row)));
    CHECK(planar_area(made.wkb(row)) > 0);
    CHECK(polygons_of(made.wkb(row)).size() == polygons_of(rows.wkb(row)).size());
    CHECK(borders_of(made.wkb(row)).size() == borders_of(rows.wkb(row)).size());
    sum += planar_area(made.wkb(row));
  }
  CHECK(vertices(made) < vertices(rows));
  CHECK(planar_area(dissolve(made, grid, context).wkb(0)) == Approx(sum).epsilon(1e-9));

  std::vector<std::uint32_t> order(rows.size());
  for (std::uint32_t row = 0; row < order.size(); ++row)
    order[row] = static_cast<std::uint32_t>(rows.size()) - 1 - row;
  CHECK(same(by_area(take(rows, order)), take(made, order)));
}

TEST_CASE("by area: without neighbours a line is what repeated elimination leaves, done plainly") {
  const unsigned seed = GENERATE(range(1U, 9U));
  std::mt19937 random(seed);
  std::uniform_int_distribution<int> rise(-3, 3);
  // To the right all the time: nothing of the line is ever in the way.
  Path path;
  for (int x = 0; x <= 200; ++x) path.push_back({x * 1.0, rise(random) / 2.0});
  GeometryColumn rows;
  rows.append(wkb_of_lines({&path, 1}));
  const auto area = [&](std::size_t i) {
    const Point a = path[i - 1], b = path[i], c = path[i + 1];
    return std::fabs((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)) / 2;
  };
  for (;;) {
    std::size_t least = 0;
    for (std::size_t i = 1; i + 1 < path.size(); ++i)
      if (least == 0 || area(i) < area(least)) least = i;
    if (least == 0 || area(least) >= 2.25) break;
    path.erase(path.begin() + static_cast<std::ptrdiff_t>(least));
  }
  GeometryColumn expected;
  expected.append(wkb_of_lines({&path, 1}));
  CHECK(same(simplify(rows, 1.5, grid, SimplifyMethod::visvalingam_whyatt), expected));
}
