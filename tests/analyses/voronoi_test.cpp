#include "geometry/voronoi.hpp"

#include <random>

#include "analyses/same_results.hpp"

using namespace fixtures;

namespace {

// The example of docs/analyses/voronoi.md.
Layer three_sites() {
  const auto of = [](const char* id, double weight) -> Values {
    return {{"facility_id", std::string(id)}, {"capacity", weight}, {"confidence", std::string("B")}};
  };
  return Rows("sites", "facilities")
      .add(spot(2000, 2000), of("A", 12e6))
      .add(spot(8000, 2000), of("B", 0))
      .add(spot(8000, 2000), of("C", 0));
}
Layer region() {
  return Rows("region", "built_up_areas")
      .add(box(0, 0, 10000, 4000), {{"built_up_area_id", std::string("1")}});
}

}  // namespace

TEST_CASE("cells of points in a region, with the points' fields; a point in another's place is told") {
  const Layer sites = three_sites();
  const Layer divided = region();
  const Inputs inputs{{{"points", &sites}, {"region", &divided}}, {}};
  const Result result = run_every_way("voronoi", inputs);
  const Layer& cells = result.layer("cells");
  REQUIRE(cells.rows() == 2);
  CHECK(number(cells, "A", "area_m2") == Approx(20e6).epsilon(1e-5));
  CHECK(number(cells, "B", "area_m2") == Approx(20e6).epsilon(1e-5));
  CHECK(text(cells, "A", "facility_id") == "A");
  CHECK(text(cells, "A", "confidence_min") == "B");
  CHECK(issues_of_kind(result, "duplicate_point") == 1);
  CHECK(figure(result, "area_m2") == Approx(40e6).epsilon(1e-5));
  CHECK(result.certificate.witnesses == 2);

  // 3000 + 12e6 / (2 · 6000) = 4000 from A.
  const Result weighted = run_every_way("voronoi", inputs, {{"weight", {"capacity"}}});
  CHECK(number(weighted.layer("cells"), "A", "area_m2") == Approx(24e6).epsilon(1e-5));
  CHECK(number(weighted.layer("cells"), "B", "area_m2") == Approx(16e6).epsilon(1e-5));
}

TEST_CASE("without a region a rectangle around the points is divided") {
  const Layer sites = three_sites();
  const Result result = run_every_way("voronoi", {{{"points", &sites}}, {}}, {{"margin", {"2 km"}}});
  CHECK(figure(result, "area_m2") == Approx(10000.0 * 4000).epsilon(1e-5));
}

TEST_CASE("points without a weight, too light for a cell, far away, and none") {
  const Layer divided = region();
  const Layer sites = Rows("sites", "facilities")
                          .add(spot(2000, 2000), {{"facility_id", std::string("A")}, {"capacity", 1e9}})
                          .add(spot(8000, 2000), {{"facility_id", std::string("B")}, {"capacity", 0.0}})
                          .add(spot(5000, 2000), {{"facility_id", std::string("C")}});
  const Result result =
      run_every_way("voronoi", {{{"points", &sites}, {"region", &divided}}, {}}, {{"weight", {"capacity"}}});
  CHECK(result.layer("cells").rows() == 1);
  CHECK(issues_of_kind(result, "empty_cell") == 1);
  CHECK(issues_of_kind(result, "no_weight") == 1);
  const Layer none = places("sites", {});
  CHECK(run("voronoi", {{{"points", &none}, {"region", &divided}}, {}}, {}, {2, 2}).layer("cells").rows() ==
        0);
  CHECK(run("voronoi", {{{"points", &none}}, {}}).layer("cells").rows() == 0);
  CHECK_THROWS_WITH(run("voronoi", {{{"points", &sites}}, {}}, {{"weight", {"facility_id"}}}),
                    Catch::Contains("holds no numbers"));
}

TEST_CASE("random points: each lies in its own cell, and the cells are the region") {
  std::mt19937 random(55);
  std::uniform_real_distribution<double> x(0, 10000), y(0, 4000);
  Rows rows("sites", "facilities");
  for (int i = 0; i < 100; ++i) rows.add(spot(x(random), y(random)), {{"facility_id", std::to_string(i)}});
  const Layer sites = rows;
  const Layer divided = region();
  const Result result = run_every_way("voronoi", {{{"points", &sites}, {"region", &divided}}, {}});
  const Layer& cells = result.layer("cells");
  REQUIRE(cells.rows() == 100);
  CHECK(figure(result, "area_m2") == Approx(size_of(divided.geometry())).epsilon(1e-9));
  Context context;
  for (std::uint32_t row = 0; row < cells.rows(); ++row) {
    const std::size_t site = row_of(sites, cells.key().as_text(row));
    const std::vector<Point> place = points_of(sites.geometry().wkb(site));
    const std::uint32_t rows_taken[] = {row};
    CHECK(covering(place, take(cells.geometry(), rows_taken), context)[0] == 0);
  }
}
