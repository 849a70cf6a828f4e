#include "geometry/repair.hpp"

#include <catch2/catch.hpp>

#include "geometry/shapes.hpp"

using namespace jingwei;

namespace {

struct Row {
  std::string wkt;
  std::vector<Defect> defects;
};

Row repaired(Wkb wkb) {
  GeometryColumn column;
  column.append(wkb);
  Context context;
  Repaired result = repair(column, context);
  REQUIRE(result.geometry.size() == 1);
  return {to_wkt(result.geometry.wkb(0)), result.defects};
}
Row repaired(const char* wkt) {
  return repaired(Wkb(parse_wkt(wkt)));
}

}  // namespace

TEST_CASE("what is valid stays as it is, bit for bit, without a defect") {
  const GeometryColumn rows =
      column_of({"POINT (1 2)", "MULTIPOINT (1 1, 1 1)", "LINESTRING (0 0, 1 1, 0 1, 1 0)",
                 "MULTILINESTRING ((0 0, 1 1), (1 1, 0 0))",
                 "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (3 3, 3 6, 6 6, 6 3, 3 3))",
                 "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))"});
  Context context;
  const Repaired result = repair(rows, context);
  CHECK(result.defects.empty());
  CHECK(same(result.geometry, rows));
  for (std::size_t row = 0; row < rows.size(); ++row) CHECK(is_valid(rows.wkb(row)));
}

TEST_CASE("a bow tie becomes its two triangles, with the place of the crossing") {
  const Row row = repaired("POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))");
  REQUIRE(row.defects.size() == 1);
  CHECK(row.defects[0].kind == "invalid_geometry");
  CHECK(row.defects[0].action == Defect::Action::repaired);
  CHECK(row.defects[0].place == Point{1, 1});
  CHECK(row.defects[0].reason.en == "Self-intersection");
  CHECK(row.defects[0].reason.zh == "自相交");
  const auto shape = parse_wkt(row.wkt);
  CHECK(polygons_of(shape).size() == 2);
  CHECK(planar_area(Wkb(shape)) == 2);
  CHECK(is_valid(shape));
}

TEST_CASE("other invalid polygons, by hand") {
  struct Known {
    const char* wkt;
    double area;
  };
  for (const Known& known :
       {Known{"POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (5 5, 6 5, 6 6, 5 5))", 16.5},  // a hole outside
        Known{"POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 1 8, 8 8, 8 1, 1 1), (2 2, 2 3, 3 3, 3 2, 2 2))",
              33},  // nested holes
        Known{"MULTIPOLYGON (((0 0, 2 0, 2 2, 0 2, 0 0)), ((1 1, 3 1, 3 3, 1 3, 1 1)))",
              6},                                                            // overlapping parts
        Known{"POLYGON ((0 0, 4 0, 4 4, 2 4, 2 6, 2 4, 0 4, 0 0))", 16}}) {  // a spike
    INFO(known.wkt);
    const Row row = repaired(known.wkt);
    REQUIRE(row.defects.size() == 1);
    CHECK(row.defects[0].kind == "invalid_geometry");
    const auto shape = parse_wkt(row.wkt);
    CHECK(is_valid(shape));
    CHECK(planar_area(Wkb(shape)) == Approx(known.area));
    CHECK_FALSE(is_valid(parse_wkt(known.wkt)));
  }
}

TEST_CASE("points that repeat, rings that are open, parts that collapse") {
  Row row = repaired("LINESTRING (0 0, 0 0, 1 1, 1 1, 1 1)");
  CHECK(row.wkt == "LINESTRING (0 0, 1 1)");
  REQUIRE(row.defects.size() == 1);
  CHECK(row.defects[0].kind == "repeated_points");
  CHECK(row.defects[0].action == Defect::Action::repaired);

  row = repaired("POLYGON ((0 0, 4 0, 4 4, 0 4))");
  CHECK(row.wkt == "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))");
  REQUIRE(row.defects.size() == 1);
  CHECK(row.defects[0].kind == "open_ring");

  row = repaired("MULTILINESTRING ((0 0, 1 1), (5 5, 5 5))");
  CHECK(row.wkt == "LINESTRING (0 0, 1 1)");
  CHECK(row.defects.back().kind == "collapsed_parts");

  for (const char* wkt : {"LINESTRING (1 1, 1 1)", "POLYGON ((1 1, 1 1, 1 1, 1 1))",
                          "POLYGON ((0 0, 1 1, 0 0))", "POLYGON ((0 0, 1 1, 2 2, 0 0))"}) {
    INFO(wkt);
    row = repaired(wkt);
    CHECK(row.wkt.empty());
    REQUIRE_FALSE(row.defects.empty());
    CHECK(row.defects.back().kind == "collapsed_geometry");
    CHECK(row.defects.back().action == Defect::Action::dropped);
    CHECK(std::isfinite(row.defects.back().place.x));
  }
}

TEST_CASE("nothing, and numbers that are none, are dropped and told") {
  Row row = repaired(Wkb{});
  REQUIRE(row.defects.size() == 1);
  CHECK(row.defects[0].kind == "null_geometry");
  CHECK(std::isnan(row.defects[0].place.x));

  row = repaired("POLYGON EMPTY");
  CHECK(row.wkt.empty());
  CHECK(row.defects.at(0).kind == "empty_geometry");

  const double nan = std::nan("");
  const Path line{{1, 1}, {nan, 2}, {3, 3}};
  row = repaired(Wkb(wkb_of_lines({&line, 1})));
  CHECK(row.wkt.empty());
  CHECK(row.defects.at(0).kind == "non_finite_coordinates");
  CHECK(row.defects.at(0).place == Point{1, 1});
  CHECK_FALSE(is_valid(wkb_of_lines({&line, 1})));
  row = repaired(Wkb(wkb_of(Point{1, std::numeric_limits<double>::infinity()})));
  CHECK(row.defects.at(0).kind == "non_finite_coordinates");
}

TEST_CASE("collections become what is highest in them") {
  Row row = repaired("GEOMETRYCOLLECTION (POINT (0 0), POLYGON ((0 0, 1 0, 1 1, 0 0)))");
  CHECK(row.wkt == "POLYGON ((0 0, 1 0, 1 1, 0 0))");
  CHECK(row.defects.at(0).kind == "mixed_geometry");
  row = repaired("GEOMETRYCOLLECTION (LINESTRING (0 0, 1 1), LINESTRING (5 5, 6 6))");
  CHECK(row.wkt == "MULTILINESTRING ((0 0, 1 1), (5 5, 6 6))");
  CHECK(row.defects.empty());
}

TEST_CASE("random scribbles become valid, with their rows in order, whatever the threads") {
  std::mt19937 random(12);
  std::uniform_real_distribution<double> place(0, 10);
  GeometryColumn rows;
  for (int i = 0; i < 200; ++i) {
    Path ring;
    for (int k = 0; k < 3 + i % 12; ++k) ring.push_back({place(random), place(random)});
    ring.push_back(ring.front());
    const Rings rings{ring};
    rows.append(wkb_of_polygons({&rings, 1}));
  }
  Context one = with_threads(1);
  Context four = with_threads(4);
  const Repaired first = repair(rows, one);
  CHECK(same(first.geometry, repair(rows, four).geometry));
  CHECK(std::ranges::is_sorted(first.defects, {}, &Defect::row));
  CHECK(first.defects.size() > 100);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    CHECK(is_valid(first.geometry.wkb(row)));
    // The even–odd rule tells which places belong to it.
    for (int n = 0; n < 20; ++n) {
      const Point p{place(random), place(random)};
      if (distance_to_border(rows.wkb(row), p) > 1e-6)
        CHECK(inside(first.geometry.wkb(row), p) == inside(rows.wkb(row), p));
    }
  }
}

TEST_CASE("is_valid says no instead of throwing") {
  for (const char* wkt : {"LINESTRING (0 0)", "POLYGON ((0 0, 1 0, 1 1))", "POLYGON ((0 0, 1 0, 0 0))",
                          "POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))"})
    CHECK_FALSE(is_valid(parse_wkt(wkt)));
  CHECK(is_valid(Wkb{}));
  CHECK(is_valid(parse_wkt("POLYGON EMPTY")));
}
