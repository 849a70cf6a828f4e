#include <catch2/catch.hpp>

#include "geometry/crs.hpp"
#include "geometry/shapes.hpp"

using namespace jingwei;
using namespace jingwei::literals;

TEST_CASE("a straight edge in degrees becomes the curve that it is") {
  // 118 km: the chord and the curve lie some hundred metres apart.
  const Crs degrees = Crs::parse("EPSG:4490");
  const Crs albers = Crs::parse(regional_albers);
  Context context;
  const GeometryColumn edge = column_of({"LINESTRING (115 39.8, 116.38 39.8)"});
  const Projected curve = project(edge, degrees, albers, 1_mm, context);
  REQUIRE(curve.failed.empty());
  CHECK(lines_of(curve.geometry.wkb(0))[0].size() > 100);
  double chord_error = 0;
  const Path ends{lines_of(curve.geometry.wkb(0))[0].front(), lines_of(curve.geometry.wkb(0))[0].back()};
  for (int i = 0; i <= 5'000; ++i) {
    const Point p{115 + 1.38 * i / 5'000.0, 39.8};
    const Point q = project(std::span(&p, 1), degrees, albers)[0];
    CHECK(distance_to_border(curve.geometry.wkb(0), q) < 0.00101);
    chord_error = std::max(chord_error, distance_to_segment(q, ends[0], ends[1]));
  }
  CHECK(chord_error > 100);
}

TEST_CASE("neighbours that share an edge get the same points on it") {
  const GeometryColumn pair = column_of({"POLYGON ((115 39, 116.4 39.3, 116.2 40.1, 115 39))",
                                         "POLYGON ((116.4 39.3, 117.5 39.9, 116.2 40.1, 116.4 39.3))"});
  Context context;
  const Projected flat = project(pair, Crs::parse("EPSG:4490"), Crs::parse("EPSG:4548"), 1_mm, context);
  const Path first = polygons_of(flat.geometry.wkb(0))[0][0];
  const Path second = polygons_of(flat.geometry.wkb(1))[0][0];
  std::size_t shared = 0;
  for (const Point p : first) shared += std::ranges::count(second, p) > 0 ? 1 : 0;
  CHECK(shared > 20);
}

TEST_CASE("kinds, structure, nulls and empties are kept; what fails is null and told") {
  Context context;
  const char* const with_hole =
      "POLYGON ((116 39, 116.001 39, 116.001 39.001, 116 39), "
      "(116.0005 39.0001, 116.0006 39.0001, 116.0006 39.0002, 116.0005 39.0001))";
  const GeometryColumn rows =
      column_of({"", "POLYGON EMPTY", "POINT (116 39)", "MULTIPOINT ((116 39), (117 40))", with_hole,
                 "GEOMETRYCOLLECTION (POINT (116 39), LINESTRING (116 39, 116.0001 39))", "POINT (116 95)",
                 "POINT EMPTY"});
  const Crs degrees = Crs::parse("EPSG:4490");
  const Projected flat = project(rows, degrees, Crs::parse("EPSG:4548"), 1_mm, context);
  REQUIRE(flat.geometry.size() == rows.size());
  CHECK(flat.failed == std::vector<std::uint32_t>{6});
  CHECK(flat.geometry.is_null(0));
  CHECK(flat.geometry.is_null(6));
  CHECK(is_empty(flat.geometry.wkb(1)));
  CHECK_FALSE(flat.geometry.is_null(7));
  CHECK(points_of(flat.geometry.wkb(3)).size() == 2);
  CHECK(polygons_of(flat.geometry.wkb(4))[0].size() == 2);
  CHECK(kind_of(flat.geometry.wkb(5)) == GeometryKind::mixed);
  CHECK(same(project(rows, degrees, degrees, 1_mm, context).geometry, rows));
}

TEST_CASE("there and back is where it was, and threads change nothing") {
  const Crs degrees = Crs::parse("EPSG:4490");
  const Crs albers = Crs::parse(regional_albers);
  GeometryColumn rows;
  std::mt19937 random(8);
  for (int i = 0; i < 30; ++i) {
    const Rings rings = star(random, {114.0 + 0.15 * i, 37.0 + 0.15 * i}, 0.3, 17);
    rows.append(wkb_of_polygons({&rings, 1}));
  }
  Context one = with_threads(1);
  Context four = with_threads(4);
  const Projected flat = project(rows, degrees, albers, 1_mm, one);
  CHECK(same(flat.geometry, project(rows, degrees, albers, 1_mm, four).geometry));
  const Projected back = project(flat.geometry, albers, degrees, 1_mm, four);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const Path ring = polygons_of(back.geometry.wkb(row))[0][0];
    for (const Point p : ring) CHECK(distance_to_border(rows.wkb(row), p) < 2.5e-8);  // 2 mm
  }
}

TEST_CASE("the envelope of a rectangle follows its edges") {
  const Crs degrees = Crs::parse("EPSG:4490");
  const Crs albers = Crs::parse(regional_albers);
  const Envelope box{113.4, 36.0, 119.9, 42.7};
  const Envelope flat = project(box, degrees, albers);
  Envelope sampled;
  for (int i = 0; i <= 400; ++i)
    for (int k = 0; k <= 40; ++k) {
      const Point p{box.min_x + box.width() * i / 400, box.min_y + box.height() * k / 40};
      const Point q = project(std::span(&p, 1), degrees, albers)[0];
      CHECK(flat.contains(q));
      sampled.expand(q);
    }
  CHECK(flat.min_y == Approx(sampled.min_y).margin(2));
  CHECK(flat.max_x == Approx(sampled.max_x).margin(2));
  CHECK(project(Envelope{}, degrees, albers).empty());
}
