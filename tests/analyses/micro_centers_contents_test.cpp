#include "analyses/micro_centers_contents.hpp"

#include "analyses/zones.hpp"

using namespace fixtures;

namespace {

/// Two catchments of 1 km by 1 km that share their middle 200 m, and one that is null.
GeometryColumn catchments() {
  GeometryColumn column;
  column.append(box(0, 0, 1000, 1000));
  column.append(box(800, 0, 1800, 1000));
  column.append_null();
  return column;
}

Window window_with(const Layer& population) {
  Window window({}, crs(), precision);
  window.set("population", population);
  return window;
}

Layer people() {
  return Rows("people", "population")
      .add(spot(900, 500), cell("both", 100))
      .add(spot(100, 500), cell("first", 10, true))
      .add(spot(5000, 5000), cell("none", 7))
      .add(box(1700, 0, 1900, 1000), cell("half", 40));
}

}  // namespace

TEST_CASE("a place counts for every catchment that covers it, a polygon by its share") {
  Context context;
  Result result;
  const CatchmentContents contents = contents_of(window_with(people()), catchments(), result, context);
  REQUIRE(contents.people.values.size() == 3);
  CHECK(contents.people.values[0] == 110);
  CHECK(contents.people.values[1] == Approx(120).epsilon(1e-5));
  CHECK(contents.people.values[2] == 0);
  CHECK(contents.people.provenance[0].synthetic_weight() == 10);
  // What was not given is not 0 but unknown.
  CHECK(contents.jobs.empty());
  CHECK(contents.park_m2.empty());
  CHECK(contents.protected_m2.empty());
}

TEST_CASE("parks and zones count each place once, the strictest zone wins") {
  Window window = window_with(people());
  window.set("parks", Rows("parks", "parks")
                          .add(box(0, 0, 200, 100), {{"park_id", std::string("1")}})
                          .add(box(100, 0, 300, 100), {{"park_id", std::string("2")}}));
  window.set("conservation_zones", Rows("zones", "conservation_zones")
                                       .add(box(0, 0, 200, 200), zone("R", "restricted"))
                                       .add(box(0, 0, 100, 100), zone("P", "prohibited"))
                                       .add(box(100, 0, 300, 200), zone("F", "prohibited", "wetland", true)));
  window.set("jobs",
             Rows("jobs", "jobs")
                 .add(spot(900, 1),
                      {{"job_site_id", std::string("1")}, {"jobs", 5.0}, {"confidence", std::string("C")}}));
  Context context;
  Result result;
  const CatchmentContents contents = contents_of(window, catchments(), result, context);
  CHECK(contents.park_m2[0] == Approx(30000).epsilon(1e-5));
  CHECK(contents.prohibited_m2[0] == Approx(10000).epsilon(1e-5));
  CHECK(contents.restricted_m2[0] == Approx(30000).epsilon(1e-5));
  CHECK(contents.advisory_m2[0] == Approx(20000).epsilon(1e-5));
  CHECK(contents.protected_m2[0] == Approx(60000).epsilon(1e-5));
  CHECK(contents.protected_m2[1] == 0);
  CHECK(contents.jobs == std::vector<double>{5, 5, 0});
  CHECK(contents.others[1].confidence() == 'C');
  CHECK(issues_of_kind(result, "functional_zone") == 1);
}

TEST_CASE("points count where their window owns them, polygons in all") {
  const Layer layer = people();
  Window west({origin.x - 1e5, origin.y - 1e5, origin.x + 500, origin.y + 1e5}, crs(), precision);
  Context context;
  const Layer counted = countable(west, layer, context);
  REQUIRE(counted.rows() == 2);
  CHECK(counted.key().as_text(0) == "first");
  CHECK(counted.key().as_text(1) == "half");
  CHECK(countable(Window({}, crs(), precision), layer, context).rows() == 4);
}
