#include <cmath>
#include <random>

#include "analyses/same_results.hpp"
#include "geometry/measure.hpp"
#include "geometry/overlay.hpp"

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

TEST_CASE("along a street, divided: each part to the nearer facility") {
  const Layer roads = streets();
  const Network network = walking(roads);
  const Layer facilities = three_facilities();
  const Inputs inputs{{{"facilities", &facilities}}, {{"network", &network}}};
  const Result result =
      run_every_way("service-area", inputs, {{"times", {"12 min", "48 min"}}, {"merge", {"nearest"}}});
  const Layer &edges = result.layer("edges"), &areas = result.layer("areas");
  CHECK(number(edges, "F1@12 min", "length_m") == Approx(2000).epsilon(1e-5));
  // In 48 min F1 reaches 0 … 6000 and F2 4000 … 12000: they part at 5 km.
  CHECK(number(edges, "F1@48 min", "length_m") == Approx(5000).epsilon(1e-5));
  CHECK(number(edges, "F2@48 min", "length_m") == Approx(7000).epsilon(1e-5));
  CHECK(number(areas, "F1@48 min", "area_m2") == Approx(500000 + pi * 1250).epsilon(1e-4));
  CHECK(number(areas, "F2@48 min", "area_m2") == Approx(700000 + pi * 1250).epsilon(1e-4));
  CHECK(number(areas, "F2@48 min", "facilities") == 1);
  CHECK(text(areas, "F2@48 min", "facility_key") == "F2");
  CHECK(text(areas, "F2@48 min", "confidence_min") == "C");
  CHECK(figure(result, "length_m") == Approx(12000).epsilon(1e-5));
  CHECK(figure(result, "area_m2") == Approx(1200000 + pi * 2500).epsilon(1e-4));
  CHECK(figure(result, "facilities") == 2);
}

TEST_CASE("straight lines, divided: two disks that overlap part half way, ties go to the lower key") {
  const Layer facilities = places("shops", {{"B", {2000, 2000}}, {"A", {3000, 2000}}, {"C", {3000, 2000}}});
  const Result result = run_every_way("service-area", {{{"facilities", &facilities}}, {}},
                                      {{"distances", {"1 km"}}, {"merge", {"nearest"}}});
  const Layer& areas = result.layer("areas");
  // A disk of 1 km less the segment beyond the chord half a radius from its middle: (π/3 − √3/4) km².
  const double half = (pi - (pi / 3 - std::sqrt(3.0) / 4)) * 1e6;
  CHECK(number(areas, "A@1 km", "area_m2") == Approx(half).epsilon(1e-4));
  CHECK(number(areas, "B@1 km", "area_m2") == Approx(half).epsilon(1e-4));
  CHECK(is_null(areas, "C@1 km", "area_m2"));
  const Result all =
      run("service-area", {{{"facilities", &facilities}}, {}}, {{"distances", {"1 km"}}, {"merge", {"all"}}});
  CHECK(figure(result, "area_m2") == Approx(figure(all, "area_m2")).epsilon(1e-9));
}

TEST_CASE("in random towns the shares do not overlap, and are together what all reach") {
  for (const unsigned seed : {1U, 2U, 3U}) {
    std::mt19937 random(seed);
    Rows rows("roads", "roads");
    for (int i = 0, number = 0; i <= 8; ++i)
      for (int j = 0; j < 8; ++j)
        for (const bool across : {true, false}) {
          if (random() % 6 == 0) continue;
          const double a = 150.0 * i, b = 150.0 * j;
          rows.add(across ? line({{b, a}, {b + 150, a}}) : line({{a, b}, {a, b + 150}}),
                   {{"road_id", std::to_string(number++)},
                    {"class", std::string("residential")},
                    {"level", std::int64_t{0}},
                    {"oneway", std::string(random() % 4 ? "both" : "forward")}});
        }
    const Layer roads = rows;
    const Network network = walking(roads);
    const auto anywhere = [&] {
      return Point{static_cast<double>(random() % 1200), static_cast<double>(random() % 1200)};
    };
    const Layer facilities =
        places("shops", {{"a", anywhere()}, {"b", anywhere()}, {"c", anywhere()}, {"d", anywhere()}});
    const Inputs inputs{{{"facilities", &facilities}}, {{"network", &network}}};
    const Parameters times{{"times", {"3 min", "7 min"}}, {"edge-width", {"40 m"}}};
    const auto with = [&](const char* merge) {
      Parameters parameters = times;
      parameters.push_back({"merge", {merge}});
      return run("service-area", inputs, parameters);
    };
    const Result nearest = with("nearest"), all = with("all");
    Context context;
    const double grid = crs().grid_size(precision);
    for (const char* limit : {"3 min", "7 min"}) {
      const Layer& shares = nearest.layer("areas");
      GeometryColumn of_limit;
      double sum_m2 = 0, sum_m = 0;
      for (std::uint32_t row = 0; row < shares.rows(); ++row) {
        if (!shares["area_key"].as_text(row).ends_with(limit) || shares.geometry().is_null(row)) continue;
        of_limit.append(shares.geometry().wkb(row));
        sum_m2 += shares["area_m2"].number(row);
      }
      const Layer& streets_of = nearest.layer("edges");
      for (std::size_t row = 0; row < streets_of.rows(); ++row)
        if (streets_of["area_key"].as_text(row).ends_with(limit)) sum_m += streets_of["length_m"].number(row);
      CHECK(of_limit.size() > 1);
      CHECK(sum_m2 == Approx(number(all.layer("areas"), limit, "area_m2")).epsilon(1e-7));
      CHECK(sum_m == Approx(number(all.layer("edges"), limit, "length_m")).epsilon(1e-7));
      const GeometryColumn together = dissolve(of_limit, grid, context);
      CHECK(areas_m2(together, crs(), context)[0] == Approx(sum_m2).epsilon(1e-7));  // no overlap
    }
  }
}

TEST_CASE("simplified shares still do not overlap, whatever the windows") {
  const Layer facilities =
      places("shops", {{"a", {1000, 1000}}, {"b", {1500, 1100}}, {"c", {1300, 1600}}, {"d", {5000, 1000}}});
  const Inputs inputs{{{"facilities", &facilities}}, {}};
  Context context;
  const double grid = crs().grid_size(precision);
  for (const char* merge : {"each", "all", "nearest"}) {
    INFO(merge);
    Parameters parameters{{"distances", {"300 m", "500 m"}}, {"merge", {merge}}};
    const Layer whole = run("service-area", inputs, parameters).layer("areas");
    parameters.push_back({"simplify", {"10 m"}});
    const Layer fewer = run_every_way("service-area", inputs, parameters).layer("areas");
    REQUIRE(fewer.rows() == whole.rows());
    GeometryColumn largest;
    double sum = 0;
    for (std::uint32_t row = 0; row < fewer.rows(); ++row) {
      CHECK(fewer.geometry().wkb(row).size() < whole.geometry().wkb(row).size() / 3);
      CHECK(fewer["area_m2"].number(row) == Approx(whole["area_m2"].number(row)).epsilon(0.05));
      if (fewer["limit_m"].number(row) < 500) continue;
      largest.append(fewer.geometry().wkb(row));
      sum += fewer["area_m2"].number(row);
    }
    if (merge != std::string("each"))
      CHECK(areas_m2(dissolve(largest, grid, context), crs(), context)[0] == Approx(sum).epsilon(1e-7));
  }
}

TEST_CASE("no facilities serve nothing") {
  const Layer none = Rows("hospitals", "facilities");
  const Layer roads = streets();
  const Network network = walking(roads);
  for (const char* merge : {"each", "all", "nearest"}) {
    CHECK(run("service-area", {{{"facilities", &none}}, {}}, {{"merge", {merge}}}).layer("areas").rows() ==
          0);
    const Result result =
        run("service-area", {{{"facilities", &none}}, {{"network", &network}}}, {{"merge", {merge}}});
    CHECK(result.layer("areas").rows() == 0);
    CHECK(result.layer("edges").rows() == 0);
  }
}
