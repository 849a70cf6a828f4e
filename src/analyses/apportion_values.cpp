#include "analyses/apportion_values.hpp"

#include <cmath>
#include <map>

#include "analyses/finish.hpp"
#include "base/error.hpp"
#include "layer/operations.hpp"
#include "layer/provenance.hpp"

namespace jingwei {
namespace {

class Carrying {
 public:
  Carrying(Result& whole, std::span<const std::uint32_t> source_of)
      : m_whole(whole),
        m_targets(whole.layer("targets")),
        m_shares(whole.layer("shares")),
        m_sources(whole.layer("sources")),
        m_source_of(source_of),
        m_parts(m_targets.rows()) {
    std::map<std::string, std::uint32_t> rows;
    for (std::uint32_t row = 0; row < m_targets.rows(); ++row) rows.emplace(m_targets.key().text(row), row);
    for (std::uint32_t share = 0; share < m_shares.rows(); ++share)
      if (!m_shares["target_key"].is_null(share))
        m_parts[rows.at(m_shares["target_key"].text(share))].push_back(share);
  }

  void carry_extensive(const std::string& field) {
    const Column& values = m_sources[field];
    Column& amounts = m_shares.column(field);
    double outside = 0;
    for (std::uint32_t share = 0; share < m_shares.rows(); ++share) {
      if (values.is_null(m_source_of[share])) continue;
      const double amount = values.number(m_source_of[share]) * m_shares["share_pct"].number(share) / 100;
      amounts.set(share, amount);
      if (m_shares["target_key"].is_null(share)) outside += amount;
    }
    Column& sums = m_targets.column(field);
    for (std::size_t target = 0; target < m_targets.rows(); ++target)
      for (const std::uint32_t share : m_parts[target])
        if (!amounts.is_null(share)) sums.set(target, sums.number_or(target, 0) + amounts.number(share));
    add_figures(field, outside);
  }

  void carry_intensive(const std::string& field) {
    const Column& values = m_sources[field];
    for (std::size_t target = 0; target < m_targets.rows(); ++target) {
      double sum = 0, measure = 0;
      for (const std::uint32_t share : m_parts[target]) {
        const std::uint32_t source = m_source_of[share];
        if (values.is_null(source)) continue;
        m_shares.column(field).set(share, values.number(source));
        sum += values.number(source) * measure_of(share);
        measure += measure_of(share);
      }
      if (measure > 0) m_targets.column(field).set(target, sum / measure);
    }
  }

  /// How much of each target its sources cover, and what they were. `field`: by which they weigh.
  void describe_targets(const std::string& field) {
    const bool areas =
        !rows_where(m_shares, [&](auto share) { return !m_shares["area_m2"].is_null(share); }).empty();
    for (std::size_t target = 0; target < m_targets.rows(); ++target) {
      Provenance provenance;
      provenance.add(m_targets, target, 0);
      double covered_m2 = 0;
      for (const std::uint32_t share : m_parts[target]) {
        provenance.add(m_shares, share, std::abs(m_shares[field].number_or(share, 0)));
        covered_m2 += m_shares["area_m2"].number_or(share, 0);
      }
      m_targets.column("sources").set(target, static_cast<std::int64_t>(m_parts[target].size()));
      if (areas) {
        m_targets.column("covered_m2").set(target, covered_m2);
        const double area_m2 = m_targets["area_m2"].number_or(target, 0);
        if (area_m2 > 0) m_targets.column("covered_pct").set(target, share_pct(covered_m2, area_m2));
      }
      if (provenance.confidence() != 0)
        m_targets.column(provenance::confidence_min).set(target, std::string(1, provenance.confidence()));
      m_targets.column(provenance::synthetic_pct)
          .set(target, percent(provenance.synthetic_weight(), provenance.weight()));
    }
  }

 private:
  double measure_of(std::uint32_t share) const {
    return m_shares["area_m2"].number_or(share, m_shares["length_m"].number_or(share, 1));
  }

  void add_figures(const std::string& field, double outside) {
    double in = 0, overlap = 0, size = 0;
    for (std::size_t source = 0; source < m_sources.rows(); ++source) {
      const double value = m_sources[field].number_or(source, 0);
      in += value;
      size += std::abs(value);
      overlap += value * m_sources["overlap_pct"].number(source) / 100;
    }
    const double out = total(m_targets, field);
    if (!(std::abs(in + overlap - out - outside) <= 1e-9 * size * (1 + overlap / std::max(size, 1e-300))))
      throw error(
          ErrorKind::failed,
          {"字段“{}”：来源合计 {}，目标 {} 与目标之外 {} 之和不符，结果有误",
           "field “{}”: {} went in, but {} in targets and {} outside do not come to it; the result is wrong"},
          field, in + overlap, out, outside);
    m_whole.figures.push_back({format("{}_in", field), in});
    m_whole.figures.push_back({format("{}_out", field), out});
    m_whole.figures.push_back({format("{}_outside", field), outside});
    m_whole.figures.push_back({format("{}_overlap", field), overlap});
  }

  Result& m_whole;
  Layer& m_targets;
  Layer& m_shares;
  Layer& m_sources;
  std::span<const std::uint32_t> m_source_of;
  std::vector<std::vector<std::uint32_t>> m_parts;  // the shares of each target
};

}  // namespace

void carry_values(Result& whole, const std::vector<std::string>& extensive,
                  const std::vector<std::string>& intensive, std::span<const std::uint32_t> source_of) {
  whole.figures = {{"targets", static_cast<double>(whole.layer("targets").rows())},
                   {"sources", static_cast<double>(whole.layer("sources").rows())}};
  Carrying carrying(whole, source_of);
  for (const std::string& field : extensive) carrying.carry_extensive(field);
  for (const std::string& field : intensive) carrying.carry_intensive(field);
  carrying.describe_targets(extensive.empty() ? intensive.front() : extensive.front());
}

}  // namespace jingwei
