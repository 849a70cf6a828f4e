#include "geometry/gcj02.hpp"

#include <catch2/catch.hpp>

#include "geometry/shapes.hpp"

using namespace jingwei;

TEST_CASE("GCJ-02 of known places") {
  struct Known {
    Point wgs84, gcj02;
  };
  // Computed samples of the public formula, to five decimals.
  for (const Known& known :
       {Known{{116.3913, 39.9075}, {116.39754, 39.90890}}, Known{{117.2, 39.1}, {117.20630, 39.10102}},
        Known{{114.5, 38.05}, {114.50604, 38.05066}}}) {
    const Point p = gcj02_of_wgs84(known.wgs84);
    CHECK(p.x == Approx(known.gcj02.x).margin(0.6e-5));
    CHECK(p.y == Approx(known.gcj02.y).margin(0.6e-5));
  }
}

TEST_CASE("there and back is less than a millimetre") {
  std::mt19937 random(4);
  std::uniform_real_distribution<double> lon(74, 135), lat(4, 53);
  for (int i = 0; i < 2'000; ++i) {
    const Point p{lon(random), lat(random)};
    const Point back = wgs84_of_gcj02(gcj02_of_wgs84(p));
    CHECK(std::hypot(back.x - p.x, back.y - p.y) < 1e-9);
    const Point baidu = gcj02_of_bd09(bd09_of_gcj02(p));
    CHECK(std::hypot(baidu.x - p.x, baidu.y - p.y) < 1e-9);
  }
}

TEST_CASE("outside China nothing is displaced") {
  for (const Point p : {Point{2.35, 48.85}, Point{139.7, 35.7}, Point{116, 60}, Point{72.0, 39}}) {
    CHECK(gcj02_of_wgs84(p) == p);
    CHECK(wgs84_of_gcj02(p) == p);
  }
}

TEST_CASE("BD-09 lies a further 0.0065 and 0.006 degrees off") {
  const Point p = bd09_of_gcj02(gcj02_of_wgs84({116.3913, 39.9075}));
  CHECK(p.x - 116.3913 == Approx(0.0125).margin(0.001));
  CHECK(p.y - 39.9075 == Approx(0.007).margin(0.001));
}

TEST_CASE("a column is converted point by point") {
  const GeometryColumn rows =
      column_of({"", "POINT (116.39754 39.90890)", "POLYGON EMPTY", "POINT EMPTY",
                 "MULTILINESTRING ((117.20630 39.10102, 114.50604 38.05066), (2 48, 3 48))"});
  CHECK(same(to_wgs84(rows, Datum::wgs84), rows));
  const GeometryColumn converted = to_wgs84(rows, Datum::gcj02);
  CHECK(converted.is_null(0));
  CHECK(is_empty(converted.wkb(2)));
  CHECK(is_empty(converted.wkb(3)));
  CHECK(to_wkt(converted.wkb(1), 4) == "POINT (116.3913 39.9075)");
  CHECK(to_wkt(converted.wkb(4), 4) == "MULTILINESTRING ((117.2 39.1, 114.5 38.05), (2 48, 3 48))");
  GeometryColumn baidu;
  baidu.append(wkb_of(bd09_of_gcj02({116.39754, 39.90890})));
  CHECK(to_wkt(to_wgs84(baidu, Datum::bd09).wkb(0), 4) == "POINT (116.3913 39.9075)");
}
