#include "network/profile.hpp"

#include <catch2/catch.hpp>

#include "base/error.hpp"

using namespace jingwei;

namespace {

std::string message_of(const std::string& yaml) {
  try {
    parse_profile("p.yaml", yaml);
  } catch (const Error& fault) {
    CHECK(fault.kind() == ErrorKind::input);
    return fault.what();
  }
  return "no error";
}

const std::string valid =
    "name: bike\n"
    "title: {zh: 骑行, en: Bicycle}\n"
    "speeds:\n"
    "  residential: 15 km/h\n";

}  // namespace

TEST_CASE("the profiles that are compiled in") {
  REQUIRE(profiles().size() >= 3);
  CHECK(find_profile("hovercraft") == nullptr);
  const Profile* walk = find_profile("walk");
  REQUIRE(walk);
  CHECK(walk->oneway == OnewayRule::ignore);
  CHECK(walk->speeds.at("residential").km_per_h == 5);
  CHECK(walk->speeds.count("motorway") == 0);
  CHECK_FALSE(walk->rides_rail());
  CHECK_FALSE(walk->drives_expressways());
  const Profile* car = find_profile("car");
  REQUIRE(car);
  CHECK(car->oneway == OnewayRule::respect);
  CHECK(car->drives_expressways());
  CHECK_FALSE(car->rides_rail());
  CHECK(car->speeds.count("pedestrian") == 0);
  const Profile* transit = find_profile("transit");
  REQUIRE(transit);
  CHECK(transit->speed_share == 0.75);
  CHECK(transit->stop_time.s == 180);
  CHECK(transit->wait_time.s == 600);
  CHECK(transit->station_tolerance.m == 100);
  for (const Profile& profile : profiles()) {
    CHECK_FALSE(profile.title.zh.empty());
    CHECK_FALSE(profile.title.en.empty());
    CHECK(find_profile(profile.name) == &profile);
  }
}

TEST_CASE("what a profile leaves out has its default") {
  const Profile profile = parse_profile("p.yaml", valid);
  CHECK(profile.name == "bike");
  CHECK(profile.title.zh == "骑行");
  CHECK(profile.oneway == OnewayRule::respect);
  CHECK(profile.speeds.size() == 1);
  CHECK_FALSE(profile.use_speed_field);
  CHECK(profile.speed_factor == 1);
  CHECK(profile.wait_time.s == 0);
  CHECK(profile.routing.empty());
}

TEST_CASE("mistakes in a profile are told with their place") {
  CHECK_THAT(message_of("name: x\n"), Catch::Contains("`title`"));
  CHECK_THAT(message_of(valid + "wiat_time: 3 min\n"), Catch::StartsWith("p.yaml:5:1: ") &&
                                                           Catch::Contains("wiat_time") &&
                                                           Catch::Contains("wait_time"));
  CHECK_THAT(message_of(valid + "wait_time: 3\n"), Catch::StartsWith("p.yaml:5:12: "));
  CHECK_THAT(message_of(valid + "speed_share: 1.5\n"), Catch::Contains("at most 1"));
  CHECK_THAT(message_of(valid + "speed_factor: fast\n"), Catch::Contains("number above 0"));
  CHECK_THAT(message_of(valid + "oneway: maybe\n"), Catch::Contains("`respect` or `ignore`"));
  CHECK_THAT(message_of(valid + "use_speed_field: 1\n"), Catch::Contains("`true` or `false`"));
  CHECK_THAT(message_of(valid + "routing: [rail]\n"), Catch::Contains("speed_share"));
  CHECK_THAT(message_of(valid + "routing: [sea]\n"), Catch::Contains("`sea`"));
  CHECK_THAT(message_of(valid + "expressway_speed: 0 km/h\n"), Catch::Contains("above 0"));
  CHECK_THAT(message_of("name: x\ntitle: x\nspeeds: {}\n"), Catch::StartsWith("p.yaml:2:8: "));
  CHECK(message_of(valid + "expressway_speed: 90 km/h\nrouting: [road]\n") == "no error");
}
