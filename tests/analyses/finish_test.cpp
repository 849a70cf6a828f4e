#include "analyses/finish.hpp"

#include "analyses/fixtures.hpp"
#include "analyses/output_layer.hpp"

using namespace fixtures;

namespace {

/// Units A to D with people and the people covered.
Layer units() {
  return Rows("by_unit", "coverage_by_unit")
      .add(box(0, 0, 1, 1), {{"unit_code", std::string("A")}, {"people", 400.0}, {"people_covered", 100.0}})
      .add(box(0, 0, 1, 1), {{"unit_code", std::string("B")}, {"people", 0.0}, {"people_covered", 0.0}})
      .add(box(0, 0, 1, 1), {{"unit_code", std::string("C")}})
      .add(box(0, 0, 1, 1), {{"unit_code", std::string("D")}, {"people", 300.0}});
}

}  // namespace

TEST_CASE("a share is null where there is nothing to share") {
  Layer layer = units();
  add_share(layer, "people_covered", "people", "people_covered_pct");
  CHECK(number(layer, "A", "people_covered_pct") == 25);
  CHECK(is_null(layer, "B", "people_covered_pct"));
  CHECK(is_null(layer, "C", "people_covered_pct"));
  CHECK(number(layer, "D", "people_covered_pct") == 0);
}

TEST_CASE("rounding makes no share of more than 100 %") {
  CHECK(share_pct(1, 3) == Approx(100 / 3.0));
  CHECK(share_pct(0, 3) == 0);
  CHECK(share_pct(3, 3) == 100);
  CHECK(share_pct(3.0000001, 3) == 100);
}

TEST_CASE("sums and largest values leave nulls aside") {
  const Layer layer = units();
  CHECK(total(layer, "people") == 700);
  CHECK(largest(layer, "people") == 400);
  const Layer none = Rows("none", "coverage_by_unit");
  CHECK(total(none, "people") == 0);
  CHECK(largest(none, "people") == 0);
}

TEST_CASE("figures are only of what a layer has") {
  const auto figures = [](const Shape& shape, std::string_view field) {
    Layer layer = output_layer("overlay_pieces", crs());
    layer.append(shape, {{"piece_key", std::string("1")}, {field, 7.0}});
    layer.append(shape, {{"piece_key", std::string("2")}, {field, 5.0}});
    Result whole;
    add_measure(whole, layer);
    return whole;
  };
  const Result polygons = figures(box(0, 0, 1, 1), "area_m2");
  CHECK(polygons.figures.size() == 1);
  CHECK(figure(polygons, "area_m2") == 12);
  const Result lines = figures(line({{0, 0}, {1, 0}}), "length_m");
  CHECK(lines.figures.size() == 1);
  CHECK(figure(lines, "length_m") == 12);
  CHECK(figures(spot(0, 0), "length_m").figures.empty());

  Result whole;
  add_share(whole, "covered_pct", 1, 0);
  CHECK(whole.figures.empty());
  add_share(whole, "covered_pct", 1, 4);
  CHECK(figure(whole, "covered_pct") == 25);
}
