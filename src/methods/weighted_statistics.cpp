#include "methods/weighted_statistics.hpp"

#include <algorithm>
#include <cmath>

namespace jingwei {

WeightedMoments::Run WeightedMoments::add(std::span<const double> values, double weight) {
  Run run;
  double least = m_min, most = m_max;
  for (const double value : values) {
    if (std::isnan(value)) continue;
    ++run.count;
    run.sum += value;
    least = std::min(least, value);
    most = std::max(most, value);
  }
  if (run.count == 0) return run;
  const double mean = run.sum / run.count;
  double squares = 0;
  for (const double value : values)
    if (!std::isnan(value)) squares += (value - mean) * (value - mean);

  const double more = run.count * weight;
  const double before = mean - m_mean;
  m_squares += weight * squares + before * before * (m_weight * more / (m_weight + more));
  m_weight += more;
  m_mean += before * (more / m_weight);
  m_sum += run.sum * weight;
  m_min = least;
  m_max = most;
  return run;
}

void WeightedDistribution::settle() {
  m_entries.insert(m_entries.end(), m_pending.begin(), m_pending.end());
  m_pending.clear();
  std::ranges::stable_sort(m_entries, {}, &Entry::value);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < m_entries.size(); ++i) {
    if (kept > 0 && m_entries[kept - 1].value == m_entries[i].value) {
      m_entries[kept - 1].weight += m_entries[i].weight;
      m_entries[kept - 1].area += m_entries[i].area;
    } else {
      m_entries[kept++] = m_entries[i];
    }
  }
  m_entries.resize(kept);
}

const std::vector<WeightedDistribution::Entry>& WeightedDistribution::entries() {
  settle();
  return m_entries;
}

double weighted_median(const std::vector<WeightedDistribution::Entry>& entries) {
  double all = 0;
  for (const auto& entry : entries) all += entry.weight;
  double reached = 0;
  for (const auto& entry : entries) {
    reached += entry.weight;
    if (reached >= all / 2 * (1 - 1e-12)) return entry.value;  // halves that rounding hides count
  }
  return entries.back().value;
}

double majority(const std::vector<WeightedDistribution::Entry>& entries) {
  return std::ranges::max_element(entries, {}, &WeightedDistribution::Entry::weight)->value;
}

double minority(const std::vector<WeightedDistribution::Entry>& entries) {
  return std::ranges::min_element(entries, {}, &WeightedDistribution::Entry::weight)->value;
}

}  // namespace jingwei
