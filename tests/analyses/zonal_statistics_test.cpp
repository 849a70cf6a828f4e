#include <limits>
#include <map>
#include <random>

#include "analyses/memory_raster.hpp"
#include "analyses/same_results.hpp"
#include "base/error.hpp"

using namespace fixtures;

namespace {

const double no_data = std::numeric_limits<double>::quiet_NaN();

Layer zones_of(const std::vector<std::pair<const char*, Envelope>>& list) {
  Rows rows("zones", "land_use");
  for (const auto& [id, e] : list)
    rows.add(
        box(e.min_x, e.min_y, e.max_x, e.max_y),
        {{"parcel_id", std::string(id)}, {"use", std::string("green")}, {"confidence", std::string("B")}});
  return rows;
}

/// 4 × 3 cells of 1 km from the origin.
MemoryRaster small_raster() {
  return {crs(),
          {4, 3, origin.x, origin.y + 3000, 1000, 1000},
          {1, 2, 3, 4,        //
           5, 6, no_data, 8,  //
           9, 10, 11, 12}};
}

Result told(const Layer& zones, const Raster& raster, const Parameters& parameters = {}) {
  return run_every_way("zonal-statistics", {{{"zones", &zones}}, {}, {}, {{"raster", &raster}}}, parameters,
                       1e-6);
}

}  // namespace

TEST_CASE("a zone over halves of cells, by hand") {
  // columns 0.5 … 2, rows of 5 6 (whole) and 9 10 (half)
  const Layer zones = zones_of({{"A", {500, 500, 2000, 2000}}});
  const MemoryRaster raster = small_raster();
  const Result result = told(zones, raster, {{"detail", {"classes"}}});
  const Layer& rows = result.layer("zones");
  // 0.5 · 5 + 1 · 6 + 0.25 · 9 + 0.5 · 10 = 15.75 of 2.25 cells
  CHECK(number(rows, "A", "count") == Approx(2.25));
  CHECK(number(rows, "A", "sum") == Approx(15.75));
  CHECK(number(rows, "A", "mean") == Approx(7));
  CHECK(number(rows, "A", "mean_by_area") == Approx(7));
  // squares from 7: 0.5 · 4 + 1 + 0.25 · 4 + 0.5 · 9 = 8.5
  CHECK(number(rows, "A", "std_dev") == Approx(std::sqrt(8.5 / 2.25)));
  CHECK(number(rows, "A", "min") == 5);
  CHECK(number(rows, "A", "max") == 10);
  CHECK(number(rows, "A", "median") == 6);
  CHECK(number(rows, "A", "variety") == 4);
  CHECK(number(rows, "A", "majority") == 6);
  CHECK(number(rows, "A", "minority") == 9);
  CHECK(number(rows, "A", "area_m2") == Approx(2.25e6).epsilon(1e-5));
  CHECK(number(rows, "A", "data_m2") == Approx(2.25e6).epsilon(1e-5));
  CHECK(number(rows, "A", "outside_m2") == 0);
  CHECK(text(rows, "A", "use") == "green");
  CHECK(text(rows, "A", "confidence_min") == "B");
  const Layer& classes = result.layer("classes");
  REQUIRE(classes.rows() == 4);
  CHECK(number(classes, "A|9", "area_m2") == Approx(0.25e6).epsilon(1e-5));
  CHECK(number(classes, "A|6", "zone_pct") == Approx(100 / 2.25).epsilon(1e-6));
  CHECK(figure(result, "sum") == Approx(15.75));
  CHECK(result.issues.empty());
}

TEST_CASE("cells without data, zones outside, zones over each other") {
  const Layer zones = zones_of({{"gap", {1000, 1000, 3000, 2000}},
                                {"only gap", {2200, 1200, 2600, 1700}},
                                {"half", {3000, -1000, 5000, 1000}},
                                {"off", {9000, 9000, 9500, 9500}},
                                {"again", {1000, 1000, 3000, 2000}}});
  const MemoryRaster raster = small_raster();
  const Result result = told(zones, raster);
  const Layer& rows = result.layer("zones");
  CHECK(number(rows, "gap", "sum") == Approx(6));
  CHECK(number(rows, "gap", "count") == Approx(1));
  CHECK(number(rows, "gap", "data_m2") == Approx(1e6).epsilon(1e-5));
  CHECK(number(rows, "gap", "no_data_m2") == Approx(1e6).epsilon(1e-5));
  CHECK(number(rows, "again", "sum") == Approx(6));
  CHECK(is_null(rows, "only gap", "sum"));
  CHECK(number(rows, "only gap", "count") == 0);
  CHECK(number(rows, "half", "sum") == Approx(12));
  CHECK(number(rows, "half", "outside_m2") == Approx(3e6).epsilon(1e-5));
  CHECK(is_null(rows, "off", "mean"));
  CHECK(number(rows, "off", "outside_m2") == Approx(0.25e6).epsilon(1e-5));
  CHECK(is_null(rows, "gap", "median"));
  CHECK(issues_of_kind(result, "outside_raster") == 2);
  CHECK(issues_of_kind(result, "no_data") == 1);
  CHECK_FALSE(result.has("classes"));
}

TEST_CASE("on a grid of degrees rows weigh by their true area") {
  // two rows of cells; the zone lies in both, in the raster's CRS by projection
  const Crs degrees = Crs::parse("EPSG:4490");
  const MemoryRaster raster{degrees, {1, 2, 116.9, 39.3, 0.2, 0.2}, {10, 30}};
  const Layer zones = zones_of({{"A", {-5000, -5000, 5000, 25000}}});
  const Result result = told(zones, raster);
  const Layer& rows = result.layer("zones");
  const double mean = number(rows, "A", "mean"), by_area = number(rows, "A", "mean_by_area");
  CHECK(mean > 10);
  CHECK(mean < 30);
  CHECK(by_area > mean);  // the southern row, of 30, has the larger cells
  CHECK(by_area == Approx(mean).epsilon(1e-3));
  CHECK(number(rows, "A", "data_m2") == Approx(number(rows, "A", "area_m2")).epsilon(1e-4));
  CHECK(number(rows, "A", "outside_m2") == 0);
}

TEST_CASE("random zones on a random raster are what the overlay of cells tells") {
  std::mt19937 random(9);
  std::uniform_real_distribution<double> at(-500, 7000), side(50, 4000);
  std::uniform_int_distribution<int> value(-3, 9);
  const RasterGrid grid{16, 12, origin.x, origin.y + 6000, 500, 500};
  std::vector<double> values;
  for (int i = 0; i < 16 * 12; ++i) values.push_back(i % 17 == 0 ? no_data : value(random));
  std::vector<std::pair<const char*, Envelope>> list;
  const char* names[] = {"a", "b", "c", "d", "e", "f", "g", "h"};
  for (const char* name : names) {
    const double x = at(random), y = at(random);
    list.push_back({name, {x, y, x + side(random), y + side(random)}});
  }
  const Layer zones = zones_of(list);
  for (const int block_rows : {1, 5, 12}) {
    const MemoryRaster raster(crs(), grid, values, block_rows);
    const Result result = told(zones, raster, {{"detail", {"distribution"}}});
    for (const auto& [name, e] : list) {
      double count = 0, sum = 0;
      std::map<double, double> weights;
      for (int row = 0; row < grid.rows; ++row)
        for (int column = 0; column < grid.columns; ++column) {
          const double v = values[static_cast<std::size_t>(row * grid.columns + column)];
          const double west = 500.0 * column, north = 6000 - 500.0 * row;
          const double wide = std::min(e.max_x, west + 500) - std::max(e.min_x, west);
          const double high = std::min(e.max_y, north) - std::max(e.min_y, north - 500);
          if (std::isnan(v) || wide <= 0 || high <= 0) continue;
          const double share = wide * high / 250000;
          count += share;
          sum += share * v;
          weights[v] += share;
        }
      INFO("zone " << name);
      const Layer& rows = result.layer("zones");
      CHECK(number(rows, name, "count") == Approx(count).margin(1e-9));
      if (count == 0) continue;
      CHECK(number(rows, name, "sum") == Approx(sum).margin(1e-9));
      CHECK(number(rows, name, "min") == weights.begin()->first);
      CHECK(number(rows, name, "max") == weights.rbegin()->first);
      CHECK(number(rows, name, "variety") == static_cast<double>(weights.size()));
    }
  }
}

TEST_CASE("zonal-statistics needs its raster") {
  const Layer zones = three_counties();
  CHECK_THROWS_AS(run("zonal-statistics", {{{"zones", &zones}}, {}}), Error);
  const MemoryRaster raster = small_raster();
  CHECK_THROWS_AS(run("zonal-statistics", {{{"zones", &zones}}, {}, {}, {{"zones", &raster}}}), Error);
}
