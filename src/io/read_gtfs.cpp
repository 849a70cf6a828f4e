#include "io/read_gtfs.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include "base/clock_time.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "io/gtfs_calendar.hpp"
#include "io/gtfs_table.hpp"

namespace jingwei {
namespace {

using Numbers = std::unordered_map<std::string, std::uint32_t>;
using std::chrono::year_month_day;

std::optional<TimeOfDay> time_in(std::string_view text) {
  const auto time = to_clock_time(text);
  return time ? std::optional(time->s * 1000) : std::nullopt;
}

Calling calling_of(const std::string& pickup, const std::string& drop_off) {
  // 1: not available; 2 and 3 are to be arranged, which one can.
  const bool boards = pickup != "1", alights = drop_off != "1";
  return boards && alights ? Calling::both
         : boards          ? Calling::board_only
         : alights         ? Calling::alight_only
                           : Calling::passes;
}

void require_running(const GtfsCalendar& calendar, const std::string& feed, year_month_day day) {
  if (calendar.empty())
    throw input_error({"{}：没有任何运行日期", "{}: no service runs on any day"}, printable(feed));
  if (calendar.services_on(day).empty())
    throw input_error(
        {"{}：{} 没有班次；数据期限为 {} 至 {}", "{}: nothing runs on {}; the feed covers {} to {}"},
        printable(feed), to_text(day), to_text(calendar.first_day()), to_text(calendar.last_day()));
}

const Text row_left_out{"不使用该行", "the row is left out"};

class Reader {
 public:
  Reader(const std::string& feed, const std::string& name, std::vector<Issue>& issues)
      : m_feed(feed), m_issues(issues) {
    m_result.name = name;
  }
  TransitFeed read(year_month_day day);

 private:
  struct Row {
    std::uint32_t sequence;
    StopCall call;
    bool known;  ///< its stop and times could be read
  };
  struct Repetition {
    TimeOfDay start, end, headway;
  };

  void read_stops();
  void read_routes();
  void read_trips(const std::set<std::string>& today, const std::set<std::string>& yesterday);
  void read_stop_times();
  void read_frequencies();
  void add_trip(std::uint32_t draft);
  void add_run(std::uint32_t draft, const std::vector<StopTime>& times);
  void note_unserved();
  void set_aside(const std::string& trip, Text reason,
                 Text action = {"不使用该车次", "the trip is left out"});

  const std::string& m_feed;
  std::vector<Issue>& m_issues;
  TransitFeed m_result;
  Numbers m_stops, m_drafts;
  std::unordered_map<std::string, TripName> m_routes;
  std::vector<std::uint8_t> m_runs_today, m_runs_yesterday;  ///< by trip
  std::vector<std::vector<Row>> m_rows;                      ///< by trip
  std::map<std::uint32_t, std::vector<Repetition>> m_repetitions;
};

TransitFeed Reader::read(year_month_day day) {
  const GtfsCalendar calendar(m_feed);
  require_running(calendar, m_feed, day);
  const std::chrono::sys_days before = std::chrono::sys_days(day) - std::chrono::days(1);
  const auto today = calendar.services_on(day), yesterday = calendar.services_on(before);
  read_stops();
  read_routes();
  read_trips(today, yesterday);
  read_stop_times();
  read_frequencies();
  for (std::uint32_t draft = 0; draft < m_rows.size(); ++draft) add_trip(draft);
  note_unserved();
  return std::move(m_result);
}

void Reader::read_stops() {
  std::size_t without_place = 0;
  GtfsTable(m_feed, "stops.txt", {"stop_id"}, {"stop_name", "stop_lon", "stop_lat", "location_type"})
      .for_each([&](std::size_t, std::span<const std::string> values) {
        const std::string& kind = values[4];
        if (!kind.empty() && kind != "0") return;  // stations, entrances, nodes: no vehicle calls there
        const auto lon = to_number(values[2]), lat = to_number(values[3]);
        const bool placed = lon && lat && *lon >= -180 && *lon <= 180 && *lat >= -90 && *lat <= 90;
        if (!placed) {
          ++without_place;
          return;
        }
        m_result.stops.push_back({values[0], values[1], {*lon, *lat}});
      });
  std::stable_sort(m_result.stops.begin(), m_result.stops.end(),
                   [](const TransitStop& a, const TransitStop& b) { return a.id < b.id; });
  for (std::uint32_t i = 0; i < m_result.stops.size(); ++i) m_stops.emplace(m_result.stops[i].id, i);
  if (without_place > 0)
    m_issues.push_back({Severity::warning,
                        "missing_geometry",
                        m_result.name,
                        "stops.txt",
                        {format("{} 个站点没有有效坐标", without_place),
                         format("{} stops have no valid coordinates", without_place)},
                        {"不使用", "left out"},
                        {}});
}

void Reader::read_routes() {
  GtfsTable(m_feed, "routes.txt", {"route_id"}, {"route_short_name", "route_long_name", "route_type"})
      .for_each([&](std::size_t, std::span<const std::string> values) {
        const std::string& shown = !values[1].empty()   ? values[1]
                                   : !values[2].empty() ? values[2]
                                                        : values[0];
        m_routes.emplace(values[0],
                         TripName{{}, shown, static_cast<int>(to_whole_number(values[3]).value_or(3))});
      });
}

void Reader::read_trips(const std::set<std::string>& today, const std::set<std::string>& yesterday) {
  GtfsTable(m_feed, "trips.txt", {"route_id", "service_id", "trip_id"})
      .for_each([&](std::size_t, std::span<const std::string> values) {
        const bool runs_today = today.contains(values[1]), ran_yesterday = yesterday.contains(values[1]);
        if (!runs_today && !ran_yesterday) return;
        const auto route = m_routes.find(values[0]);
        if (route == m_routes.end())
          return set_aside(values[2], {format("routes.txt 中没有线路 {}", values[0]),
                                       format("routes.txt has no route {}", values[0])});
        if (!m_drafts.emplace(values[2], m_rows.size()).second)
          return set_aside(values[2], {"trip_id 重复", "its trip_id is there twice"}, row_left_out);
        m_result.names.push_back({values[2], route->second.route, route->second.route_type});
        m_runs_today.push_back(runs_today);
        m_runs_yesterday.push_back(ran_yesterday);
        m_rows.emplace_back();
      });
}

void Reader::read_stop_times() {
  GtfsTable(m_feed, "stop_times.txt",
            {"trip_id", "arrival_time", "departure_time", "stop_id", "stop_sequence"},
            {"pickup_type", "drop_off_type"})
      .for_each([&](std::size_t, std::span<const std::string> values) {
        const auto draft = m_drafts.find(values[0]);
        if (draft == m_drafts.end()) return;
        const auto stop = m_stops.find(values[3]);
        const auto sequence = to_whole_number(values[4]);
        Row row{sequence.value_or(0),
                {stop == m_stops.end() ? 0 : stop->second, time_in(values[1]), time_in(values[2]),
                 calling_of(values[5], values[6])},
                stop != m_stops.end() && sequence.has_value()};
        row.known =
            row.known && (values[1].empty() || row.call.arrival) && (values[2].empty() || row.call.departure);
        m_rows[draft->second].push_back(row);
      });
}

void Reader::read_frequencies() {
  if (!GtfsTable::exists(m_feed, "frequencies.txt")) return;
  GtfsTable(m_feed, "frequencies.txt", {"trip_id", "start_time", "end_time", "headway_secs"})
      .for_each([&](std::size_t row, std::span<const std::string> values) {
        const auto draft = m_drafts.find(values[0]);
        if (draft == m_drafts.end()) return;
        const auto start = time_in(values[1]), end = time_in(values[2]);
        const auto headway = to_whole_number(values[3]);
        if (!start || !end || !headway || *headway == 0 || *headway > 24 * 3600)
          return set_aside(values[0],
                           {format("frequencies.txt 第 {} 行的时间或间隔无效", row),
                            format("row {} of frequencies.txt has no valid times or headway", row)},
                           row_left_out);
        m_repetitions[draft->second].push_back({*start, *end, *headway * 1000});
      });
}

void Reader::add_trip(std::uint32_t draft) {
  std::vector<Row>& rows = m_rows[draft];
  const std::string& id = m_result.names[draft].trip_id;
  std::stable_sort(rows.begin(), rows.end(),
                   [](const Row& a, const Row& b) { return a.sequence < b.sequence; });
  if (!std::all_of(rows.begin(), rows.end(), [](const Row& row) { return row.known; }))
    return set_aside(id, {"有站点、顺序或时间无法识别", "a stop, sequence or time of it cannot be read"});
  if (rows.size() < 2) return set_aside(id, {"少于两个站", "it has fewer than two stops"});
  std::vector<StopCall> calls;
  for (const Row& row : rows) calls.push_back(row.call);
  const auto times = complete_times(calls, m_result.stops);
  if (!times)
    return set_aside(id, {"首末站缺少时间，或时间倒退", "a time is missing at an end, or times fall"});
  const auto repeated = m_repetitions.find(draft);
  if (repeated == m_repetitions.end()) return add_run(draft, *times);
  for (const Repetition& repetition : repeated->second)
    for (TimeOfDay start = repetition.start; start < repetition.end; start += repetition.headway)
      add_run(draft, starting_at(*times, start));
}

/// The run on the day, and that of the day before where it lasts beyond midnight.
void Reader::add_run(std::uint32_t draft, const std::vector<StopTime>& times) {
  if (m_runs_yesterday[draft] && times.back().arrival >= midnight) m_result.trips.push_back({draft, times});
  if (!m_runs_today[draft]) return;
  std::vector<StopTime> today = times;
  for (StopTime& at : today) at.arrival += midnight, at.departure += midnight;
  m_result.trips.push_back({draft, std::move(today)});
}

void Reader::note_unserved() {
  std::vector<std::uint8_t> served(m_result.stops.size(), 0);
  for (const Trip& trip : m_result.trips)
    for (const StopTime& at : trip.stop_times) served[at.stop] = 1;
  const auto count = std::count(served.begin(), served.end(), 0);
  if (count > 0)
    m_issues.push_back(
        {Severity::note,
         "stop_without_departures",
         m_result.name,
         "stops.txt",
         {format("{} 个站点当日没有班次", count), format("no trip of the day calls at {} stops", count)},
         {"保留", "kept"},
         {}});
}

void Reader::set_aside(const std::string& trip, Text reason, Text action) {
  m_issues.push_back({Severity::warning,
                      "invalid_trip",
                      m_result.name,
                      printable(trip),
                      std::move(reason),
                      std::move(action),
                      {}});
}

}  // namespace

void require_gtfs(const std::string& feed) {
  for (const char* table : {"stops.txt", "routes.txt", "trips.txt", "stop_times.txt"})
    GtfsTable::require(feed, table);
}

void require_gtfs_day(const std::string& feed, year_month_day day) {
  require_running(GtfsCalendar(feed), feed, day);
}

TransitFeed read_gtfs(const std::string& feed, year_month_day day, const std::string& name,
                      std::vector<Issue>& issues) {
  return Reader(feed, name, issues).read(day);
}

}  // namespace jingwei
