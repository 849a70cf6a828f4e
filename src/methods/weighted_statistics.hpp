#pragma once
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

namespace jingwei {

/// Values that each count with a weight (a cell's share in a zone): their moments in one pass (West 1979,
/// "Updating mean and variance estimates: an improved method").
class WeightedMoments {
 public:
  /// \pre weight > 0
  void add(double value, double weight) {
    m_weight += weight;
    m_sum += value * weight;
    const double before = value - m_mean;
    m_mean += before * (weight / m_weight);
    m_squares += weight * before * (value - m_mean);
    if (value < m_min) m_min = value;
    if (value > m_max) m_max = value;
  }

  /// Many values of one weight, those that are NaN aside (Chan, Golub & LeVeque 1983, "Algorithms for
  /// computing the sample variance"). Returns what there was of them. \pre weight > 0
  struct Run {
    double count = 0;
    double sum = 0;
  };
  Run add(std::span<const double> values, double weight);

  double weight() const { return m_weight; }
  double sum() const { return m_sum; }  ///< Σ w·x
  // Of at least one value:
  double mean() const { return m_mean; }
  double variance() const { return m_squares / m_weight; }  ///< of the population: Σ w·(x − mean)² / Σ w
  double min() const { return m_min; }
  double max() const { return m_max; }

 private:
  double m_weight = 0;
  double m_sum = 0;
  double m_mean = 0;
  double m_squares = 0;
  double m_min = std::numeric_limits<double>::infinity();
  double m_max = -std::numeric_limits<double>::infinity();
};

/// How often each value occurs, by two weights (a cell's share, and its area). Memory follows the number of
/// different values.
class WeightedDistribution {
 public:
  struct Entry {
    double value;
    double weight;
    double area;
  };

  void add(double value, double weight, double area) {
    if (!m_pending.empty() && m_pending.back().value == value) {
      m_pending.back().weight += weight;
      m_pending.back().area += area;
      return;
    }
    m_pending.push_back({value, weight, area});
    if (m_pending.size() > m_entries.size() + 65536) settle();
  }

  /// All values, ascending, each once.
  const std::vector<Entry>& entries();

 private:
  void settle();

  std::vector<Entry> m_entries;  // ascending, each value once
  std::vector<Entry> m_pending;  // as they came
};

/// Of the values of a distribution, ascending: the smallest one at which at least half of the weight has been
/// reached; the ones of the largest and the smallest weight (of several the smallest). \pre at least one
double weighted_median(const std::vector<WeightedDistribution::Entry>& entries);
double majority(const std::vector<WeightedDistribution::Entry>& entries);
double minority(const std::vector<WeightedDistribution::Entry>& entries);

}  // namespace jingwei
