#include "geometry/polygon_width.hpp"

#include <catch2/catch.hpp>

#include "geometry/shapes.hpp"

using namespace jingwei;

TEST_CASE("widths of strips, squares and what is no polygon, in metres") {
  const GeometryColumn rows =
      column_of({"POLYGON ((0 0, 1000 0, 1000 1, 0 1, 0 0))", "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))",
                 // A strip with a square at its end: narrow on the whole, and wide somewhere.
                 "POLYGON ((0 0, 1000 0, 1000 -2, 1004 -2, 1004 2, 1000 2, 1000 0.5, 0 0.5, 0 0))",
                 "LINESTRING (0 0, 5 5)", ""});
  const Crs crs = Crs::parse(regional_albers);
  Context context;
  const std::vector<double> widths_m = mean_widths_m(rows, crs, context);
  CHECK(widths_m[0] == Approx(2 * 1000 / 2002.0).epsilon(1e-3));
  CHECK(widths_m[1] == Approx(2).epsilon(1e-3));
  CHECK(widths_m[2] < 0.6);
  CHECK(widths_m[3] == 0);
  CHECK(widths_m[4] == 0);
  const auto narrow = [&](double width) {
    return narrower_than({width}, rows, widths_m, crs, 0.001, context);
  };
  CHECK(narrow(1.1) == std::vector<bool>{true, false, false, false, false});
  CHECK(narrow(0.9) == std::vector<bool>(5, false));
  CHECK(narrow(4.1) == std::vector<bool>{true, true, true, false, false});
  // In degrees a metre is as long as it is on the ground: 1e-5 degrees of longitude are 0.56 m at 60° N.
  const GeometryColumn degrees =
      column_of({"POLYGON ((10 60, 10.00001 60, 10.00001 60.01, 10 60.01, 10 60))"});
  const Crs wgs = Crs::parse("EPSG:4326");
  const std::vector<double> degree_widths_m = mean_widths_m(degrees, wgs, context);
  CHECK(degree_widths_m[0] == Approx(0.557).epsilon(0.01));
  CHECK(narrower_than({0.6}, degrees, degree_widths_m, wgs, 1e-9, context)[0]);
  CHECK_FALSE(narrower_than({0.5}, degrees, degree_widths_m, wgs, 1e-9, context)[0]);
}
