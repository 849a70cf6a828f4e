#include "geometry/geos.hpp"

#include <catch2/catch.hpp>
#include <thread>

#include "geometry/shapes.hpp"

using namespace jingwei;

TEST_CASE("GEOS reads and writes what it was given") {
  for (const char* wkt :
       {"POINT (1 2)", "POINT EMPTY", "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0), (5 2, 6 2, 6 3, 5 2)))",
        "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 0, 1 1))"})
    CHECK(to_wkt(geos::write(geos::read(parse_wkt(wkt)))) == wkt);
  CHECK(to_wkt(geos::write(geos::line({{0, 0}, {1, 1}}))) == "LINESTRING (0 0, 1 1)");
  CHECK(to_wkt(geos::write(geos::polygon({{0, 0}, {1, 0}, {1, 1}, {0, 0}}))) ==
        "POLYGON ((0 0, 1 0, 1 1, 0 0))");
}

TEST_CASE("what GEOS refuses is an error with its words") {
  CHECK_THROWS_WITH(geos::read(parse_wkt("POLYGON ((0 0, 1 0, 1 1))")),
                    Catch::Contains("GEOS") && Catch::Contains("closed"));
  CHECK_THROWS_AS(geos::polygon({{0, 0}, {1, 0}}), Error);
  CHECK_NOTHROW(geos::read(parse_wkt("POINT (1 2)")));  // the session works on
}

TEST_CASE("geometries move, and prepared ones answer as plain ones do") {
  geos::Geometry square = geos::read(parse_wkt("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))"));
  geos::Geometry moved = std::move(square);
  CHECK_FALSE(square);  // NOLINT(bugprone-use-after-move): that it is empty is what is asked
  REQUIRE(moved);
  const geos::Prepared prepared(moved);
  CHECK(prepared.covers(Point{4, 2}));
  CHECK_FALSE(prepared.covers(Point{5, 2}));
  CHECK(prepared.distance({7, 8}) == 5);
  CHECK(prepared.intersects(geos::read(parse_wkt("LINESTRING (4 4, 9 9)"))));
  CHECK_FALSE(prepared.covers(geos::read(parse_wkt("LINESTRING (3 3, 9 9)"))));
  CHECK(geos::area(moved) == 16);
  CHECK(geos::length(moved) == 16);
  CHECK(geos::distance(moved, geos::point({7, 8})) == 5);
}

TEST_CASE("lines are joined, with or without their direction") {
  const geos::Geometry lines = geos::read(parse_wkt("MULTILINESTRING ((0 0, 1 0), (2 0, 1 0))"));
  CHECK(lines_of(geos::write(geos::merge_lines(lines, geos::Direction::kept))).size() == 2);
  CHECK(lines_of(geos::write(geos::merge_lines(lines, geos::Direction::ignored))).size() == 1);
}

TEST_CASE("every thread has a session, which ends with it") {
  std::vector<double> areas(8);
  std::vector<std::thread> threads;
  for (double& area : areas)
    threads.emplace_back([&area] {
      for (int i = 0; i < 200; ++i) {
        const geos::Geometry a = geos::read(parse_wkt("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))"));
        const geos::Geometry b = geos::read(parse_wkt("POLYGON ((1 1, 9 1, 9 9, 1 9, 1 1))"));
        area = geos::area(geos::intersection(a, b, 0.001));
        try {
          geos::read(parse_wkt("POLYGON ((0 0, 1 0, 1 1))"));
        } catch (const Error&) {
          continue;
        }
      }
    });
  for (std::thread& thread : threads) thread.join();
  for (const double area : areas) CHECK(area == 9);
}
