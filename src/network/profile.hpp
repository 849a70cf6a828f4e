#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/quantity.hpp"
#include "base/text.hpp"

namespace jingwei {

enum class OnewayRule { respect, ignore };

enum class RestrictionRule { obey, ignore };

/// What turns take at junctions, and turning round anywhere but at a dead end.
struct TurnRulesOfProfile {
  RestrictionRule restrictions = RestrictionRule::obey;  ///< relations of type restriction
  Duration straight, right, sharp_right, left, sharp_left;
  std::optional<Duration> u_turn = Duration{};  ///< nothing: forbidden
};

using TagValues = std::map<std::string, std::set<std::string, std::less<>>, std::less<>>;

/// How one travels by the tags of OpenStreetMap (docs/networks.md tells each key).
struct OsmProfile {
  std::vector<std::string> access;  ///< the tags that decide, from general to particular; empty: not for OSM
  std::set<std::string, std::less<>> allowed, refused;      ///< values of those tags
  std::map<std::string, Speed, std::less<>> by_permission;  ///< classes used only where such a tag allows it
  TagValues closed;                                         ///< ways with one of these tags are not used
  TagValues contraflow;  ///< one-way streets with one of these run both ways
  std::map<std::string, std::map<std::string, double, std::less<>>, std::less<>> factors;   ///< of the speed
  std::map<std::string, std::map<std::string, Duration, std::less<>>, std::less<>> delays;  ///< at nodes
  std::map<std::string, std::optional<Duration>, std::less<>> barriers;  ///< nothing: closed
  std::map<std::string, Speed, std::less<>> implicit_speeds;             ///< what CN:urban … mean
};

/// How one travels: `layers/profiles/<name>.yaml`.
struct Profile {
  std::string name;
  Text title;
  Text description;
  std::string mode;                  ///< walk, bike, car, transit
  std::vector<std::string> routing;  ///< which trunk lines it uses: "road" (expressways), "rail"
  OnewayRule oneway = OnewayRule::respect;
  std::map<std::string, Speed, std::less<>> speeds;  ///< by road class; a class not listed cannot be used
  bool use_speed_field = false;                      ///< a road's own speed_kmh wins where it is given
  double speed_factor = 1;                           ///< of that field: what is driven of what is signed
  TurnRulesOfProfile turns;
  OsmProfile osm;
  std::optional<Speed> expressway_speed;  ///< lines that route as road and state no speed; absent: not used
  // Rail, where the profile rides it:
  std::optional<double> speed_share;  ///< of a line's speed_kmh that its trains keep between stops
  Duration stop_time;                 ///< lost at each stop
  Duration wait_time;                 ///< before each boarding
  Length station_tolerance{100};      ///< a station nearer than this to a line is a stop of it

  /// Whether one goes with public transport by it: afoot, or on a bicycle that is taken along.
  bool carries_timetables() const { return mode == "walk" || mode == "bike"; }
  bool rides_rail() const { return speed_share.has_value(); }
  bool reads_osm() const { return !osm.access.empty(); }
  bool drives_expressways() const { return expressway_speed.has_value(); }
};

/// The text that a profile was read from. \pre there is one of this name
std::string_view profile_text(std::string_view name);

/// A profile that is compiled in (nothing where there is none), and all of them in the order of their names.
const Profile* find_profile(std::string_view name);
const std::vector<Profile>& profiles();
std::vector<std::string> profile_names();
/// An input Error, which names those that can, where the profile cannot read OpenStreetMap's tags.
void require_osm_profile(const Profile& profile, const std::string& file);
struct OsmKeys;
/// The tags of OpenStreetMap that the profile asks for.
OsmKeys osm_keys(const Profile& profile);
/// The profile in a YAML text. Its mistakes are input Errors "file:line:column: …": unknown and missing keys,
/// quantities without their unit, speeds and shares that are not positive, `routing` that does not agree with
/// the speeds given.
Profile parse_profile(const std::string& file, std::string_view yaml);

}  // namespace jingwei
