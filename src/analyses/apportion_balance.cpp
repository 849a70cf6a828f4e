#include "analyses/apportion_balance.hpp"

#include <cmath>
#include <map>

#include "base/error.hpp"

namespace jingwei {
namespace {

/// m² of polygons, m of lines, 1 of what has a place only.
double measure_of(const Layer& layer, std::size_t row) {
  return layer["area_m2"].number_or(row, layer["length_m"].number_or(row, 1));
}

/// What a source's parts add up to.
struct Parts {
  double measure = 0, outside_measure = 0;
  double weight = 0, outside_weight = 0;
};

class Balance {
 public:
  explicit Balance(Result& whole)
      : m_whole(whole), m_shares(whole.layer("shares")), m_sources(whole.layer("sources")) {}

  std::vector<std::uint32_t> run() {
    gather();
    for (std::uint32_t source = 0; source < m_sources.rows(); ++source) settle(source);
    for (std::size_t row = 0; row < m_shares.rows(); ++row) {
      const std::uint32_t source = m_source_of[row];
      const double part =
          by_weight(source) ? m_shares["weight"].number_or(row, 0) : measure_of(m_shares, row);
      m_shares.column("share_pct").set(row, 100 * part / m_denominator[source]);
    }
    return std::move(m_source_of);
  }

 private:
  bool by_weight(std::uint32_t source) const { return m_parts[source].weight > 0; }

  void gather() {
    std::map<std::string, std::uint32_t> rows;
    for (std::uint32_t row = 0; row < m_sources.rows(); ++row) rows.emplace(m_sources.key().text(row), row);
    m_parts.resize(m_sources.rows());
    m_denominator.resize(m_sources.rows());
    for (std::size_t row = 0; row < m_shares.rows(); ++row) {
      m_source_of.push_back(rows.at(m_shares["source_key"].text(row)));
      Parts& parts = m_parts[m_source_of.back()];
      const double measure = measure_of(m_shares, row);
      const double weight = m_shares["weight"].number_or(row, 0);
      parts.measure += measure;
      parts.weight += weight;
      if (!m_shares["target_key"].is_null(row)) continue;
      parts.outside_measure += measure;
      parts.outside_weight += weight;
    }
  }

  /// The parts of a source are divided by their sum, so that nothing is lost, unless targets overlap.
  void settle(std::uint32_t source) {
    const Parts& parts = m_parts[source];
    const double whole = measure_of(m_sources, source);
    const double tolerance = m_sources["tolerance"].number_or(source, 0) + 1e-6 * whole;
    if (parts.measure < whole - tolerance)
      throw error(
          ErrorKind::failed,
          {"来源“{}”：各部分之和 {} 少于其整体 {}，结果有误",
           "source “{}”: its parts come to {}, less than the {} that it measures; the result is wrong"},
          m_sources.key().text(source), parts.measure, whole);
    const bool overlapping = parts.measure > whole + tolerance;
    const bool weight = by_weight(source);
    const double sum = weight ? parts.weight : parts.measure;
    double& denominator = m_denominator[source];
    denominator = !overlapping ? sum : weight ? m_sources["weight"].number_or(source, sum) : whole;
    const double outside = (weight ? parts.outside_weight : parts.outside_measure) / denominator;
    const double overlap = overlapping ? std::max(0.0, sum / denominator - 1) : 0;
    m_sources.column("outside_pct").set(source, 100 * outside);
    m_sources.column("inside_pct").set(source, 100 * (1 - outside));
    m_sources.column("overlap_pct").set(source, 100 * overlap);
    m_sources.column("divided_by").set(source, std::string(basis(source, weight)));
    if (overlap > 0)
      tell(source, "overlapping_targets",
           {format("目标在此重叠，来源的 {:.2f}% 被重复计算", 100 * overlap),
            format("targets overlap here: {:.2f} % of the source count more than once", 100 * overlap)},
           {"每个目标都得到各自覆盖的部分", "each target takes what it covers"});
    if (!weight && !m_sources["weight"].is_null(source))
      tell(source, "no_weight", {"其内没有密度大于 0 的面", "has no density above 0 anywhere inside"},
           {"按面积分摊", "divided by area"});
  }

  std::string_view basis(std::uint32_t source, bool weight) const {
    if (weight) return "weight";
    if (!m_sources["area_m2"].is_null(source)) return "area";
    return m_sources["length_m"].is_null(source) ? "place" : "length";
  }

  void tell(std::uint32_t source, std::string kind, Text reason, Text action) {
    Issue issue;
    issue.kind = std::move(kind);
    issue.layer = m_sources.name();
    issue.feature = m_sources.key().text(source);
    issue.reason = std::move(reason);
    issue.action = std::move(action);
    m_whole.issues.push_back(std::move(issue));
  }

  Result& m_whole;
  Layer& m_shares;
  Layer& m_sources;
  std::vector<std::uint32_t> m_source_of;  // of each share
  std::vector<Parts> m_parts;              // of each source
  std::vector<double> m_denominator;
};

}  // namespace

std::vector<std::uint32_t> balance_shares(Result& whole) {
  return Balance(whole).run();
}

}  // namespace jingwei
