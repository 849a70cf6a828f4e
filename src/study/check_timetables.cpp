#include "base/error.hpp"
#include "io/read_gtfs.hpp"
#include "study/check_parts.hpp"
#include "study/osm_sources.hpp"

namespace jingwei {
namespace {

/// Whether `require` is met; its Error becomes a mistake at the place.
template <class Require>
bool met(Place place, Mistakes& mistakes, Require&& require) {
  try {
    require();
    return true;
  } catch (const Error& problem) {
    mistakes.add(place, problem.message());
    return false;
  }
}

void check_gtfs(const Study& study, const StudyTimetable& timetable, Mistakes& mistakes) {
  const std::string feed = file_of(study, timetable.gtfs->name);
  const bool whole = met(timetable.gtfs->place, mistakes, [&] { require_gtfs(feed); });
  if (!timetable.date_place)
    mistakes.add(timetable.gtfs->place,
                 {"GTFS 数据需要 date：取哪一天的班次，例如 2026-03-02",
                  "a GTFS feed needs date: the day whose trips run, such as 2026-03-02"});
  else if (whole && timetable.date)
    met(*timetable.date_place, mistakes, [&] { require_gtfs_day(feed, *timetable.date); });
}

void check_lines(const Study& study, const StudyTimetable& timetable, Mistakes& mistakes) {
  if (!timetable.services || !timetable.stops || !timetable.stations) {
    mistakes.add(timetable.place,
                 {"时刻表需要 gtfs 和 date，或 services、stops 和 stations（线路表）",
                  "a timetable needs gtfs and date, or services, stops and stations (tables of lines)"});
    return;
  }
  expect_input(study, *timetable.services, {"transit_services"}, mistakes);
  expect_input(study, *timetable.stops, {"transit_stops"}, mistakes);
  expect_input(study, *timetable.stations, {"stations"}, mistakes);
}

void check_timetable(const Study& study, const StudyTimetable& timetable, Mistakes& mistakes) {
  if (timetable.gtfs && (timetable.services || timetable.stops || timetable.stations))
    mistakes.add(
        timetable.gtfs->place,
        {"一个时刻表或是 gtfs，或是线路表（services、stops、stations），不能兼有；两者请各列一项",
         "a timetable is gtfs or tables of lines (services, stops, stations), not both: list them as two"});
  else if (timetable.gtfs)
    check_gtfs(study, timetable, mistakes);
  else
    check_lines(study, timetable, mistakes);
}

}  // namespace

void check_timetables(const Study& study, const StudyNetwork& network, Mistakes& mistakes) {
  if (network.timetables.empty()) return;
  if (network.profile != nullptr && !network.profile->carries_timetables())
    mistakes.add(
        network.place,
        told({"路网“{}”带有时刻表：人步行或骑车进出车站，出行方式应为 walk 或 bike，而不是 {}",
              "the network “{}” carries a timetable: stops are reached on foot or by bicycle, so its "
              "profile must be walk or bike, not {}"},
             network.name, network.profile->name));
  for (const StudyTimetable& timetable : network.timetables) check_timetable(study, timetable, mistakes);
}

}  // namespace jingwei
