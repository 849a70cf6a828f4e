#include "analyses/same_results.hpp"
#include "analyses/transit_city.hpp"
#include "geometry/measure.hpp"

using namespace fixtures;

namespace {

double length_of(const Layer& lines, std::string_view key) {
  Context context;
  return lengths_m(lines.geometry(), crs(), context)[row_of(lines, key)];
}

}  // namespace

TEST_CASE("routes along a street: nearest, of one name, and all") {
  const Layer homes = places("homes", {{"A", {2000, 2000}}, {"B", {3000, 2000}}, {"C", {10500, 3500}}});
  const Layer sites = places("sites", {{"A", {2500, 2000}}, {"B", {8000, 2000}}});
  const Layer roads = streets();
  const Network network = walking(roads);
  const Inputs inputs{{{"origins", &homes}, {"destinations", &sites}}, {{"network", &network}}};

  const Result nearest = run_every_way("route", inputs);
  const Layer& lines = nearest.layer("lines");
  REQUIRE(lines.rows() == 2);  // C is on no usable street
  CHECK(text(lines, "B|A", "destination") == "A");
  CHECK(number(lines, "B|A", "time_min") == Approx(6).epsilon(1e-5));
  CHECK(number(lines, "B|A", "distance_m") == Approx(500).epsilon(1e-5));
  CHECK(length_of(lines, "B|A") == Approx(500).epsilon(1e-5));
  CHECK(number(lines, "B|A", "legs") == 1);
  CHECK(text(nearest.layer("legs"), "B|A#001", "mode") == "street");
  CHECK(number(nearest.layer("legs"), "B|A#001", "time_min") == Approx(6).epsilon(1e-5));
  CHECK(figure(nearest, "routes") == 2);

  const Result same = run_every_way("route", inputs, {{"pairs", {"same_key"}}});
  REQUIRE(same.layer("lines").rows() == 2);
  CHECK(number(same.layer("lines"), "B|B", "distance_m") == Approx(5000).epsilon(1e-5));
  CHECK(issues_of_kind(same, "no_partner") == 1);  // C

  const Result all = run_every_way("route", inputs, {{"pairs", {"all"}}, {"max-time", {"60 min"}}});
  CHECK(all.layer("lines").rows() == 3);  // A–B takes 66 min
  CHECK(issues_of_kind(all, "no_way") == 1);

  const Result far = run_every_way("route", inputs, {{"max-time", {"1 min"}}});
  CHECK(far.layer("lines").rows() == 0);
  CHECK(issues_of_kind(far, "no_way") == 2);  // of A and B: nothing is dropped in silence
  CHECK(issues_of_kind(far, "unsnapped") == 1);
}

TEST_CASE("legs tell the street's name, without one its class") {
  const auto text_of = [](const char* text) { return Value(std::string(text)); };
  const Layer roads =
      Rows("roads", "roads")
          .add(line({{0, 2000}, {1000, 2000}}), {{"road_id", text_of("a")},
                                                 {"class", text_of("residential")},
                                                 {"name_zh", text_of("中山路")},
                                                 {"name_en", text_of("Zhongshan Road")}})
          .add(line({{1000, 2000}, {2000, 2000}}),
               {{"road_id", text_of("b")}, {"class", text_of("pedestrian")}})
          .add(line({{2000, 2000}, {3000, 2000}}),
               {{"road_id", text_of("c")}, {"class", text_of("residential")}, {"ref", text_of("G1")}});
  const Network network = walking(roads);
  const Layer homes = places("homes", {{"A", {500, 2000}}}), sites = places("sites", {{"B", {2500, 2000}}});
  const Result result =
      run_every_way("route", {{{"origins", &homes}, {"destinations", &sites}}, {{"network", &network}}});
  const Layer& legs = result.layer("legs");
  REQUIRE(legs.rows() == 3);
  CHECK(text(legs, "A|B#001", "name_zh") == "中山路");
  CHECK(text(legs, "A|B#001", "name_en") == "Zhongshan Road");
  CHECK(is_null(legs, "A|B#001", "class"));
  CHECK(number(legs, "A|B#001", "distance_m") == Approx(500).epsilon(1e-5));
  CHECK(is_null(legs, "A|B#002", "name_zh"));
  CHECK(text(legs, "A|B#002", "class") == "pedestrian");
  CHECK(text(legs, "A|B#003", "name_en") == "G1");
}

TEST_CASE("a route to where one is has no line and no leg") {
  const Layer home = places("home", {{"A", {2000, 2000}}});
  const Layer roads = streets();
  const Network network = walking(roads);
  const Result result =
      run("route", {{{"origins", &home}, {"destinations", &home}}, {{"network", &network}}});
  CHECK(number(result.layer("lines"), "A|A", "distance_m") == 0);
  CHECK(result.layer("lines").geometry().is_null(0));
  CHECK(result.layer("legs").rows() == 0);
}

TEST_CASE("a route by timetable tells its legs, by hand") {
  City city({{1000, 2000}, {5000, 2000}, {5200, 2000}, {11000, 2000}});
  const TimeOfDay seven = midnight + 7 * 60 * minute;
  city.run({{0, seven + 10 * minute, seven + 10 * minute}, {1, seven + 15 * minute, seven + 15 * minute}});
  city.run({{2, seven + 20 * minute, seven + 20 * minute}, {3, seven + 27 * minute, seven + 27 * minute}});
  city.feed.trips[1].id = 1;
  city.feed.names = {{"a", "A", 1}, {"b", "B", 1}};
  for (std::size_t i = 0; i < 4; ++i) city.feed.stops[i].name = std::string(1, "PQRS"[i]);
  const TransitNetwork timetable = city.timetable();
  const Layer homes = places("homes", {{"H", {1510, 2000}}});
  const Layer sites = places("sites", {{"N", {1800, 2000}}, {"S", {10750, 2000}}});
  const Inputs inputs{
      {{"origins", &homes}, {"destinations", &sites}}, {{"network", &city.walk}}, {&timetable}};
  const Result result = run_every_way("route", inputs, {{"pairs", {"all"}}, {"window", {"1 min"}}});
  const Layer &lines = result.layer("lines"), &legs = result.layer("legs");
  REQUIRE(lines.rows() == 2);
  CHECK(number(lines, "H|S", "time_min") == Approx(30).epsilon(1e-5));
  CHECK(number(lines, "H|S", "distance_m") == Approx(10760).epsilon(1e-5));
  CHECK(number(lines, "H|S", "rides") == 2);
  CHECK(text(lines, "H|S", "departs") == "07:00");
  CHECK(text(lines, "H|S", "arrives") == "07:30");

  struct Expected {
    const char *mode, *name, *departs, *arrives, *from, *to;
    double time_min, distance_m;
  };
  const std::vector<Expected> expected{{"walk", "P", "07:00", "07:06:07", "", "", 6.12, 510},
                                       {"wait", "A", "07:06:07", "07:10", "", "", 3.88, 0},
                                       {"ride", "A", "07:10", "07:15", "P", "Q", 5, 4000},
                                       {"transfer", "R", "07:15", "07:18:24", "", "", 3.4, 200},
                                       {"wait", "B", "07:18:24", "07:20", "", "", 1.6, 0},
                                       {"ride", "B", "07:20", "07:27", "R", "S", 7, 5800},
                                       {"walk", "S", "07:27", "07:30", "", "", 3, 250}};
  REQUIRE(number(lines, "H|S", "legs") == static_cast<double>(expected.size()));
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const std::string key = format("H|S#{:03}", i + 1);
    INFO(key);
    CHECK(text(legs, key, "mode") == expected[i].mode);
    CHECK(text(legs, key, "name_zh") == expected[i].name);
    CHECK(text(legs, key, "departs") == expected[i].departs);
    CHECK(text(legs, key, "arrives") == expected[i].arrives);
    CHECK(text(legs, key, "from_stop") == expected[i].from);
    CHECK(text(legs, key, "to_stop") == expected[i].to);
    CHECK(number(legs, key, "time_min") == Approx(expected[i].time_min).margin(2e-4));
    CHECK(number(legs, key, "distance_m") == Approx(expected[i].distance_m).epsilon(1e-5));
  }
  CHECK(number(lines, "H|N", "rides") == 0);  // on foot
  CHECK(text(legs, "H|N#001", "mode") == "walk");
  CHECK(is_null(legs, "H|N#001", "name_en"));

  const Result nearest = run_every_way("route", inputs, {{"window", {"1 min"}}});
  REQUIRE(nearest.layer("lines").rows() == 1);
  CHECK(text(nearest.layer("lines"), "H|N", "destination") == "N");
  // After the only train nothing goes to S within the walk limit.
  const Result late = run("route", inputs, {{"pairs", {"all"}}, {"departure", {"7:05"}}});
  CHECK(late.layer("lines").rows() == 1);
  CHECK(issues_of_kind(late, "no_way") == 1);
}

TEST_CASE("the route shown is that of the first departure that takes the time at the percentile") {
  City city = line_city();
  const TransitNetwork timetable = city.timetable();
  const Layer homes = places("homes", {{"H", {1510, 2000}}});
  const Layer sites = places("sites", {{"S", {10750, 2000}}});
  const Inputs inputs{
      {{"origins", &homes}, {"destinations", &sites}}, {{"network", &city.walk}}, {&timetable}};
  // As for the matrix above: boarding 7 … 16 min after the departure.
  const auto departs = [&](const char* percentile) {
    const Result result = run("route", inputs, {{"percentile", {percentile}}});
    return text(result.layer("lines"), "H|S", "departs") + " " +
           text(result.layer("lines"), "H|S", "arrives");
  };
  CHECK(departs("50") == "07:09 07:33");
  CHECK(departs("1") == "07:03 07:23");
  CHECK(departs("100") == "07:04 07:33");
}
