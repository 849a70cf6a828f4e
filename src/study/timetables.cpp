#include "study/timetables.hpp"

#include "io/gtfs_calendar.hpp"
#include "io/read_gtfs.hpp"
#include "network/transit_lines.hpp"
#include "study/node_reader.hpp"
#include "study/osm_sources.hpp"

namespace jingwei {
namespace {

std::chrono::year_month_day day_of(const std::string& text) {
  if (const auto day = parse_day(text)) return *day;
  throw input_error({"“{}”不是日期；请写成“年-月-日”，例如“2026-03-02”",
                     "“{}” is no date; write year, month and day, such as “2026-03-02”"},
                    printable(text));
}

StudyTimetable parse_timetable(const Node& node, Mistakes& mistakes) {
  const NodeReader reader(node, {"时刻表", "a timetable"}, {"gtfs", "date", "services", "stops", "stations"},
                          mistakes);
  StudyTimetable timetable;
  timetable.place = node.place;
  if (!reader.usable()) return timetable;
  timetable.gtfs = reader.text("gtfs");
  if (reader.find("date") != nullptr) {
    timetable.date = reader.parsed("date", day_of);
    timetable.date_place = reader.find("date")->place;
  }
  timetable.services = reader.text("services");
  timetable.stops = reader.text("stops");
  timetable.stations = reader.text("stations");
  return timetable;
}

TransitFeed feed_of(const StudyTimetable& timetable, const Study& study, const StudyNetwork& network,
                    const StudyData& data, std::vector<Issue>& issues) {
  if (timetable.gtfs)
    return read_gtfs(file_of(study, timetable.gtfs->name), *timetable.date, network.name, issues);
  const auto layer = [&](const std::optional<Reference>& name) -> const Layer& {
    return data.layers.at(name->name);
  };
  return feed_of_lines(network.name, layer(timetable.services), layer(timetable.stops),
                       layer(timetable.stations), network.in_service, issues);
}

}  // namespace

std::vector<StudyTimetable> parse_timetables(const Node& node, Mistakes& mistakes) {
  if (node.kind != Node::Kind::sequence) return {parse_timetable(node, mistakes)};
  std::vector<StudyTimetable> timetables;
  for (const Node& item : node.items) timetables.push_back(parse_timetable(item, mistakes));
  return timetables;
}

std::vector<std::string> feeds_of(const Study& study, const StudyNetwork& entry) {
  std::vector<std::string> feeds;
  for (const StudyTimetable& timetable : entry.timetables)
    if (timetable.gtfs) feeds.push_back(file_of(study, timetable.gtfs->name));
  return feeds;
}

TransitNetwork timetable_of(const Study& study, const StudyNetwork& entry, const Network& network,
                            const StudyData& data, std::vector<Issue>& issues, Context& context) {
  TransitFeed all;
  all.name = entry.name;
  for (const StudyTimetable& timetable : entry.timetables)
    add_feed(all, feed_of(timetable, study, entry, data, issues));
  return TransitNetwork(network, all, issues, context);
}

}  // namespace jingwei
