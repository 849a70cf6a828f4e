#include <random>

#include "analyses/same_results.hpp"
#include "base/error.hpp"

using namespace fixtures;

namespace {

Layer squares(const std::string& name, const std::vector<std::pair<const char*, Envelope>>& list) {
  Rows rows(name, "land_use");
  for (const auto& [id, e] : list)
    rows.add(box(e.min_x, e.min_y, e.max_x, e.max_y),
             {{"parcel_id", std::string(id)}, {"use", std::string("R")}});
  return rows;
}

Layer two_targets() {
  return squares("targets", {{"T1", {2000, 0, 6000, 4000}}, {"T2", {10000, 0, 14000, 4000}}});
}

const Parameters people{{"extensive", {"population"}}};

Result carried(const Layer& sources, const Layer& targets, const Parameters& parameters) {
  return run_every_way("apportion", {{{"input", &sources}, {"target", &targets}}, {}}, parameters, 1e-6);
}

}  // namespace

TEST_CASE("people of counties carried to two areas, by hand") {
  const Result result = carried(three_counties(), two_targets(), people);
  const Layer& targets = result.layer("targets");
  REQUIRE(targets.rows() == 2);
  CHECK(number(targets, "T1", "population") == Approx(1500).epsilon(1e-6));
  CHECK(number(targets, "T2", "population") == Approx(1500).epsilon(1e-6));
  CHECK(text(targets, "T1", "sources") == "2");
  CHECK(number(targets, "T1", "covered_pct") == Approx(100).epsilon(1e-6));
  CHECK(number(targets, "T2", "covered_pct") == Approx(50).epsilon(1e-6));
  CHECK(text(targets, "T1", "parcel_id") == "T1");
  CHECK(text(targets, "T1", "confidence_min") == "B");
  const Layer& shares = result.layer("shares");
  CHECK(shares.rows() == 6);
  CHECK(number(shares, "K2|T1", "share_pct") == Approx(50).epsilon(1e-6));
  CHECK(number(shares, "K2|T1", "population") == Approx(1000).epsilon(1e-6));
  CHECK(number(shares, "K2|", "area_m2") == Approx(8e6).epsilon(1e-5));
  const Layer& sources = result.layer("sources");
  CHECK(number(sources, "K3", "inside_pct") == Approx(50).epsilon(1e-6));
  CHECK(number(sources, "K3", "outside_pct") == Approx(50).epsilon(1e-6));
  CHECK(number(sources, "K3", "overlap_pct") == 0);
  CHECK(text(sources, "K3", "divided_by") == "area");
  CHECK(figure(result, "population_in") == 6000);
  CHECK(figure(result, "population_out") == Approx(3000).epsilon(1e-6));
  CHECK(figure(result, "population_outside") == Approx(3000).epsilon(1e-6));
  CHECK(figure(result, "population_overlap") == 0);
  CHECK(result.certificate.pieces > 0);
  CHECK(result.issues.empty());
}

TEST_CASE("densities are averaged by area; targets without sources have no value") {
  const Layer targets = squares("targets", {{"T1", {3000, 0, 6000, 4000}}, {"T2", {20000, 0, 24000, 4000}}});
  const Result result = carried(three_counties(), targets, {{"intensive", {"population"}}});
  // 1 km of K1, 2 km of K2
  CHECK(number(result.layer("targets"), "T1", "population") == Approx(5000.0 / 3).epsilon(1e-6));
  CHECK(is_null(result.layer("targets"), "T2", "population"));
  CHECK(number(result.layer("targets"), "T2", "covered_pct") == 0);
  CHECK_FALSE(has_figure(result, "population_in"));
}

TEST_CASE("what overlapping targets share counts in each, and is told") {
  const Layer targets = squares("targets", {{"T1", {0, 0, 3000, 4000}}, {"T2", {2000, 0, 4000, 4000}}});
  const Result result = carried(three_counties(), targets, people);
  CHECK(number(result.layer("targets"), "T1", "population") == Approx(750).epsilon(1e-6));
  CHECK(number(result.layer("targets"), "T2", "population") == Approx(500).epsilon(1e-6));
  CHECK(number(result.layer("sources"), "K1", "overlap_pct") == Approx(25).epsilon(1e-5));
  CHECK(figure(result, "population_overlap") == Approx(250).epsilon(1e-5));
  CHECK(figure(result, "population_in") + figure(result, "population_overlap") ==
        Approx(figure(result, "population_out") + figure(result, "population_outside")));
  CHECK(issues_of_kind(result, "overlapping_targets") == 1);
}

TEST_CASE("densities say where in a source its people are") {
  const Layer counties = three_counties();
  const Layer targets = two_targets();
  // K1: dense in its eastern quarter (in T1), thin in a strip of the west; K2 without any; K3 outside T2.
  const Layer weights =
      Rows("weights", "land_use")
          .add(box(3000, 0, 4000, 4000), {{"parcel_id", std::string("a")}, {"use", std::string("R")}})
          .add(box(0, 0, 1000, 4000), {{"parcel_id", std::string("b")}, {"use", std::string("M")}})
          .add(box(8000, 0, 9000, 4000), {{"parcel_id", std::string("c")}, {"use", std::string("R")}});
  const Inputs inputs{{{"input", &counties}, {"target", &targets}, {"weights", &weights}}, {}};
  const auto with = [&](Parameters parameters) {
    parameters.insert(parameters.end(), people.begin(), people.end());
    return run_every_way("apportion", inputs, parameters, 1e-6);
  };
  const Result dense = with({{"class-field", {"use"}}, {"class-densities", {"R = 3", "M=1"}}});
  // K1: 3 of 4 parts in T1; K2 by area: 1000.
  CHECK(number(dense.layer("targets"), "T1", "population") == Approx(1750).epsilon(1e-6));
  CHECK(number(dense.layer("targets"), "T2", "population") == 0);
  CHECK(text(dense.layer("sources"), "K1", "divided_by") == "weight");
  CHECK(text(dense.layer("sources"), "K2", "divided_by") == "area");
  CHECK(issues_of_kind(dense, "no_weight") == 1);
  CHECK(figure(dense, "population_outside") == Approx(4250).epsilon(1e-6));
  const Result even = with({});
  CHECK(number(even.layer("targets"), "T1", "population") == Approx(1500).epsilon(1e-6));

  const Layer over = squares("targets", {{"T1", {0, 0, 4000, 4000}}, {"T2", {3000, 0, 4000, 4000}}});
  const Result twice = run_every_way(
      "apportion", {{{"input", &counties}, {"target", &over}, {"weights", &weights}}, {}}, people, 1e-6);
  CHECK(number(twice.layer("targets"), "T1", "population") == Approx(1000).epsilon(1e-6));
  CHECK(number(twice.layer("targets"), "T2", "population") == Approx(500).epsilon(1e-6));
  CHECK(figure(twice, "population_overlap") == Approx(500).epsilon(1e-5));
}

TEST_CASE("lines are divided by length, points belong to one target") {
  const Layer roads =
      Rows("roads", "roads")
          .add(line({{0, 1900}, {8000, 1900}}), {{"road_id", std::string("R1")}, {"speed_kmh", 80.0}});
  const Result by_length = carried(roads, two_targets(), {{"extensive", {"speed_kmh"}}});
  CHECK(number(by_length.layer("targets"), "T1", "speed_kmh") == Approx(40).epsilon(1e-6));
  CHECK(is_null(by_length.layer("targets"), "T2", "speed_kmh"));
  CHECK(text(by_length.layer("sources"), "R1", "divided_by") == "length");

  const Layer cells = Rows("population", "population")
                          .add(spot(6000, 2000), cell("on the border", 10))
                          .add(spot(7000, 2000), cell("inside", 5))
                          .add(spot(7000, 9000), cell("outside", 2))
                          .add({}, cell("nowhere", 1));
  const Layer touching = squares("targets", {{"T1", {2000, 0, 6000, 4000}}, {"T2", {6000, 0, 9000, 4000}}});
  const Result places = carried(cells, touching, {{"extensive", {"people"}}});
  CHECK(number(places.layer("targets"), "T1", "people") == 10);
  CHECK(number(places.layer("targets"), "T2", "people") == 5);
  CHECK(figure(places, "people_outside") == 3);
  CHECK(issues_of_kind(places, "no_geometry") == 1);
  CHECK(is_null(places.layer("targets"), "T1", "covered_pct"));
  CHECK(text(places.layer("sources"), "inside", "divided_by") == "place");
}

TEST_CASE("missing values and sources smaller than the grid are told") {
  const Layer sources = Rows("cells", "population")
                            .add(box(0, 0, 1000, 1000), {{"cell_id", std::string("none")}})
                            .add(box(3000, 100, 3000.0002, 100.0002), cell("speck", 7));
  const Result result = carried(sources, two_targets(), {{"extensive", {"people"}}});
  CHECK(number(result.layer("targets"), "T1", "people") == 7);
  CHECK(issues_of_kind(result, "missing_value") == 1);
  CHECK(issues_of_kind(result, "vanishes_on_grid") == 1);
  CHECK(figure(result, "people_in") == 7);
}

TEST_CASE("totals are kept among random boxes, share by share") {
  std::mt19937 random(5);
  std::uniform_real_distribution<double> at(0, 9000), side(10, 3000), people_of(0, 500);
  for (int round = 0; round < 5; ++round) {
    Rows sources("cells", "population");
    std::vector<Envelope> places;
    std::vector<double> values;
    for (int i = 0; i < 20; ++i) {
      const double x = std::floor(at(random)), y = std::floor(at(random));
      places.push_back({x, y, x + std::floor(side(random)), y + std::floor(side(random))});
      values.push_back(std::floor(people_of(random)));
      sources.add(box(x, y, places.back().max_x, places.back().max_y),
                  cell(format("c{}", i).c_str(), values.back()));
    }
    // a grid of targets with gaps of 500 m
    std::vector<std::pair<const char*, Envelope>> list;
    const char* names[] = {"A", "B", "C", "D"};
    for (int i = 0; i < 4; ++i) list.push_back({names[i], {3000.0 * i, 0, 3000.0 * i + 2500, 8000}});
    const Layer layer = sources;
    const Layer targets = squares("targets", list);
    const Result result =
        run("apportion", {{{"input", &layer}, {"target", &targets}}, {}}, {{"extensive", {"people"}}});
    double all = 0;
    for (const auto& [name, target] : list) {
      double expected = 0;
      for (std::size_t i = 0; i < places.size(); ++i) {
        const Envelope& s = places[i];
        const double wide = std::min(s.max_x, target.max_x) - std::max(s.min_x, target.min_x);
        const double high = std::min(s.max_y, target.max_y) - std::max(s.min_y, target.min_y);
        if (wide > 0 && high > 0) expected += values[i] * wide * high / (s.width() * s.height());
      }
      all += expected;
      CHECK(result.layer("targets")["people"].number_or(row_of(result.layer("targets"), name), 0) ==
            Approx(expected).epsilon(1e-5));
    }
    CHECK(figure(result, "people_out") == Approx(all).epsilon(1e-5));
    CHECK(figure(result, "people_in") ==
          Approx(figure(result, "people_out") + figure(result, "people_outside")).epsilon(1e-12));
  }
}

TEST_CASE("apportion refuses what contradicts itself") {
  const Layer counties = three_counties();
  const Layer targets = two_targets();
  const Inputs inputs{{{"input", &counties}, {"target", &targets}}, {}};
  CHECK_THROWS_AS(run("apportion", inputs), Error);
  CHECK_THROWS_AS(run("apportion", inputs, {{"extensive", {"population"}}, {"intensive", {"population"}}}),
                  Error);
  CHECK_THROWS_AS(run("apportion", inputs, {{"extensive", {"name_zh"}}}), Error);
  CHECK_THROWS_AS(run("apportion", inputs, {{"extensive", {"population"}}, {"density", {"x"}}}), Error);
  CHECK_THROWS_AS(run("apportion", inputs, {{"extensive", {"population"}}, {"class-field", {"use"}}}), Error);
  CHECK_THROWS_AS(
      run("apportion", inputs,
          {{"extensive", {"population"}}, {"class-field", {"use"}}, {"class-densities", {"R:1"}}}),
      Error);
}
