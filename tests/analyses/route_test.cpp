#include "analyses/same_results.hpp"
#include "geometry/measure.hpp"

using namespace fixtures;

namespace {

double length_of(const Layer& lines, std::string_view key) {
  Context context;
  return lengths_m(lines.geometry(), crs(), context)[row_of(lines, key)];
}

}  // namespace

TEST_CASE("routes along a street: nearest, of one name, and all") {
  const Layer homes = places("homes", {{"A", {2000, 2000}}, {"B", {3000, 2000}}, {"C", {10500, 3500}}});
  const Layer sites = places("sites", {{"A", {2500, 2000}}, {"B", {8000, 2000}}});
  const Layer roads = streets();
  const Network network = walking(roads);
  const Inputs inputs{{{"origins", &homes}, {"destinations", &sites}}, {{"network", &network}}};

  const Result nearest = run_every_way("route", inputs);
  const Layer& lines = nearest.layer("lines");
  REQUIRE(lines.rows() == 2);  // C is on no usable street
  CHECK(text(lines, "B|A", "destination") == "A");
  CHECK(number(lines, "B|A", "time_min") == Approx(6).epsilon(1e-5));
  CHECK(number(lines, "B|A", "distance_m") == Approx(500).epsilon(1e-5));
  CHECK(length_of(lines, "B|A") == Approx(500).epsilon(1e-5));
  CHECK(number(lines, "B|A", "legs") == 1);
  CHECK(text(nearest.layer("legs"), "B|A#001", "mode") == "street");
  CHECK(number(nearest.layer("legs"), "B|A#001", "time_min") == Approx(6).epsilon(1e-5));
  CHECK(figure(nearest, "routes") == 2);

  const Result same = run_every_way("route", inputs, {{"pairs", {"same_key"}}});
  REQUIRE(same.layer("lines").rows() == 2);
  CHECK(number(same.layer("lines"), "B|B", "distance_m") == Approx(5000).epsilon(1e-5));
  CHECK(issues_of_kind(same, "no_partner") == 1);  // C

  const Result all = run_every_way("route", inputs, {{"pairs", {"all"}}, {"max-time", {"60 min"}}});
  CHECK(all.layer("lines").rows() == 3);  // A–B takes 66 min
  CHECK(issues_of_kind(all, "no_way") == 1);

  const Result far = run_every_way("route", inputs, {{"max-time", {"1 min"}}});
  CHECK(far.layer("lines").rows() == 0);
  CHECK(issues_of_kind(far, "no_way") == 2);  // of A and B: nothing is dropped in silence
  CHECK(issues_of_kind(far, "unsnapped") == 1);
}

TEST_CASE("a route to where one is has no line and no leg") {
  const Layer home = places("home", {{"A", {2000, 2000}}});
  const Layer roads = streets();
  const Network network = walking(roads);
  const Result result =
      run("route", {{{"origins", &home}, {"destinations", &home}}, {{"network", &network}}});
  CHECK(number(result.layer("lines"), "A|A", "distance_m") == 0);
  CHECK(result.layer("lines").geometry().is_null(0));
  CHECK(result.layer("legs").rows() == 0);
}
