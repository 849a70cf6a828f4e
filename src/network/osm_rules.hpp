#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "network/osm_data.hpp"
#include "network/profile.hpp"

namespace jingwei {

/// Where the speed of a street comes from.
enum class SpeedOrigin : std::uint8_t { road_class, signed_speed, implicit_speed, duration, stated_time };

/// Why a way is not used by a profile.
enum class WayRefusal : std::uint8_t { none, road_class, access, closed };

/// How a profile uses a way. A speed of 0 closes a direction.
struct WayUse {
  WayRefusal refusal = WayRefusal::none;
  std::string road_class;  ///< its highway, or ferry
  double forward_kmh = 0, backward_kmh = 0;
  SpeedOrigin origin = SpeedOrigin::road_class;
  std::optional<Duration>
      whole_time;       ///< of a ferry: for the whole way, in place of the speeds (which are 1)
  std::string strange;  ///< "maxspeed=-5": a value that makes no sense and was left aside
};

/// How a profile passes a node.
struct NodeUse {
  bool closed = false;
  Duration delay;
  bool heeded() const { return closed || delay.s > 0; }
};

/// A profile over the tags of OpenStreetMap. Of its access tags the most particular one that is set decides,
/// and `key:forward`, `key:backward` before `key`; values that the profile does not know are left aside.
class OsmRules {
 public:
  explicit OsmRules(const Profile& profile) : m_profile(profile), m_osm(profile.osm) {}

  WayUse way(const OsmTags& tags) const;
  NodeUse node(const OsmTags& tags) const;
  /// The tag that a turn restriction states for this profile: "restriction:motorcar" before "restriction".
  std::optional<std::string_view> restriction(const OsmTags& tags) const;
  /// Whether `except` names a vehicle of this profile.
  bool excepted(const OsmTags& tags) const;

 private:
  enum class Access { unset, allowed, refused };
  enum class Heading { forward, backward };
  Access said(std::optional<std::string_view> value) const;
  Access access(const OsmTags& tags, std::string_view heading, std::size_t from_tag) const;
  bool may_go(const OsmTags& tags, Heading heading, std::string_view road_class) const;
  void apply_oneway(const OsmTags& tags, WayUse& use, bool& forward, bool& backward) const;
  double speed(const OsmTags& tags, std::string_view heading, double of_class, WayUse& use) const;
  double factor(const OsmTags& tags) const;
  bool has_value_of(const OsmTags& tags, const TagValues& values) const;

  const Profile& m_profile;
  const OsmProfile& m_osm;
};

}  // namespace jingwei
