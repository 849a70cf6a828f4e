#include "geometry/hull.hpp"

#include "analyses/same_results.hpp"

using namespace fixtures;

namespace {

// The example of docs/analyses/hull.md.
Layer five_sites() {
  const auto of = [](const char* id, const char* kind) -> Values {
    return {{"facility_id", std::string(id)}, {"name_zh", std::string(kind)}};
  };
  return Rows("sites", "facilities")
      .add(spot(0, 0), of("A", "甲"))
      .add(spot(4000, 0), of("B", "甲"))
      .add(spot(4000, 3000), of("C", "甲"))
      .add(spot(3000, 1000), of("D", "甲"))
      .add(spot(9000, 9000), of("E", "乙"));
}

}  // namespace

TEST_CASE("the hull of a group, and of one that has no area") {
  const Layer sites = five_sites();
  const Inputs inputs{{{"input", &sites}}, {}};
  const Result result = run_every_way("hull", inputs, {{"of", {"group"}}, {"by", {"name_zh"}}});
  const Layer& areas = result.layer("areas");
  REQUIRE(areas.rows() == 1);
  CHECK(number(areas, "甲", "features") == 4);
  CHECK(number(areas, "甲", "area_m2") == Approx(6e6).epsilon(1e-5));
  CHECK(text(areas, "甲", "name_zh") == "甲");
  CHECK(issues_of_kind(result, "empty_hull") == 1);
  const Result all = run_every_way("hull", inputs, {{"of", {"all"}}});
  CHECK(number(all.layer("areas"), "all", "area_m2") == Approx(18e6).epsilon(1e-5));
  CHECK(figure(all, "hulls") == 1);
}

TEST_CASE("the hull of each feature carries its fields; a concave one is no larger") {
  const Layer zones =
      Rows("zones", "built_up_areas")
          .add(box(0, 0, 1000, 1000), {{"built_up_area_id", std::string("1")}, {"population", 7.0}});
  const Result result = run_every_way("hull", {{{"input", &zones}}, {}});
  CHECK(number(result.layer("areas"), "1", "area_m2") == Approx(1e6).epsilon(1e-5));
  CHECK(number(result.layer("areas"), "1", "population") == 7);
  const Layer sites = five_sites();
  const Inputs inputs{{{"input", &sites}}, {}};
  const Parameters concave{{"of", {"all"}}, {"method", {"concave"}}, {"ratio", {"0"}}};
  CHECK(figure(run_every_way("hull", inputs, concave), "summed_area_m2") <
        figure(run("hull", inputs, {{"of", {"all"}}}), "summed_area_m2"));
}

TEST_CASE("groups and their fields come together, and nothing has no hull") {
  const Layer sites = five_sites();
  const Inputs inputs{{{"input", &sites}}, {}};
  CHECK_THROWS_WITH(run("hull", inputs, {{"by", {"name_zh"}}}), Catch::Contains("together"));
  CHECK_THROWS_WITH(run("hull", inputs, {{"of", {"group"}}}), Catch::Contains("together"));
  const Layer none = places("sites", {});
  CHECK(run("hull", {{{"input", &none}}, {}}, {{"of", {"all"}}}).layer("areas").rows() == 0);
}
