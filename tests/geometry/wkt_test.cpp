#include "geometry/wkt.hpp"

#include <catch2/catch.hpp>
#include <clocale>

#include "geometry/geos.hpp"
#include "geometry/shapes.hpp"

using namespace jingwei;

TEST_CASE("WKT comes back as it went in") {
  for (const char* wkt :
       {"POINT (1 2)", "POINT (-1.5 0.25)", "POINT EMPTY", "LINESTRING (0 0, 1 1, 2 0)", "LINESTRING EMPTY",
        "POLYGON ((0 0, 9 0, 9 9, 0 0), (5 2, 6 2, 6 3, 5 2))", "POLYGON EMPTY", "MULTIPOINT ((1 2), (3 4))",
        "MULTIPOINT (EMPTY, (3 4))", "MULTILINESTRING ((0 0, 1 1), (5 5, 6 6))",
        "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0)), ((20 0, 29 0, 29 9, 20 0)))",
        "GEOMETRYCOLLECTION (POINT (1 2), GEOMETRYCOLLECTION (LINESTRING (0 0, 1 1)))",
        "GEOMETRYCOLLECTION EMPTY"})
    CHECK(to_wkt(parse_wkt(wkt)) == wkt);
}

TEST_CASE("the ways of writing WKT that are met in files") {
  CHECK(to_wkt(parse_wkt("  multipoint(1 2 , 3 4)\n")) == "MULTIPOINT ((1 2), (3 4))");
  CHECK(to_wkt(parse_wkt("Point Z (1 2 3)")) == "POINT (1 2)");
  CHECK(to_wkt(parse_wkt("LINESTRING ZM (1 2 3 4, 5 6 7 8)")) == "LINESTRING (1 2, 5 6)");
  CHECK(to_wkt(parse_wkt("POINT (1e3 +2.5E-1)"), 2) == "POINT (1000 0.25)");
  CHECK(to_wkt({}).empty());
}

TEST_CASE("WKT is rounded to its decimals") {
  CHECK(to_wkt(parse_wkt("POINT (1.23456 -0.0001)")) == "POINT (1.235 0)");
  CHECK(to_wkt(parse_wkt("POINT (1.5 100)"), 0) == "POINT (2 100)");
}

TEST_CASE("a mistake in WKT is told with its place") {
  for (const char* wkt :
       {"", "POINT", "POINT (1)", "POINT (1 2", "POINT (1 2) 3", "POINT (a b)", "POINT (1 2, 3 4)",
        "CIRCULARSTRING (0 0, 1 1, 2 0)", "POLYGON (0 0, 1 1)", "LINESTRING ((0 0, 1 1))"}) {
    INFO(wkt);
    CHECK_THROWS_AS(parse_wkt(wkt), Error);
  }
  CHECK_THROWS_WITH(parse_wkt("POINT (1 x)"),
                    Catch::Contains("POINT (1 x)") && Catch::Contains("character 10"));
}

TEST_CASE("WKT never goes by the locale") {
  const std::string before = std::setlocale(LC_ALL, nullptr);
  if (std::setlocale(LC_ALL, "de_DE.UTF-8") || std::setlocale(LC_ALL, "fr_FR.UTF-8")) {
    CHECK(to_wkt(parse_wkt("POINT (1.5 2.5)")) == "POINT (1.5 2.5)");
  }
  std::setlocale(LC_ALL, before.c_str());
}
