#include <limits>

#include "analyses/memory_raster.hpp"
#include "analyses/same_results.hpp"

using namespace fixtures;

namespace {

const double no_data = std::numeric_limits<double>::quiet_NaN();

/// 5 × 3 cells of 1 km from the origin.
MemoryRaster small_raster() {
  return {crs(),
          {5, 3, origin.x, origin.y + 3000, 1000, 1000},
          {1, 2, 3, 4, 5,        //
           6, 0, no_data, 8, 9,  //
           -1, 10, 11, 12, 13}};
}

Result pointed(const Raster& raster, const Parameters& parameters = {}, const Layer* mask = nullptr) {
  Inputs inputs{{}, {}, {}, {{"raster", &raster}}};
  if (mask != nullptr) inputs.layers.emplace_back("mask", mask);
  return run_every_way("raster-to-points", inputs, parameters);
}

Point place_of(const Layer& points, std::string_view key) {
  return points_of(points.geometry().wkb(row_of(points, key))).front();
}

}  // namespace

TEST_CASE("each cell above nothing becomes a point in its middle") {
  const MemoryRaster raster = small_raster();
  const Result result = pointed(raster);
  const Layer& points = result.layer("points");
  CHECK(points.rows() == 12);
  CHECK(number(points, "r1c3", "value") == 8);
  CHECK(text(points, "r1c3", "cells") == "1");
  CHECK(place_of(points, "r1c3") == place(3500, 1500));
  CHECK(figure(result, "value") == 84);
  CHECK(figure(result, "cells") == 12);
}

TEST_CASE("blocks of cells are one point, at the border of the raster smaller ones") {
  const MemoryRaster raster = small_raster();
  const Result sums = pointed(raster, {{"cells", {"2"}}});
  const Layer& points = sums.layer("points");
  CHECK(points.rows() == 6);
  CHECK(number(points, "r0c0", "value") == 9);
  CHECK(text(points, "r0c0", "cells") == "3");
  CHECK(place_of(points, "r0c0") == place(1000, 2000));
  CHECK(number(points, "r2c4", "value") == 13);
  CHECK(place_of(points, "r2c4") == place(4500, 500));
  CHECK(figure(sums, "value") == 84);
  const Result means = pointed(raster, {{"cells", {"2"}}, {"value", {"mean"}}, {"above", {"2.5"}}});
  CHECK(number(means.layer("points"), "r0c2", "value") == Approx(5));  // 3, 4 and 8
  CHECK_FALSE(has_figure(means, "value"));
}

TEST_CASE("a mask takes the cells whose middle it covers") {
  const MemoryRaster raster = small_raster();
  const Layer mask =
      Rows("mask", "land_use")
          .add(box(3400, 0, 4600, 2000), {{"parcel_id", std::string("M")}, {"use", std::string("green")}});
  const Result result = pointed(raster, {}, &mask);
  CHECK(result.layer("points").rows() == 4);
  CHECK(figure(result, "value") == 8 + 9 + 12 + 13);
  const Result blocks = pointed(raster, {{"cells", {"5"}}}, &mask);
  REQUIRE(blocks.layer("points").rows() == 1);
  CHECK(number(blocks.layer("points"), "r0c0", "value") == 42);
}

TEST_CASE("points of a raster in degrees stand in the study's CRS") {
  const MemoryRaster raster{Crs::parse("EPSG:4490"), {2, 1, 117, 39, 0.01, 0.01}, {4, 5}};
  const Result result = pointed(raster);
  const std::vector<Point> expected =
      project(std::vector<Point>{{117.005, 38.995}}, Crs::parse("EPSG:4490"), crs());
  const Point found = place_of(result.layer("points"), "r0c0");
  CHECK(found.x == Approx(expected.front().x).epsilon(1e-12));
  CHECK(found.y == Approx(expected.front().y).epsilon(1e-12));
}
