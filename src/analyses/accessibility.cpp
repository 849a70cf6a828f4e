// How far is the nearest opportunity from where people live, and what do they reach?
#include <algorithm>
#include <limits>

#include "analyses/accessibility_measures.hpp"
#include "analyses/accessibility_units.hpp"
#include "analyses/analysis.hpp"
#include "analyses/describe.hpp"
#include "analyses/finish.hpp"
#include "analyses/numeric_field.hpp"
#include "analyses/output_layer.hpp"
#include "analyses/outside_units.hpp"
#include "analyses/owned_rows.hpp"
#include "analyses/travel_times.hpp"
#include "geometry/join.hpp"
#include "layer/operations.hpp"
#include "methods/accessibility.hpp"
#include "methods/accumulate.hpp"

namespace jingwei {

template <>
std::vector<Choice> choices_of<Travel>() {
  return {
      {"from_origins", {"从出发地到目的地（主动可达性）", "from the origins to the destinations (active)"}},
      {"to_origins", {"从目的地到出发地（被动可达性）", "from the destinations to the origins (passive)"}}};
}

namespace {

Description accessibility_description() {
  using Options = AccessibilityOptions;
  return describe<Options>("accessibility")
      .title({"可达性", "Accessibility"})
      .summary({"居民到最近的目的地要多久，各时限内能到达多少机会？",
                "How long do people travel to the nearest destination, and what do they reach in time?"})
      .reads("origins", {"出发地（人口）", "origins: where people live"},
             {"population", "micro_centers", "facilities", "stations", "platforms", "admin_units", "any"},
             {GeometryForm::point, GeometryForm::polygon, GeometryForm::table})
      .reads("destinations", {"目的地（点）", "destinations (points)"}, {},
             {GeometryForm::point, GeometryForm::polygon, GeometryForm::table})
      .reads_network("network", {"出行网络；或给出 travel_times", "network; or give travel_times"},
                     Presence::optional)
      .reads("travel_times", {"出行时间表，代替网络", "table of travel times, in place of a network"},
             {"travel_times", "od_matrix_pairs"}, {GeometryForm::table}, Presence::optional)
      .reads("admin_units", {"区县", "counties"}, {"admin_units"}, {}, Presence::optional)
      .option("limits", &Options::limits,
              {"出行时限，升序，含等于", "travel-time limits, ascending, inclusive"},
              between("0.1 min", "24 h"))
      .option("opportunities", &Options::opportunities,
              {"目的地的机会数字段，可多个；没有则每个目的地计 1",
               "numeric fields of what a destination offers; without one each destination counts 1"},
              field_of("destinations"))
      .option("mass", &Options::mass,
              {"目的地质量：各字段的几何平均，如 √(GDP·人口)，作为又一种机会",
               "mass of a destination: the geometric mean of these fields, as √(GDP·population); one more "
               "opportunity"},
              field_of("destinations"))
      .option("nearest", &Options::nearest,
              {"到第几近的目的地的时间", "times to how many nearest destinations"}, between("1", "50"))
      .option("interval", &Options::interval,
              {"时限区间：区间内所有时限的平均机会数",
               "two limits: the mean of what is reached within all limits between them"},
              between("0 min", "24 h"))
      .option("decay", &Options::decay,
              {"引力可达性的衰减函数，如 gaussian(30 min)、exponential(0.05/min)、power(1, 1 min)",
               "decay of gravity, such as gaussian(30 min), exponential(0.05/min), power(1, 1 min)"})
      .option("logsum-scale", &Options::logsum_scale, {"对数和可达性的尺度 1/μ", "scale 1/μ of the logsum"},
              between("0.1 min", "24 h"))
      .option("mean-time", &Options::mean_time,
              {"按机会加权的平均时间及可达性系数",
               "mean time weighted by opportunities, and its ratio to the mean of all origins"})
      .option("travel", &Options::travel, {"出行方向", "which way one travels"})
      .option("max-time", &Options::max_time,
              {"搜索上限：更远的目的地视为不可达", "search limit: what is farther counts as out of reach"},
              between("1 min", "24 h"))
      .option("people", &Options::people,
              {"出发地的人口字段；没有此字段则不计人口",
               "people at an origin; without the field nobody is counted"},
              field_of("origins"))
      .includes(&Options::departures, departures_description())
      .writes("origins", owned)
      .writes("by_unit", sum_by_key)
      .needs("admin_units")
      .sees_everything()  // a destination can be as far as the network carries
      .checks(&check)
      .cites(
          "Geurs, K. T., van Wee, B. (2004). Accessibility evaluation of land-use and transport strategies. "
          "Journal of Transport Geography 12, 127–140 (cumulative opportunities).")
      .cites(
          "Hansen, W. G. (1959). How accessibility shapes land use. Journal of the American Institute of "
          "Planners 25, 73–76 (gravity).")
      .cites(
          "Tomasiello, D. B., Herszenhut, D., Oliveira, J. L. A., Braga, C. K. V., Pereira, R. H. M. (2023). "
          "A "
          "time interval metric for cumulative opportunity accessibility. Applied Geography 157, 103007.")
      .cites("Ben-Akiva, M., Lerman, S. R. (1985). Discrete choice analysis. MIT Press (logsum).");
}

/// One accessibility question in one window: for the origins that it owns.
class Accessibility {
 public:
  Accessibility(const Window& in, const AccessibilityOptions& options, Context& context)
      : m_in(in),
        m_options(options),
        m_context(context),
        m_origins(owned_rows(in, "origins", context)),
        m_points(places_of(m_origins, context)),
        m_destinations(in["destinations"].take(rows_by_key(in["destinations"]))),
        m_answers(m_origins.rows()) {}

  Result run() {
    if (m_origins.has(m_options.people)) require_numbers(m_origins, m_options.people);
    const auto direction = m_options.travel == Travel::from_origins ? Network::Direction::from_place
                                                                    : Network::Direction::to_place;
    const TravelTimes times(m_in, "origins", m_origins, m_destinations, direction, m_options.departures,
                            m_result.issues, m_context);
    const AccessibilityMeasures measures(m_options, m_destinations, m_result.issues);
    answer(times, measures);
    if (m_in.has("admin_units")) locate();
    write_origins(times, measures);
    if (m_in.has("admin_units"))
      m_result.layers.emplace_back("by_unit",
                                   accessibility_by_unit(m_in, m_units, m_origins, m_answers, m_options));
    return std::move(m_result);
  }

 private:
  Value people_at(std::uint32_t row) const {
    return m_origins.has(m_options.people) ? m_origins[m_options.people].value(row) : Value{};
  }

  /// One sweep from (or to) each origin gives all that is measured of it.
  void answer(const TravelTimes& times, const AccessibilityMeasures& measures) {
    std::vector<Provenance> destinations(m_destinations.rows());
    for (std::size_t row = 0; row < destinations.size(); ++row) destinations[row].add(m_destinations, row, 0);
    times.for_each_row(
        to_cost(m_options.max_time), m_context, [&](std::size_t origin, std::span<const Cost> costs) {
          AccessibilityAnswer& answer = m_answers[origin];
          if (!times.known(origin)) return;
          answer.reached.add(times.table_sources());
          std::vector<double> minutes(costs.size());
          std::ranges::transform(costs, minutes.begin(), [](Cost cost) {
            return cost == unreachable ? std::numeric_limits<double>::infinity() : to_minutes(cost);
          });
          answer.values = measures.values(minutes);
          for (std::size_t i = 0; i < minutes.size(); ++i)
            if (minutes[i] <= measures.widest_min()) answer.reached.add(destinations[i]);
          const auto nearest = minimum_cost(minutes);
          if (!nearest) return;
          answer.nearest_min = nearest->cost;
          answer.nearest = static_cast<std::uint32_t>(nearest->index);
          answer.reached.add(m_destinations, nearest->index, 0);
        });
  }

  void locate() {
    m_units = m_in["admin_units"].take(rows_by_key(m_in["admin_units"]));
    const std::vector<std::uint32_t> unit = covering(m_points, m_units.geometry(), m_context);
    for (std::uint32_t row = 0; row < m_origins.rows(); ++row) {
      m_answers[row].unit = unit[row];
      if (unit[row] == no_row) m_result.issues.push_back(outside_units(m_origins, row, m_points[row]));
    }
  }

  /// Its county's code: by place, or as its own field says where no counties are given.
  Value unit_code(std::uint32_t row) const {
    if (m_in.has("admin_units"))
      return m_answers[row].unit == no_row ? Value{} : Value{m_units.key().as_text(m_answers[row].unit)};
    return m_origins.has("unit_code") ? m_origins["unit_code"].value(row) : Value{};
  }

  void write_origins(const TravelTimes& times, const AccessibilityMeasures& measures) {
    Layer origins = output_layer("accessibility_origins", m_in.crs());
    std::vector<Column> columns(measures.columns().size(), Column(FieldType::real));
    std::vector<Provenance> sources;
    for (std::uint32_t row = 0; row < m_origins.rows(); ++row) {
      const AccessibilityAnswer& answer = m_answers[row];
      Provenance& source = sources.emplace_back(answer.reached);
      source.add(m_origins, row);
      if (answer.nearest_min) source.add(m_destinations, answer.nearest);
      origins.append(m_origins.spatial() ? m_origins.geometry().wkb(row) : Wkb{},
                     {{"cell_id", m_origins.key().as_text(row)},
                      {"people", people_at(row)},
                      {"minimum_min", value_of(answer.nearest_min)},
                      {"nearest_key",
                       answer.nearest_min ? Value{m_destinations.key().as_text(answer.nearest)} : Value{}},
                      {"snap_m", value_of(times.snap_m(row))},
                      {"unit_code", unit_code(row)}});
      for (std::size_t i = 0; i < columns.size(); ++i)
        columns[i].append(answer.values.empty() ? Value{} : value_of(answer.values[i]));
    }
    for (std::size_t i = 0; i < columns.size(); ++i)
      origins.add(measures.columns()[i], std::move(columns[i]));
    set_provenance(origins, sources);
    m_result.layers.emplace_back("origins", std::move(origins));
  }

  static Value value_of(const std::optional<double>& value) { return value ? Value{*value} : Value{}; }

  const Window& m_in;
  const AccessibilityOptions& m_options;
  Context& m_context;
  Layer m_origins;
  std::vector<Point> m_points;
  Layer m_destinations;
  std::vector<AccessibilityAnswer> m_answers;  // by origin
  Layer m_units;
  Result m_result;
};

Result accessibility_run(const Window& in, const AccessibilityOptions& options, Context& context) {
  return Accessibility(in, options, context).run();
}

/// The coefficients: each mean time over the mean of all origins.
void add_ratios(Layer& origins) {
  const std::vector<Field> fields = origins.fields();
  for (const Field& field : fields) {
    const auto name = ratio_column(field.name);
    if (!name) continue;
    std::vector<std::optional<double>> means(origins.rows());
    for (std::size_t row = 0; row < means.size(); ++row)
      if (!origins[field.name].is_null(row)) means[row] = origins[field.name].number(row);
    Column ratios(FieldType::real);
    for (const auto& ratio : relative_to_mean(means)) ratios.append(ratio ? Value{*ratio} : Value{});
    origins.add(*name, std::move(ratios));
  }
}

void accessibility_finish(Result& whole, const AccessibilityOptions& options, Context&) {
  if (whole.has("by_unit")) finish_accessibility_by_unit(whole.layer("by_unit"), options);
  add_ratios(whole.layer("origins"));
  add_accessibility_figures(whole, options);
}

}  // namespace

Analysis accessibility_analysis() {
  return make_analysis(&accessibility_description, &accessibility_run, &accessibility_finish);
}

}  // namespace jingwei
