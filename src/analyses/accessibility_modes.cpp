#include "analyses/accessibility_modes.hpp"

#include <algorithm>
#include <limits>
#include <set>

#include "base/error.hpp"
#include "methods/accumulate.hpp"

namespace jingwei {
namespace {

std::vector<double> to_minutes(std::span<const Cost> costs) {
  std::vector<double> minutes(costs.size());
  std::ranges::transform(costs, minutes.begin(), [](Cost cost) {
    return cost == unreachable ? std::numeric_limits<double>::infinity() : jingwei::to_minutes(cost);
  });
  return minutes;
}

/// The modes of one network (or table).
class ModesOfSource {
 public:
  ModesOfSource(const TravelTimes& times, const AccessibilityOptions& options, const Layer& origins,
                const Layer& destinations, const AccessibilityMeasures& measures)
      : m_times(times),
        m_options(options),
        m_measures(measures),
        m_destinations(destinations),
        m_sources(destinations.rows()),
        m_rows(origins.rows()) {
    for (std::size_t row = 0; row < m_sources.size(); ++row) m_sources[row].add(destinations, row, 0);
  }

  /// `of_network` is the suffix of all of them.
  std::vector<AccessibilityMode> modes(const std::string& of_network, Context& context) const {
    const std::span percentiles = m_times.percentiles();
    std::vector<AccessibilityMode> modes;
    for (std::size_t p = 0; p < percentiles.size(); ++p)
      modes.push_back(
          mode(p == 0 ? of_network : format("{}_p{}", of_network, to_text(percentiles[p])), false));
    if (m_options.mean_over_departures && m_times.by_timetable())
      modes.push_back(mode(of_network + "_mean", true));
    m_times.for_each_row(to_cost(m_options.max_time), context,
                         [&](std::size_t row, const TravelTimes::Times& times) {
                           for (AccessibilityMode& each : modes)
                             each.answers[row].snap_m = m_times.snap_m(row);
                           if (!m_times.known(row)) return;
                           for (std::size_t p = 0; p < percentiles.size(); ++p)
                             modes[p].answers[row] = answer(row, part(times.costs, p));
                           if (modes.back().mean) modes.back().answers[row] = mean(row, times.departures);
                         });
    return modes;
  }

 private:
  AccessibilityMode mode(std::string suffix, bool mean) const {
    AccessibilityMode made{std::move(suffix), {}, std::vector<AccessibilityAnswer>(m_rows), mean};
    for (std::size_t i = 0; i < m_measures.columns().size(); ++i)
      if (!mean || m_measures.sums()[i]) made.columns.push_back(m_measures.columns()[i] + made.suffix);
    return made;
  }

  /// The times at the i-th percentile or departure.
  std::span<const Cost> part(std::span<const Cost> costs, std::size_t i) const {
    return costs.subspan(i * m_sources.size(), m_sources.size());
  }

  /// What counts is told as a source.
  void add_reached(std::span<const double> minutes, AccessibilityAnswer& answer) const {
    for (std::size_t i = 0; i < minutes.size(); ++i)
      if (minutes[i] <= m_measures.widest_min()) answer.reached.add(m_sources[i]);
  }

  AccessibilityAnswer answer(std::size_t row, std::span<const Cost> costs) const {
    AccessibilityAnswer answer;
    answer.snap_m = m_times.snap_m(row);
    answer.reached.add(m_times.table_sources());
    const std::vector<double> minutes = to_minutes(costs);
    answer.values = m_measures.values(minutes);
    add_reached(minutes, answer);
    const auto nearest = minimum_cost(minutes);
    if (!nearest) return answer;
    answer.nearest_min = nearest->cost;
    answer.nearest = static_cast<std::uint32_t>(nearest->index);
    answer.reached.add(m_destinations, nearest->index, 0);
    return answer;
  }

  AccessibilityAnswer mean(std::size_t row, std::span<const Cost> departures) const {
    AccessibilityAnswer answer;
    answer.snap_m = m_times.snap_m(row);
    const std::vector<bool>& is_sum = m_measures.sums();
    std::vector<double> sums(static_cast<std::size_t>(std::ranges::count(is_sum, true)));
    const std::size_t count = m_sources.empty() ? 1 : departures.size() / m_sources.size();
    for (std::size_t d = 0; d < count; ++d) {
      const std::vector<double> minutes = to_minutes(part(departures, d));
      const auto values = m_measures.values(minutes);
      std::size_t next = 0;
      for (std::size_t i = 0; i < values.size(); ++i)
        if (is_sum[i]) sums[next++] += values[i].value_or(0);
      add_reached(minutes, answer);
    }
    for (const double sum : sums) answer.values.emplace_back(sum / static_cast<double>(count));
    return answer;
  }

  const TravelTimes& m_times;
  const AccessibilityOptions& m_options;
  const AccessibilityMeasures& m_measures;
  const Layer& m_destinations;
  std::vector<Provenance> m_sources;  ///< of each destination
  std::size_t m_rows;
};

void require_distinct(std::span<const AccessibilityMode> modes) {
  std::set<std::string> names;
  for (const AccessibilityMode& mode : modes)
    for (const std::string& name : mode.columns)
      if (!names.insert(name).second)
        throw input_error(
            {"accessibility：两列都会叫“{}”；请给字段或路网改名",
             "accessibility: two columns would be called “{}”; rename the field or the network"},
            name);
}

}  // namespace

std::vector<AccessibilityMode> accessibility_modes(const Window& in, const AccessibilityOptions& options,
                                                   const Layer& origins, const Layer& destinations,
                                                   const AccessibilityMeasures& measures,
                                                   std::vector<Issue>& issues, Context& context) {
  const auto direction =
      options.travel == Travel::from_origins ? Network::Direction::from_place : Network::Direction::to_place;
  std::vector<AccessibilityMode> modes;
  for (const Network* source : travel_sources(in)) {
    const TravelTimes times(in, source, "origins", origins, destinations, direction, options.when,
                            options.percentiles, issues, context);
    const std::string suffix = modes.empty() ? "" : "_" + source->name();
    const ModesOfSource of_source(times, options, origins, destinations, measures);
    for (AccessibilityMode& mode : of_source.modes(suffix, context)) modes.push_back(std::move(mode));
  }
  require_distinct(modes);
  return modes;
}

}  // namespace jingwei
