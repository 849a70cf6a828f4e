#include "network/osm_rules.hpp"

#include <algorithm>

#include "base/format.hpp"
#include "network/osm_values.hpp"

namespace jingwei {
namespace {

constexpr std::string_view forward = ":forward", backward = ":backward";
constexpr double fastest_kmh = 300;  // what no road vehicle is allowed anywhere

enum class Oneway { unset, both, with, against, neither };

Oneway oneway_of(std::optional<std::string_view> value) {
  if (!value) return Oneway::unset;
  if (*value == "yes" || *value == "true" || *value == "1") return Oneway::with;
  if (*value == "-1" || *value == "reverse") return Oneway::against;
  if (*value == "no" || *value == "false" || *value == "0" || *value == "alternating") return Oneway::both;
  if (*value == "reversible") return Oneway::neither;  // when which way, the data do not say
  return Oneway::unset;
}

/// One-way though no tag says so.
bool implied_oneway(const OsmTags& tags, std::string_view road_class) {
  const auto junction = tags["junction"];
  return road_class == "motorway" || (junction && (*junction == "roundabout" || *junction == "circular"));
}

std::string_view class_of(const OsmTags& tags) {
  if (const auto highway = tags["highway"]) return *highway;
  const auto route = tags["route"];
  return route && *route == "ferry" ? std::string_view("ferry") : std::string_view();
}

}  // namespace

OsmRules::Access OsmRules::said(std::optional<std::string_view> value) const {
  while (value && !value->empty()) {
    const auto semicolon = value->find(';');
    std::string_view one = value->substr(0, semicolon);
    while (!one.empty() && one.front() == ' ') one.remove_prefix(1);
    if (m_osm.allowed.count(one)) return Access::allowed;
    if (m_osm.refused.count(one)) return Access::refused;
    if (semicolon == std::string_view::npos) break;
    value->remove_prefix(semicolon + 1);
  }
  return Access::unset;
}

OsmRules::Access OsmRules::access(const OsmTags& tags, std::string_view heading, std::size_t from_tag) const {
  for (std::size_t i = m_osm.access.size(); i-- > from_tag;) {
    const std::string& key = m_osm.access[i];
    if (!heading.empty()) {
      if (const Access found = said(tags[key + std::string(heading)]); found != Access::unset) return found;
    }
    if (const Access found = said(tags[key]); found != Access::unset) return found;
  }
  return Access::unset;
}

bool OsmRules::may_go(const OsmTags& tags, Heading heading, std::string_view road_class) const {
  const std::string_view suffix = heading == Heading::forward ? forward : backward;
  if (access(tags, suffix, 0) == Access::refused) return false;
  // `access=yes` says nothing of who may use a footway; a tag of the vehicle does.
  return !m_osm.by_permission.count(road_class) || access(tags, suffix, 1) == Access::allowed;
}

bool OsmRules::has_value_of(const OsmTags& tags, const TagValues& values) const {
  return std::any_of(values.begin(), values.end(), [&](const auto& entry) {
    const auto value = tags[entry.first];
    return value && entry.second.count(*value);
  });
}

void OsmRules::apply_oneway(const OsmTags& tags, WayUse& use, bool& with, bool& against) const {
  const bool general = m_profile.oneway == OnewayRule::respect;
  Oneway found = Oneway::unset;
  for (std::size_t i = m_osm.access.size(); i-- > 1 && found == Oneway::unset;)
    found = oneway_of(tags["oneway:" + m_osm.access[i]]);
  if (found == Oneway::unset && general) {
    found = oneway_of(tags["oneway"]);
    if (found == Oneway::unset && implied_oneway(tags, use.road_class)) found = Oneway::with;
    if (found != Oneway::unset && has_value_of(tags, m_osm.contraflow)) found = Oneway::both;
  }
  if (found == Oneway::with || found == Oneway::neither) against = false;
  if (found == Oneway::against || found == Oneway::neither) with = false;
}

double OsmRules::factor(const OsmTags& tags) const {
  double least = 1;
  for (const auto& [key, factors] : m_osm.factors) {
    const auto value = tags[key];
    if (!value) continue;
    if (const auto found = factors.find(*value); found != factors.end())
      least = std::min(least, found->second);
  }
  return least;
}

double OsmRules::speed(const OsmTags& tags, std::string_view heading, double of_class, WayUse& use) const {
  if (!m_profile.use_speed_field) return of_class * factor(tags);
  std::vector<std::string> keys;
  for (std::size_t i = m_osm.access.size(); i-- > 1;) {
    keys.push_back("maxspeed:" + m_osm.access[i] + std::string(heading));
    keys.push_back("maxspeed:" + m_osm.access[i]);
  }
  keys.push_back("maxspeed" + std::string(heading));
  for (const char* key : {"maxspeed", "maxspeed:type", "source:maxspeed"}) keys.emplace_back(key);
  for (const std::string& key : keys) {
    const auto value = tags[key];
    if (!value) continue;
    if (const auto implicit = m_osm.implicit_speeds.find(*value); implicit != m_osm.implicit_speeds.end()) {
      use.origin = SpeedOrigin::implicit_speed;
      return implicit->second.km_per_h * m_profile.speed_factor * factor(tags);
    }
    const auto stated = stated_speed(*value);
    if (!stated) continue;  // none, variable, signals, other countries' words
    if (!(stated->km_per_h > 0) || stated->km_per_h > fastest_kmh) {
      use.strange = format("{}={}", key, *value);
      continue;
    }
    use.origin = SpeedOrigin::signed_speed;
    return stated->km_per_h * m_profile.speed_factor * factor(tags);
  }
  return of_class * factor(tags);
}

WayUse OsmRules::way(const OsmTags& tags) const {
  WayUse use;
  use.road_class = class_of(tags);
  const auto listed = m_profile.speeds.find(use.road_class);
  const auto permitted = m_osm.by_permission.find(use.road_class);
  if (listed == m_profile.speeds.end() && permitted == m_osm.by_permission.end()) {
    use.refusal = WayRefusal::road_class;
    return use;
  }
  if (has_value_of(tags, m_osm.closed)) {
    use.refusal = WayRefusal::closed;
    return use;
  }
  bool with = may_go(tags, Heading::forward, use.road_class);
  bool against = may_go(tags, Heading::backward, use.road_class);
  if (with || against) apply_oneway(tags, use, with, against);
  if (!with && !against) {
    use.refusal = WayRefusal::access;
    return use;
  }
  const double of_class = (listed != m_profile.speeds.end() ? listed : permitted)->second.km_per_h;
  if (use.road_class == "ferry") {
    if (const auto value = tags["duration"]) use.whole_time = stated_duration(*value);
    if (use.whole_time) {
      use.origin = SpeedOrigin::duration;
      use.forward_kmh = with, use.backward_kmh = against;
      return use;
    }
  }
  if (with) use.forward_kmh = speed(tags, forward, of_class, use);
  if (against) use.backward_kmh = speed(tags, backward, of_class, use);
  return use;
}

NodeUse OsmRules::node(const OsmTags& tags) const {
  NodeUse use;
  const auto barrier = tags["barrier"];
  if (barrier) {
    const auto found = m_osm.barriers.find(*barrier);
    if (found != m_osm.barriers.end()) {
      use.closed = !found->second;
      if (found->second) use.delay = *found->second;
    }
    const Access said = access(tags, {}, 0);
    if (said != Access::unset) use.closed = said == Access::refused;
  }
  for (const auto& [key, delays] : m_osm.delays) {
    const auto value = tags[key];
    if (!value) continue;
    if (const auto found = delays.find(*value); found != delays.end()) use.delay.s += found->second.s;
  }
  return use;
}

std::optional<std::string_view> OsmRules::restriction(const OsmTags& tags) const {
  for (std::size_t i = m_osm.access.size(); i-- > 1;)
    if (const auto value = tags["restriction:" + m_osm.access[i]]) return value;
  return tags["restriction"];
}

bool OsmRules::excepted(const OsmTags& tags) const {
  const auto except = tags["except"];
  if (!except) return false;
  const auto listed = split(*except, ';');
  return std::any_of(listed.begin(), listed.end(), [&](const std::string& vehicle) {
    return std::find(m_osm.access.begin() + 1, m_osm.access.end(), vehicle) != m_osm.access.end();
  });
}

}  // namespace jingwei
