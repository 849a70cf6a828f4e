#include "methods/floating_catchment.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>
#include <random>

#include "methods/decay.hpp"

using namespace jingwei;

namespace {

/// Demands, supplies and all costs between them, dense; pairs beyond the threshold have no cost.
struct Region {
  std::vector<double> demand, supply;
  std::vector<std::vector<std::optional<double>>> cost_min;  // [demand][supply]

  double weight(std::size_t i, std::size_t j, const Decay& decay) const {
    return cost_min[i][j] ? decay(*cost_min[i][j]) : 0;
  }
  CatchmentPairs pairs(const Decay& decay) const {
    CatchmentPairs result;
    result.supplies = supply.size();
    for (std::size_t i = 0; i < demand.size(); ++i) {
      for (std::size_t j = 0; j < supply.size(); ++j) {
        if (!cost_min[i][j]) continue;
        result.supply.push_back(static_cast<std::uint32_t>(j));
        result.cost_min.push_back(*cost_min[i][j]);
        result.weight.push_back(weight(i, j, decay));
      }
      result.first.push_back(result.supply.size());
    }
    return result;
  }
};

/// Some demands and supplies are 0, some meet nothing, some costs are equal or 0.
Region random_region(std::mt19937& random) {
  Region region;
  region.demand.resize(1 + random() % 12);
  region.supply.resize(1 + random() % 6);
  for (double& demand : region.demand) demand = random() % 4 == 0 ? 0 : static_cast<double>(random() % 1000);
  for (double& supply : region.supply) supply = random() % 5 == 0 ? 0 : static_cast<double>(random() % 50);
  region.cost_min.resize(region.demand.size());
  for (auto& row : region.cost_min)
    for (std::size_t j = 0; j < region.supply.size(); ++j) {
      const double cost = random() % 45;
      row.push_back(cost <= 30 ? std::optional(cost) : std::nullopt);
    }
  return region;
}

double total(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

using Dense = std::vector<std::vector<double>>;

/// A_i = Σ_j S_j/(Σ_k P_k claim_kj) · back_ij, cell by cell.
std::vector<double> by_cell(const Region& region, const Dense& claim, const Dense& back) {
  std::vector<double> access(region.demand.size(), 0.0);
  for (std::size_t i = 0; i < access.size(); ++i)
    for (std::size_t j = 0; j < region.supply.size(); ++j) {
      double sum = 0;
      for (std::size_t k = 0; k < access.size(); ++k) sum += region.demand[k] * claim[k][j];
      if (sum > 0) access[i] += region.supply[j] / sum * back[i][j];
    }
  return access;
}

template <class Value>
Dense dense(const Region& region, const Value& value) {
  Dense result(region.demand.size(), std::vector<double>(region.supply.size()));
  for (std::size_t i = 0; i < result.size(); ++i)
    for (std::size_t j = 0; j < region.supply.size(); ++j) result[i][j] = value(i, j);
  return result;
}

/// value_ij over the sum of its row (of a demand) or column (of a supply).
Dense share_of_row(const Dense& values) {
  Dense result = values;
  for (std::vector<double>& row : result)
    if (const double sum = total(row); sum > 0)
      for (double& value : row) value /= sum;
  return result;
}
Dense share_of_column(const Dense& values) {
  Dense result = values;
  for (std::size_t j = 0; j < values.front().size(); ++j) {
    double sum = 0;
    for (const auto& row : values) sum += row[j];
    for (auto& row : result) row[j] = sum > 0 ? row[j] / sum : 0;
  }
  return result;
}
Dense times(Dense a, const Dense& b) {
  for (std::size_t i = 0; i < a.size(); ++i)
    for (std::size_t j = 0; j < a[i].size(); ++j) a[i][j] *= b[i][j];
  return a;
}

void require_close(const std::vector<double>& found, const std::vector<double>& right) {
  REQUIRE(found.size() == right.size());
  for (std::size_t i = 0; i < found.size(); ++i) REQUIRE(found[i] == Approx(right[i]).margin(1e-12));
}

}  // namespace

TEST_CASE("two-step floating catchments by hand") {
  // Two hospitals of 100 and 50 beds, three places of 1000, 500 and 250 people; 30 minutes. Hospital 1 serves
  // the first two, hospital 2 the last two: 100/1500 and 50/750 beds a person.
  Region region{{1000, 500, 250}, {100, 50}, {{10, {}}, {20, 30}, {{}, 5}}};
  const CatchmentPairs pairs = region.pairs(parse_decay("step(30 min)"));
  const FloatingCatchment found =
      floating_catchment(CatchmentMethod::two_step, pairs, region.demand, region.supply);
  require_close(found.access, {1 / 15.0, 2 / 15.0, 1 / 15.0});
  CHECK(found.ratio[0] == Approx(1 / 15.0));
  CHECK(found.demand_of == std::vector{1500.0, 750.0});
  CHECK(found.left == Approx(150));
  CHECK(found.right == Approx(150));

  // The second place reaches both and so asks each for half in the three-step method.
  const FloatingCatchment three =
      floating_catchment(CatchmentMethod::three_step, pairs, region.demand, region.supply);
  require_close(three.access, {100 / 1250.0, 0.5 * 100 / 1250 + 0.5 * 50 / 500, 50 / 500.0});
  // V2SFCA: hospital 1 has enough with the nearest 1000, hospital 2 with 750; a place looks on until it has
  // 0.05.
  CatchmentSettings settings;
  settings.enough_demand = 600;
  settings.enough_ratio = 0.05;
  const FloatingCatchment grown =
      floating_catchment(CatchmentMethod::variable, pairs, region.demand, region.supply, settings);
  require_close(grown.access, {0.1, 0.1, 50 / 750.0});
  // Crowded: place 2 divides between the two as their beds.
  const auto crowded = crowdedness(pairs, region.demand, region.supply);
  CHECK(crowded[0] == Approx(1000 / 100.0 + 500 / 150.0));
  CHECK(crowded[1] == Approx(250 / 50.0 + 500 / 150.0));
}

TEST_CASE("every method is its formula, cell by cell, and keeps its identity") {
  std::mt19937 random(61);
  for (int round = 0; round < 300; ++round) {
    const Region region = random_region(random);
    const char* forms[] = {"step(30 min)", "gaussian(15 min)", "linear(31 min)", "bounded_gaussian(30 min)"};
    const Decay decay = parse_decay(forms[round % 4]);
    const CatchmentPairs pairs = region.pairs(decay);
    const auto find = [&](CatchmentMethod method, const CatchmentSettings& settings = {}) {
      FloatingCatchment found = floating_catchment(method, pairs, region.demand, region.supply, settings);
      REQUIRE(found.holds());
      for (const double access : found.access) REQUIRE((std::isfinite(access) && access >= 0));
      return found;
    };
    const Dense f = dense(region, [&](auto i, auto j) { return region.weight(i, j, decay); });
    const auto two = find(CatchmentMethod::two_step);
    require_close(two.access, by_cell(region, f, f));

    const Dense chosen = times(share_of_row(f), f);
    require_close(find(CatchmentMethod::three_step).access, by_cell(region, chosen, chosen));

    const auto modified = find(CatchmentMethod::modified);
    require_close(modified.access, by_cell(region, f, times(f, f)));
    if (decay.form() == DecayForm::step) REQUIRE(modified.left == Approx(modified.right).margin(1e-9));

    const Dense huff = times(
        share_of_row(dense(region,
                           [&](auto i, auto j) {
                             return f[i][j] > 0 ? region.supply[j] *
                                                      std::pow(std::max(*region.cost_min[i][j], 1.0), -1.5)
                                                : 0;
                           })),
        f);
    require_close(find(CatchmentMethod::huff).access, by_cell(region, huff, huff));

    const Dense modified_huff =
        share_of_row(dense(region, [&](auto i, auto j) { return region.supply[j] * f[i][j]; }));
    require_close(find(CatchmentMethod::modified_huff).access,
                  by_cell(region, modified_huff, times(modified_huff, f)));

    const auto balanced = find(CatchmentMethod::balanced);
    require_close(balanced.access, by_cell(region, share_of_row(f), share_of_column(f)));
    double spread = 0, reached = 0;  // all demand is divided
    for (const double demand : balanced.demand_of) spread += demand;
    for (std::size_t i = 0; i < f.size(); ++i) reached += total(f[i]) > 0 ? region.demand[i] : 0;
    REQUIRE(spread == Approx(reached).margin(1e-9));

    // With α = 1 availability is the two-step index, where somebody lives.
    const auto available = find(CatchmentMethod::availability);
    for (std::size_t i = 0; i < f.size(); ++i)
      REQUIRE(available.access[i] == Approx(region.demand[i] > 0 ? two.access[i] : 0).margin(1e-12));
    CatchmentSettings half;
    half.demand_exponent = 0.5;
    find(CatchmentMethod::availability, half);

    // Crowdedness keeps all demand that finds something.
    const auto crowded = crowdedness(pairs, region.demand, region.supply);
    double shared = 0, finding = 0;
    for (std::size_t j = 0; j < region.supply.size(); ++j)
      shared += region.supply[j] * crowded[j].value_or(0);
    for (std::size_t i = 0; i < f.size(); ++i) {
      double offered = 0;
      for (std::size_t j = 0; j < region.supply.size(); ++j) offered += region.supply[j] * f[i][j];
      finding += offered > 0 ? region.demand[i] : 0;
    }
    REQUIRE(shared == Approx(finding).margin(1e-9));

    // Catchments that never have enough are the whole ones.
    CatchmentSettings never;
    never.enough_demand = never.enough_ratio = 1e18;
    const Dense inside = dense(region, [&](auto i, auto j) { return f[i][j] > 0 ? 1.0 : 0.0; });
    require_close(find(CatchmentMethod::variable, never).access, by_cell(region, inside, inside));
  }
}

TEST_CASE("a constant factor of the weights changes nothing where they are divided") {
  std::mt19937 random(62);
  for (int round = 0; round < 50; ++round) {
    const Region region = random_region(random);
    CatchmentPairs pairs = region.pairs(parse_decay("epanechnikov(31 min)"));
    CatchmentPairs seven = pairs;
    for (double& weight : seven.weight) weight *= 7;
    for (const CatchmentMethod method :
         {CatchmentMethod::two_step, CatchmentMethod::three_step, CatchmentMethod::huff,
          CatchmentMethod::balanced, CatchmentMethod::availability})
      require_close(floating_catchment(method, seven, region.demand, region.supply).access,
                    floating_catchment(method, pairs, region.demand, region.supply).access);
  }
}

TEST_CASE("nothing to divide gives defined results") {
  const CatchmentPairs none{2, {0, 0, 0}, {}, {}, {}};
  for (const CatchmentMethod method :
       {CatchmentMethod::two_step, CatchmentMethod::three_step, CatchmentMethod::modified,
        CatchmentMethod::huff, CatchmentMethod::modified_huff, CatchmentMethod::balanced,
        CatchmentMethod::variable, CatchmentMethod::availability}) {
    const FloatingCatchment found =
        floating_catchment(method, none, std::vector{5.0, 0.0}, std::vector{1.0, 0.0});
    CHECK(found.access == std::vector{0.0, 0.0});
    CHECK_FALSE(found.ratio[0]);
    CHECK(found.holds());
    const CatchmentPairs one{1, {0, 1}, {0}, {0}, {1}};
    const FloatingCatchment nobody = floating_catchment(method, one, std::vector{0.0}, std::vector{3.0});
    CHECK(nobody.access == std::vector{0.0});
    CHECK_FALSE(nobody.ratio[0]);
  }
}
