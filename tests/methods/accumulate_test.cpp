#include "methods/accumulate.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <random>

using namespace jingwei;

TEST_CASE("opportunities within limits, bounds inclusive") {
  // 5 min: 100; 15 min: 100 + 40; 30 min and just above 30: 100 + 40 + 7; unreachable ones never count
  const std::vector<double> costs{5, 15, 30, 30.001, std::numeric_limits<double>::infinity(), std::nan("")};
  const std::vector<double> weights{100, 40, 7, 3, 1000, 1000};
  const std::vector<double> limits{4.999, 5, 15, 30, 45, std::numeric_limits<double>::infinity()};
  CHECK(cumulative(costs, weights, limits) == std::vector<double>{0, 100, 140, 147, 150, 150});
}

TEST_CASE("no costs or no limits") {
  CHECK(cumulative({}, {}, std::vector<double>{15, 30}) == std::vector<double>{0, 0});
  CHECK(cumulative(std::vector<double>{1}, std::vector<double>{2}, {}).empty());
}

TEST_CASE("cumulative sums grow with the limit and count as one by one") {
  std::mt19937 random(20);
  std::vector<double> costs, weights, limits;
  for (int i = 0; i < 500; ++i) {
    costs.push_back(static_cast<double>(random() % 60));
    weights.push_back(static_cast<double>(random() % 1000));
  }
  for (int limit = 0; limit <= 60; ++limit) limits.push_back(limit);
  const auto sums = cumulative(costs, weights, limits);
  for (std::size_t limit = 0; limit < limits.size(); ++limit) {
    double expected = 0;
    for (std::size_t i = 0; i < costs.size(); ++i) expected += costs[i] <= limits[limit] ? weights[i] : 0;
    CHECK(sums[limit] == expected);
    if (limit > 0) CHECK(sums[limit] >= sums[limit - 1]);
  }
}

TEST_CASE("the smallest cost, the first of equals") {
  const double infinite = std::numeric_limits<double>::infinity();
  const auto found = minimum_cost(std::vector<double>{infinite, 12, 7.5, std::nan(""), 7.5});
  REQUIRE(found);
  CHECK(found->index == 2);
  CHECK(found->cost == 7.5);
  CHECK_FALSE(minimum_cost({}));
  CHECK_FALSE(minimum_cost(std::vector<double>{infinite, std::nan("")}));
}
