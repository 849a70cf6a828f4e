#include "analyses/park_coverage_services.hpp"

#include "analyses/fixtures.hpp"
#include "geometry/measure.hpp"

using namespace fixtures;

namespace {

constexpr double pi = 3.14159265358979323846;

Values park(const char* id, bool old_town = false) {
  return {{"park_id", std::string(id)}, {"class", std::string("G12")}, {"old_town", old_town}};
}

/// 1 ha, 3,000 m², 1,500 m² in an old town, and 1,500 m² elsewhere, far apart.
Window four_parks(const Envelope& core = {}) {
  Window window(core, crs(), precision);
  window.set("parks", Rows("parks", "parks")
                          .add(box(0, 0, 100, 100), park("large"))
                          .add(box(2000, 0, 2060, 50), park("medium"))
                          .add(box(4000, 0, 4050, 30), park("old", true))
                          .add(box(6000, 0, 6050, 30), park("small")));
  return window;
}

double grown_m2(double width, double height, double radius) {
  return width * height + 2 * (width + height) * radius + pi * radius * radius;
}

}  // namespace

TEST_CASE("each park that counts serves from its boundary") {
  Context context;
  const ParkServices services = services_by_radius(four_parks(), context);
  CHECK(services.rows == std::vector<std::uint32_t>{0, 1, 2});
  CHECK(services.radii == std::vector<Length>{{500}, {300}, {300}});
  const auto areas = areas_m2(services.geometry, crs(), context);
  CHECK(areas[0] == Approx(grown_m2(100, 100, 500)).epsilon(2e-4));
  CHECK(areas[1] == Approx(grown_m2(60, 50, 300)).epsilon(2e-4));
  CHECK(areas[2] == Approx(grown_m2(50, 30, 300)).epsilon(2e-4));
}

TEST_CASE("service areas are joined by radius") {
  Context context;
  const Window window = four_parks();
  const ServiceAreas areas = service_areas(window, services_by_radius(window, context), context);
  CHECK(areas.radii == std::vector<Length>{{300}, {500}});
  CHECK(areas.parks == std::vector<std::vector<std::uint32_t>>{{1, 2}, {0}});
  const Layer layer = layer_of(areas, window);
  REQUIRE(layer.rows() == 2);
  CHECK(number(layer, "300", "parks") == 2);
  CHECK(areas_m2(areas.geometry, crs(), context)[0] ==
        Approx(grown_m2(60, 50, 300) + grown_m2(50, 30, 300)).epsilon(2e-4));
}

TEST_CASE("a window takes the parks that may serve its core") {
  Context context;
  const Window near = four_parks({origin.x + 400, origin.y, origin.x + 1000, origin.y + 100});
  CHECK(services_by_radius(near, context).rows == std::vector<std::uint32_t>{0});
  const ServiceAreas areas = service_areas(near, services_by_radius(near, context), context);
  CHECK(areas.parks == std::vector<std::vector<std::uint32_t>>{{}});  // it owns none
  CHECK(areas_m2(areas.geometry, crs(), context)[0] == Approx(200 * 100).epsilon(2e-4));
}

TEST_CASE("a walk serves the street of an entrance, by county") {
  Window window({}, crs(), precision);
  window.set("park_entrances", Rows("entrances", "park_entrances")
                                   .add(spot(2000, 2100), {{"entrance_id", std::string("E1")}})
                                   .add(spot(6000, 2700), {{"entrance_id", std::string("E2")}})
                                   .add(spot(9000, 2000), {{"entrance_id", std::string("E3")}}));
  const Layer roads = streets();
  const Network network = walking(roads, {1000});
  window.add("network", network);
  Context context;
  std::vector<Issue> issues;
  const Layer units = three_counties();
  const WalkServices services = services_by_walk(window, units.geometry(), Length{500}, issues, context);
  REQUIRE(services.entrances.size() == 4);
  CHECK(services.entrances[0] == std::vector<std::uint32_t>{0});
  CHECK(services.entrances[1].empty());  // 700 m to its street
  CHECK(services.entrances[2] == std::vector<std::uint32_t>{2});
  CHECK(services.entrances[3].empty());
  REQUIRE(issues.size() == 1);
  CHECK(issues[0].kind == "far_from_street");
  CHECK(issues[0].feature == "E2");
  const auto areas = areas_m2(services.geometry, crs(), context);
  // 1 km of street, 50 m to each side, round ends.
  CHECK(areas[0] == Approx(100000 + pi * 2500).epsilon(2e-4));
  CHECK(areas[1] == 0);
  CHECK(entrance_reach(Length{500}).m == 1050);
}
