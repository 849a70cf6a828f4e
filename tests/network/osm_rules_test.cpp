#include "network/osm_rules.hpp"

#include <catch2/catch.hpp>

#include "base/format.hpp"
#include "network/osm_values.hpp"

using namespace jingwei;

namespace {

/// Tags written as "highway=primary maxspeed=50".
struct Tags {
  TextPool texts;
  std::vector<OsmTag> list;
  explicit Tags(const std::string& text) {
    for (const std::string& tag : split(text, ' ')) {
      const auto equals = tag.find('=');
      list.push_back({texts.add(tag.substr(0, equals)), texts.add(tag.substr(equals + 1))});
    }
  }
  OsmTags operator*() const { return {list, texts}; }
};

WayUse way(const std::string& profile, const std::string& tags) {
  return OsmRules(*find_profile(profile)).way(*Tags(tags));
}
NodeUse node(const std::string& profile, const std::string& tags) {
  return OsmRules(*find_profile(profile)).node(*Tags(tags));
}
bool may(const std::string& profile, const std::string& tags) {
  return way(profile, tags).refusal == WayRefusal::none;
}
/// "both", "forward", "backward" or "none".
std::string directions(const std::string& profile, const std::string& tags) {
  const WayUse use = way(profile, tags);
  if (use.forward_kmh > 0) return use.backward_kmh > 0 ? "both" : "forward";
  return use.backward_kmh > 0 ? "backward" : "none";
}

}  // namespace

TEST_CASE("speeds that maxspeed states") {
  CHECK(stated_speed("50")->km_per_h == 50);
  CHECK(stated_speed("50 km/h")->km_per_h == 50);
  CHECK(stated_speed("50;70")->km_per_h == 50);
  CHECK(stated_speed("30 mph")->km_per_h == Approx(48.28032));
  CHECK(stated_speed("30mph")->km_per_h == Approx(48.28032));
  CHECK(stated_speed("10 knots")->km_per_h == Approx(18.52));
  CHECK(stated_speed("7.5")->km_per_h == 7.5);
  CHECK(stated_speed("-5")->km_per_h == -5);
  for (const char* words :
       {"CN:urban", "none", "signals", "variable", "walk", "", "fast", "50 furlongs", "mph"})
    CHECK_FALSE(stated_speed(words));
}

TEST_CASE("times that duration states") {
  CHECK(stated_duration("00:25")->s == 1500);
  CHECK(stated_duration("1:30:10")->s == 5410);
  CHECK(stated_duration("25")->s == 1500);
  CHECK(stated_duration("PT1H30M")->s == 5400);
  CHECK(stated_duration("P1DT2H")->s == 93600);
  for (const char* bad : {"", "00:00", "soon", "1:2:3:4", "PT5", "P1M", "-5", "PT", "5 min"})
    CHECK_FALSE(stated_duration(bad));
}

TEST_CASE("the most particular access tag decides") {
  CHECK(may("car", "highway=residential"));
  CHECK_FALSE(may("car", "highway=residential access=no"));
  CHECK(may("car", "highway=residential access=no motor_vehicle=yes"));
  CHECK_FALSE(may("car", "highway=residential access=yes vehicle=no"));
  CHECK(may("car", "highway=residential vehicle=no motorcar=designated"));
  CHECK_FALSE(may("car", "highway=residential motor_vehicle=private"));
  CHECK(may("car", "highway=residential motor_vehicle=destination"));
  CHECK(may("car", "highway=residential bicycle=no foot=no"));
  CHECK_FALSE(may("bike", "highway=residential bicycle=no"));
  CHECK(may("bike", "highway=residential motor_vehicle=no"));
  CHECK_FALSE(may("bike", "highway=residential vehicle=no"));
  CHECK(may("walk", "highway=residential vehicle=no"));
  CHECK_FALSE(may("walk", "highway=residential access=private"));
  CHECK(may("walk", "highway=residential access=private foot=yes"));
  CHECK_FALSE(may("car", "highway=service access=private"));
  CHECK(may("emergency", "highway=service access=private"));
  CHECK(may("emergency", "highway=service access=no emergency=yes"));
  // Values that nobody knows, and lists of values.
  CHECK(may("car", "highway=residential motor_vehicle=banana"));
  CHECK_FALSE(may("car", "highway=residential access=no motor_vehicle=banana"));
  CHECK_FALSE(may("car", "highway=track access=agricultural;forestry"));
  CHECK_FALSE(may("car", "highway=residential motor_vehicle=banana;private"));
}

TEST_CASE("classes that are not there yet, closed ones, and those used by permission only") {
  for (const char* profile : {"walk", "bike", "car", "emergency"}) {
    CHECK(way(profile, "highway=construction construction=primary").refusal == WayRefusal::road_class);
    CHECK(way(profile, "highway=proposed proposed=primary").refusal == WayRefusal::road_class);
    CHECK(way(profile, "route=train").refusal == WayRefusal::road_class);
  }
  CHECK_FALSE(may("car", "highway=footway"));
  CHECK_FALSE(may("walk", "highway=motorway"));
  CHECK_FALSE(may("walk", "highway=trunk"));
  CHECK_FALSE(may("walk", "highway=trunk access=yes"));
  CHECK(may("walk", "highway=trunk foot=yes"));
  CHECK_FALSE(may("walk", "highway=primary motorroad=yes"));
  CHECK_FALSE(may("bike", "highway=footway"));
  CHECK(may("bike", "highway=footway bicycle=yes"));
  CHECK_FALSE(may("bike", "highway=footway bicycle=dismount"));
  CHECK(way("car", "highway=service service=emergency_access").refusal == WayRefusal::closed);
  CHECK(may("emergency", "highway=service service=emergency_access"));
  CHECK_FALSE(may("car", "route=ferry"));
  CHECK(may("car", "route=ferry motor_vehicle=yes"));
  CHECK(may("walk", "route=ferry"));
}

TEST_CASE("one-way streets") {
  CHECK(directions("car", "highway=primary") == "both");
  for (const char* yes : {"yes", "true", "1"})
    CHECK(directions("car", format("highway=primary oneway={}", yes)) == "forward");
  CHECK(directions("car", "highway=primary oneway=-1") == "backward");
  CHECK(directions("car", "highway=primary oneway=reverse") == "backward");
  CHECK(directions("car", "highway=primary oneway=reversible") == "none");
  CHECK(way("car", "highway=primary oneway=reversible").refusal == WayRefusal::access);
  CHECK(directions("car", "highway=motorway") == "forward");
  CHECK(directions("car", "highway=motorway oneway=no") == "both");
  CHECK(directions("car", "highway=motorway_link") == "both");
  CHECK(directions("car", "highway=primary junction=roundabout") == "forward");
  CHECK(directions("car", "highway=primary junction=roundabout oneway=-1") == "backward");
  CHECK(directions("car", "highway=residential oneway=yes oneway:bicycle=no") == "forward");
  CHECK(directions("bike", "highway=residential oneway=yes oneway:bicycle=no") == "both");
  CHECK(directions("bike", "highway=residential oneway=yes cycleway=opposite_lane") == "both");
  CHECK(directions("bike", "highway=residential oneway=yes cycleway=lane") == "forward");
  CHECK(directions("bike", "highway=residential oneway:bicycle=-1") == "backward");
  CHECK(directions("car", "highway=residential oneway=no oneway:motor_vehicle=yes") == "forward");
  CHECK(directions("walk", "highway=residential oneway=yes") == "both");
  CHECK(directions("walk", "highway=primary junction=roundabout") == "both");
  CHECK(directions("walk", "highway=steps oneway:foot=yes") == "forward");
  CHECK(directions("car", "highway=residential motor_vehicle:backward=no") == "forward");
  CHECK(directions("car", "highway=residential access=no motor_vehicle:forward=yes") == "forward");
  CHECK(directions("bike", "highway=residential vehicle:forward=no bicycle:forward=yes") == "both");
}

TEST_CASE("speeds, and where they come from") {
  const double factor = find_profile("car")->speed_factor;
  WayUse use = way("car", "highway=primary");
  CHECK(use.origin == SpeedOrigin::road_class);
  CHECK(use.forward_kmh == 50);
  use = way("car", "highway=primary maxspeed=60");
  CHECK(use.origin == SpeedOrigin::signed_speed);
  CHECK(use.forward_kmh == Approx(60 * factor));
  use = way("car", "highway=primary maxspeed=60 maxspeed:backward=40");
  CHECK(use.forward_kmh == Approx(60 * factor));
  CHECK(use.backward_kmh == Approx(40 * factor));
  CHECK(way("car", "highway=primary maxspeed=60 maxspeed:motorcar=70").forward_kmh == Approx(70 * factor));
  CHECK(way("car", "highway=primary maxspeed=60 maxspeed:hgv=30").forward_kmh == Approx(60 * factor));
  use = way("car", "highway=primary maxspeed=CN:urban");
  CHECK(use.origin == SpeedOrigin::implicit_speed);
  CHECK(use.forward_kmh == Approx(50 * factor));
  CHECK(way("car", "highway=primary source:maxspeed=CN:rural").forward_kmh == Approx(70 * factor));
  CHECK(way("car", "highway=motorway maxspeed=none").forward_kmh == 100);
  CHECK(way("car", "highway=primary surface=gravel").forward_kmh == Approx(50 * 0.6));
  CHECK(way("car", "highway=primary surface=gravel tracktype=grade5").forward_kmh == Approx(50 * 0.4));
  CHECK(way("bike", "highway=primary maxspeed=10").forward_kmh == 15);
  for (const char* strange : {"-5", "0", "900"}) {
    use = way("car", format("highway=primary maxspeed={}", strange));
    CHECK(use.origin == SpeedOrigin::road_class);
    CHECK(use.forward_kmh == 50);
    CHECK(use.strange == format("maxspeed={}", strange));
  }
  use = way("walk", "route=ferry duration=00:25");
  CHECK(use.origin == SpeedOrigin::duration);
  CHECK(use.whole_time->s == 1500);
  CHECK(way("walk", "route=ferry").forward_kmh == 15);
}

TEST_CASE("barriers stop those whom they stop") {
  CHECK(node("car", "barrier=bollard").closed);
  CHECK_FALSE(node("walk", "barrier=bollard").closed);
  CHECK_FALSE(node("bike", "barrier=bollard").closed);
  CHECK_FALSE(node("car", "barrier=bollard motor_vehicle=yes").closed);
  CHECK_FALSE(node("car", "barrier=gate").closed);
  CHECK(node("car", "barrier=gate").delay.s == 10);
  CHECK(node("car", "barrier=gate access=private").closed);
  CHECK_FALSE(node("emergency", "barrier=gate access=private").closed);
  CHECK(node("walk", "barrier=gate access=no").closed);
  CHECK_FALSE(node("walk", "barrier=gate access=no foot=yes").closed);
  CHECK_FALSE(node("car", "barrier=kerb").heeded());
  CHECK_FALSE(node("car", "highway=crossing").heeded());
}

TEST_CASE("whom a restriction binds") {
  const OsmRules car(*find_profile("car")), bike(*find_profile("bike"));
  CHECK(car.restriction(*Tags("restriction=no_left_turn")) == "no_left_turn");
  CHECK(car.restriction(*Tags("restriction=no_left_turn restriction:motorcar=no_u_turn")) == "no_u_turn");
  CHECK_FALSE(car.restriction(*Tags("restriction:hgv=no_left_turn")));
  CHECK(bike.restriction(*Tags("restriction:bicycle=no_left_turn")) == "no_left_turn");
  CHECK_FALSE(car.excepted(*Tags("except=bicycle;psv")));
  CHECK(bike.excepted(*Tags("except=psv;bicycle")));
  CHECK(car.excepted(*Tags("except=motorcar")));
}
