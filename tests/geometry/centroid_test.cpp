#include "geometry/centroid.hpp"

#include <catch2/catch.hpp>

#include "geometry/shapes.hpp"

using namespace jingwei;

namespace {

Centroids found(const GeometryColumn& column, CentroidKind kind, CentroidOf of = CentroidOf::rows) {
  Context context;
  return centroids(column, kind, of, 0.001, context);
}

}  // namespace

TEST_CASE("centres of mass by hand, and whether they lie on the feature") {
  const GeometryColumn rows =
      column_of({"POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))", "", "POLYGON ((0 0, 6 0, 6 2, 2 2, 2 6, 0 6, 0 0))",
                 "LINESTRING (0 0, 2 0, 2 2)", "MULTIPOINT ((0 0), (2 0))", "POINT (7 8)", "POLYGON EMPTY",
                 "POLYGON ((0 0, 8 0, 8 8, 0 8, 0 0), (1 1, 7 1, 7 7, 1 7, 1 1))"});
  const Centroids all = found(rows, CentroidKind::centroid);
  CHECK(all.row == std::vector<std::uint32_t>{0, 2, 3, 4, 5, 7});
  CHECK(all.places[0] == Point{2, 2});
  // The L: 12 at (3, 1) and 8 at (1, 4).
  CHECK(all.places[1].x == Approx(2.2));
  CHECK(all.places[1].y == Approx(2.2));
  CHECK(all.places[2].x == Approx(1.5));
  CHECK(all.places[3] == Point{1, 0});
  CHECK(all.places[4] == Point{7, 8});
  CHECK(all.places[5] == Point{4, 4});
  CHECK(all.inside == std::vector<bool>{true, false, false, false, true, false});
  const Centroids inside = found(rows, CentroidKind::inside);
  CHECK(inside.row == all.row);
  CHECK(inside.inside == std::vector<bool>(6, true));
}

TEST_CASE("each part has its own") {
  const GeometryColumn rows =
      column_of({"MULTIPOLYGON (((0 0, 2 0, 2 2, 0 2, 0 0)), ((9 9, 11 9, 11 11, 9 11, 9 9)))",
                 "MULTILINESTRING ((0 0, 2 0), (5 5, 5 7))", "MULTIPOINT ((1 1), (2 2))"});
  const Centroids all = found(rows, CentroidKind::centroid, CentroidOf::parts);
  CHECK(all.places == std::vector<Point>{{1, 1}, {10, 10}, {1, 0}, {5, 6}, {1, 1}, {2, 2}});
  CHECK(all.row == std::vector<std::uint32_t>{0, 0, 1, 1, 2, 2});
  CHECK(all.part == std::vector<std::uint32_t>{1, 2, 1, 2, 1, 2});
}

TEST_CASE("random stars: the centroid as counted on a raster, the other place inside by the even–odd rule") {
  const GeometryColumn rows = stars(91, 40, 1000, 80, 9);
  const Centroids centers = found(rows, CentroidKind::centroid);
  const Centroids inner = found(rows, CentroidKind::inside);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const Envelope& e = rows.envelope(row);
    Point sum;
    double count = 0;
    constexpr int steps = 200;
    for (int i = 0; i < steps; ++i)
      for (int j = 0; j < steps; ++j) {
        const Point p{e.min_x + (i + 0.5) / steps * e.width(), e.min_y + (j + 0.5) / steps * e.height()};
        if (!inside(rows.wkb(row), p)) continue;
        sum.x += p.x, sum.y += p.y, ++count;
      }
    CHECK(centers.places[row].x == Approx(sum.x / count).margin(0.5));
    CHECK(centers.places[row].y == Approx(sum.y / count).margin(0.5));
    CHECK(centers.inside[row] == inside(rows.wkb(row), centers.places[row]));
    CHECK(inside(rows.wkb(row), inner.places[row]));
  }
}
