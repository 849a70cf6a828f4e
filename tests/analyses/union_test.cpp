#include "analyses/same_results.hpp"
#include "base/error.hpp"

using namespace fixtures;

namespace {

Layer counties() {
  return Rows("counties", "admin_units")
      .add(box(0, 0, 4000, 4000), {{"unit_code", std::string("K1")},
                                   {"name_zh", std::string("甲县")},
                                   {"confidence", std::string("A")}})
      .add(box(4000, 0, 8000, 4000), {{"unit_code", std::string("K2")},
                                      {"name_zh", std::string("乙县")},
                                      {"confidence", std::string("A")}});
}

Layer zones(bool turned = false) {
  Rows rows("zones", "control_lines");
  const auto add = [&](const char* id, double from) {
    rows.add(box(from, 1000, from + 2000, 2000),
             {{"control_line_id", std::string(id)}, {"confidence", std::string("C")}});
  };
  add(turned ? "Z2" : "Z1", turned ? 4000 : 3000);
  add(turned ? "Z1" : "Z2", turned ? 3000 : 4000);
  return rows;
}

}  // namespace

TEST_CASE("the union of two layers, one of which overlaps itself, by hand") {
  const Layer units = counties(), protection = zones();
  const Result result = run_every_way("union", {{{"input", &units}, {"input", &protection}}, {}});
  const Layer& faces = result.layer("faces");
  REQUIRE(faces.rows() == 5);
  CHECK(number(faces, "counties:K1", "area_m2") == Approx(15e6).epsilon(1e-5));
  CHECK(number(faces, "counties:K1|zones:Z1", "area_m2") == Approx(1e6).epsilon(1e-5));
  CHECK(number(faces, "counties:K2", "area_m2") == Approx(14e6).epsilon(1e-5));
  CHECK(number(faces, "counties:K2|zones:Z1,Z2", "area_m2") == Approx(1e6).epsilon(1e-5));
  CHECK(number(faces, "counties:K2|zones:Z2", "area_m2") == Approx(1e6).epsilon(1e-5));
  CHECK(number(faces, "counties:K2|zones:Z1,Z2", "features") == 3);
  CHECK(number(faces, "counties:K2|zones:Z1,Z2", "layers") == 2);
  CHECK(text(faces, "counties:K2|zones:Z1,Z2", "zones_control_line_id") == "Z1");
  CHECK(text(faces, "counties:K2|zones:Z1,Z2", "counties_name_zh") == "乙县");
  CHECK(text(faces, "counties:K2|zones:Z1,Z2", "confidence_min") == "C");
  CHECK(is_null(faces, "counties:K2", "zones_control_line_id"));
  CHECK(text(faces, "counties:K2", "confidence_min") == "A");
  const Layer& sources = result.layer("sources");
  CHECK(sources.rows() == 9);
  CHECK(text(sources, "counties:K1|zones:Z1>zones:Z1", "feature_key") == "Z1");
  CHECK(text(sources, "counties:K1|zones:Z1>zones:Z1", "layer") == "zones");
  CHECK(figure(result, "faces") == 5);
  CHECK(figure(result, "most_features") == 3);
  CHECK(figure(result, "area_m2") == Approx(32e6).epsilon(1e-5));
  CHECK(figure(result, "overlap_m2") == Approx(3e6).epsilon(1e-5));
}

TEST_CASE("neither the order of layers nor that of features has a part in a union") {
  const Layer units = counties(), protection = zones(), turned = zones(true);
  expect_identical(run("union", {{{"input", &units}, {"input", &protection}}, {}}),
                   run("union", {{{"input", &turned}, {"input", &units}}, {}}));
}

TEST_CASE("layers of lower rank are fitted to those of higher rank") {
  const Layer units = counties();
  const Layer plans = Rows("plans", "control_lines")
                          .add(box(4000.3, 0.2, 6000, 4000), {{"control_line_id", std::string("P")}});
  const Inputs inputs{{{"input", &units}, {"input", &plans}}, {}};
  CHECK(figure(run("union", inputs), "faces") == 3);
  const auto with = [&](const std::string& rank, const std::string& tolerance) {
    return run_every_way("union", inputs, {{"ranks", {rank}}, {"tolerance", {tolerance}}});
  };
  // The plan's lower left corner goes to the corner of the counties, its other ends to their borders.
  const Result fitted = with("counties", "1 m");
  CHECK(number(fitted.layer("faces"), "counties:K2|plans:P", "area_m2") == Approx(8e6).epsilon(1e-5));
  CHECK(number(fitted.layer("faces"), "counties:K2", "area_m2") == Approx(8e6).epsilon(1e-5));
  CHECK(number(fitted.layer("faces"), "counties:K1", "area_m2") == Approx(16e6).epsilon(1e-5));
  CHECK(fitted.certificate.balance() == Approx(0).margin(0.1));
  CHECK(fitted.certificate.outside_measure == Approx(1999.7 * 3999.8 - 8e6).epsilon(1e-3));
  const Result turned = with("plans", "1 m");
  CHECK(number(turned.layer("faces"), "counties:K2|plans:P", "area_m2") ==
        Approx(1999.7 * 3999.8).epsilon(1e-5));
  CHECK(figure(turned, "faces") == 3);
  CHECK_THROWS_AS(run("union", inputs, {{"ranks", {"countys"}}, {"tolerance", {"1 m"}}}), Error);
  CHECK_THROWS_AS(run("union", inputs, {{"ranks", {"counties"}}}), Error);
  CHECK_THROWS_AS(run("union", inputs, {{"tolerance", {"1 m"}}}), Error);
}

TEST_CASE("one layer with itself; what is no layer of polygons, and roles of one layer") {
  const Layer protection = zones(), roads = streets(), units = counties();
  const Result result = run_every_way("union", {{{"input", &protection}}, {}});
  CHECK(result.layer("faces").rows() == 3);
  CHECK(number(result.layer("faces"), "zones:Z1,Z2", "features") == 2);
  CHECK(number(result.layer("faces"), "zones:Z1,Z2", "layers") == 1);
  CHECK_THROWS_AS(run("union", {{{"input", &protection}, {"input", &roads}}, {}}), Error);
  CHECK_THROWS_AS(run("dissolve", {{{"input", &protection}, {"input", &units}}, {}}), Error);
}
