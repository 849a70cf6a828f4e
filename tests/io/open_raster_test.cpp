#include "io/open_raster.hpp"

#include <cmath>
#include <fstream>
#include <thread>

#include "io/samples.hpp"

namespace jingwei {
namespace {

/// An ASCII grid of 3 × 2 cells of 10 units, with a cell without data.
std::string write_grid(const Scratch& scratch, const std::string& crs_wkt = Crs::parse("EPSG:4548").wkt1()) {
  std::ofstream(scratch.file("cells.asc")) << "ncols 3\nnrows 2\nxllcorner 100\nyllcorner 200\ncellsize 10\n"
                                              "NODATA_value -9999\n1 2 3\n4 -9999 6.5\n";
  if (!crs_wkt.empty()) std::ofstream(scratch.file("cells.prj")) << crs_wkt;
  return scratch.file("cells.asc");
}

}  // namespace

TEST_CASE("a raster tells its grid and is read window by window") {
  const Scratch scratch;
  const auto raster = open_raster({write_grid(scratch), {}}, std::nullopt, "cells");
  CHECK(raster->name() == "cells");
  CHECK(raster->grid().columns == 3);
  CHECK(raster->grid().rows == 2);
  CHECK(raster->grid().extent() == Envelope{100, 200, 130, 220});
  CHECK_FALSE(raster->crs().geographic());
  std::vector<double> values(4);
  raster->read({1, 0, 2, 2}, values);
  CHECK(values[0] == 2);
  CHECK(values[1] == 3);
  CHECK(std::isnan(values[2]));
  CHECK(values[3] == 6.5);
}

TEST_CASE("several threads read a raster at the same time") {
  const Scratch scratch;
  const auto raster = open_raster({write_grid(scratch), {}}, std::nullopt, "cells");
  std::vector<double> sums(4, 0);
  std::vector<std::thread> threads;
  for (double& sum : sums)
    threads.emplace_back([&] {
      for (int i = 0; i < 200; ++i) {
        std::vector<double> values(3);
        raster->read({0, 0, 3, 1}, values);
        sum += values[0] + values[1] + values[2];
      }
    });
  for (std::thread& thread : threads) thread.join();
  for (const double sum : sums) CHECK(sum == 1200);
}

TEST_CASE("what is no raster, or does not say where it lies, is refused") {
  const Scratch scratch;
  const auto open = [](const std::string& file, const std::optional<Crs>& crs = {}) {
    return open_raster({file, {}}, crs, "r");
  };
  std::ofstream(scratch.file("table.csv")) << "a,b\n1,2\n";
  CHECK_THAT(input_error_of([&] { open(scratch.file("table.csv")); }), Catch::Contains("is no raster"));
  const std::string bare = write_grid(scratch, "");
  CHECK_THAT(input_error_of([&] { open(bare); }), Catch::Contains("has no coordinate system"));
  CHECK(open(bare, Crs::parse("EPSG:4490"))->crs().geographic());
  const std::string stated = write_grid(scratch);
  CHECK_THAT(input_error_of([&] { open(stated, Crs::parse("EPSG:4490")); }), Catch::Contains("remove one"));
  REQUIRE(
      std::system(("gdal_translate -q -a_ullr 0 0 10 10 '" + stated + "' '" + scratch.file("up.tif") + "'")
                      .c_str()) == 0);
  CHECK_THAT(input_error_of([&] { open(scratch.file("up.tif")); }), Catch::Contains("south up"));
  REQUIRE(std::system(
              ("gdal_translate -q -b 1 -b 1 '" + stated + "' '" + scratch.file("two.tif") + "'").c_str()) ==
          0);
  CHECK_THAT(input_error_of([&] { open(scratch.file("two.tif")); }), Catch::Contains("has 2 bands"));
}

}  // namespace jingwei
