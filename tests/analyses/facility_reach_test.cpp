#include "analyses/facility_reach.hpp"

#include <random>

#include "analyses/fixtures.hpp"
#include "geometry/join.hpp"
#include "geometry/measure.hpp"

using namespace fixtures;

namespace {

constexpr double pi = 3.14159265358979323846;

Layer two_sites() {
  return Rows("sites", "facilities")
      .add(spot(2000, 2000), {{"facility_id", std::string("F1")}})
      .add(spot(6000, 2000), {{"facility_id", std::string("F2")}});
}

}  // namespace

TEST_CASE("the nearest facility in a straight line, however far, covers up to the limit") {
  const Layer sites = two_sites();
  const Layer cells = Rows("people", "population")
                          .add(spot(2999, 2000), cell("near", 1))
                          .add(spot(3990, 2000), cell("between", 1))
                          .add(spot(90000, 2000), cell("far", 1));
  Context context;
  std::vector<Issue> issues;
  const Window whole({}, crs(), precision);
  const FacilityReach reach(whole, sites, {Length{1000}, {}, {}}, issues, context);
  const auto points = representative_points(cells.geometry(), context);
  const auto near = reach.nearest(cells, points, issues, context);
  REQUIRE(near.size() == 3);
  CHECK(near[0].row == 0);
  CHECK(*near[0].distance_m == Approx(999).epsilon(1e-5));
  CHECK(near[1].row == 0);
  CHECK(*near[1].distance_m == Approx(1990).epsilon(1e-5));
  CHECK(near[2].row == 1);
  CHECK_FALSE(near[2].time_min);
  CHECK(reach.covers(near[0]));
  CHECK_FALSE(reach.covers(near[1]));
  CHECK_FALSE(reach.covers(NearestFacility{}));
  CHECK(reach.covers({0, 1000.0, {}}));  // inclusive
  CHECK(issues.empty());
}

TEST_CASE("no facilities reach nothing") {
  const Layer none = Rows("sites", "facilities");
  const Layer cells = Rows("people", "population").add(spot(0, 0), cell("P", 1));
  Context context;
  std::vector<Issue> issues;
  const Window whole({}, crs(), precision);
  const FacilityReach reach(whole, none, {Length{1000}, {}, {}}, issues, context);
  CHECK(reach.nearest(cells, representative_points(cells.geometry(), context), issues, context)[0].row ==
        no_row);
  CHECK(areas_m2(reach.disks(context), crs(), context).at(0) == 0);
  CHECK(reach.within_distance(cells.geometry(), context).at(0).empty());
}

TEST_CASE("disks are joined, and cut to the window's core") {
  const Layer sites = two_sites();
  Context context;
  std::vector<Issue> issues;
  const FacilityReach::Limits limits{Length{500}, {}, {}};
  const Window whole({}, crs(), precision);
  CHECK(areas_m2(FacilityReach(whole, sites, limits, issues, context).disks(context), crs(), context)[0] ==
        Approx(2 * pi * 250000).epsilon(2e-4));
  // The core ends in the middle of F1's disk, and F2 is too far to matter.
  const Window part({origin.x, origin.y, origin.x + 2000, origin.y + 4000}, crs(), precision);
  CHECK(areas_m2(FacilityReach(part, sites, limits, issues, context).disks(context), crs(), context)[0] ==
        Approx(pi * 125000).epsilon(2e-4));
}

TEST_CASE("along a street, what is off it reaches nothing and is told") {
  const Layer sites = Rows("sites", "facilities")
                          .add(spot(2000, 2000), {{"facility_id", std::string("F1")}})
                          .add(spot(2000, 9000), {{"facility_id", std::string("off")}});
  const Layer cells = Rows("people", "population")
                          .add(spot(3000, 2000), cell("P1", 1))
                          .add(spot(3001, 2000), cell("P2", 1))
                          .add(spot(3000, 9000), cell("P3", 1));
  const Layer roads = streets();
  const Network network = walking(roads);
  Window whole({}, crs(), precision);
  whole.add("network", network);
  Context context;
  std::vector<Issue> issues;
  const FacilityReach reach(whole, sites, {{}, Duration{720}, Length{50}}, issues, context);
  CHECK(issues.size() == 1);
  const auto near = reach.nearest(cells, representative_points(cells.geometry(), context), issues, context);
  CHECK(issues.size() == 2);
  CHECK(near[0].row == 0);
  CHECK(*near[0].time_min == Approx(12).epsilon(1e-5));  // 1 km at 5 km/h
  CHECK(reach.covers(near[0]));
  CHECK_FALSE(reach.covers(near[1]));
  CHECK(near[2].row == no_row);
  // 2 km of street, 100 m wide, round ends.
  CHECK(areas_m2(reach.streets(context), crs(), context)[0] == Approx(200000 + pi * 2500).epsilon(2e-4));
}

TEST_CASE("random facilities and boxes: within the limit as measured one by one") {
  std::mt19937 random(12);
  std::uniform_real_distribution<double> at(0, 12000), size(10, 2000);
  Rows rows("sites", "facilities");
  std::vector<Point> sites;
  for (int i = 0; i < 150; ++i) {
    sites.push_back({at(random), at(random)});
    rows.add(spot(sites.back().x, sites.back().y), {{"facility_id", std::to_string(i)}});
  }
  const Layer facilities = rows;
  struct Box {
    double min_x, min_y, max_x, max_y;
  };
  std::vector<Box> boxes;
  GeometryColumn polygons;
  for (int i = 0; i < 20; ++i) {
    const double x = at(random), y = at(random);
    boxes.push_back({x, y, x + size(random), y + size(random)});
    polygons.append(box(boxes.back().min_x, boxes.back().min_y, boxes.back().max_x, boxes.back().max_y));
  }
  polygons.append_null();
  Context context;
  std::vector<Issue> issues;
  const Window whole({}, crs(), precision);
  const FacilityReach reach(whole, facilities, {Length{800}, {}, {}}, issues, context);
  const auto within = reach.within_distance(polygons, context);
  REQUIRE(within.size() == 21);
  CHECK(within[20].empty());
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    std::vector<std::uint32_t> expected;
    for (std::uint32_t row = 0; row < sites.size(); ++row) {
      const Box& b = boxes[i];
      const Point p = sites[row];
      if (std::hypot(std::max({0.0, b.min_x - p.x, p.x - b.max_x}),
                     std::max({0.0, b.min_y - p.y, p.y - b.max_y})) <= 800)
        expected.push_back(row);
    }
    CHECK(within[i] == expected);
  }
}
