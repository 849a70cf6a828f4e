#include <random>

#include "analyses/same_results.hpp"
#include "base/error.hpp"

using namespace fixtures;

namespace {

Values parcel(const char* id, const char* use) {
  return {{"parcel_id", std::string(id)}, {"use", std::string(use)}, {"confidence", std::string("C")}};
}

const Parameters by_use{{"by", {"use"}}};

Result tabulated(const Layer& zones, const Layer& classes) {
  return run_every_way("tabulate-area", {{{"zones", &zones}, {"classes", &classes}}, {}}, by_use, 1e-6);
}

}  // namespace

TEST_CASE("land use in three counties, by hand, long and wide") {
  // forest over the border of K1 and K2, overlapped by another forest; water in K2; K3 has nothing
  const Layer classes = Rows("land", "land_use")
                            .add(box(3000, 0, 5000, 2000), parcel("a", "forest"))
                            .add(box(4500, 0, 5000, 2000), parcel("b", "forest"))
                            .add(box(6000, 0, 7000, 1000), parcel("c", "water"));
  const Result result = tabulated(three_counties(), classes);
  const Layer& zones = result.layer("zones");
  CHECK(number(zones, "K1", "class_forest_m2") == Approx(2e6).epsilon(1e-5));
  CHECK(number(zones, "K2", "class_forest_m2") == Approx(2e6).epsilon(1e-5));
  CHECK(number(zones, "K2", "class_water_m2") == Approx(1e6).epsilon(1e-5));
  CHECK(number(zones, "K1", "class_water_m2") == 0);
  CHECK(number(zones, "K3", "class_forest_m2") == 0);
  CHECK(number(zones, "K2", "class_forest_pct") == Approx(12.5).epsilon(1e-5));
  CHECK(number(zones, "K2", "unclassified_m2") == Approx(13e6).epsilon(1e-5));
  CHECK(number(zones, "K3", "unclassified_pct") == Approx(100));
  CHECK(number(zones, "K2", "overlap_m2") == 0);
  CHECK(text(zones, "K2", "name_zh") == "乙县");
  CHECK(text(zones, "K1", "confidence_min") == "C");
  CHECK(text(zones, "K3", "confidence_min") == "A");
  const Layer& rows = result.layer("classes");
  CHECK(rows.rows() == 6);
  CHECK(number(rows, "K2|class_water_m2", "zone_pct") == Approx(6.25).epsilon(1e-5));
  CHECK(number(rows, "K1|class_forest_m2", "class_pct") == Approx(50).epsilon(1e-5));
  CHECK(text(rows, "K1|class_forest_m2", "class") == "forest");
  CHECK(is_null(rows, "K3|", "class"));
  CHECK(figure(result, "classes") == 2);
  CHECK(figure(result, "classified_m2") == Approx(5e6).epsilon(1e-5));
  CHECK(figure(result, "area_m2") ==
        Approx(figure(result, "classified_m2") + figure(result, "unclassified_m2")).epsilon(1e-8));
  CHECK(result.issues.empty());
  CHECK(result.certificate.pieces > 0);
}

TEST_CASE("classes that overlap each other count each, and are told") {
  const Layer classes = Rows("land", "land_use")
                            .add(box(0, 0, 2000, 2000), parcel("a", "forest"))
                            .add(box(1000, 0, 3000, 2000), parcel("b", "water"))
                            .add(box(8000, 0, 9000, 1000), {{"parcel_id", std::string("c")}});
  const Result result = tabulated(three_counties(), classes);
  CHECK(number(result.layer("zones"), "K1", "overlap_m2") == Approx(2e6).epsilon(1e-4));
  CHECK(number(result.layer("zones"), "K3", "class_(null)_m2") == Approx(1e6).epsilon(1e-5));
  CHECK(issues_of_kind(result, "overlapping_classes") == 1);
}

TEST_CASE("areas of random boxes in a grid of zones come to what boxes share") {
  std::mt19937 random(11);
  std::uniform_real_distribution<double> at(0, 9000), side(10, 2500);
  std::uniform_int_distribution<int> kind(0, 2);
  const char* uses[] = {"forest", "green", "water"};
  // apart from each other: one box a cell of 3 km
  std::vector<std::pair<Envelope, int>> boxes;
  Rows rows("land", "land_use");
  for (int x = 0; x < 4; ++x)
    for (int y = 0; y < 3; ++y) {
      const Envelope e{3000.0 * x, 3000.0 * y, 3000.0 * x + std::floor(side(random)),
                       3000.0 * y + std::floor(side(random))};
      boxes.emplace_back(e, kind(random));
      const std::string id = format("p{}", 3 * x + y);
      rows.add(box(e.min_x, e.min_y, e.max_x, e.max_y), parcel(id.c_str(), uses[boxes.back().second]));
    }
  const Layer classes = rows;
  const Result result = tabulated(three_counties(), classes);
  for (int zone = 0; zone < 3; ++zone)
    for (int use = 0; use < 3; ++use) {
      double expected = 0;
      for (const auto& [e, of] : boxes) {
        const double wide = std::min(e.max_x, 4000.0 * (zone + 1)) - std::max(e.min_x, 4000.0 * zone);
        const double high = std::min(e.max_y, 4000.0) - e.min_y;
        if (of == use && wide > 0 && high > 0) expected += wide * high;
      }
      const std::string column = format("class_{}_m2", uses[use]);
      const Layer& zones = result.layer("zones");
      if (!zones.has(column)) continue;
      CHECK(number(zones, format("K{}", zone + 1), column) == Approx(expected).epsilon(1e-5).margin(1));
    }
}

TEST_CASE("tabulate-area wants a field of classes") {
  const Layer counties = three_counties();
  const Inputs inputs{{{"zones", &counties}, {"classes", &counties}}, {}};
  CHECK_THROWS_AS(run("tabulate-area", inputs), Error);
  CHECK_THROWS_AS(run("tabulate-area", inputs, {{"by", {"no_such_field"}}}), Error);
}
