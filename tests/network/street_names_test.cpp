#include "network/street_names.hpp"

#include "network/osm_support.hpp"
#include "network/profile.hpp"

using namespace jingwei;
using namespace jingwei::testing;

namespace {

Text name_of_way(const StatedTags& tags) {
  OsmMaker maker;
  maker.node(1, {0, 0});
  maker.node(2, {100, 0});
  maker.way(1, {1, 2}, tags);
  return street_name(maker.data().tags_of_way(0));
}

Text name_of_row(const Value& zh, const Value& en, const Value& ref) {
  Layer layer = layer_of("roads");
  layer.append(parse_wkt("LINESTRING(0 0, 1 0)"), {{"road_id", std::string("a")},
                                                   {"class", std::string("primary")},
                                                   {"name_zh", zh},
                                                   {"name_en", en},
                                                   {"ref", ref}});
  return street_name(layer, 0);
}

}  // namespace

TEST_CASE("a way is called by its name, without one by its ref") {
  CHECK(name_of_way({{"highway", "primary"}}) == Text{});
  CHECK(name_of_way({{"name", "中山路"}, {"ref", "G1"}}) == Text{"中山路", "中山路"});
  CHECK(name_of_way({{"name", "中山路"}, {"name:en", "Zhongshan Road"}}) == Text{"中山路", "Zhongshan Road"});
  CHECK(name_of_way({{"name", "Hauptstraße"}, {"name:zh", "主街"}}) == Text{"主街", "Hauptstraße"});
  CHECK(name_of_way({{"name:zh-Hans", "主街"}}) == Text{"主街", "主街"});
  CHECK(name_of_way({{"name:en", "Main Street"}}) == Text{"Main Street", "Main Street"});
  CHECK(name_of_way({{"ref", "S32;G1"}}) == Text{"S32;G1", "S32;G1"});
  CHECK(name_of_way({{"name", ""}, {"ref", "G1"}}) == Text{"G1", "G1"});
}

TEST_CASE("a row is called by its names, without one by its ref") {
  CHECK(name_of_row({}, {}, {}) == Text{});
  CHECK(name_of_row(std::string("长安街"), {}, std::string("G1")) == Text{"长安街", "长安街"});
  CHECK(name_of_row({}, std::string("Ring"), {}) == Text{"Ring", "Ring"});
  CHECK(name_of_row(std::string("长安街"), std::string("Chang'an"), {}) == Text{"长安街", "Chang'an"});
  CHECK(name_of_row({}, {}, std::string("G1")) == Text{"G1", "G1"});
}

TEST_CASE("each name is held once, and none is number 0") {
  StreetNames names;
  CHECK(names.add({}) == 0);
  CHECK(names.add({"a", "a"}) == 1);
  CHECK(names.add({"a", "b"}) == 2);
  CHECK(names.add({"a", "a"}) == 1);
  CHECK(names.add({}) == 0);
  CHECK(std::move(names).take() == std::vector<Text>{{}, {"a", "a"}, {"a", "b"}});
}

TEST_CASE("a network asks for the names of ways, not of nodes, and for no other language") {
  const OsmKeys keys = osm_keys(*find_profile("car"));
  for (const std::string& tag : street_name_tags()) {
    CHECK(keys.wants_of_way(tag));
    CHECK_FALSE(keys.wants(tag));
  }
  CHECK_FALSE(keys.wants_of_way("name:de"));
  CHECK(keys.wants_of_way("maxspeed:forward"));
}
