// Where do events lie that a table tells by their line and chainage?
#include <cmath>
#include <map>

#include "analyses/analysis.hpp"
#include "analyses/chainage.hpp"
#include "analyses/describe.hpp"
#include "analyses/finish.hpp"
#include "analyses/group_values.hpp"
#include "analyses/output_layer.hpp"
#include "analyses/owned_rows.hpp"
#include "analyses/row_issue.hpp"
#include "base/error.hpp"
#include "geometry/linear_reference.hpp"
#include "layer/operations.hpp"

namespace jingwei {
namespace {

constexpr const char* name = "events-along-lines";
/// Chainages this little beyond an end are at the end: tables tell them in metres with few digits.
constexpr double beyond_m = 0.5;

struct EventsOptions {
  std::string line_field = "line_key";
  std::string from_field = "chainage_m";
  std::optional<std::string> to_field;
  std::optional<std::string> offset_field;
  std::optional<std::string> start_field;
};

bool stretches(const EventsOptions& options) {
  return options.to_field.has_value();
}
bool spots(const EventsOptions& options) {
  return !stretches(options);
}

void check(const EventsOptions& options) {
  if (options.to_field && options.offset_field)
    throw input_error({"events-along-lines：偏距只用于点事件；请去掉 to-field 或 offset-field",
                       "events-along-lines: only points have offsets; leave out to-field or offset-field"});
}

Description events_description() {
  using Options = EventsOptions;
  return describe<Options>(name)
      .title({"沿线事件", "Events along lines"})
      .summary({"用线路和里程记录的事件在地图上的什么位置？",
                "Where do events lie that a table tells by their line and chainage?"})
      .reads("events", {"事件表", "the table of events"}, {},
             {GeometryForm::table, GeometryForm::point, GeometryForm::line, GeometryForm::polygon})
      .reads("lines", {"线路", "lines"}, {}, {GeometryForm::line})
      .option("line-field", &Options::line_field,
              {"事件所在线路编号的字段", "the field of the key of each event's line"}, field_of("events"))
      .option("from-field", &Options::from_field,
              {"（起点）里程的字段（米）", "the field of the chainage in metres, or of where it begins"},
              field_of("events"))
      .option(
          "to-field", &Options::to_field,
          {"终点里程的字段（米）；给出则输出线段", "the field of where it ends; given, events are stretches"},
          field_of("events"))
      .option("offset-field", &Options::offset_field,
              {"点事件离线的偏距字段（米，左正右负）",
               "the field of how far points lie beside the line in metres, positive to its left"},
              field_of("events"))
      .option("start-field", &Options::start_field,
              {"线路起点里程的字段（米）；不填则为 0",
               "the field of the chainage in metres at which each line begins; none: 0"},
              field_of("lines"))
      .writes_if(&spots, "points", owned)
      .writes_if(&stretches, "stretches", owned)
      .sees_everything()  // a row of a table can name any line
      .checks(&check)
      .cites("ISO 19148:2021. Geographic information: linear referencing.");
}

void check_fields(const Layer& events, const EventsOptions& options) {
  known_field(name, events, options.line_field, Values::any);
  known_field(name, events, options.from_field, Values::numbers);
  if (options.to_field) known_field(name, events, *options.to_field, Values::numbers);
  if (options.offset_field) known_field(name, events, *options.offset_field, Values::numbers);
}

/// The events of one window on their lines, row by row.
class EventPlacing {
 public:
  EventPlacing(const Window& in, const EventsOptions& options, Context& context)
      : m_events(owned_rows(in, "events", context)),
        m_lines(in["lines"]),
        m_options(options),
        m_crs(in.crs()),
        m_truth(in.crs()),
        m_starts(starts_of(name, m_lines, options.start_field, m_result.issues)),
        m_layer(output_layer(
            stretches(options) ? "events_along_lines_stretches" : "events_along_lines_points", in.crs())) {
    check_fields(in["events"], options);
    for (std::uint32_t row = 0; row < m_lines.rows(); ++row)
      if (!m_lines.geometry().is_null(row)) m_row_of_line.emplace(m_lines.key().as_text(row), row);
  }

  Result place_all() && {
    for (std::uint32_t row = 0; row < m_events.rows(); ++row) place(row);
    pass_through(m_events, m_sources, "", m_layer);
    pass_through(m_lines, m_line_rows, "line_", m_layer);
    set_provenance(m_layer, m_provenance);
    m_result.layers.emplace_back(stretches(m_options) ? "stretches" : "points", std::move(m_layer));
    return std::move(m_result);
  }

 private:
  void tell(std::uint32_t row, std::string kind, Text reason) {
    m_result.issues.push_back(row_issue(m_events, row, std::move(kind), std::move(reason),
                                        {"不输出该事件", "this event is left out"}));
  }

  void place(std::uint32_t row) {
    const Column& lines = m_events[m_options.line_field];
    if (lines.is_null(row)) return tell(row, "no_line", {"没有线路编号", "it names no line"});
    const std::string key = lines.as_text(row);
    const auto line = m_row_of_line.find(key);
    if (line == m_row_of_line.end())
      return tell(row, "unknown_line",
                  {format("没有编号为“{}”的线路", key), format("there is no line “{}”", key)});
    const Column& from = m_events[m_options.from_field];
    const Column& to = m_options.to_field ? m_events[*m_options.to_field] : from;
    if (from.is_null(row) || to.is_null(row))
      return tell(row, "no_chainage", {"没有里程", "it has no chainage"});
    // Events of one line mostly follow each other.
    if (!m_line || m_line_row != line->second)
      m_line.emplace(m_lines.geometry().wkb(line->second), m_crs, m_truth);
    m_line_row = line->second;
    if (m_options.to_field)
      stretch(row, from.number(row), to.number(row));
    else
      spot(row, from.number(row));
  }

  /// Counted from the line's start; what is hardly beyond an end is at the end.
  double along(double chainage_m) const {
    const double m = chainage_m - m_starts[m_line_row];
    if (m < 0 && m >= -beyond_m) return 0;
    return m > m_line->length_m() && m <= m_line->length_m() + beyond_m ? m_line->length_m() : m;
  }

  Text outside() const {
    const std::string begins = chainage_mark(m_starts[m_line_row]);
    const std::string ends = chainage_mark(m_starts[m_line_row] + m_line->length_m());
    return {format("里程超出线路范围 {} 至 {}", begins, ends),
            format("its chainage is outside of the line, which runs from {} to {}", begins, ends)};
  }

  void spot(std::uint32_t row, double chainage_m) {
    const Column* const offsets = m_options.offset_field ? &m_events[*m_options.offset_field] : nullptr;
    const double offset_m = offsets ? offsets->number_or(row, 0) : 0;
    const auto place = m_line->beside(along(chainage_m), offset_m);
    if (!place) return tell(row, "outside_line", outside());
    add(row, wkb_of(*place),
        {{"chainage_m", chainage_m}, {"chainage_mark", chainage_mark(chainage_m)}, {"offset_m", offset_m}});
  }

  void stretch(std::uint32_t row, double from_m, double to_m) {
    const double from = along(from_m);
    const double to = along(to_m);
    const std::vector<Path> paths = m_line->between(from, to);
    if (paths.empty()) {
      if (from == to && from >= 0 && from <= m_line->length_m())
        return tell(row, "empty_stretch", {"起止里程相同", "it ends where it begins"});
      return tell(row, "outside_line", outside());
    }
    const double length_m = m_line->length_m();
    const auto clipped = [&](double m) { return std::min(std::max(m, 0.0), length_m); };
    if (clipped(from) != from || clipped(to) != to) {
      m_result.issues.push_back(row_issue(m_events, row, "outside_line", outside(),
                                          {"只输出线上的部分", "the part on the line is kept"}));
    }
    add(row, wkb_of_lines(paths),
        {{"from_m", m_starts[m_line_row] + clipped(from)},
         {"to_m", m_starts[m_line_row] + clipped(to)},
         {"length_m", std::fabs(clipped(to) - clipped(from))}});
  }

  void add(std::uint32_t row, const std::vector<std::uint8_t>& wkb,
           std::vector<std::pair<std::string_view, Value>> values) {
    values.emplace_back("event_key", m_events.key().as_text(row));
    values.emplace_back("line_key", m_lines.key().as_text(m_line_row));
    m_layer.append(wkb, values);
    m_sources.push_back(row);
    m_line_rows.push_back(m_line_row);
    m_provenance.emplace_back().add(m_events, row);
    m_provenance.back().add(m_lines, m_line_row);
  }

  Result m_result;
  Layer m_events;
  const Layer& m_lines;
  const EventsOptions& m_options;
  const Crs& m_crs;
  CrsGeodesic m_truth;
  std::vector<double> m_starts;
  std::map<std::string, std::uint32_t> m_row_of_line;
  std::optional<MeasuredLine> m_line;
  std::uint32_t m_line_row = 0;

  Layer m_layer;
  std::vector<std::uint32_t> m_sources, m_line_rows;
  std::vector<Provenance> m_provenance;
};

Result events_run(const Window& in, const EventsOptions& options, Context& context) {
  return EventPlacing(in, options, context).place_all();
}

void events_finish(Result& whole, const EventsOptions& options, Context&) {
  const Layer& events = whole.layer(stretches(options) ? "stretches" : "points");
  whole.figures = {{"events", static_cast<double>(events.rows())}};
  if (stretches(options)) whole.figures.push_back({"length_m", total(events, "length_m")});
}

}  // namespace

Analysis events_along_lines_analysis() {
  return make_analysis(&events_description, &events_run, &events_finish);
}

}  // namespace jingwei
