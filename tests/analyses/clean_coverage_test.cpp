#include "analyses/same_results.hpp"
#include "base/error.hpp"

using namespace fixtures;

namespace {

Values parcel(const char* id, double people = 0, const char* confidence = "A") {
  Values values{{"built_up_area_id", std::string(id)}, {"confidence", std::string(confidence)}};
  if (people > 0) values.emplace_back("population", people);
  return values;
}

/// The drawn example: P1 and P2 0.5 m apart, P4 0.4 m over P2, strips above and below.
Layer parcels() {
  return Rows("parcels", "built_up_areas")
      .add(box(200.1, 0, 220.1, 100), parcel("P4", 9, "C"))
      .add(box(0, 100, 220.1, 140), parcel("P3"))
      .add(box(0, 0, 100, 100), parcel("P1", 1))
      .add(box(100.5, 0, 200.5, 100), parcel("P2", 2))
      .add(box(0, -40, 220.1, 0), parcel("P5"));
}

std::size_t fault_of(const Layer& faults, std::string_view kind) {
  for (std::size_t row = 0; row < faults.rows(); ++row)
    if (faults["kind"].text(row) == kind) return row;
  FAIL("no " << kind);
  return 0;
}

}  // namespace

TEST_CASE("a gap and an overlap of parcels, by hand") {
  const Layer input = parcels();
  const Result result = run_every_way("clean-coverage", {{{"input", &input}}, {}});
  const Layer& polygons = result.layer("polygons");
  REQUIRE(polygons.rows() == 5);
  CHECK(number(polygons, "P1", "area_m2") == Approx(10'050).epsilon(1e-5));
  CHECK(number(polygons, "P1", "change_m2") == Approx(50).epsilon(1e-5));
  CHECK(number(polygons, "P2", "change_m2") == Approx(0).margin(0.01));
  CHECK(number(polygons, "P4", "change_m2") == Approx(-40).epsilon(1e-5));
  CHECK(number(polygons, "P4", "population") == 9);
  CHECK(text(polygons, "P4", "confidence_min") == "C");

  const Layer& faults = result.layer("faults");
  REQUIRE(faults.rows() == 2);
  const std::size_t gap = fault_of(faults, "gap"), overlap = fault_of(faults, "overlap");
  CHECK(faults["action"].text(gap) == "filled");
  CHECK(faults["to_key"].text(gap) == "P1");
  CHECK(faults["source_keys"].is_null(gap));
  CHECK(faults["area_m2"].number(gap) == Approx(50).epsilon(1e-5));
  CHECK(faults["width_m"].number(gap) == Approx(0.4975).epsilon(1e-3));
  CHECK(faults["action"].text(overlap) == "assigned");
  CHECK(faults["source_keys"].text(overlap) == "P2,P4");
  CHECK(faults["to_key"].text(overlap) == "P2");
  CHECK(faults["confidence_min"].text(overlap) == "C");

  const Layer& ledger = result.layer("ledger");
  REQUIRE(ledger.rows() == 2);
  for (std::size_t row = 0; row < 2; ++row) {
    const bool of_gap = ledger["kind"].text(row) == "gap";
    CHECK(ledger["from_key"].is_null(row) == of_gap);
    CHECK(ledger["to_key"].text(row) == (of_gap ? "P1" : "P2"));
    CHECK(ledger["area_m2"].number(row) == Approx(of_gap ? 50 : 40).epsilon(1e-5));
  }
  CHECK(figure(result, "gaps_filled") == 1);
  CHECK(figure(result, "gaps_filled_m2") == Approx(50).epsilon(1e-5));
  CHECK(figure(result, "overlaps") == 1);
  CHECK(figure(result, "slivers_reassigned") == 0);
  CHECK(figure(result, "area_m2") == Approx(10'050 + 10'000 + 2'000 - 40 + 220.1 * 80).epsilon(1e-5));
  CHECK(result.certificate.witnesses == result.certificate.pieces);
  CHECK(result.certificate.balance() == Approx(0).margin(0.01));
}

TEST_CASE("an overlap goes to the highest priority; nulls come last; widths are limits") {
  const Layer input = parcels();
  const Result by_people = run_every_way("clean-coverage", {{{"input", &input}}, {}},
                                         {{"priority", {"population"}}, {"gap-width", {"40 cm"}}});
  const Layer& faults = by_people.layer("faults");
  CHECK(faults["to_key"].text(fault_of(faults, "overlap")) == "P4");
  CHECK(faults["action"].text(fault_of(faults, "gap")) == "kept");
  CHECK(faults["to_key"].is_null(fault_of(faults, "gap")));
  CHECK(by_people.layer("ledger").rows() == 1);
  CHECK(figure(by_people, "gaps_kept") == 1);
  CHECK_THROWS_AS(run("clean-coverage", {{{"input", &input}}, {}}, {{"priority", {"unit_code"}}}), Error);
}

TEST_CASE("slivers, equal features and features that are narrow as a whole") {
  Rows rows("parcels", "built_up_areas");
  rows.add(box(0, 0, 100, 100), parcel("A"))
      .add(box(0, 0, 100, 100), parcel("B"))
      .add(box(100, 0, 100.4, 100), parcel("C"));
  const std::vector<Rings> two{polygons_of(box(200, 0, 300, 100)).front(),
                               polygons_of(box(100.4, 0, 100.8, 100)).front()};
  rows.add(wkb_of_polygons(two), parcel("D"));
  const Layer input = rows;
  const Result result = run_every_way("clean-coverage", {{{"input", &input}}, {}});
  const Layer& polygons = result.layer("polygons");
  REQUIRE(polygons.rows() == 4);
  CHECK(number(polygons, "A", "area_m2") == Approx(10'000).epsilon(1e-5));
  CHECK(polygons.geometry().is_null(row_of(polygons, "B")));
  CHECK(number(polygons, "C", "area_m2") == Approx(80).epsilon(1e-4));  // stays, and has D's sliver
  CHECK(number(polygons, "D", "area_m2") == Approx(10'000).epsilon(1e-5));
  CHECK(issues_of_kind(result, "no_place_left") == 1);
  CHECK(figure(result, "slivers_reassigned") == 1);
  CHECK(figure(result, "slivers_kept") == 1);
  CHECK(figure(result, "overlaps_m2") == Approx(10'000).epsilon(1e-5));
}

TEST_CASE("what is no layer of polygons is refused, and an empty one is clean") {
  const Layer roads = streets();
  CHECK_THROWS_AS(run("clean-coverage", {{{"input", &roads}}, {}}), Error);
  const Layer nothing = Rows("parcels", "built_up_areas");
  CHECK(run("clean-coverage", {{{"input", &nothing}}, {}}).layer("polygons").rows() == 0);
}
