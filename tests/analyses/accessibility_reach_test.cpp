#include "analyses/accessibility_reach.hpp"

#include "analyses/fixtures.hpp"
#include "base/error.hpp"

using namespace fixtures;
using namespace jingwei::literals;

namespace {

Layer clinics() {
  return Rows("clinics", "facilities")
      .add(spot(3000, 2000), {{"facility_id", std::string("D1")}, {"capacity", 10.0}})
      .add(spot(5000, 2000), {{"facility_id", std::string("D2")}, {"confidence", std::string("C")}})
      .add(spot(9000, 2000), {{"facility_id", std::string("D3")}, {"capacity", 40.0}});
}

struct Asked {
  std::vector<Reached> reached;
  std::vector<Issue> issues;
};

/// From 2 km and 12 km of the street, and from a place that is not on it.
Asked from_three_places(const std::optional<std::string>& opportunities, Duration max_time) {
  const Layer roads = streets();
  const Network network = walking(roads);
  const Layer destinations = clinics();
  const std::vector<Point> origins{place(2000, 2000), place(12000, 2000), place(2000, 9000)};
  Context context;
  Asked asked;
  asked.reached = reach(network, network.snap(origins, context), destinations, opportunities,
                        {12_min, 36_min}, max_time, asked.issues, context);
  return asked;
}

}  // namespace

TEST_CASE("one sweep tells the nearest and what is within each limit") {
  // A kilometre takes 12 min: D1 12 and D2 36 min from the first place, D3 36 min from the second.
  const Asked asked = from_three_places(std::nullopt, 2_h);
  const std::vector<Reached>& reached = asked.reached;
  REQUIRE(reached.size() == 3);
  CHECK(reached[0].nearest->index == 0);
  CHECK(reached[0].nearest->cost == 720000);
  CHECK(reached[0].within == std::vector<double>{1, 2});
  CHECK(reached[0].sources.confidence() == 'C');  // D2 is within the longest limit
  CHECK(reached[1].nearest->index == 2);
  CHECK(reached[1].within == std::vector<double>{0, 1});
  CHECK(reached[1].sources.confidence() == 0);
  CHECK_FALSE(reached[2].nearest);
  CHECK(reached[2].within.empty());
  CHECK(asked.issues.empty());
}

TEST_CASE("a field weighs destinations, and one without a value is told") {
  const Asked asked = from_three_places("capacity", 2_h);
  CHECK(asked.reached[0].within == std::vector<double>{10, 10});
  CHECK(asked.reached[1].within == std::vector<double>{0, 40});
  REQUIRE(asked.issues.size() == 1);
  CHECK(asked.issues[0].kind == "missing_opportunities");
  CHECK(asked.issues[0].feature == "D2");
  CHECK_THROWS_WITH(from_three_places("beds", 2_h), Catch::Contains("has no field “beds”"));
  CHECK_THROWS_WITH(from_three_places("name_zh", 2_h), Catch::Contains("holds no numbers"));
}

TEST_CASE("nothing is found beyond the search") {
  const Asked asked = from_three_places(std::nullopt, Duration{719});
  CHECK_FALSE(asked.reached[0].nearest);
  CHECK(asked.reached[0].within == std::vector<double>{0, 0});
}

TEST_CASE("limits must fit the search and name columns") {
  CHECK_NOTHROW(check_limits({Duration{450}, 15_min}, 15_min));
  CHECK_THROWS_WITH(check_limits({15_min, 20_min}, 15_min), Catch::Contains("raise max-time"));
  CHECK_THROWS_WITH(check_limits({Duration{100}}, 15_min), Catch::Contains("tenths of a minute"));
  CHECK(within_min("people_", Duration{450}) == "people_within_7.5_min");
  CHECK(within_min("", 2_h) == "within_120_min");
  CHECK(within_pct(15_min) == "people_within_15_pct");
}
