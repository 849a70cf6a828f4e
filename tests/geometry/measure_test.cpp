#include "geometry/measure.hpp"

#include <catch2/catch.hpp>

#include "geometry/crs_geodesic.hpp"
#include "geometry/shapes.hpp"

using namespace jingwei;
using namespace jingwei::literals;

TEST_CASE("the cell 116–117 E, 39–40 N has 9549.520 km², whatever CRS it is in") {
  Context context;
  const Crs degrees = Crs::parse("EPSG:4490");
  GeometryColumn cell;
  cell.append(wkb_of(Envelope{116, 39, 117, 40}));
  CHECK(areas_m2(cell, degrees, context)[0] == Approx(9549.520e6).epsilon(1e-7));
  for (const char* to : {regional_albers, "EPSG:4548", "EPSG:4547", "EPSG:32650", "EPSG:3857"}) {
    INFO(to);
    const Crs crs = Crs::parse(to);
    CHECK(areas_m2(project(cell, degrees, crs, 1_mm, context).geometry, crs, context)[0] ==
          Approx(9549.520e6).epsilon(1e-6));
  }
}

TEST_CASE("areas of holes, parts, lines and nothing") {
  Context context;
  const Crs degrees = Crs::parse("EPSG:4490");
  const char* const with_hole =
      "POLYGON ((116 39, 117 39, 117 40, 116 40, 116 39), "
      "(116.4 39.4, 116.6 39.4, 116.6 39.6, 116.4 39.6, 116.4 39.4))";
  const char* const of_two_parts =
      "MULTIPOLYGON (((116 39, 117 39, 117 40, 116 40, 116 39)), "
      "((118 39, 119 39, 119 40, 118 40, 118 39)))";
  const GeometryColumn rows =
      column_of({"POLYGON ((116 39, 117 39, 117 40, 116 40, 116 39))",
                 "POLYGON ((116.4 39.4, 116.4 39.6, 116.6 39.6, 116.6 39.4, 116.4 39.4))", with_hole,
                 of_two_parts, "LINESTRING (116 39, 117 40)", "POINT (116 39)", "", "POLYGON EMPTY"});
  const std::vector<double> areas = areas_m2(rows, degrees, context);
  CHECK(areas[2] == Approx(areas[0] - areas[1]).epsilon(1e-7));
  CHECK(areas[3] == Approx(2 * areas[0]).epsilon(1e-7));
  for (const std::size_t row : {4, 5, 6, 7}) CHECK(areas[row] == 0);
  CHECK(areas_m2(column_of({"POLYGON ((0 0, 3 0, 3 4, 0 0))"}), Crs::parse(regional_albers), context)[0] ==
        6);
  // An Albers in feet: 1 ft² is 0.3048² m².
  CHECK(areas_m2(column_of({"POLYGON ((0 0, 10 0, 10 10, 0 0))"}),
                 Crs::parse("+proj=aea +lat_1=37 +lat_2=41 +lon_0=116 +ellps=GRS80 +units=ft"),
                 context)[0] == Approx(50 * 0.3048 * 0.3048).epsilon(1e-9));
}

TEST_CASE("small areas in Gauss–Krüger and in degrees agree with the equal-area plane") {
  Context context = with_threads(2);
  const Crs albers = Crs::parse(regional_albers);
  GeometryColumn rows;
  std::mt19937 random(14);
  for (int i = 0; i < 40; ++i) {
    const Rings rings =
        star(random, {-250'000.0 + 12'000 * i, -200'000.0 + 11'000 * i}, i % 2 ? 60 : 9'000, 25);
    rows.append(wkb_of_polygons({&rings, 1}));
  }
  const std::vector<double> expected = areas_m2(rows, albers, context);
  for (const char* to : {"EPSG:4490", "EPSG:4548"}) {
    const Crs crs = Crs::parse(to);
    const GeometryColumn moved = project(rows, albers, crs, Length{1e-5}, context).geometry;
    const std::vector<double> areas = areas_m2(moved, crs, context);
    for (std::size_t row = 0; row < rows.size(); ++row)
      CHECK(areas[row] == Approx(expected[row]).epsilon(2e-6));
    Context one = with_threads(1);
    CHECK(areas_m2(moved, crs, one) == areas);
  }
}

TEST_CASE("lengths and distances: known geodesics") {
  // Vincenty's formulae on CGCS2000, to 0.1 m.
  struct Known {
    Point from, to;
    double distance_m = 0;
  };
  Context context;
  const Crs degrees = Crs::parse("EPSG:4490");
  const Crs albers = Crs::parse(regional_albers);
  for (const Known& known :
       {Known{{116.4, 39.9}, {117.2, 39.1}, 112355.0}, Known{{116.4, 39.9}, {114.5, 38.05}, 263212.9},
        Known{{116.4, 39.9}, {117.95, 40.95}, 175767.4}, Known{{116.4, 39.9}, {114.5, 36.6}, 402263.7},
        Known{{116.4, 39.9}, {119.6, 39.93}, 273604.5}}) {
    CHECK(distance_m(known.from, known.to, degrees) == Approx(known.distance_m).margin(0.06));
    const std::vector<Point> ends = project(std::vector<Point>{known.from, known.to}, degrees, albers);
    CHECK(distance_m(ends[0], ends[1], albers) == Approx(known.distance_m).margin(0.06));
    // A straight edge of the CRS is no geodesic, so it is longer, by less than a millionth or so here.
    GeometryColumn line;
    line.append(wkb_of_lines({&ends, 1}));
    const double length = lengths_m(line, albers, context)[0];
    CHECK(length > known.distance_m - 0.06);
    CHECK(length < known.distance_m * 1.00002);
  }
  // A parallel: N·cos φ·Δλ.
  const double phi = 40 * std::numbers::pi / 180;
  const double e2 = degrees.flattening() * (2 - degrees.flattening());
  const double parallel_m = 6378137 / std::sqrt(1 - e2 * std::sin(phi) * std::sin(phi)) * std::cos(phi) * 3 *
                            std::numbers::pi / 180;
  const std::vector<double> lengths = lengths_m(
      column_of({"LINESTRING (115 40, 118 40)", "MULTILINESTRING ((115 40, 118 40), (115 40, 118 40))",
                 "POLYGON ((115 40, 118 40, 118 41, 115 40))", "POINT (115 40)", "", "LINESTRING EMPTY"}),
      degrees, context);
  CHECK(lengths[0] == Approx(parallel_m).epsilon(2e-7));
  CHECK(lengths[1] == Approx(2 * parallel_m).epsilon(2e-7));
  for (const std::size_t row : {2, 3, 4, 5}) CHECK(lengths[row] == 0);
}

TEST_CASE("a representative point lies inside, on the line, or is the first") {
  Context one = with_threads(1);
  Context four = with_threads(4);
  GeometryColumn rows = stars(15, 50, 100, 10, 9);
  const std::vector<Point> points = representative_points(rows, four);
  for (std::size_t row = 0; row < rows.size(); ++row) CHECK(inside(rows.wkb(row), points[row]));
  CHECK(representative_points(rows, one) == points);
  const GeometryColumn others =
      column_of({"LINESTRING (0 0, 10 0, 10 10)", "MULTILINESTRING ((0 0, 1 0), (5 5, 5 9))",
                 "MULTIPOINT (3 4, 1 2)", "", "POLYGON EMPTY",
                 "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 1 8, 8 8, 8 1, 1 1))", "LINESTRING (4 4, 4 4)"});
  const std::vector<Point> found = representative_points(others, one);
  CHECK(found[0] == Point{10, 0});
  CHECK(found[1] == Point{5, 7});
  CHECK(found[2] == Point{3, 4});
  CHECK((std::isnan(found[3].x) && std::isnan(found[4].x)));
  CHECK(inside(others.wkb(5), found[5]));
  CHECK(found[6] == Point{4, 4});
}

TEST_CASE("the rectangle around a place holds the whole disc") {
  const Crs albers = Crs::parse(regional_albers);
  for (const Crs& crs : {albers, Crs::parse("EPSG:4490"), Crs::parse("EPSG:3857"), Crs::parse("EPSG:4547")}) {
    const CrsGeodesic truth(crs);
    for (const double radius_m : {1.0, 1'000.0, 100'000.0}) {
      const Envelope box = truth.around({118.5, 41}, radius_m);
      for (int i = 0; i < 720; ++i)
        CHECK(box.contains(truth.of_lon_lat(truth.geodesic().direct({118.5, 41}, i * 0.5, radius_m))));
    }
  }
}
