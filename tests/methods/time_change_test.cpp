#include "methods/time_change.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

using namespace jingwei;

namespace {
constexpr double never = std::numeric_limits<double>::infinity();
}

TEST_CASE("what becomes of a way") {
  CHECK(way_change(10, 9, 1) == WayChange::faster);  // the threshold is inclusive
  CHECK(way_change(10, 9.5, 1) == WayChange::unchanged);
  CHECK(way_change(10, 12, 1) == WayChange::slower);
  CHECK(way_change(10, 10, 0) == WayChange::unchanged);
  CHECK(way_change(10, 10.1, 0) == WayChange::slower);
  CHECK(way_change(never, 12, 1) == WayChange::newly_reached);
  CHECK(way_change(12, never, 1) == WayChange::no_longer_reached);
  CHECK(way_change(never, never, 1) == WayChange::never_reached);
  CHECK(way_change(std::nan(""), 3, 1) == WayChange::newly_reached);
}

TEST_CASE("a place by hand: means over what is reached both times, weighted") {
  const std::vector<double> before{10, 20, never, 30, never}, after{10, 12, 8, never, never},
      weights{1, 3, 100, 100, 100};
  const TimeChange change = time_change(before, after, weights, 5);
  CHECK(change.reached_before == 3);
  CHECK(change.reached_after == 3);
  CHECK(change.faster == 1);
  CHECK(change.slower == 0);
  CHECK(change.newly_reached == 1);
  CHECK(change.no_longer_reached == 1);
  CHECK(change.nearest_before->index == 0);
  CHECK(change.nearest_after->index == 2);
  CHECK(*change.mean_before == Approx((10 + 3 * 20) / 4.0));
  CHECK(*change.mean_after == Approx((10 + 3 * 12) / 4.0));
}

TEST_CASE("nothing to compare has no mean; nothing changes between equal times") {
  const std::vector<double> none;
  CHECK_FALSE(time_change(none, none, none, 1).mean_before);
  const std::vector<double> some{4, never}, weights{0, 1};
  CHECK_FALSE(time_change(some, some, weights, 0).mean_before);  // what is reached weighs nothing
  std::mt19937 random(3);
  std::vector<double> costs, ones(50, 1);
  for (int i = 0; i < 50; ++i) costs.push_back(random() % 5 ? random() % 100 : never);
  const TimeChange same = time_change(costs, costs, ones, 0);
  CHECK(same.faster + same.slower + same.newly_reached + same.no_longer_reached == 0);
  CHECK(*same.mean_before == *same.mean_after);
}
