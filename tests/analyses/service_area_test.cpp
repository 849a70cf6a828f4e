#include "analyses/same_results.hpp"

using namespace fixtures;

namespace {

constexpr double pi = 3.14159265358979323846;

/// F1 stands on the street, F2 on the border of K2 and K3 and on the street, F3 far from every street.
Layer three_facilities() {
  const auto facility = [](const char* id, const char* confidence, bool synthetic) {
    return Values{{"facility_id", std::string(id)},
                  {"kind", std::string("hospital")},
                  {"confidence", std::string(confidence)},
                  {"synthetic", synthetic}};
  };
  return Rows("hospitals", "facilities")
      .add(spot(2000, 2000), facility("F1", "A", false))
      .add(spot(8000, 2000), facility("F2", "C", true))
      .add(spot(6000, -3000), facility("F3", "B", false));
}

}  // namespace

TEST_CASE("straight lines: one disk a facility and distance") {
  const Layer facilities = three_facilities();
  const Result result =
      run_every_way("service-area", {{{"facilities", &facilities}}, {}}, {{"distances", {"500 m", "1 km"}}});
  const Layer& areas = result.layer("areas");
  REQUIRE(areas.rows() == 6);
  CHECK(number(areas, "F2@1 km", "area_m2") == Approx(pi * 1e6).epsilon(1e-4));
  CHECK(number(areas, "F2@1 km", "limit_m") == 1000);
  CHECK(is_null(areas, "F2@1 km", "limit_min"));
  CHECK(text(areas, "F2@1 km", "facility_key") == "F2");
  CHECK(number(areas, "F2@1 km", "facilities") == 1);
  CHECK(text(areas, "F2@1 km", "confidence_min") == "C");
  CHECK(number(areas, "F2@1 km", "synthetic_pct") == 100);
  CHECK_FALSE(result.has("edges"));
  CHECK(figure(result, "areas") == 6);
}

TEST_CASE("straight lines, joined: the areas of all facilities once") {
  const Layer facilities = three_facilities();
  const Result result = run_every_way("service-area", {{{"facilities", &facilities}}, {}},
                                      {{"distances", {"1 km"}}, {"merge", {"all"}}});
  const Layer& areas = result.layer("areas");
  REQUIRE(areas.rows() == 1);
  CHECK(number(areas, "1 km", "area_m2") == Approx(3 * pi * 1e6).epsilon(1e-4));
  CHECK(is_null(areas, "1 km", "facility_key"));
  CHECK(number(areas, "1 km", "facilities") == 3);
  CHECK(text(areas, "1 km", "confidence_min") == "C");
  CHECK(number(areas, "1 km", "synthetic_pct") == Approx(100.0 / 3));
  CHECK(figure(result, "facilities") == 3);
  CHECK(figure(result, "area_m2") == Approx(3 * pi * 1e6).epsilon(1e-4));
}

TEST_CASE("along a street at 5 km/h, 12 min reach 1 km each way") {
  const Layer roads = streets();
  const Network network = walking(roads);
  const Layer facilities = three_facilities();
  const Result result =
      run_every_way("service-area", {{{"facilities", &facilities}}, {{"network", &network}}},
                    {{"times", {"6 min", "12 min"}}});
  const Layer& edges = result.layer("edges");
  REQUIRE(edges.rows() == 4);
  CHECK(number(edges, "F1@12 min", "length_m") == Approx(2000).epsilon(1e-5));
  CHECK(number(edges, "F2@6 min", "length_m") == Approx(1000).epsilon(1e-5));
  CHECK(number(edges, "F2@6 min", "limit_min") == 6);
  // 2 km of street, 50 m to each side, round ends: 2000 · 100 + π · 50² = 207,854 m²
  const Layer& areas = result.layer("areas");
  REQUIRE(areas.rows() == 4);
  CHECK(number(areas, "F1@12 min", "area_m2") == Approx(207854).epsilon(1e-4));
  CHECK(number(areas, "F1@12 min", "limit_min") == 12);
  CHECK(is_null(areas, "F1@12 min", "limit_m"));
  // F3 is 5 km from the street.
  REQUIRE(issues_of_kind(result, "unsnapped") == 1);
  CHECK(result.issues.front().feature == "F3");
}

TEST_CASE("along a street, joined: overlaps count once") {
  const Layer roads = streets();
  const Network network = walking(roads);
  const Layer facilities = three_facilities();
  const Result result =
      run_every_way("service-area", {{{"facilities", &facilities}}, {{"network", &network}}},
                    {{"times", {"12 min", "48 min"}}, {"merge", {"all"}}});
  const Layer& edges = result.layer("edges");
  CHECK(number(edges, "12 min", "length_m") == Approx(4000).epsilon(1e-5));
  // In 48 min F1 reaches 0 … 6000, F2 4000 … 12000: the whole street, once.
  CHECK(number(edges, "48 min", "length_m") == Approx(12000).epsilon(1e-5));
  CHECK(number(result.layer("areas"), "48 min", "facilities") == 2);
  CHECK(number(result.layer("areas"), "48 min", "area_m2") == Approx(1200000 + pi * 2500).epsilon(1e-4));
  CHECK(number(result.layer("areas"), "48 min", "synthetic_pct") == 50);
  CHECK(text(result.layer("areas"), "48 min", "confidence_min") == "C");
  CHECK(issues_of_kind(result, "unsnapped") == 1);
  CHECK(figure(result, "length_m") == Approx(12000).epsilon(1e-5));
}

TEST_CASE("no facilities serve nothing") {
  const Layer none = Rows("hospitals", "facilities");
  const Layer roads = streets();
  const Network network = walking(roads);
  for (const char* merge : {"each", "all"}) {
    CHECK(run("service-area", {{{"facilities", &none}}, {}}, {{"merge", {merge}}}).layer("areas").rows() ==
          0);
    const Result result =
        run("service-area", {{{"facilities", &none}}, {{"network", &network}}}, {{"merge", {merge}}});
    CHECK(result.layer("areas").rows() == 0);
    CHECK(result.layer("edges").rows() == 0);
  }
}
