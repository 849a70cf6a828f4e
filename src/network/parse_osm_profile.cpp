#include <algorithm>

#include "network/osm_data.hpp"
#include "network/profile_reader.hpp"
#include "network/street_names.hpp"

namespace jingwei {
namespace {

/// What holds for the values of some tags: `surface: {gravel: 0.6}`.
template <class Read>
auto by_tag(const ProfileReader& reader, const Node& node, std::string_view what, Read read) {
  std::map<std::string, std::map<std::string, decltype(read(node)), std::less<>>, std::less<>> result;
  reader.expect(node, Node::Kind::mapping, "a mapping of tags");
  for (const NodeEntry& tag : node.entries) {
    reader.expect(tag.value, Node::Kind::mapping, what);
    for (const NodeEntry& value : tag.value.entries) result[tag.key].emplace(value.key, read(value.value));
  }
  return result;
}

TagValues values_by_tag(const ProfileReader& reader, const Node& node) {
  TagValues result;
  reader.expect(node, Node::Kind::mapping, "a mapping of tags to lists of their values");
  for (const NodeEntry& tag : node.entries) {
    const auto values = reader.texts(tag.value);
    result[tag.key].insert(values.begin(), values.end());
  }
  return result;
}

void read_access(const ProfileReader& reader, OsmProfile& osm) {
  if (const Node* node = reader.find("access")) osm.access = reader.texts(*node);
  const auto set_of = [&](std::string_view key) {
    std::set<std::string, std::less<>> result;
    if (const Node* node = reader.find(key))
      for (std::string& value : reader.texts(*node)) result.insert(std::move(value));
    return result;
  };
  osm.allowed = set_of("allowed");
  osm.refused = set_of("refused");
  for (const std::string& value : osm.allowed)
    if (osm.refused.count(value))
      throw reader.mistake(reader.find("refused")->place, "`{}` is both allowed and refused", value);
}

void check_use(const ProfileReader& reader, const Profile& profile) {
  if (!profile.osm.access.empty()) {
    for (const std::string_view key : {"allowed", "refused"})
      if (!reader.find(key))
        throw reader.mistake(reader.find("access")->place, "`access` needs the key `{}`", key);
  }
  for (const auto& [name, speed] : profile.osm.by_permission)
    if (profile.speeds.count(name))
      throw reader.mistake(reader.find("by_permission")->place, "`{}` has a speed in `speeds` already", name);
  for (const std::string& key : osm_profile_keys()) {
    if (const NodeEntry* entry = reader.root().entry(key); entry && profile.osm.access.empty())
      throw reader.mistake(entry->place, "`{}` is of use only with `access`, the tags that decide", key);
  }
}

}  // namespace

std::vector<std::string> osm_profile_keys() {
  return {"access",     "allowed", "refused", "by_permission", "closed",
          "contraflow", "factors", "delays",  "barriers",      "implicit_speeds"};
}

void read_osm_profile(const ProfileReader& reader, Profile& profile) {
  OsmProfile& osm = profile.osm;
  read_access(reader, osm);
  if (const Node* node = reader.find("closed")) osm.closed = values_by_tag(reader, *node);
  if (const Node* node = reader.find("contraflow")) osm.contraflow = values_by_tag(reader, *node);
  if (const Node* node = reader.find("factors"))
    osm.factors = by_tag(reader, *node, "a mapping of the tag's values to factors",
                         [&](const Node& value) { return reader.positive_number(value); });
  if (const Node* node = reader.find("delays"))
    osm.delays = by_tag(reader, *node, "a mapping of the tag's values to times",
                        [&](const Node& value) { return reader.duration(value); });
  if (const Node* node = reader.find("barriers")) {
    reader.expect(*node, Node::Kind::mapping, "a mapping of barriers to times or `closed`");
    for (const NodeEntry& entry : node->entries) {
      std::optional<Duration> delay;
      if (reader.text(entry.value) != "closed") delay = reader.duration(entry.value);
      osm.barriers.emplace(entry.key, delay);
    }
  }
  for (const auto& [key, speeds] :
       {std::pair("implicit_speeds", &osm.implicit_speeds), std::pair("by_permission", &osm.by_permission)}) {
    const Node* node = reader.find(key);
    if (!node) continue;
    reader.expect(*node, Node::Kind::mapping, "a mapping to speeds");
    for (const NodeEntry& entry : node->entries) speeds->emplace(entry.key, reader.speed(entry.value));
  }
  check_use(reader, profile);
}

OsmKeys osm_keys(const Profile& profile) {
  OsmKeys wanted{{"highway", "route", "ferry", "junction", "oneway", "maxspeed", "source:maxspeed",
                  "duration", "barrier"},
                 street_name_tags()};
  const OsmProfile& osm = profile.osm;
  wanted.keys.insert(wanted.keys.end(), osm.access.begin(), osm.access.end());
  const auto add_tags = [&](const auto& by_tag) {
    for (const auto& [key, values] : by_tag) wanted.keys.push_back(key);
  };
  add_tags(osm.closed);
  add_tags(osm.contraflow);
  add_tags(osm.factors);
  add_tags(osm.delays);
  std::sort(wanted.keys.begin(), wanted.keys.end());
  wanted.keys.erase(std::unique(wanted.keys.begin(), wanted.keys.end()), wanted.keys.end());
  return wanted;
}

}  // namespace jingwei
