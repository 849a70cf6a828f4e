#include <catch2/catch.hpp>

#include "geometry/overlay.hpp"
#include "geometry/shapes.hpp"

using namespace jingwei;

namespace {

double area_of(const Pieces& pieces) {
  double area = 0;
  for (std::size_t row = 0; row < pieces.geometry.size(); ++row)
    area += planar_area(pieces.geometry.wkb(row));
  return area;
}

/// The polygons of a column in whole cells, moved by a number of cells.
std::vector<std::vector<std::vector<std::pair<double, double>>>> in_cells(const GeometryColumn& column,
                                                                          double grid_size, double moved) {
  std::vector<std::vector<std::vector<std::pair<double, double>>>> cells;
  for (std::size_t row = 0; row < column.size(); ++row)
    for (const Rings& rings : polygons_of(column.wkb(row))) {
      auto& polygon = cells.emplace_back();
      for (const Path& ring : rings) {
        auto& places = polygon.emplace_back();
        for (const Point p : ring)
          places.emplace_back(std::round(p.x / grid_size) + moved, std::round(p.y / grid_size) + moved);
      }
    }
  return cells;
}

}  // namespace

TEST_CASE("pairs of almost the same borders that other engines are known to fail on") {
  struct Pair {
    const char* a;
    const char* b;
    double least_area, most_area;  // of what they share
  };
  Context context;
  for (const Pair& pair :
       {// JTS issue 1000 (Shapely issue 1871): two polygons that touch give one of them.
        Pair{"POLYGON ((446 -207, 315 -75.99999999999999, 557 -76, 446 -207))",
             "POLYGON ((184 -207, 315 -76, 446 -207, 315 -338, 184 -207))", 0, 0},
        // JTS issue 119: the whole of the first.
        Pair{"POLYGON ((3.166572116932842 48.5390194687463, 3.166572116932842 50.470470727186765, "
             "4.180930086918854 50.470470727186765, 4.180930086918854 48.5390194687463, "
             "3.166572116932842 48.5390194687463))",
             "POLYGON ((2.152214146946829 50.470470727186765, 18.381941666723034 19.567250592139274, "
             "2.390837642830135 49.228045261718165, 2.152214146946829 50.470470727186765))",
             0, 1e-3},
        // JTS issue 798: a triangle whose corner changes sides as its long edge is noded gives all of the
        // second.
        Pair{"POLYGON ((66697.40120137333 185279.95469107336, 66698.375 185273.625, 66697.375 185280.125, "
             "66697.40120137333 185279.95469107336))",
             "POLYGON ((66710 185280, 66710 185260, 66690 185260, 66690 185280, 66710 185280))", 0, 1e-3},
        // JTS issue 680: what is shared vanishes.
        Pair{"POLYGON ((1 1, 1 3, 1.9994 3, 2.0006 2, 1.9994 1, 1 1))",
             "POLYGON ((2.0003 1, 2.0003 3, 3 3, 3 1, 2.0003 1))", 0.5 * 0.0003 * 0.5, 0.0003}}) {
    INFO(pair.a);
    const GeometryColumn a = column_of({pair.a}), b = column_of({pair.b});
    for (const double grid : {1e-9, 1e-6, 1e-4}) {
      INFO(grid);
      const double shared = area_of(intersection(a, b, grid, context));
      // A border may move by a cell, all along.
      const double noise = 2 * grid * (a.extent().width() + a.extent().height());
      CHECK(shared >= pair.least_area - noise);
      CHECK(shared <= pair.most_area + noise);
      CHECK(area_of(intersection(b, a, grid, context)) == Approx(shared).margin(noise));
      CHECK(area_of(difference(a, b, grid, context)) + shared ==
            Approx(planar_area(a.wkb(0))).margin(2 * noise));
    }
  }
}

TEST_CASE("millimetres ten thousand kilometres away are overlaid as they are at the origin") {
  const double grid = 0.001, away = 1e7;
  Context context;
  const auto moved = [&](const GeometryColumn& column) {
    GeometryColumn far;
    for (std::size_t row = 0; row < column.size(); ++row) {
      std::vector<Rings> polygons = polygons_of(column.wkb(row));
      for (Rings& rings : polygons)
        for (Path& ring : rings)
          for (Point& p : ring)
            p = {std::round((p.x + away) * 1000) / 1000, std::round((p.y + away) * 1000) / 1000};
      far.append(wkb_of_polygons(polygons));
    }
    return far;
  };
  const auto whole_cells = [&](const GeometryColumn& column) {
    GeometryColumn rounded;
    for (std::size_t row = 0; row < column.size(); ++row) {
      std::vector<Rings> polygons = polygons_of(column.wkb(row));
      for (Rings& rings : polygons)
        for (Path& ring : rings)
          for (Point& p : ring) p = {std::round(p.x * 1000) / 1000, std::round(p.y * 1000) / 1000};
      rounded.append(wkb_of_polygons(polygons));
    }
    return rounded;
  };
  // Coarse enough that some places coincide, and many not.
  for (const double radius : {0.05, 0.5, 20.0}) {
    const GeometryColumn a = whole_cells(stars(1, 30, 4 * radius, radius, 9));
    const GeometryColumn b = whole_cells(stars(2, 20, 4 * radius, radius, 14));
    const Pieces near = union_of(a, b, grid, context);
    const Pieces far = union_of(moved(a), moved(b), grid, context);
    CHECK(near.source_a == far.source_a);
    CHECK(near.source_b == far.source_b);
    CHECK(in_cells(near.geometry, grid, away / grid) == in_cells(far.geometry, grid, 0));
  }
}

TEST_CASE("a polygon of a million corners is overlaid as others are") {
  constexpr std::size_t corners = 1'000'000;
  constexpr double radius = 100'000;
  std::mt19937 random(3);
  std::uniform_real_distribution<double> noise(-0.5, 0.5);
  Path ring;
  for (std::size_t i = 0; i < corners; ++i) {
    const double angle = 2 * std::numbers::pi * static_cast<double>(i) / corners;
    const double r = radius * (1 + 0.1 * std::sin(40 * angle)) + noise(random);
    ring.push_back({r * std::cos(angle), r * std::sin(angle)});
  }
  ring.push_back(ring.front());
  const Rings rings{ring};
  GeometryColumn large, squares;
  large.append(wkb_of_polygons({&rings, 1}));
  std::uniform_real_distribution<double> place(-1.1 * radius, 1.1 * radius);
  for (int n = 0; n < 60; ++n) {
    const double x = place(random), y = place(random);
    squares.append(wkb_of({x, y, x + radius / 10, y + radius / 10}));
  }
  Context context = with_threads(2);
  const Pieces inside = identity(squares, large, 0.001, context);
  const Certificate& proof = inside.certificate;
  CHECK(proof.witnesses == inside.geometry.size());
  CHECK(proof.balance() == Approx(0).margin(1e-9 * proof.input_measure));
  // The other way round the large one is looked at by windows.
  const double shared = area_of(intersection(squares, large, 0.001, context));
  CHECK(area_of(intersection(large, squares, 0.001, context)) == Approx(shared).epsilon(1e-9));
  CHECK(shared < area_of(inside));
}
