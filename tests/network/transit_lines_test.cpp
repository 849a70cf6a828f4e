#include "network/transit_lines.hpp"

#include "network/support.hpp"

using namespace jingwei;
using namespace jingwei::testing;

namespace {

constexpr TimeOfDay minute = 60'000;

Layer table_of(const std::string& definition) {
  return Layer(definition, *find_layer_definition(definition), std::nullopt);
}

struct Lines {
  Layer services = table_of("transit_services");
  Layer stops = table_of("transit_stops");
  Layer places = stations({{"A", {0, 0}}, {"B", {0, 5000}}, {"C", {0, 9000}}});
  std::vector<Issue> issues;

  Lines() {
    stop("L", 2, "B", 6, 1);
    stop("L", 1, "A", {}, 3);  // its dwell is before the departure
    stop("L", 3, "C", 4.5, {});
  }
  void stop(const std::string& line, std::int64_t sequence, const std::string& station,
            std::optional<double> running, std::optional<double> dwell) {
    stops.append({{"transit_stop_id", format("{}{}{}", line, sequence, station)},
                  {"line_id", line},
                  {"sequence", sequence},
                  {"station_id", station},
                  {"running_min", value_of(running)},
                  {"dwell_min", value_of(dwell)}});
  }
  void service(const std::string& line, const std::string& first, const std::string& last, double headway,
               const std::string& direction = "both") {
    services.append({{"service_id", format("S{}", services.rows())},
                     {"line_id", line},
                     {"mode", std::string("metro")},
                     {"direction", direction},
                     {"first_departure", first},
                     {"last_departure", last},
                     {"headway_min", headway}});
  }
  TransitFeed feed(const InService& in_service = {}) {
    return feed_of_lines("metro", services, stops, places, in_service, issues);
  }
};

std::vector<TimeOfDay> minutes_of(const Trip& trip) {
  std::vector<TimeOfDay> minutes;
  for (const StopTime& at : trip.stop_times) {
    minutes.push_back((at.arrival - midnight) / 1000);
    minutes.push_back((at.departure - midnight) / 1000);
  }
  return minutes;
}

}  // namespace

TEST_CASE("a service runs at its headway from the first departure to the last, forth and back") {
  Lines lines;
  lines.service("L", "06:00", "6:20", 7.5);
  const TransitFeed feed = lines.feed();
  CHECK(lines.issues.empty());
  REQUIRE(feed.trips.size() == 6);  // at 6:00, 6:07:30 and 6:15
  CHECK(feed.names.at(0).route_type == 1);
  const TimeOfDay six = 6 * 3600;
  CHECK(minutes_of(feed.trips[0]) ==
        std::vector<TimeOfDay>{six, six, six + 360, six + 420, six + 690, six + 690});
  // Back: 4.5 min to B, a minute there, 6 min to A.
  CHECK(minutes_of(feed.trips[1]) ==
        std::vector<TimeOfDay>{six, six, six + 270, six + 330, six + 690, six + 690});
  CHECK(feed.trips[1].stop_times[0].stop == 2);
  CHECK(feed.trips[2].stop_times[0].departure == midnight + six * 1000 + 450'000);
}

TEST_CASE("one-way services run one way, and several services of a line add up") {
  Lines lines;
  lines.service("L", "23:50", "24:10", 20, "forward");
  lines.service("L", "7:00", "7:00", 5, "backward");
  const TransitFeed feed = lines.feed();
  REQUIRE(feed.trips.size() == 3);
  CHECK(feed.trips[1].stop_times[0].departure == midnight + (24 * 60 + 10) * minute);
  CHECK(feed.trips[2].stop_times[0].stop == 2);
}

TEST_CASE("what is not in service does not run, and a station that is not is passed without a stop") {
  Lines lines;
  for (const auto& [id, status, year] :
       {std::tuple("now", "operating", 2015), {"built", "construction", 2027}})
    lines.services.append({{"service_id", std::string(id)},
                           {"line_id", std::string("L")},
                           {"direction", std::string("forward")},
                           {"first_departure", std::string("6:00")},
                           {"last_departure", std::string("6:00")},
                           {"headway_min", 10.0},
                           {"status", std::string(status)},
                           {"open_year", std::int64_t{year}}});
  CHECK(lines.feed().trips.size() == 1);
  const InService planned{{"operating", "construction"}, {}};
  CHECK(lines.feed(planned).trips.size() == 2);
  CHECK(lines.feed({planned.statuses, 2026}).trips.size() == 1);

  const TimeOfDay six = 6 * 3600;
  for (const auto& [closed, expected] :
       {std::pair("B", std::vector<TimeOfDay>{six, six, six + 630, six + 630}),  // no minute's stop there
        {"A", {six + 360, six + 420, six + 690, six + 690}}}) {
    std::vector<Station> list{{"A", {0, 0}}, {"B", {0, 5000}}, {"C", {0, 9000}}};
    for (Station& station : list)
      if (station.id == closed) station.status = "construction";
    lines.places = stations(list);
    const TransitFeed feed = lines.feed();
    CHECK(feed.stops.size() == 2);
    CHECK(minutes_of(feed.trips.at(0)) == expected);
  }
  CHECK(lines.issues.empty());
}

TEST_CASE("what is wrong with a line or service is told and left out") {
  Lines lines;
  lines.stop("unknown", 1, "A", {}, {});
  lines.stop("unknown", 2, "Z", 5, {});
  lines.stop("no_time", 1, "A", {}, {});
  lines.stop("no_time", 2, "B", {}, {});
  lines.stop("short", 1, "A", {}, {});
  for (const char* line : {"unknown", "no_time", "short", "nowhere"}) lines.service(line, "6:00", "7:00", 10);
  lines.service("L", "7:00", "6:00", 10);
  lines.service("L", "soon", "6:00", 10);
  CHECK(lines.feed().trips.empty());
  std::vector<std::string> told;
  for (const Issue& issue : lines.issues) told.push_back(issue.kind + " " + issue.feature);
  CHECK(told == std::vector<std::string>{"missing_value no_time2B", "unknown_station unknown2Z",
                                         "invalid_trip S2", "invalid_trip S3", "invalid_trip S4",
                                         "invalid_trip S5"});
}
