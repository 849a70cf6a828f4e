#pragma once
#include <optional>
#include <span>
#include <vector>

#include "methods/decay.hpp"

namespace jingwei {

// Accessibility of one place. Costs are minutes to the opportunities, in any order; infinite or NaN: out of
// reach. Weights are what each opportunity offers; both have one size. Sums run in the order given.

/// Σ w_j · f(c_j) (Hansen 1959).
double gravity(std::span<const double> costs, std::span<const double> weights, const Decay& decay);

/// The mean of the cumulative opportunities over all limits from `lowest` to `highest`: Σ w_j · share of the
/// interval that is at least c_j (Tomasiello, Herszenhut, Oliveira, Braga & Pereira 2023, over every limit
/// instead of whole minutes). \pre lowest < highest
double interval_opportunities(std::span<const double> costs, std::span<const double> weights, double lowest,
                              double highest);

/// scale · ln Σ w_j · e^(−c_j/scale), in minutes: the expected least cost with its sign turned round, up to a
/// constant (Ben-Akiva & Lerman 1985; μ = 1/scale). Nothing where no weight is within reach. \pre scale > 0,
/// weights not negative
std::optional<double> logsum(std::span<const double> costs, std::span<const double> weights, double scale);

/// Σ w_j c_j / Σ w_j over what is within reach; nothing where no weight is.
std::optional<double> weighted_mean_cost(std::span<const double> costs, std::span<const double> weights);

/// The costs to the nearest, the second nearest … the `count`-th; nothing where fewer are within reach. Ties
/// do not skip ranks.
std::vector<std::optional<double>> nearest_costs(std::span<const double> costs, std::size_t count);

/// Each value over the mean of all that there are (accessibility coefficient); nothing where there is no
/// value, or the mean is 0.
std::vector<std::optional<double>> relative_to_mean(std::span<const std::optional<double>> values);

/// The geometric mean of several quantities of one place, as √(GDP · population) is its mass. \pre not
/// negative, at least one
double geometric_mean(std::span<const double> values);

}  // namespace jingwei
