#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace jingwei {

/// The pairs of a demand and a supply within the catchment (cost ≤ threshold), by demand: those of demand i
/// are [first[i], first[i + 1]). `weight` is f of the cost: not negative, finite; a pair whose weight is 0
/// counts for nothing. Costs run from the demand to the supply, in minutes.
struct CatchmentPairs {
  std::size_t supplies = 0;
  std::vector<std::size_t> first{0};
  std::vector<std::uint32_t> supply;
  std::vector<double> cost_min;
  std::vector<double> weight;

  std::size_t demands() const { return first.size() - 1; }
};

/// How demand and supply are matched. i: demand P, j: supply S, f: weight of a pair; sums run over pairs.
enum class CatchmentMethod {
  two_step,  ///< R_j = S_j/Σ_i P_i f_ij, A_i = Σ_j R_j f_ij: by the form of f 2SFCA (Luo & Wang 2003), E2SFCA
             ///< (Luo & Qi 2009), G2SFCA (Dai 2010), KD2SFCA (Dai & Wang 2011)
  three_step,  ///< with G_ij = f_ij/Σ_j f_ij: R_j = S_j/Σ_i G_ij P_i f_ij, A_i = Σ_j G_ij R_j f_ij (Wan, Zou
               ///< & Sternberg 2012)
  modified,  ///< A_i = Σ_j S_j f_ij²/Σ_i P_i f_ij (Delamater 2013)
  huff,  ///< with H_ij = S_j c_ij^−β/Σ_j S_j c_ij^−β: R_j = S_j/Σ_i H_ij P_i f_ij, A_i = Σ_j H_ij R_j f_ij
         ///< (Luo 2014)
  modified_huff,  ///< with H_ij = S_j f_ij/Σ_j S_j f_ij: R_j = S_j/Σ_i P_i H_ij, A_i = Σ_j R_j H_ij f_ij
                  ///< (Jörg, Lenz, Wetz & Widmer 2019)
  balanced,  ///< L_j = S_j/Σ_i P_i f_ij/Σ_j f_ij, A_i = Σ_j L_j f_ij/Σ_i f_ij (Páez, Higgins & Vivona 2019)
  variable,  ///< catchments of supplies that grow until they hold enough demand, those of demands until they
             ///< hold enough supply; inside f = 1 (Luo & Whippo 2012)
  availability,  ///< V_i = Σ_j S_j P_i^α f_ij/Σ_i P_i^α f_ij, A_i = V_i/P_i (Soukhov, Páez, Higgins & Mohamed
                 ///< 2023)
};

struct CatchmentSettings {
  double huff_exponent = 1.5;  ///< β of huff
  double huff_least_min = 1;   ///< costs below count as this in c^−β, so that none is infinite; above 0
  double enough_demand = 0;    ///< of variable: demand at which a supply's catchment stops to grow
  double enough_ratio = 0;     ///< of variable: supply per demand at which a demand's catchment stops to grow
  double demand_exponent = 1;  ///< α of availability
};

/// What an index says, and the sums that prove it.
struct FloatingCatchment {
  std::vector<double> access;  ///< A_i, supply per demand; 0: no supply within the catchment
  std::vector<std::optional<double>>
      ratio;                      ///< by supply: R_j or L_j; nothing: no demand within its catchment
  std::vector<double> demand_of;  ///< by supply: the demand that its ratio divides by

  /// Both sides of the method's identity: Σ_i P_i A_i = Σ_j S_j over the supplies that have a ratio
  /// (two_step, three_step, huff, availability); of modified and modified_huff "at most"; of balanced Σ_i A_i
  /// = Σ_j L_j; of variable there is none, and both are 0.
  double left = 0, right = 0;
  bool equality = true;  ///< else left ≤ right
  /// Whether it holds to 1e-9 of the right side.
  bool holds() const;
};

/// The index of every demand and the ratio of every supply. Sums run in the order of the pairs, so nothing
/// depends on threads. \pre demand and supply are finite and not negative; of modified f(0) ≤ 1, else the
/// identity does not hold.
FloatingCatchment floating_catchment(CatchmentMethod method, const CatchmentPairs& pairs,
                                     std::span<const double> demand, std::span<const double> supply,
                                     const CatchmentSettings& settings = {});

/// C_j = Σ_i P_i f_ij/Σ_j S_j f_ij, how crowded each supply is: demand per supply; nothing where no demand or
/// supply is in reach. Σ_j S_j C_j = Σ_i P_i over the demands that reach a supply above 0 (Wang 2018:
/// i2SFCA).
std::vector<std::optional<double>> crowdedness(const CatchmentPairs& pairs, std::span<const double> demand,
                                               std::span<const double> supply);

}  // namespace jingwei
