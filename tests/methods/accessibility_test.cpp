#include "methods/accessibility.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <random>

#include "methods/accumulate.hpp"

using namespace jingwei;

namespace {

constexpr double far = std::numeric_limits<double>::infinity();
const std::vector<double> costs{10, 40, far, 20, 20};
const std::vector<double> weights{100, 10, 1000, 50, 0};

}  // namespace

TEST_CASE("what offers nothing does not enter a logsum, however near it is") {
  const std::vector<double> near_and_far{0, 120}, offers{0, 1};
  CHECK(*logsum(near_and_far, offers, 0.1) == Approx(-120));
}

TEST_CASE("accessibility by hand") {
  CHECK(gravity(costs, weights, parse_decay("linear(40 min)")) == Approx(100 * 0.75 + 50 * 0.5));
  CHECK(gravity(costs, weights, parse_decay("step(20 min)")) == 150);
  // Potential with an exponent of 1: ΣM/T.
  CHECK(gravity(costs, weights, parse_decay("power(1, 1 min)")) == Approx(10 + 0.25 + 2.5));
  CHECK(*weighted_mean_cost(costs, weights) == Approx((1000 + 400 + 1000) / 160.0));
  CHECK(*logsum(costs, weights, 10) ==
        Approx(10 * std::log(100 * std::exp(-1) + 10 * std::exp(-4) + 50 * std::exp(-2))));
  // Limits from 15 to 30: 100 counts in all of them, 50 in those from 20 on, 10 in none.
  CHECK(interval_opportunities(costs, weights, 15, 30) == Approx(100 + 50 * 10 / 15.0));
  const auto nearest = nearest_costs(costs, 5);
  REQUIRE(nearest.size() == 5);
  CHECK(nearest[0] == 10.0);
  CHECK(nearest[1] == 20.0);
  CHECK(nearest[2] == 20.0);
  CHECK(nearest[3] == 40.0);
  CHECK_FALSE(nearest[4].has_value());
  CHECK(geometric_mean(std::vector{4.0, 9.0}) == Approx(6));
  CHECK(geometric_mean(std::vector{4.0, 0.0}) == 0);
}

TEST_CASE("nothing within reach") {
  const std::vector<double> nowhere{far, std::nan("")}, two{1, 2};
  CHECK(gravity(nowhere, two, Decay()) == 0);
  CHECK_FALSE(logsum(nowhere, two, 10).has_value());
  CHECK_FALSE(weighted_mean_cost(nowhere, two).has_value());
  CHECK_FALSE(logsum(std::vector{5.0}, std::vector{0.0}, 10).has_value());
  CHECK_FALSE(nearest_costs(nowhere, 1)[0].has_value());
  CHECK(nearest_costs({}, 2).size() == 2);
  CHECK(interval_opportunities(nowhere, two, 0, 60) == 0);
}

TEST_CASE("far places keep their logsum") {
  // e^(−10000) is no double, its logarithm is −10000.
  CHECK(*logsum(std::vector{10000.0}, std::vector{1.0}, 1) == Approx(-10000));
}

TEST_CASE("coefficients have a mean of 1") {
  const std::vector<std::optional<double>> values{30, {}, 60, 90};
  const auto relative = relative_to_mean(values);
  CHECK(*relative[0] == Approx(0.5));
  CHECK_FALSE(relative[1].has_value());
  CHECK(*relative[3] == Approx(1.5));
  CHECK_FALSE(relative_to_mean(std::vector<std::optional<double>>{{}, 0})[1].has_value());
}

TEST_CASE("random: the interval is the mean of many limits, a step is the cumulative measure") {
  std::mt19937 random(5);
  std::uniform_real_distribution<double> minutes(0, 90), offers(0, 100);
  for (int round = 0; round < 50; ++round) {
    std::vector<double> c, w;
    for (int i = 0; i < 40; ++i)
      c.push_back(random() % 5 ? minutes(random) : far), w.push_back(offers(random));
    std::vector<double> limits;
    for (int i = 0; i < 20000; ++i) limits.push_back(20 + 30 * (i + 0.5) / 20000);
    double mean = 0;
    for (const double sum : cumulative(c, w, limits)) mean += sum / 20000;
    CHECK(interval_opportunities(c, w, 20, 50) == Approx(mean).epsilon(1e-3));
    CHECK(gravity(c, w, parse_decay("step(45 min)")) ==
          Approx(cumulative(c, w, std::vector{45.0})[0]).epsilon(1e-12));
    // The logsum lies between that of the best place alone and that of all places at the best cost.
    const auto least = nearest_costs(c, 1)[0];
    double best = 0, all = 0;
    for (std::size_t i = 0; i < c.size(); ++i) {
      if (c[i] == *least) best += w[i];
      if (std::isfinite(c[i])) all += w[i];
    }
    CHECK(*logsum(c, w, 8) >= 8 * std::log(best) - *least - 1e-9);
    CHECK(*logsum(c, w, 8) <= 8 * std::log(all) - *least + 1e-9);
  }
}
