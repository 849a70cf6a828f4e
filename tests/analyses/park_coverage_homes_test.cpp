#include "analyses/park_coverage_homes.hpp"

#include "analyses/fixtures.hpp"
#include "geometry/measure.hpp"

using namespace fixtures;

namespace {

Values parcel(const char* id, const char* use = "residential") {
  return {{"parcel_id", std::string(id)}, {"code", std::string("0701")}, {"use", std::string(use)}};
}

/// Homes of 1,000 m by 100 m across the border of K1 and K2, given twice, and an office; built up from
/// x = 3,600 to 4,600.
Window sample() {
  Window window({}, crs(), precision);
  window.set("land_use", Rows("land_use", "land_use")
                             .add(box(3500, 1000, 4500, 1100), parcel("H1"))
                             .add(box(3500, 1000, 4500, 1100), parcel("H2"))
                             .add(box(3700, 1200, 3800, 1300), parcel("O", "commercial")));
  window.set("built_up_areas", Rows("built_up", "built_up_areas")
                                   .add(box(3600, 500, 4600, 1500),
                                        {{"built_up_area_id", std::string("B")}, {"population", 1000.0}}));
  return window;
}

}  // namespace

TEST_CASE("homes are residential land in built-up areas, each place once a county") {
  Context context;
  const Layer units = three_counties();
  const Homes homes = homes_of(sample(), units, context);
  const auto by_unit = areas_m2(homes.by_unit, crs(), context);
  REQUIRE(by_unit.size() == 3);
  CHECK(by_unit[0] == Approx(400 * 100).epsilon(1e-5));
  CHECK(by_unit[1] == Approx(500 * 100).epsilon(1e-5));
  CHECK(by_unit[2] == 0);
  // The parts keep the parcel that each comes from.
  REQUIRE(homes.parts.size() == 4);
  double both = 0;
  for (std::size_t i = 0; i < homes.rows.size(); ++i) {
    CHECK(homes.rows[i].parcel < 2);
    CHECK(homes.rows[i].built_up_area == 0);
    both += homes.areas_m2[i];
  }
  CHECK(both == Approx(2 * 90000).epsilon(1e-5));
  CHECK(areas_m2(homes.urban, crs(), context)[1] == Approx(600 * 1000).epsilon(1e-5));
}

TEST_CASE("without a population the built-up area's people are spread evenly over it") {
  Context context;
  const Layer units = three_counties();
  const Window window = sample();
  std::vector<Provenance> sources(units.rows());
  const auto people = urban_people(window, units, homes_of(window, units, context), sources, context);
  CHECK(people[0] == Approx(400).epsilon(1e-5));
  CHECK(people[1] == Approx(600).epsilon(1e-5));
  CHECK(people[2] == 0);
}

TEST_CASE("a population counts inside built-up areas: points whole, cells by area") {
  Context context;
  const Layer units = three_counties();
  Window window = sample();
  window.set("population", Rows("people", "population")
                               .add(spot(3700, 1000), cell("in", 30))
                               .add(spot(4000, 1000), cell("border", 5))
                               .add(spot(100, 1000), cell("rural", 700))
                               .add(box(4500, 500, 4700, 1500), cell("half", 80)));
  std::vector<Provenance> sources(units.rows());
  const auto people = urban_people(window, units, homes_of(window, units, context), sources, context);
  CHECK(people[0] == 35);  // a point on the border counts for the first
  CHECK(people[1] == Approx(40).epsilon(1e-5));
  CHECK(sources[0].confidence() == 'A');
}

TEST_CASE("no land use, no built-up areas: no homes and nobody") {
  Context context;
  const Layer units = three_counties();
  Window window({}, crs(), precision);
  window.set("land_use", Rows("land_use", "land_use"));
  window.set("built_up_areas", Rows("built_up", "built_up_areas"));
  const Homes homes = homes_of(window, units, context);
  CHECK(homes.parts.size() == 0);
  CHECK(homes.by_unit.size() == 3);
  CHECK(homes.by_unit.is_null(0));
  std::vector<Provenance> sources(units.rows());
  CHECK(urban_people(window, units, homes, sources, context) == std::vector<double>{0, 0, 0});
}
