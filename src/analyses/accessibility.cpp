// How far is the nearest opportunity from where people live, and what do they reach?
#include "methods/accessibility.hpp"
#include "analyses/accessibility_measures.hpp"
#include "analyses/accessibility_modes.hpp"
#include "analyses/accessibility_units.hpp"
#include "analyses/analysis.hpp"
#include "analyses/describe.hpp"
#include "analyses/finish.hpp"
#include "analyses/numeric_field.hpp"
#include "analyses/optional_parameter.hpp"
#include "analyses/output_layer.hpp"
#include "analyses/outside_units.hpp"
#include "analyses/owned_rows.hpp"
#include "analyses/travel_times.hpp"
#include "geometry/join.hpp"
#include "layer/operations.hpp"

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
      .reads_networks("network",
                      {"出行网络，可列多个，各得一组列；或给出 travel_times",
                       "network, or a list of them, each with columns of its own; or give travel_times"},
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
      .includes(&Options::when, departure_window_description())
      .option(
          "percentiles", &Options::percentiles,
          {"百分位，可多个，各得一组列：多少百分比的出发能在该时间内到达",
           "by timetable: the shares of departures, in %, that make it in the time that counts; each with "
           "columns of its own"},
          between("1", "100"))
      .of_timetable()
      .option("mean-over-departures", &Options::mean_over_departures,
              {"另列各次出发的平均机会数",
               "by timetable: also the mean over all departures of what each of them reaches"})
      .of_timetable()
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
        m_destinations(in["destinations"].take(rows_by_key(in["destinations"]))) {}

  Result run() {
    if (m_origins.has(m_options.people)) require_numbers(m_origins, m_options.people);
    const AccessibilityMeasures measures(m_options, m_destinations, m_result.issues);
    m_modes =
        accessibility_modes(m_in, m_options, m_origins, m_destinations, measures, m_result.issues, m_context);
    if (m_in.has("admin_units")) locate();
    write_origins();
    if (m_in.has("admin_units"))
      m_result.layers.emplace_back(
          "by_unit", accessibility_by_unit(m_in, m_units, m_unit, m_origins, m_modes, m_options));
    return std::move(m_result);
  }

 private:
  Value people_at(std::uint32_t row) const {
    return m_origins.has(m_options.people) ? m_origins[m_options.people].value(row) : Value{};
  }

  void locate() {
    m_units = m_in["admin_units"].take(rows_by_key(m_in["admin_units"]));
    const std::vector<Point> points = places_of(m_origins, m_context);
    m_unit = covering(points, m_units.geometry(), m_context);
    for (std::uint32_t row = 0; row < m_origins.rows(); ++row)
      if (m_unit[row] == no_row) m_result.issues.push_back(outside_units(m_origins, row, points[row]));
  }

  /// Its county's code: by place, or as its own field says where no counties are given.
  Value unit_code(std::uint32_t row) const {
    if (m_in.has("admin_units"))
      return m_unit[row] == no_row ? Value{} : Value{m_units.key().as_text(m_unit[row])};
    return m_origins.has("unit_code") ? m_origins["unit_code"].value(row) : Value{};
  }

  Value nearest_key(const AccessibilityAnswer& answer) const {
    return answer.nearest_min ? Value{m_destinations.key().as_text(answer.nearest)} : Value{};
  }

  void write_origins() {
    Layer origins = output_layer("accessibility_origins", m_in.crs());
    std::vector<Provenance> sources;
    for (std::uint32_t row = 0; row < m_origins.rows(); ++row) {
      const AccessibilityAnswer& answer = m_modes.front().answers[row];
      origins.append(m_origins.spatial() ? m_origins.geometry().wkb(row) : Wkb{},
                     {{"cell_id", m_origins.key().as_text(row)},
                      {"people", people_at(row)},
                      {"minimum_min", value_of(answer.nearest_min)},
                      {"nearest_key", nearest_key(answer)},
                      {"snap_m", value_of(answer.snap_m)},
                      {"unit_code", unit_code(row)}});
      Provenance& source = sources.emplace_back();
      for (const AccessibilityMode& mode : m_modes) source.add(mode.answers[row].reached);
      source.add(m_origins, row);
      if (answer.nearest_min) source.add(m_destinations, answer.nearest);
    }
    for (const AccessibilityMode& mode : m_modes) {
      if (&mode != &m_modes.front() && !mode.mean) add_nearest(mode, origins);
      add_measures(mode, origins);
    }
    set_provenance(origins, sources);
    m_result.layers.emplace_back("origins", std::move(origins));
  }

  /// The columns that the first mode has as fields of the layer.
  void add_nearest(const AccessibilityMode& mode, Layer& origins) const {
    Column minimum(FieldType::real), key(FieldType::text), snap(FieldType::real);
    for (const AccessibilityAnswer& answer : mode.answers) {
      minimum.append(value_of(answer.nearest_min));
      key.append(nearest_key(answer));
      snap.append(value_of(answer.snap_m));
    }
    origins.add("minimum_min" + mode.suffix, std::move(minimum));
    origins.add("nearest_key" + mode.suffix, std::move(key));
    origins.add("snap_m" + mode.suffix, std::move(snap));
  }

  static void add_measures(const AccessibilityMode& mode, Layer& origins) {
    for (std::size_t i = 0; i < mode.columns.size(); ++i) {
      Column column(FieldType::real);
      for (const AccessibilityAnswer& answer : mode.answers)
        column.append(answer.values.empty() ? Value{} : value_of(answer.values[i]));
      origins.add(mode.columns[i], std::move(column));
    }
  }

  static Value value_of(const std::optional<double>& value) { return value ? Value{*value} : Value{}; }

  const Window& m_in;
  const AccessibilityOptions& m_options;
  Context& m_context;
  Layer m_origins;
  Layer m_destinations;
  std::vector<AccessibilityMode> m_modes;
  Layer m_units;
  std::vector<std::uint32_t> m_unit;  ///< by origin: the county
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
