#include "geometry/wkb.hpp"

#include <catch2/catch.hpp>

#include "geometry/shapes.hpp"
#include "geometry/wkb_io.hpp"

using namespace jingwei;

TEST_CASE("WKB bytes are those of the standard") {
  // ISO/IEC 13249-3: byte order 1, type 1, x = 1, y = 2 as little-endian doubles.
  const std::vector<std::uint8_t> expected{1,    1,    0, 0, 0, 0, 0, 0, 0, 0,   0,
                                           0xF0, 0x3F, 0, 0, 0, 0, 0, 0, 0, 0x40};
  CHECK(wkb_of(Point{1, 2}) == expected);
  CHECK(parse_wkt("POINT (1 2)") == expected);
}

TEST_CASE("the parts of a geometry are what it was made from") {
  const std::vector<Point> points{{1, 2}, {3, 4}};
  const std::vector<Path> lines{{{0, 0}, {1, 1}}, {{5, 5}, {6, 6}, {7, 5}}};
  const std::vector<Rings> polygons{{{{0, 0}, {9, 0}, {9, 9}, {0, 0}}, {{5, 2}, {6, 2}, {6, 3}, {5, 2}}},
                                    {{{20, 0}, {29, 0}, {29, 9}, {20, 0}}}};
  CHECK(points_of(wkb_of_points(points)) == points);
  CHECK(lines_of(wkb_of_lines(lines)) == lines);
  CHECK(polygons_of(wkb_of_polygons(polygons)) == polygons);
  CHECK(to_wkt(wkb_of_lines({lines.data(), 1})) == "LINESTRING (0 0, 1 1)");
  CHECK(to_wkt(wkb_of_lines(lines)) == "MULTILINESTRING ((0 0, 1 1), (5 5, 6 6, 7 5))");
  CHECK(to_wkt(wkb_of_points({points.data(), 1})) == "POINT (1 2)");
  CHECK(to_wkt(wkb_of(Envelope{0, 1, 2, 3})) == "POLYGON ((0 1, 2 1, 2 3, 0 3, 0 1))");
  const auto collection =
      parse_wkt("GEOMETRYCOLLECTION (POINT (1 1), GEOMETRYCOLLECTION (MULTILINESTRING ((0 0, 1 0))))");
  CHECK(points_of(collection).size() == 1);
  CHECK(lines_of(collection).size() == 1);
  CHECK(polygons_of(collection).empty());
}

TEST_CASE("kinds, dimensions and emptiness") {
  const auto kind = [](const char* wkt) { return kind_of(Wkb(parse_wkt(wkt))); };
  CHECK(kind_of(Wkb{}) == GeometryKind::null);
  CHECK(kind("POINT EMPTY") == GeometryKind::point);
  CHECK(kind("MULTIPOINT (1 1)") == GeometryKind::point);
  CHECK(kind("LINESTRING (0 0, 1 1)") == GeometryKind::line);
  CHECK(kind("MULTIPOLYGON EMPTY") == GeometryKind::polygon);
  CHECK(kind("GEOMETRYCOLLECTION (LINESTRING (0 0, 1 1), MULTILINESTRING ((0 0, 1 2)))") ==
        GeometryKind::line);
  CHECK(kind("GEOMETRYCOLLECTION (POINT (0 0), LINESTRING (0 0, 1 1))") == GeometryKind::mixed);
  CHECK(kind("GEOMETRYCOLLECTION EMPTY") == GeometryKind::null);

  CHECK(kind_of(column_of({"", "POINT (1 1)", "MULTIPOINT (1 1, 2 2)"})) == GeometryKind::point);
  CHECK(kind_of(column_of({"POINT (1 1)", "LINESTRING (0 0, 1 1)"})) == GeometryKind::mixed);
  CHECK(kind_of(column_of({"", ""})) == GeometryKind::null);

  for (const char* wkt :
       {"POINT EMPTY", "LINESTRING EMPTY", "POLYGON EMPTY", "MULTIPOINT EMPTY", "MULTIPOLYGON EMPTY",
        "GEOMETRYCOLLECTION EMPTY", "GEOMETRYCOLLECTION (POINT EMPTY)"}) {
    INFO(wkt);
    CHECK(is_empty(parse_wkt(wkt)));
    CHECK(envelope_of(parse_wkt(wkt)).empty());
    CHECK(wkb::dimension_of(parse_wkt(wkt)) == -1);
  }
  CHECK(is_empty(Wkb{}));
  CHECK_FALSE(is_empty(parse_wkt("POINT (0 0)")));
  CHECK(wkb::dimension_of(parse_wkt("GEOMETRYCOLLECTION (POINT (0 0), POLYGON ((0 0, 1 0, 1 1, 0 0)))")) ==
        2);
}

TEST_CASE("a column keeps rows, nulls and envelopes") {
  GeometryColumn column = column_of({"POINT (1 2)", "", "POLYGON EMPTY", "LINESTRING (0 5, 9 -1)"});
  REQUIRE(column.size() == 4);
  CHECK(column.is_null(1));
  CHECK_FALSE(column.is_null(2));
  CHECK(column.envelope(1).empty());
  CHECK(column.envelope(2).empty());
  CHECK(column.envelope(3) == Envelope{0, -1, 9, 5});
  CHECK(column.extent() == Envelope{0, -1, 9, 5});
  CHECK(column.bytes() == 21 + 9 + 9 + 32);

  const std::vector<std::uint32_t> order{3, 1, 0, 3};
  const GeometryColumn taken = take(column, order);
  CHECK(same(taken, column_of({"LINESTRING (0 5, 9 -1)", "", "POINT (1 2)", "LINESTRING (0 5, 9 -1)"})));
  column.append(column);
  CHECK(same(column, column_of({"POINT (1 2)", "", "POLYGON EMPTY", "LINESTRING (0 5, 9 -1)", "POINT (1 2)",
                                "", "POLYGON EMPTY", "LINESTRING (0 5, 9 -1)"})));
}

TEST_CASE("single geometries become multi-geometries, points stay") {
  const auto multi = [](const char* wkt) { return to_wkt(to_multi(parse_wkt(wkt))); };
  CHECK(multi("POINT (1 1)") == "POINT (1 1)");
  CHECK(multi("LINESTRING (0 0, 1 1)") == "MULTILINESTRING ((0 0, 1 1))");
  CHECK(multi("POLYGON ((0 0, 1 0, 1 1, 0 0))") == "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))");
  CHECK(multi("MULTILINESTRING ((0 0, 1 1))") == "MULTILINESTRING ((0 0, 1 1))");
  CHECK(multi("POLYGON EMPTY") == "MULTIPOLYGON EMPTY");
  CHECK(to_multi({}).empty());
}

TEST_CASE("bytes that are no WKB are refused and never read past their end") {
  const auto good =
      parse_wkt("MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0), (5 2, 6 2, 6 3, 5 2)), ((20 0, 29 0, 29 9, 20 0)))");
  for (std::size_t length = 1; length < good.size(); ++length)
    CHECK_THROWS_AS(envelope_of(Wkb(good).first(length)), Error);
  auto big_endian = good;
  big_endian[0] = 0;
  CHECK_THROWS_AS(is_empty(big_endian), Error);
  auto with_height = parse_wkt("POINT (1 2)");
  with_height[1] = 0xE9, with_height[2] = 0x03;  // 1001: POINT Z
  CHECK_THROWS_AS(points_of(with_height), Error);
  auto endless = parse_wkt("LINESTRING (0 0, 1 1)");
  endless[5] = endless[6] = endless[7] = endless[8] = 0xFF;
  CHECK_THROWS_AS(lines_of(endless), Error);
}
