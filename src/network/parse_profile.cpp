#include <algorithm>

#include "network/profile_reader.hpp"

namespace jingwei {
namespace {

void check_all_keys(const ProfileReader& reader) {
  std::vector<std::string> known{"name",
                                 "title",
                                 "description",
                                 "mode",
                                 "routing",
                                 "oneway",
                                 "speeds",
                                 "use_speed_field",
                                 "stop_time",
                                 "speed_share",
                                 "wait_time",
                                 "speed_factor",
                                 "turns",
                                 "expressway_speed",
                                 "station_tolerance"};
  for (std::string& key : osm_profile_keys()) known.push_back(std::move(key));
  reader.check_keys(reader.root(), "a profile", known);
}

void read_speeds(const ProfileReader& reader, Profile& profile) {
  const Node& speeds = reader.required("speeds");
  reader.expect(speeds, Node::Kind::mapping, "a mapping of road classes to speeds");
  for (const NodeEntry& entry : speeds.entries) profile.speeds.emplace(entry.key, reader.speed(entry.value));
  if (const Node* node = reader.find("expressway_speed")) profile.expressway_speed = reader.speed(*node);
  if (const Node* node = reader.find("use_speed_field"))
    profile.use_speed_field = reader.first_of(*node, "true", "false");
  if (const Node* node = reader.find("speed_factor")) profile.speed_factor = reader.positive_number(*node);
}

void read_rail(const ProfileReader& reader, Profile& profile) {
  if (const Node* node = reader.find("speed_share")) {
    profile.speed_share = reader.positive_number(*node);
    if (*profile.speed_share > 1) throw reader.mistake(node->place, "a share is at most 1");
  }
  if (const Node* node = reader.find("stop_time")) profile.stop_time = reader.duration(*node);
  if (const Node* node = reader.find("wait_time")) profile.wait_time = reader.duration(*node);
  if (const Node* node = reader.find("station_tolerance")) profile.station_tolerance = reader.length(*node);
}

/// The list says in words what the speeds imply; where they differ one of them is a slip.
void read_routing(const ProfileReader& reader, Profile& profile) {
  const Node* routing = reader.find("routing");
  if (!routing) {
    if (profile.drives_expressways()) profile.routing.emplace_back("road");
    if (profile.rides_rail()) profile.routing.emplace_back("rail");
    return;
  }
  reader.expect(*routing, Node::Kind::sequence, "a list of `road` and `rail`");
  for (const Node& item : routing->items) {
    const std::string value = reader.text(item);
    if (value != "road" && value != "rail")
      throw reader.mistake(item.place, "routing is a list of `road` and `rail`; `{}` is neither", value);
    profile.routing.push_back(value);
  }
  const auto lists = [&](std::string_view value) {
    return std::find(profile.routing.begin(), profile.routing.end(), value) != profile.routing.end();
  };
  if (lists("road") != profile.drives_expressways())
    throw reader.mistake(routing->place, "`road` stands in routing exactly where expressway_speed is given");
  if (lists("rail") != profile.rides_rail())
    throw reader.mistake(routing->place, "`rail` stands in routing exactly where speed_share is given");
}

void read_turns(const ProfileReader& reader, TurnRulesOfProfile& turns) {
  const Node* node = reader.find("turns");
  if (!node) return;
  reader.expect(*node, Node::Kind::mapping, "a mapping of turns to times");
  const std::vector<std::pair<std::string, Duration*>> times{{"straight", &turns.straight},
                                                             {"right", &turns.right},
                                                             {"left", &turns.left},
                                                             {"sharp_right", &turns.sharp_right},
                                                             {"sharp_left", &turns.sharp_left}};
  std::vector<std::string> known{"restrictions", "u_turn"};
  for (const auto& [key, time] : times) known.push_back(key);
  reader.check_keys(*node, "`turns`", known);
  for (const auto& [key, time] : times)
    if (const Node* value = node->find(key)) *time = reader.duration(*value);
  if (const Node* value = node->find("restrictions"))
    turns.restrictions =
        reader.first_of(*value, "obey", "ignore") ? RestrictionRule::obey : RestrictionRule::ignore;
  if (const Node* value = node->find("u_turn")) {
    if (reader.text(*value) == "forbidden")
      turns.u_turn = std::nullopt;
    else
      turns.u_turn = reader.duration(*value);
  }
}

}  // namespace

Profile parse_profile(const std::string& file, std::string_view yaml) {
  const Document document = parse_document(file, yaml);
  const ProfileReader reader(document);
  reader.expect(reader.root(), Node::Kind::mapping, "a mapping of the keys of a profile");
  check_all_keys(reader);
  Profile profile;
  profile.name = reader.text(reader.required("name"));
  profile.title = reader.both_languages(reader.required("title"));
  if (const Node* node = reader.find("description")) profile.description = reader.both_languages(*node);
  if (const Node* node = reader.find("mode")) profile.mode = reader.text(*node);
  if (const Node* node = reader.find("oneway"))
    profile.oneway = reader.first_of(*node, "respect", "ignore") ? OnewayRule::respect : OnewayRule::ignore;
  read_speeds(reader, profile);
  read_rail(reader, profile);
  read_routing(reader, profile);
  read_turns(reader, profile.turns);
  read_osm_profile(reader, profile);
  return profile;
}

}  // namespace jingwei
