// How far is the nearest opportunity from where people live, and how many lie within a travel time?
#include <algorithm>

#include "analyses/accessibility_reach.hpp"
#include "analyses/analysis.hpp"
#include "analyses/describe.hpp"
#include "analyses/finish.hpp"
#include "analyses/output_layer.hpp"
#include "analyses/outside_units.hpp"
#include "geometry/join.hpp"
#include "geometry/measure.hpp"
#include "layer/operations.hpp"
#include "methods/accumulate.hpp"

namespace jingwei {

using namespace literals;

namespace {

struct AccessibilityOptions {
  std::vector<Duration> limits{15_min, 30_min, 45_min, 60_min};
  std::optional<std::string> opportunities;
  Duration max_time = 2_h;
};

void check(const AccessibilityOptions& options) {
  check_limits(options.limits, options.max_time);
}

/// A destination can be as far as the network carries within max-time.
std::optional<Length> everything(const AccessibilityOptions&) {
  return std::nullopt;
}

Description accessibility_description() {
  return describe<AccessibilityOptions>("accessibility")
      .title({"可达性", "Accessibility"})
      .summary({"居民到最近的目的地要多久，各时限内能到达多少机会？",
                "How long do people travel to the nearest destination, and what do they reach in time?"})
      .reads("origins", {"出发地（人口）", "origins: where people live"}, {"population"})
      .reads("destinations", {"目的地（点）", "destinations (points)"}, {}, {GeometryForm::point})
      .reads_network("network", {"出行网络", "network"}, Presence::required)
      .reads("admin_units", {"区县", "counties"}, {"admin_units"}, {}, Presence::optional)
      .option("limits", &AccessibilityOptions::limits,
              {"出行时限，升序，含等于", "travel-time limits, ascending, inclusive"},
              between("0.1 min", "24 h"))
      .option("opportunities", &AccessibilityOptions::opportunities,
              {"目的地的机会数字段；没有则每个目的地计 1",
               "numeric field of what a destination offers; without it each destination counts 1"},
              field_of("destinations"))
      .option("max-time", &AccessibilityOptions::max_time,
              {"搜索上限：更远的目的地视为不可达", "search limit: what is farther counts as out of reach"},
              between("1 min", "24 h"))
      .writes("origins", owned)
      .writes("by_unit", sum_by_key)
      .needs("admin_units")
      .halo(&everything)
      .checks(&check)
      .cites(
          "Geurs, K. T., van Wee, B. (2004). Accessibility evaluation of land-use and transport strategies. "
          "Journal of Transport Geography 12, 127–140 (cumulative opportunities).");
}

/// One accessibility question in one window: for the origins that it owns.
class Accessibility {
 public:
  Accessibility(const Window& in, const AccessibilityOptions& options, Context& context)
      : m_in(in),
        m_options(options),
        m_context(context),
        m_origins(owned_origins()),
        m_points(representative_points(m_origins.geometry(), context)),
        m_destinations(in["destinations"].take(rows_by_key(in["destinations"]))) {}

  Result run() {
    const Network& network = m_in.network("network");
    m_places = network.snap(m_origins, m_points, m_result.issues, m_context);
    m_reached = reach(network, m_places, m_destinations, m_options.opportunities, m_options.limits,
                      m_options.max_time, m_result.issues, m_context);
    if (m_in.has("admin_units")) locate();
    write_origins();
    if (m_in.has("admin_units")) write_by_unit();
    return std::move(m_result);
  }

 private:
  Layer owned_origins() const {
    const Layer& all = m_in["origins"];
    const std::vector<bool> own = m_in.owned(all, m_context);
    return all.take(rows_where(all, [&](auto row) { return own[row]; }));
  }

  void locate() {
    m_units = m_in["admin_units"].take(rows_by_key(m_in["admin_units"]));
    m_unit = covering(m_points, m_units.geometry(), m_context);
    for (std::uint32_t row = 0; row < m_origins.rows(); ++row)
      if (m_unit[row] == no_row) m_result.issues.push_back(outside_units(m_origins, row, m_points[row]));
  }

  /// Its county's code: by place, or as its own field says where no counties are given.
  Value unit_code(std::uint32_t row) const {
    if (!m_unit.empty()) return m_unit[row] == no_row ? Value{} : Value{m_units.key().as_text(m_unit[row])};
    return m_origins.has("unit_code") ? m_origins["unit_code"].value(row) : Value{};
  }

  double minutes(const Reached& reached) const { return reached.nearest->cost / 60000; }
  bool reaches(const Reached& reached, Duration limit) const {
    return reached.nearest && reached.nearest->cost <= to_cost(limit);
  }

  void write_origins() {
    Layer origins = output_layer("accessibility_origins", m_in.crs());
    std::vector<Column> within(m_options.limits.size(), Column(FieldType::real));
    std::vector<Provenance> sources;
    for (std::uint32_t row = 0; row < m_origins.rows(); ++row) {
      const Reached& reached = m_reached[row];
      const bool snapped = m_places[row].snapped();
      Provenance& source = sources.emplace_back(reached.sources);
      source.add(m_origins, row);
      if (reached.nearest) source.add(m_destinations, reached.nearest->index);
      origins.append(
          m_origins.geometry().wkb(row),
          {{"cell_id", m_origins.key().as_text(row)},
           {"people", m_origins["people"].value(row)},
           {"minimum_min", reached.nearest ? Value{minutes(reached)} : Value{}},
           {"nearest_key",
            reached.nearest ? Value{m_destinations.key().as_text(reached.nearest->index)} : Value{}},
           {"snap_m", snapped ? Value{m_places[row].snap_m} : Value{}},
           {"unit_code", unit_code(row)}});
      for (std::size_t i = 0; i < within.size(); ++i)
        within[i].append(snapped ? Value{reached.within.empty() ? 0.0 : reached.within[i]} : Value{});
    }
    for (std::size_t i = 0; i < within.size(); ++i)
      origins.add(within_min("", m_options.limits[i]), std::move(within[i]));
    set_provenance(origins, sources);
    m_result.layers.emplace_back("origins", std::move(origins));
  }

  void write_by_unit() {
    const std::size_t n = m_units.rows();
    std::vector<double> people(n), people_reached(n), people_minutes(n);
    std::vector<std::vector<double>> within(m_options.limits.size(), std::vector<double>(n));
    std::vector<Provenance> sources(n);
    for (std::uint32_t row = 0; row < m_origins.rows(); ++row) {
      const std::uint32_t unit = m_unit[row];
      if (unit == no_row) continue;
      const Reached& reached = m_reached[row];
      const double here = m_origins["people"].number_or(row, 0);
      people[unit] += here;
      sources[unit].add(m_origins, row, here);
      if (!reached.nearest) continue;
      people_reached[unit] += here;
      people_minutes[unit] += here * minutes(reached);
      for (std::size_t i = 0; i < within.size(); ++i)
        if (reaches(reached, m_options.limits[i])) within[i][unit] += here;
      sources[unit].add(reached.sources);
      sources[unit].add(m_destinations, reached.nearest->index, 0);
    }
    Layer by_unit = output_layer("accessibility_by_unit", m_in.crs());
    for (std::uint32_t row = 0; row < n; ++row) {
      sources[row].add(m_units, row, 0);
      by_unit.append(m_units.geometry().wkb(row), {{"unit_code", m_units.key().as_text(row)},
                                                   {"people", people[row]},
                                                   {"people_reached", people_reached[row]},
                                                   {"people_minutes", people_minutes[row]}});
    }
    copy_unit_names(m_units, by_unit);
    for (std::size_t i = 0; i < within.size(); ++i) {
      Column column(FieldType::real);
      for (const double value : within[i]) column.append(value);
      by_unit.add(within_min("people_", m_options.limits[i]), std::move(column));
    }
    set_provenance(by_unit, sources);
    m_result.layers.emplace_back("by_unit", std::move(by_unit));
  }

  const Window& m_in;
  const AccessibilityOptions& m_options;
  Context& m_context;
  Layer m_origins;
  std::vector<Point> m_points;
  Layer m_destinations;
  std::vector<NetworkPlace> m_places;  // of the origins
  std::vector<Reached> m_reached;      // by origin
  Layer m_units;
  std::vector<std::uint32_t> m_unit;  // of each origin; empty without counties
  Result m_result;
};

Result accessibility_run(const Window& in, const AccessibilityOptions& options, Context& context) {
  return Accessibility(in, options, context).run();
}

void finish_units(Layer& units, const AccessibilityOptions& options) {
  for (std::size_t row = 0; row < units.rows(); ++row) {
    const double reached = units["people_reached"].number_or(row, 0);
    if (reached > 0)
      units.column("mean_minimum_min").set(row, units["people_minutes"].number_or(row, 0) / reached);
  }
  for (const Duration limit : options.limits) {
    Column empty(FieldType::real);
    for (std::size_t row = 0; row < units.rows(); ++row) empty.append_null();
    units.add(within_pct(limit), std::move(empty));
    add_share(units, within_min("people_", limit), "people", within_pct(limit));
  }
}

/// The figures come from the origins, those outside all counties included.
void accessibility_finish(Result& whole, const AccessibilityOptions& options, Context&) {
  if (whole.has("by_unit")) finish_units(whole.layer("by_unit"), options);
  const Layer& origins = whole.layer("origins");
  double reached = 0;
  double people_minutes = 0;
  std::vector<double> within(options.limits.size());
  for (std::size_t row = 0; row < origins.rows(); ++row) {
    if (origins["minimum_min"].is_null(row)) continue;
    const double people = origins["people"].number_or(row, 0);
    const double minutes = origins["minimum_min"].number(row);
    reached += people;
    people_minutes += people * minutes;
    for (std::size_t i = 0; i < within.size(); ++i)
      if (minutes * 60000 <= to_cost(options.limits[i]) + 0.5) within[i] += people;
  }
  const double people = total(origins, "people");
  whole.figures.push_back({"origins", static_cast<double>(origins.rows())});
  whole.figures.push_back({"people", people});
  whole.figures.push_back({"people_reached", reached});
  if (reached > 0) whole.figures.push_back({"mean_minimum_min", people_minutes / reached});
  for (std::size_t i = 0; i < within.size(); ++i) {
    whole.figures.push_back({within_min("people_", options.limits[i]), within[i]});
    add_share(whole, within_pct(options.limits[i]), within[i], people);
  }
}

}  // namespace

Analysis accessibility_analysis() {
  return make_analysis(&accessibility_description, &accessibility_run, &accessibility_finish);
}

}  // namespace jingwei
