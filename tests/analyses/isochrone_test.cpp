#include <cmath>
#include <random>

#include "analyses/same_results.hpp"
#include "geometry/buffer.hpp"
#include "geometry/join.hpp"
#include "geometry/overlay.hpp"

using namespace fixtures;

namespace {

constexpr double off_street_m = 60;

Layer one_place(const Shape& shape) {
  return Rows("places", "facilities").add(shape, {{"facility_id", std::string("A")}});
}

/// A town of 10 by 10 blocks of 100 m: streets are missing, one-way, fast or slow at random and some bend.
Layer town(std::mt19937& random) {
  Rows rows("roads", "roads");
  int number = 0;
  const auto add = [&](const std::vector<Point>& points, int level) {
    const unsigned way = random() % 5;
    rows.add(line(points), {{"road_id", "R" + std::to_string(1000 + number++)},
                            {"class", std::string(random() % 4 == 0 ? "primary" : "residential")},
                            {"level", static_cast<std::int64_t>(level)},
                            {"oneway", std::string(way == 0   ? "forward"
                                                   : way == 1 ? "backward"
                                                              : "both")}});
  };
  for (int x = 0; x <= 10; ++x)
    for (int y = 0; y <= 10; ++y) {
      const double a = 100.0 * x, b = 100.0 * y;
      if (x < 10 && random() % 6) {
        if (random() % 6 == 0)
          add({{a, b}, {a + 40, b}, {a + 40, b + 30}, {a + 60, b + 30}, {a + 60, b}, {a + 100, b}}, 0);
        else
          add({{a, b}, {a + 100, b}}, 0);
      }
      if (y < 10 && random() % 6) add({{a, b}, {a, b + 100}}, 0);
    }
  return rows;
}

Network driving(const Layer& roads) {
  NetworkSources sources;
  sources.name = "car";
  sources.lines = {&roads};
  sources.snap_limit = Length{off_street_m};
  std::vector<Issue> issues;
  Context context;
  return Network(sources, *find_profile("car"), crs().grid_size(precision), issues, context);
}

}  // namespace

TEST_CASE("along one street, by hand: a strip with round ends off both limits' ends") {
  const Layer roads = streets();
  const Network network = walking(roads);
  const Layer places = one_place(spot(6000, 2000));
  const Result result = run_every_way("isochrone", {{{"origins", &places}}, {{"network", &network}}},
                                      {{"times", {"6 min", "12 min"}}, {"off-street", {"100 m"}}});
  const Layer& areas = result.layer("areas");
  REQUIRE(areas.rows() == 2);
  // 500 m each way; what lies beyond an end of the reach is nearer to street that is not reached.
  CHECK(number(areas, "A@6 min", "area_m2") == Approx(1000 * 200).epsilon(1e-3));
  CHECK(number(areas, "A@12 min", "area_m2") == Approx(2000 * 200).epsilon(1e-3));
  CHECK(number(result.layer("edges"), "A@12 min", "length_m") == Approx(2000).epsilon(1e-5));
  CHECK(number(areas, "A@12 min", "from_min") == 0);

  const Result rings = run("isochrone", {{{"origins", &places}}, {{"network", &network}}},
                           {{"times", {"6 min", "12 min"}}, {"off-street", {"100 m"}}, {"bands", {"rings"}}});
  CHECK(number(rings.layer("areas"), "A@12 min", "area_m2") == Approx(1000 * 200).epsilon(1e-3));
  CHECK(number(rings.layer("areas"), "A@12 min", "from_min") == 6);
  CHECK(number(rings.layer("edges"), "A@12 min", "length_m") == Approx(1000).epsilon(1e-5));
}

TEST_CASE("the whole street is reached: the ends are round") {
  const Layer roads = streets();
  const Network network = walking(roads);
  const Layer places = one_place(spot(6000, 2000));
  const Result result = run("isochrone", {{{"origins", &places}}, {{"network", &network}}},
                            {{"times", {"3 h"}}, {"off-street", {"100 m"}}});
  CHECK(number(result.layer("areas"), "A@3 h", "area_m2") ==
        Approx(12000 * 200 + 3.14159265 * 1e4).epsilon(1e-4));
}

TEST_CASE(
    "10,000 points a case: inside costs at most the limit, outside more; bands nest, the origin is in") {
  for (const unsigned seed : {1U, 2U, 3U, 4U, 5U}) {
    std::mt19937 random(seed);
    const Layer roads = town(random);
    const Network network = driving(roads);
    std::uniform_real_distribution<double> anywhere(-100, 1100);
    Context context;
    const std::vector<Point> home{place(300 + 40.0 * seed, 520)};
    const auto from = network.snap(home, context);
    if (!from[0].snapped()) continue;
    const bool to_origin = seed % 2 == 0;
    const Layer places = one_place(wkb_of(home[0]));
    const Result result = run("isochrone", {{{"origins", &places}}, {{"network", &network}}},
                              {{"times", {"20 s", "40 s", "70 s"}},
                               {"off-street", {"60 m"}},
                               {"travel", {to_origin ? "to_origin" : "from_origin"}}});
    const Layer& areas = result.layer("areas");
    CHECK(result.certificate.witness_failures == 0);

    std::vector<Point> samples;
    for (int i = 0; i < 10000; ++i) samples.push_back(place(anywhere(random), anywhere(random)));
    const auto costs_at = [&](const std::vector<Point>& points) {
      const auto places_of_points = network.snap(points, context);
      return to_origin ? network.costs(places_of_points, from, unreachable, context)
                       : network.costs(from, places_of_points, unreachable, context);
    };
    const std::vector<Cost> costs = costs_at(samples);
    std::vector<bool> before(samples.size(), false);
    for (const auto& [key, limit] : {std::pair{"A@20 s", 20000U}, {"A@40 s", 40000U}, {"A@70 s", 70000U}}) {
      const std::uint32_t row[] = {static_cast<std::uint32_t>(row_of(areas, key))};
      const GeometryColumn area = take(areas.geometry(), row);
      const auto in = covering(samples, area, context);
      int inside = 0, near_border = 0;
      for (std::size_t i = 0; i < samples.size(); ++i) {
        const bool is_in = in[i] == 0;
        CHECK((is_in || !before[i]));
        before[i] = is_in;
        inside += is_in ? 1 : 0;
        if (is_in == (costs[i] <= limit)) continue;
        // Within 0.2 m of it the answer must change.
        std::vector<Point> around;
        for (int k = 0; k < 16; ++k)
          around.push_back(
              {samples[i].x + 0.2 * std::cos(k * 0.3927), samples[i].y + 0.2 * std::sin(k * 0.3927)});
        const std::vector<Cost> nearby = costs_at(around);
        INFO("seed " << seed << ", " << key << ": " << samples[i].x - origin.x << ", "
                     << samples[i].y - origin.y << " costs " << costs[i]);
        CHECK(std::ranges::any_of(nearby,
                                  [is_in, limit = limit](Cost cost) { return is_in == (cost <= limit); }));
        ++near_border;
      }
      CHECK(inside > 30);
      CHECK(near_border < 100);
      CHECK(covering(home, area, context)[0] == 0);
    }
  }
}

TEST_CASE("simplified limits nest, have fewer vertices and lie within the bound") {
  std::mt19937 random(7);
  const Layer roads = town(random);
  const Network network = driving(roads);
  const Layer places = one_place(spot(480, 520));
  const Inputs inputs{{{"origins", &places}}, {{"network", &network}}};
  const Parameters parameters{{"times", {"20 s", "40 s", "70 s"}}, {"off-street", {"60 m"}}};
  Parameters simplified = parameters;
  simplified.push_back({"simplify", {"8 m"}});
  const Layer whole = run("isochrone", inputs, parameters).layer("areas");
  const Layer fewer = run_every_way("isochrone", inputs, simplified).layer("areas");
  REQUIRE(fewer.rows() == 3);
  Context context;
  const double grid = crs().grid_size(precision);
  for (std::uint32_t row = 0; row < 3; ++row) {
    CHECK(fewer.geometry().wkb(row).size() < whole.geometry().wkb(row).size() / 2);
    const std::uint32_t one[] = {row};
    const GeometryColumn before = take(whole.geometry(), one), after = take(fewer.geometry(), one);
    // What is in one of them only lies within the bound of both borders.
    CHECK(difference(before, buffer(after, crs(), std::vector{Length{8}}, grid, context), grid, context)
              .geometry.size() == 0);
    CHECK(difference(after, buffer(before, crs(), std::vector{Length{8}}, grid, context), grid, context)
              .geometry.size() == 0);
    if (row == 2) continue;
    const std::uint32_t next[] = {row + 1};
    const Pieces beyond = difference(after, take(fewer.geometry(), next), grid, context);
    CHECK(beyond.geometry.size() == 0);
  }
}

TEST_CASE("a place off the network has no isochrone and is told") {
  const Layer roads = streets();
  const Network network = walking(roads);
  const Layer places = one_place(spot(6000, 3500));
  const Result result = run_every_way("isochrone", {{{"origins", &places}}, {{"network", &network}}});
  CHECK(result.layer("areas").rows() == 0);
  CHECK(issues_of_kind(result, "unsnapped") == 1);
}
