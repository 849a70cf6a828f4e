#include "network/transit_lines.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

#include "base/clock_time.hpp"
#include "geometry/crs.hpp"

namespace jingwei {
namespace {

constexpr double ms_per_minute = 60'000;

/// A line's stops in order, with times from its first departure; nothing where one of them is wrong.
using Run = std::optional<std::vector<StopTime>>;

Issue issue_of(const Layer& layer, std::uint32_t row, std::string kind, Text reason, Text action) {
  return {Severity::warning,
          std::move(kind),
          layer.name(),
          layer.key().as_text(row),
          std::move(reason),
          std::move(action),
          {}};
}

/// Stations by key, as numbers of stops of the feed.
using Numbers = std::map<std::string, std::uint32_t>;
constexpr std::uint32_t passed =
    std::numeric_limits<std::uint32_t>::max();  ///< no stop: it is not in service

Numbers add_stations(const Layer& stations, const Layer& stops, const InService& in_service,
                     TransitFeed& feed) {
  std::set<std::string> called;
  for (std::size_t row = 0; row < stops.rows(); ++row) called.insert(stops["station_id"].as_text(row));
  std::vector<Point> places;
  Numbers numbers;
  for (const std::uint32_t row : rows_by_key(stations)) {
    const auto points = points_of(stations.geometry().wkb(row));
    if (points.empty() || !called.contains(stations.key().as_text(row))) continue;
    const bool open = in_service(stations, row);
    numbers.emplace(stations.key().as_text(row), open ? static_cast<std::uint32_t>(places.size()) : passed);
    if (!open) continue;
    places.push_back(points.front());
    feed.stops.push_back({stations.key().as_text(row), stations["name_zh"].text_or(row, ""), {}});
  }
  const auto degrees = project(places, stations.crs(), Crs::parse("EPSG:4326"));
  for (std::size_t i = 0; i < degrees.size(); ++i) feed.stops[i].place = degrees[i];
  return numbers;
}

std::vector<std::uint32_t> rows_in_sequence(const Layer& stops, std::vector<std::uint32_t> rows) {
  std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
    return stops["sequence"].number_or(a, 0) < stops["sequence"].number_or(b, 0);
  });
  return rows;
}

Run run_of(const Layer& stops, const std::vector<std::uint32_t>& rows, const Numbers& stations,
           std::vector<Issue>& issues) {
  const Text dropped{"不使用该线路", "the line is left out"};
  std::vector<StopTime> run;
  double time_ms = 0;
  for (const std::uint32_t row : rows) {
    const auto station = stations.find(stops["station_id"].as_text(row));
    if (station == stations.end()) {
      issues.push_back(issue_of(stops, row, "unknown_station",
                                {format("没有车站 {}", stops["station_id"].as_text(row)),
                                 format("there is no station {}", stops["station_id"].as_text(row))},
                                dropped));
      return std::nullopt;
    }
    const double running = stops["running_min"].number_or(row, -1);
    const bool first = row == rows.front();
    if (!first && running < 0) {
      issues.push_back(
          issue_of(stops, row, "missing_value",
                   {"缺少自上一站的运行时间", "its running time from the stop before is missing"}, dropped));
      return std::nullopt;
    }
    if (!first) time_ms += running * ms_per_minute;
    if (station->second == passed) continue;
    const auto arrival = static_cast<TimeOfDay>(std::llround(time_ms));
    if (!first) time_ms += stops["dwell_min"].number_or(row, 0) * ms_per_minute;
    run.push_back({station->second, arrival, static_cast<TimeOfDay>(std::llround(time_ms)), Calling::both});
  }
  return run;
}

/// The same times from the last stop to the first.
std::vector<StopTime> turned_round(const std::vector<StopTime>& run) {
  const TimeOfDay whole = run.back().arrival;
  std::vector<StopTime> back;
  for (auto at = run.rbegin(); at != run.rend(); ++at)
    back.push_back(
        {at->stop, at == run.rbegin() ? 0 : whole - at->departure, whole - at->arrival, at->calling});
  back.front().departure = 0;
  return back;
}

int route_type_of(const std::string& mode) {
  static const std::map<std::string, int, std::less<>> types{
      {"tram", 0}, {"metro", 1}, {"rail", 2}, {"bus", 3}, {"ferry", 4}};
  const auto type = types.find(mode);
  return type == types.end() ? 3 : type->second;
}

void add_trips(const Layer& services, std::uint32_t row, const std::vector<StopTime>& run, TransitFeed& feed,
               std::vector<Issue>& issues) {
  const auto first = to_clock_time(services["first_departure"].as_text(row));
  const auto last = to_clock_time(services["last_departure"].as_text(row));
  const double headway_ms = services["headway_min"].number_or(row, 0) * ms_per_minute;
  if (!first || !last || *last < *first || headway_ms < 1000) {
    issues.push_back(
        issue_of(services, row, "invalid_trip",
                 {"首末班时间（时:分）或发车间隔无效，或末班早于首班",
                  "departures (H:MM) or headway are no times, or the last comes before the first"},
                 {"不使用该班次", "the service is left out"}));
    return;
  }
  const std::string direction = services["direction"].text_or(row, "both");
  const std::string line = services["line_id"].as_text(row);
  const auto name = static_cast<std::uint32_t>(feed.names.size());
  feed.names.push_back({services.key().as_text(row), services["name_zh"].text_or(row, line),
                        route_type_of(services["mode"].text_or(row, ""))});
  const auto back = turned_round(run);
  for (std::size_t k = 0;; ++k) {
    const auto departure =
        first->s * 1000 + static_cast<TimeOfDay>(std::llround(static_cast<double>(k) * headway_ms));
    if (departure > last->s * 1000) break;
    if (direction != "backward")
      feed.trips.push_back({name, starting_at(run, midnight + departure + run.front().departure)});
    if (direction != "forward") feed.trips.push_back({name, starting_at(back, midnight + departure)});
  }
}

}  // namespace

TransitFeed feed_of_lines(const std::string& name, const Layer& services, const Layer& stops,
                          const Layer& stations, const InService& in_service, std::vector<Issue>& issues) {
  TransitFeed feed;
  feed.name = name;
  const auto numbers = add_stations(stations, stops, in_service, feed);
  std::map<std::string, std::vector<std::uint32_t>> rows_of_line;
  for (const std::uint32_t row : rows_by_key(stops))
    rows_of_line[stops["line_id"].as_text(row)].push_back(row);
  std::map<std::string, Run> runs;
  for (const auto& [line, rows] : rows_of_line)
    runs.emplace(line, run_of(stops, rows_in_sequence(stops, rows), numbers, issues));
  for (const std::uint32_t row : rows_by_key(services)) {
    if (!in_service(services, row)) continue;
    const auto run = runs.find(services["line_id"].as_text(row));
    if (run != runs.end() && !run->second) continue;  // told with its stop
    if (run == runs.end() || run->second->size() < 2)
      issues.push_back(
          issue_of(services, row, "invalid_trip",
                   {format("线路 {} 少于两个停站", services["line_id"].as_text(row)),
                    format("the line {} has fewer than two stops", services["line_id"].as_text(row))},
                   {"不使用该班次", "the service is left out"}));
    else
      add_trips(services, row, *run->second, feed, issues);
  }
  return feed;
}

}  // namespace jingwei
