#include "methods/floating_catchment.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace jingwei {
namespace {

/// Visits (demand, supply, pair) in the order of the pairs.
template <class Visit>
void for_each_pair(const CatchmentPairs& pairs, const Visit& visit) {
  for (std::size_t i = 0; i < pairs.demands(); ++i)
    for (std::size_t pair = pairs.first[i]; pair < pairs.first[i + 1]; ++pair)
      visit(i, pairs.supply[pair], pair);
}

/// Each value over the sum of those of the same demand; 0 where that sum is 0.
std::vector<double> shares_of_demand(const CatchmentPairs& pairs, const std::vector<double>& values) {
  std::vector<double> shares(values.size(), 0.0);
  for (std::size_t i = 0; i < pairs.demands(); ++i) {
    const auto begin = values.begin() + static_cast<std::ptrdiff_t>(pairs.first[i]);
    const auto end = values.begin() + static_cast<std::ptrdiff_t>(pairs.first[i + 1]);
    const double sum = std::accumulate(begin, end, 0.0);
    if (sum <= 0) continue;
    for (std::size_t pair = pairs.first[i]; pair < pairs.first[i + 1]; ++pair)
      shares[pair] = values[pair] / sum;
  }
  return shares;
}

std::vector<double> shares_of_supply(const CatchmentPairs& pairs, const std::vector<double>& values) {
  std::vector<double> sums(pairs.supplies, 0.0), shares(values.size(), 0.0);
  for_each_pair(pairs, [&](std::size_t, std::uint32_t j, std::size_t pair) { sums[j] += values[pair]; });
  for_each_pair(pairs, [&](std::size_t, std::uint32_t j, std::size_t pair) {
    if (sums[j] > 0) shares[pair] = values[pair] / sums[j];
  });
  return shares;
}

std::vector<double> products(std::vector<double> a, const std::vector<double>& b) {
  for (std::size_t i = 0; i < a.size(); ++i) a[i] *= b[i];
  return a;
}

/// What attracts demand to each supply: S_j times a factor of the pair.
template <class Factor>
std::vector<double> attraction(const CatchmentPairs& pairs, std::span<const double> supply,
                               const Factor& factor) {
  std::vector<double> values(pairs.weight.size());
  for_each_pair(pairs, [&](std::size_t, std::uint32_t j, std::size_t pair) {
    values[pair] = supply[j] * factor(pair);
  });
  return values;
}

/// The two steps that all methods share: supply is divided by the demand that `claim` brings to it, and given
/// back by `return_` of each pair.
FloatingCatchment two_steps(const CatchmentPairs& pairs, std::span<const double> demand,
                            std::span<const double> supply, const std::vector<double>& claim,
                            const std::vector<double>& return_) {
  FloatingCatchment result;
  result.demand_of.assign(pairs.supplies, 0.0);
  result.ratio.resize(pairs.supplies);
  result.access.assign(pairs.demands(), 0.0);
  for_each_pair(pairs, [&](std::size_t i, std::uint32_t j, std::size_t pair) {
    result.demand_of[j] += demand[i] * claim[pair];
  });
  for (std::size_t j = 0; j < pairs.supplies; ++j)
    if (result.demand_of[j] > 0) result.ratio[j] = supply[j] / result.demand_of[j];
  for_each_pair(pairs, [&](std::size_t i, std::uint32_t j, std::size_t pair) {
    if (result.ratio[j]) result.access[i] += *result.ratio[j] * return_[pair];
  });
  for (std::size_t i = 0; i < pairs.demands(); ++i) result.left += demand[i] * result.access[i];
  for (std::size_t j = 0; j < pairs.supplies; ++j)
    if (result.ratio[j]) result.right += supply[j];
  return result;
}

FloatingCatchment balanced(const CatchmentPairs& pairs, std::span<const double> demand,
                           std::span<const double> supply) {
  FloatingCatchment result = two_steps(pairs, demand, supply, shares_of_demand(pairs, pairs.weight),
                                       shares_of_supply(pairs, pairs.weight));
  result.left = std::accumulate(result.access.begin(), result.access.end(), 0.0);
  result.right = 0;
  for (const auto& level : result.ratio) result.right += level.value_or(0);
  return result;
}

FloatingCatchment availability(const CatchmentPairs& pairs, std::span<const double> demand,
                               std::span<const double> supply, double exponent) {
  // V_i/P_i = Σ_j S_j P_i^(α−1) f_ij/Σ_k P_k^α f_kj: a ratio to P^α, given back by P^(α−1).
  std::vector<double> claims(demand.size()), back(pairs.weight.size(), 0.0);
  for (std::size_t i = 0; i < demand.size(); ++i)
    claims[i] = demand[i] > 0 ? std::pow(demand[i], exponent) : 0;
  for_each_pair(pairs, [&](std::size_t i, std::uint32_t, std::size_t pair) {
    if (demand[i] > 0) back[pair] = claims[i] / demand[i] * pairs.weight[pair];
  });
  FloatingCatchment result = two_steps(pairs, claims, supply, pairs.weight, back);
  result.left = 0;
  for (std::size_t i = 0; i < demand.size(); ++i) result.left += demand[i] * result.access[i];
  return result;
}

/// The pairs of each owner by cost, as long as they are needed: all of one cost stand or fall together.
template <class Enough>
void keep_nearest(std::vector<std::size_t>& of_owner, const CatchmentPairs& pairs, const Enough& enough) {
  std::ranges::stable_sort(of_owner, {}, [&](std::size_t pair) { return pairs.cost_min[pair]; });
  std::size_t kept = 0;
  while (kept < of_owner.size()) {
    const double cost = pairs.cost_min[of_owner[kept]];
    while (kept < of_owner.size() && pairs.cost_min[of_owner[kept]] == cost) ++kept;
    if (enough(std::span(of_owner).first(kept))) break;
  }
  of_owner.resize(kept);
}

FloatingCatchment variable(const CatchmentPairs& pairs, std::span<const double> demand,
                           std::span<const double> supply, const CatchmentSettings& settings) {
  std::vector<std::vector<std::size_t>> of_supply(pairs.supplies), of_demand(pairs.demands());
  std::vector<std::size_t> demand_row(pairs.supply.size());
  for_each_pair(pairs, [&](std::size_t i, std::uint32_t j, std::size_t pair) {
    if (pairs.weight[pair] <= 0) return;
    of_supply[j].push_back(pair);
    of_demand[i].push_back(pair);
    demand_row[pair] = i;
  });
  std::vector<double> claim(pairs.supply.size(), 0.0), back(pairs.supply.size(), 0.0);
  FloatingCatchment result;
  result.ratio.resize(pairs.supplies);
  for (std::size_t j = 0; j < pairs.supplies; ++j) {
    double sum = 0;
    const auto demand_within = [&](std::span<const std::size_t> near) {
      sum = 0;
      for (const std::size_t pair : near) sum += demand[demand_row[pair]];
      return sum >= settings.enough_demand;
    };
    keep_nearest(of_supply[j], pairs, demand_within);
    for (const std::size_t pair : of_supply[j]) claim[pair] = 1;
    if (sum > 0) result.ratio[j] = supply[j] / sum;
  }
  for (auto& near : of_demand) {
    keep_nearest(near, pairs, [&](std::span<const std::size_t> within) {
      double sum = 0;
      for (const std::size_t pair : within) sum += result.ratio[pairs.supply[pair]].value_or(0);
      return sum >= settings.enough_ratio;
    });
    for (const std::size_t pair : near) back[pair] = 1;
  }
  result = two_steps(pairs, demand, supply, claim, back);
  result.left = result.right = 0;  // the two kinds of catchment differ: no sum is kept
  return result;
}

}  // namespace

bool FloatingCatchment::holds() const {
  const double tolerance = 1e-9 * std::max(std::abs(left), std::abs(right));
  return equality ? std::abs(left - right) <= tolerance : left <= right + tolerance;
}

FloatingCatchment floating_catchment(CatchmentMethod method, const CatchmentPairs& pairs,
                                     std::span<const double> demand, std::span<const double> supply,
                                     const CatchmentSettings& settings) {
  const std::vector<double>& f = pairs.weight;
  FloatingCatchment result;
  switch (method) {
    case CatchmentMethod::two_step:
      return two_steps(pairs, demand, supply, f, f);
    case CatchmentMethod::three_step: {
      const std::vector<double> chosen = products(shares_of_demand(pairs, f), f);
      return two_steps(pairs, demand, supply, chosen, chosen);
    }
    case CatchmentMethod::modified:
      result = two_steps(pairs, demand, supply, f, products(f, f));
      break;
    case CatchmentMethod::huff: {
      const auto pull = [&](std::size_t pair) {
        if (f[pair] <= 0) return 0.0;
        return std::pow(std::max(pairs.cost_min[pair], settings.huff_least_min), -settings.huff_exponent);
      };
      const std::vector<double> chosen =
          products(shares_of_demand(pairs, attraction(pairs, supply, pull)), f);
      return two_steps(pairs, demand, supply, chosen, chosen);
    }
    case CatchmentMethod::modified_huff: {
      const std::vector<double> chosen =
          shares_of_demand(pairs, attraction(pairs, supply, [&](std::size_t pair) { return f[pair]; }));
      result = two_steps(pairs, demand, supply, chosen, products(chosen, f));
      break;
    }
    case CatchmentMethod::balanced:
      return balanced(pairs, demand, supply);
    case CatchmentMethod::variable:
      return variable(pairs, demand, supply, settings);
    case CatchmentMethod::availability:
      return availability(pairs, demand, supply, settings.demand_exponent);
  }
  result.equality = false;
  return result;
}

std::vector<std::optional<double>> crowdedness(const CatchmentPairs& pairs, std::span<const double> demand,
                                               std::span<const double> supply) {
  std::vector<double> offered(pairs.demands(), 0.0);
  for_each_pair(pairs, [&](std::size_t i, std::uint32_t j, std::size_t pair) {
    offered[i] += supply[j] * pairs.weight[pair];
  });
  std::vector<std::optional<double>> crowded(pairs.supplies);
  for_each_pair(pairs, [&](std::size_t i, std::uint32_t j, std::size_t pair) {
    if (offered[i] > 0 && pairs.weight[pair] > 0)
      crowded[j] = crowded[j].value_or(0) + demand[i] * pairs.weight[pair] / offered[i];
  });
  return crowded;
}

}  // namespace jingwei
