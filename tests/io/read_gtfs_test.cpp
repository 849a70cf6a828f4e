#include "io/read_gtfs.hpp"

#include "base/file.hpp"
#include "io/gtfs_calendar.hpp"
#include "io/samples.hpp"

using namespace jingwei;
using namespace std::chrono_literals;

namespace {

constexpr TimeOfDay minute = 60'000;
constexpr std::chrono::year_month_day monday{std::chrono::year(2026), std::chrono::March,
                                             std::chrono::day(2)};
constexpr std::chrono::year_month_day sunday{std::chrono::year(2026), std::chrono::March,
                                             std::chrono::day(1)};

/// Three stops 1/100° apart along a meridian; a bus on weekdays, a night bus on Sundays.
class Feed {
 public:
  Feed() {
    put("stops.txt",
        "stop_id,stop_name,stop_lat,stop_lon,location_type\n"
        "a,\"东站, 北口\",39.90,116.4,\nb,西站,39.91,116.4,0\nc,南站,39.93,116.4,\n"
        "hub,枢纽,39.9,116.4,1\nlost,,,,\n");
    put("routes.txt", "route_id,route_short_name,route_long_name,route_type\n1,,一号线,1\nn,夜1,,3\n");
    put("calendar.txt",
        "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n"
        "week,1,1,1,1,1,0,0,20260301,20260331\nsun,0,0,0,0,0,0,1,20260301,20260331\n");
    put("trips.txt", "trip_id,route_id,service_id\nt1,1,week\nnight,n,sun\n");
    put("stop_times.txt",
        "trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,drop_off_type\n"
        "t1,7:00:00,07:00:30,a,1,0,1\nt1,,,b,5,,\nt1,07:06:30,07:06:30,c,9,1,0\n"
        "night,23:50:00,23:50:00,a,1,,\nnight,24:10:00,24:10:00,c,2,,\n");
  }
  void put(const std::string& table, const std::string& rows) { write_file(m_scratch.file(table), rows); }
  void remove(const std::string& table) { std::filesystem::remove(m_scratch.file(table)); }
  std::string folder() const { return m_scratch.folder(); }

  TransitFeed read(std::chrono::year_month_day day, std::vector<Issue>& issues) const {
    return read_gtfs(folder(), day, "bus", issues);
  }
  TransitFeed read(std::chrono::year_month_day day) const {
    std::vector<Issue> ignored;
    return read(day, ignored);
  }

 private:
  Scratch m_scratch;
};

std::vector<std::string> kinds(const std::vector<Issue>& issues) {
  std::vector<std::string> found;
  for (const Issue& issue : issues) found.push_back(issue.kind + " " + issue.feature);
  return found;
}

}  // namespace

TEST_CASE("a feed gives the trips of its day with all their times") {
  const Feed feed;
  std::vector<Issue> issues;
  const TransitFeed read = feed.read(monday, issues);
  REQUIRE(read.stops.size() == 3);
  CHECK(read.stops[0].name == "东站, 北口");
  CHECK(read.stops[2].place.y == 39.93);
  REQUIRE(read.names.size() == 2);  // the night bus of Sunday still runs on Monday
  REQUIRE(read.trips.size() == 2);
  const Trip& bus = read.trips[0];
  CHECK(read.names[bus.id].route == "一号线");
  CHECK(read.names[bus.id].route_type == 1);
  REQUIRE(bus.stop_times.size() == 3);
  CHECK(bus.stop_times[0].departure == midnight + 7 * 60 * minute + 30'000);
  CHECK(bus.stop_times[0].calling == Calling::board_only);
  CHECK(bus.stop_times[2].calling == Calling::alight_only);
  // A third of the way lies before b: 2 of the 6 minutes.
  CHECK(bus.stop_times[1].arrival == Approx(midnight + 7 * 60 * minute + 30'000 + 2 * minute).margin(50));
  const Trip& night = read.trips[1];
  CHECK(night.stop_times[1].arrival == midnight + 10 * minute);
  CHECK(kinds(issues) == std::vector<std::string>{"missing_geometry stops.txt"});
}

TEST_CASE("on Sunday the night bus alone runs, and a stop without trips is told") {
  const Feed feed;
  std::vector<Issue> issues;
  const TransitFeed read = feed.read(sunday, issues);
  REQUIRE(read.trips.size() == 1);
  CHECK(read.trips[0].stop_times[1].arrival == midnight + (24 * 60 + 10) * minute);
  CHECK(kinds(issues) ==
        std::vector<std::string>{"missing_geometry stops.txt", "stop_without_departures stops.txt"});
}

TEST_CASE("dates add and remove services, also without weeks") {
  Feed feed;
  feed.put("calendar_dates.txt", "service_id,date,exception_type\nweek,20260302,2\nsun,20260302,1\n");
  CHECK(feed.read(monday).names.size() == 1);
  feed.remove("calendar.txt");
  CHECK(feed.read(monday).trips.size() == 1);
  feed.remove("calendar_dates.txt");
  CHECK_THROWS_WITH(feed.read(monday), Catch::Contains("calendar.txt is missing"));
}

TEST_CASE("frequencies repeat a trip from the start time until before the end") {
  Feed feed;
  feed.put("frequencies.txt",
           "trip_id,start_time,end_time,headway_secs\nt1,06:00:00,06:30:00,600\nt1,08:00:00,08:00:01,60\n");
  const TransitFeed read = feed.read(monday);
  std::vector<TimeOfDay> starts;
  for (const Trip& trip : read.trips)
    if (read.names[trip.id].trip_id == "t1")
      starts.push_back((trip.stop_times[0].departure - midnight) / minute);
  CHECK(starts == std::vector<TimeOfDay>{360, 370, 380, 480});
  CHECK(read.trips[1].stop_times[2].arrival - read.trips[1].stop_times[0].departure == 6 * minute);
}

TEST_CASE("a row of frequencies that says nothing is told, and its trip runs by the others") {
  Feed feed;
  feed.put("frequencies.txt",
           "trip_id,start_time,end_time,headway_secs\nt1,06:00:00,06:30:00,600\nt1,08:00:00,09:00:00,0\n");
  std::vector<Issue> issues;
  CHECK(feed.read(monday, issues).trips.size() == 4);  // the night bus, too
  REQUIRE(kinds(issues).back() == "invalid_trip t1");
  CHECK(issues.back().action.en == "the row is left out");
}

TEST_CASE("broken trips are set aside, each with its reason") {
  Feed feed;
  feed.put("trips.txt",
           "trip_id,route_id,service_id\nt1,1,week\nno_route,9,week\nfalls,1,week\nunknown_stop,1,week\n"
           "open_end,1,week\nsingle,1,week\nbad_time,1,week\nt1,1,week\nempty,1,week\n");
  feed.put("stop_times.txt",
           "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n"
           "t1,07:00:00,07:00:30,a,1\nt1,07:06:30,07:06:30,c,9\n"
           "falls,07:00:00,07:00:00,a,1\nfalls,06:00:00,06:00:00,b,2\n"
           "unknown_stop,07:00:00,07:00:00,a,1\nunknown_stop,07:10:00,07:10:00,nowhere,2\n"
           "open_end,07:00:00,07:00:00,a,1\nopen_end,,,b,2\n"
           "single,07:00:00,07:00:00,a,1\n"
           "bad_time,07:00:00,07:00:00,a,1\nbad_time,7h10,7h10,b,2\n");
  std::vector<Issue> issues;
  const TransitFeed read = feed.read(monday, issues);
  CHECK(read.trips.size() == 1);
  CHECK(kinds(issues) == std::vector<std::string>{"missing_geometry stops.txt", "invalid_trip no_route",
                                                  "invalid_trip t1", "invalid_trip falls",
                                                  "invalid_trip unknown_stop", "invalid_trip open_end",
                                                  "invalid_trip single", "invalid_trip bad_time",
                                                  "invalid_trip empty", "stop_without_departures stops.txt"});
}

TEST_CASE("an incomplete feed, or a day out of its range, is refused with the reason") {
  Feed feed;
  const auto refusal = [&](auto day) { return error_of(ErrorKind::input, [&] { feed.read(day); }); };
  CHECK_THAT(refusal(std::chrono::year_month_day{2027y, std::chrono::March, 1d}),
             Catch::Contains("2026-03-01 to 2026-03-31"));
  feed.put("stop_times.txt", "trip_id,arrival_time,departure_time,stop_id\nt1,7:00:00,7:00:00,a\n");
  CHECK_THAT(refusal(monday), Catch::Contains("stop_times.txt") && Catch::Contains("stop_sequence"));
  feed.remove("stop_times.txt");
  CHECK_THAT(refusal(monday), Catch::Contains("stop_times.txt is missing"));
  feed.put("calendar.txt",
           "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n"
           "week,1,1,1,1,1,0,0,20260230,20260331\n");
  CHECK_THAT(refusal(monday), Catch::Contains("20260230"));
  CHECK_THAT(error_of(ErrorKind::input,
                      [&] {
                        std::vector<Issue> issues;
                        read_gtfs(feed.folder() + "/nowhere.zip", monday, "bus", issues);
                      }),
             Catch::Contains("no such file"));
  feed.put("calendar.txt",
           "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n");
  CHECK_THAT(refusal(monday), Catch::Contains("no service runs on any day"));
  feed.put("garbage.zip", "this is no archive");
  CHECK_THAT(error_of(ErrorKind::input,
                      [&] {
                        std::vector<Issue> issues;
                        read_gtfs(feed.folder() + "/garbage.zip", monday, "bus", issues);
                      }),
             Catch::Contains("not a complete GTFS feed"));
}

TEST_CASE("days are read in both writings and checked") {
  CHECK(parse_day("2026-03-02") == monday);
  CHECK(parse_day("20260302") == monday);
  CHECK(to_text(monday) == "2026-03-02");
  for (const char* wrong :
       {"", "2026-3-2", "20260230", "2026-02-30", "yesterday", "202603021", "２０２６０３０２"})
    CHECK_FALSE(parse_day(wrong));
}
