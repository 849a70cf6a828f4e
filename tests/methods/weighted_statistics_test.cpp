#include "methods/weighted_statistics.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <random>

using namespace jingwei;

TEST_CASE("moments by hand") {
  // 2, 2, 2, 6: mean 3, variance (3 · 1 + 9) / 4 = 3
  WeightedMoments moments;
  moments.add(2, 3);
  moments.add(6, 1);
  CHECK(moments.weight() == 4);
  CHECK(moments.sum() == 12);
  CHECK(moments.mean() == Approx(3));
  CHECK(moments.variance() == Approx(3));
  CHECK(moments.min() == 2);
  CHECK(moments.max() == 6);
}

TEST_CASE("moments of values far from zero keep their digits") {
  WeightedMoments moments;
  for (int i = 0; i < 1000; ++i) moments.add(1e9 + i % 2, 0.5);
  CHECK(moments.variance() == Approx(0.25));
}

TEST_CASE("runs of values are those values one by one") {
  std::mt19937 random(8);
  std::uniform_real_distribution<double> value(-100, 900), weight(0.01, 1);
  std::uniform_int_distribution<int> length(0, 30);
  WeightedMoments one_by_one, by_runs;
  double count = 0;
  for (int i = 0; i < 500; ++i) {
    const double w = weight(random);
    std::vector<double> run;
    for (int n = length(random); n > 0; --n) run.push_back(n % 7 == 0 ? std::nan("") : value(random));
    for (const double v : run)
      if (!std::isnan(v)) one_by_one.add(v, w), ++count;
    count -= by_runs.add(run, w).count;
  }
  CHECK(count == 0);
  CHECK(by_runs.weight() == Approx(one_by_one.weight()).epsilon(1e-12));
  CHECK(by_runs.sum() == Approx(one_by_one.sum()).epsilon(1e-12));
  CHECK(by_runs.mean() == Approx(one_by_one.mean()).epsilon(1e-12));
  CHECK(by_runs.variance() == Approx(one_by_one.variance()).epsilon(1e-12));
  CHECK(by_runs.min() == one_by_one.min());
  CHECK(by_runs.max() == one_by_one.max());
}

TEST_CASE("a distribution by hand: median, majority, minority") {
  WeightedDistribution distribution;
  for (const auto& [value, weight] : {std::pair{5.0, 1.0}, {1.0, 0.5}, {5.0, 0.25}, {9.0, 1.25}, {1.0, 0.25}})
    distribution.add(value, weight, 2 * weight);
  const auto& entries = distribution.entries();
  REQUIRE(entries.size() == 3);
  CHECK(entries[0].value == 1);
  CHECK(entries[0].weight == 0.75);
  CHECK(entries[0].area == 1.5);
  CHECK(weighted_median(entries) == 5);
  CHECK(majority(entries) == 5);  // as 9 has, of which 5 is the smaller
  CHECK(minority(entries) == 1);
}

TEST_CASE("a large distribution is that of a map") {
  std::mt19937 random(3);
  std::uniform_int_distribution<int> value(0, 5000), run(1, 4);
  WeightedDistribution distribution;
  std::map<double, double> expected;
  std::vector<double> all;
  for (int i = 0; i < 200000; ++i) {
    const double v = value(random);
    for (int n = run(random); n > 0; --n) {
      distribution.add(v, 1, 1);
      expected[v] += 1;
      all.push_back(v);
    }
  }
  const auto& entries = distribution.entries();
  REQUIRE(entries.size() == expected.size());
  for (const auto& entry : entries) CHECK(entry.weight == expected.at(entry.value));
  std::sort(all.begin(), all.end());
  CHECK(weighted_median(entries) == all[(all.size() - 1) / 2]);
}
