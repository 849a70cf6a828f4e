#include "analyses/buffer_classes.hpp"

#include <cmath>
#include <random>

#include "analyses/same_results.hpp"
#include "geometry/geos.hpp"

using namespace fixtures;

namespace {

constexpr double pi = 3.14159265358979323846;
// Of two circles of 2 km whose centres lie 3 km apart (buffer_test.cpp).
const double lens_m2 = 2 * 4e6 * std::acos(0.75) - 1500 * std::sqrt(16e6 - 9e6);

fixtures::Values zone(const char* id, const char* strength) {
  return {{"zone_id", std::string(id)},
          {"name_zh", std::string(id)},
          {"kind", std::string("wetland")},
          {"control_strength", std::string(strength)}};
}

const Parameters by_strength{{"class-field", {"control_strength"}},
                             {"class-distances", {"prohibited=2 km", "restricted = 1 km", "advisory=0 m"}}};

Parameters with(Parameters parameters, const char* name, const char* value) {
  parameters.push_back({name, {value}});
  return parameters;
}

}  // namespace

TEST_CASE("the entries of a class table are read in their order, the strictest first") {
  BufferOptions options;
  options.class_distances = {"a=b = 1.5 km", " 核心区=200 m"};
  const std::vector<ClassDistance> classes = class_distances(options);
  REQUIRE(classes.size() == 2);
  CHECK((classes[0].name == "a=b" && classes[0].distance == Length{1500}));
  CHECK((classes[1].name == "核心区" && classes[1].distance == Length{200}));
  CHECK(largest_class_distance(options) == Length{1500});
  CHECK(largest_class_distance(BufferOptions{}) == Length{0});
  const auto refused = [&](std::vector<std::string> texts, const char* why) {
    options.class_distances = std::move(texts);
    CHECK_THROWS_WITH(class_distances(options), Catch::Contains(why));
  };
  refused({"core"}, "should read");
  refused({"core=12"}, "unit");
  refused({"core=-1 m"}, "between 0 m");
  refused({"core=501 km"}, "between 0 m and 500 km");
  refused({"core=1 m", "core=2 m"}, "twice");
}

TEST_CASE("every feature's distance is that of its class; what has none is told") {
  const Layer zones = Rows("zones", "conservation_zones")
                          .add(box(0, 0, 1000, 1000), zone("1", "restricted"))
                          .add(box(20000, 0, 21000, 1000), zone("2", "advisory"))
                          .add(box(0, 20000, 1000, 21000), zone("3", "prohibited"));
  Parameters two = by_strength;
  two[1].second.pop_back();
  const Result result = run_every_way("buffer", {{{"input", &zones}}, {}}, two);
  const Layer& areas = result.layer("areas");
  REQUIRE(areas.rows() == 2);
  CHECK(number(areas, "1@1 km", "area_m2") == Approx(5e6 + pi * 1e6).epsilon(1e-4));
  CHECK(number(areas, "3@2 km", "area_m2") == Approx(9e6 + 4 * pi * 1e6).epsilon(1e-4));
  REQUIRE(issues_of_kind(result, "no_distance") == 1);
  CHECK(result.issues.front().feature == "2");
}

TEST_CASE("a place that several classes reach belongs to the strictest of them alone") {
  const Layer sites = Rows("zones", "conservation_zones")
                          .add(box(-0.1, -0.1, 0.1, 0.1), zone("1", "restricted"))
                          .add(box(2999.9, -0.1, 3000.1, 0.1), zone("2", "prohibited"));
  Parameters wide{{"class-field", {"control_strength"}}, {"dissolve", {"class"}}};
  const auto areas = [&](std::vector<std::string> table) {
    Parameters parameters = wide;
    parameters.push_back({"class-distances", std::move(table)});
    const Result result = run_every_way("buffer", {{{"input", &sites}}, {}}, parameters);
    const Layer& joined = result.layer("dissolved");
    REQUIRE(joined.rows() == 2);
    CHECK(result.certificate.witness_failures == 0);
    CHECK(number(joined, "prohibited", "distance_m") == 2000);
    CHECK(text(joined, "restricted", "control_strength") == "restricted");
    CHECK(number(joined, "restricted", "features") == 1);
    CHECK(figure(result, "area_m2") == Approx(8 * pi * 1e6 - lens_m2).epsilon(1e-3));
    return std::pair(number(joined, "prohibited", "area_m2"), number(joined, "restricted", "area_m2"));
  };
  // Which class is stricter is told by the order of the table, not by distances or names.
  const auto [first, rest] = areas({"prohibited=2 km", "restricted=2 km"});
  CHECK(first == Approx(4 * pi * 1e6).epsilon(1e-3));
  CHECK(rest == Approx(4 * pi * 1e6 - lens_m2).epsilon(1e-3));
  const auto [last, strict] = areas({"restricted=2 km", "prohibited=2 km"});
  CHECK(last == Approx(rest).epsilon(1e-3));
  CHECK(strict == Approx(first).epsilon(1e-3));
}

TEST_CASE("a class that stricter ones cover has a row without a place") {
  const Layer zones = Rows("zones", "conservation_zones")
                          .add(box(0, 0, 1000, 1000), zone("1", "advisory"))
                          .add(box(0, 0, 1000, 1000), zone("2", "prohibited"));
  const Result result =
      run_every_way("buffer", {{{"input", &zones}}, {}}, with(by_strength, "dissolve", "class"));
  const Layer& joined = result.layer("dissolved");
  REQUIRE(joined.rows() == 2);
  CHECK(joined.geometry().is_null(row_of(joined, "advisory")));
  CHECK(number(joined, "advisory", "features") == 1);
  CHECK(figure(result, "area_m2") == Approx(9e6 + 4 * pi * 1e6).epsilon(1e-4));
}

TEST_CASE("over random zones every class is GEOS' difference of its buffers and those of stricter classes") {
  std::mt19937 random(17);
  std::uniform_real_distribution<double> anywhere(0, 12000), size(50, 900);
  const char* strengths[] = {"advisory", "prohibited", "restricted"};
  Rows rows("zones", "conservation_zones");
  for (int i = 0; i < 45; ++i) {
    const double x = anywhere(random), y = anywhere(random);
    rows.add(box(x, y, x + size(random), y + size(random)),
             zone(std::to_string(i).c_str(), strengths[i % 3]));
  }
  const Layer zones = rows;
  const Parameters table{{"class-field", {"control_strength"}},
                         {"class-distances", {"prohibited=900 m", "restricted=500 m", "advisory=1.2 km"}}};
  const Result strict = run_every_way("buffer", {{{"input", &zones}}, {}}, with(table, "dissolve", "class"));
  // The same joined without precedence.
  Parameters apart = with(table, "dissolve", "group");
  apart.push_back({"by", {"control_strength"}});
  const Result whole = run("buffer", {{{"input", &zones}}, {}}, apart);
  const Layer& buffers = whole.layer("dissolved");
  const double grid_size = crs().grid_size(precision);
  std::vector<geos::Geometry> stricter;
  double total_m2 = 0;
  for (const char* name : {"prohibited", "restricted", "advisory"}) {
    INFO(name);
    const auto wkb = buffers.geometry().wkb(row_of(buffers, format("{}@control_strength", name)));
    std::vector<geos::Geometry> before;
    for (const geos::Geometry& each : stricter) before.push_back(geos::read(geos::write(each)));
    const geos::Geometry taken = geos::unary_union(geos::collection(std::move(before)), grid_size);
    GeometryColumn expected;
    expected.append(geos::write(geos::difference(geos::read(wkb), taken, grid_size)));
    Context context;
    const double expected_m2 = areas_m2(expected, crs(), context)[0];
    CHECK(number(strict.layer("dissolved"), name, "area_m2") == Approx(expected_m2).epsilon(1e-7));
    total_m2 += expected_m2;
    stricter.push_back(geos::read(wkb));
  }
  CHECK(figure(strict, "area_m2") == Approx(total_m2).epsilon(1e-7));
  const Result all = run("buffer", {{{"input", &zones}}, {}}, with(table, "dissolve", "all"));
  CHECK(figure(all, "area_m2") == Approx(total_m2).epsilon(1e-7));
}

TEST_CASE("options of classes that contradict each other are refused") {
  const Layer zones = Rows("zones", "conservation_zones").add(box(0, 0, 1, 1), zone("1", "advisory"));
  const auto buffered = [&](const Parameters& parameters) {
    return run("buffer", {{{"input", &zones}}, {}}, parameters);
  };
  CHECK_THROWS_WITH(buffered({{"class-field", {"kind"}}}), Catch::Contains("together"));
  CHECK_THROWS_WITH(buffered({{"class-distances", {"a=1 m"}}}), Catch::Contains("together"));
  CHECK_THROWS_WITH(buffered({{"dissolve", {"class"}}}), Catch::Contains("needs class-field"));
  CHECK_THROWS_WITH(buffered(with(by_strength, "distance-field", "kind")), Catch::Contains("take the place"));
  CHECK_THROWS_WITH(buffered({{"class-field", {"none"}}, {"class-distances", {"a=1 m"}}}),
                    Catch::Contains("has no field"));
}
