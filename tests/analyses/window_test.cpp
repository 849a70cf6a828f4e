#include "analyses/window.hpp"
#include "analyses/fixtures.hpp"

using namespace fixtures;

TEST_CASE("cores are half-open: each point has one owner") {
  Window west({0, 0, 10, 10}, crs(), precision);
  Window east({10, 0, 20, 10}, crs(), precision);
  CHECK(west.owns({0, 0}));
  CHECK(west.owns({9.999, 9.999}));
  CHECK_FALSE(west.owns({10, 5}));
  CHECK(east.owns({10, 5}));
  CHECK_FALSE(west.owns({5, 10}));
  CHECK_FALSE(east.owns({20, 5}));
}

TEST_CASE("the whole extent owns every point, and rows without a place belong to the first window") {
  const Point nowhere{std::numeric_limits<double>::quiet_NaN(), 0};
  Window whole({}, crs(), precision);
  CHECK(whole.whole());
  CHECK(whole.owns({1e9, -1e9}));
  CHECK(whole.owns(nowhere));
  Window second({0, 0, 10, 10}, crs(), precision);
  second.set_first(false);
  CHECK_FALSE(second.owns(nowhere));
  second.set_first(true);
  CHECK(second.owns(nowhere));
}

TEST_CASE("owned asks for the representative point of each row") {
  const Layer counties = three_counties();
  Window window({origin.x, origin.y, origin.x + 6500, origin.y + 4000}, crs(), precision);
  Context context;
  CHECK(window.owned(counties, context) == std::vector<bool>{true, true, false});
}

TEST_CASE("geometry is cut to the core, row by row") {
  const Layer counties = three_counties();
  Window window({origin.x + 1000, origin.y - 1e8, origin.x + 5000, origin.y + 1000}, crs(), precision);
  Context context;
  const GeometryColumn cut = window.in_core(counties.geometry(), context);
  REQUIRE(cut.size() == 3);
  CHECK(cut.envelope(0) == Envelope{origin.x + 1000, origin.y, origin.x + 4000, origin.y + 1000});
  CHECK(cut.envelope(1) == Envelope{origin.x + 4000, origin.y, origin.x + 5000, origin.y + 1000});
  CHECK(cut.is_null(2));

  Window elsewhere({0, 0, 10, 10}, crs(), precision);
  CHECK(elsewhere.in_core(counties.geometry(), context).is_null(0));
  CHECK(elsewhere.in_core({}, context).size() == 0);
}

TEST_CASE("near_core finds what lies within a true distance of the core") {
  const Layer points = Rows("facilities", "facilities")
                           .add(spot(0, 0), {{"facility_id", std::string("A")}})
                           .add(spot(900, 0), {{"facility_id", std::string("B")}})
                           .add(spot(2000, 0), {{"facility_id", std::string("C")}});
  Window window({origin.x - 10, origin.y - 10, origin.x, origin.y + 10}, crs(), precision);
  CHECK(window.near_core(points.geometry(), Length{900}) == std::vector<std::uint32_t>{0, 1});
  CHECK(Window({}, crs(), precision).near_core(points.geometry(), Length{0}).size() == 3);
}

TEST_CASE("a metre east is more than a degree's share in the north") {
  const Crs degrees = Crs::parse("EPSG:4490");
  const Envelope north{116, 39, 118, 41};
  // At 41° N a degree of longitude is 84.1 km: 1 km is 0.01189°.
  CHECK(planar_reach(Length{1000}, degrees, north) == Approx(1.02 / 84.1).epsilon(0.01));
  CHECK(planar_reach(Length{0}, degrees, north) == 0);
  CHECK(planar_reach(Length{1000}, crs(), {}) == 0);
}

TEST_CASE("a role without a layer is a mistake of the analysis") {
  const Window window({}, crs(), precision);
  CHECK_FALSE(window.has("parks"));
  CHECK_THROWS_WITH(window["parks"], Catch::Contains("parks"));
}
