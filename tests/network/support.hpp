#pragma once
// Small layers for the tests of the network room, in a plane where a unit is a metre: a transverse Mercator
// projection near its central meridian, where lengths are true to 1e-7.
#include <catch2/catch.hpp>
#include <optional>
#include <string>
#include <vector>

#include "geometry/wkt.hpp"
#include "network/network.hpp"

namespace jingwei::testing {

inline const Crs& metre_plane() {
  static const Crs crs = Crs::parse(
      "+proj=tmerc +lat_0=39 +lon_0=116 +k=1 +x_0=0 +y_0=0 +ellps=GRS80 +units=m +no_defs +type=crs");
  return crs;
}

inline Layer layer_of(const std::string& definition, const std::string& name = {}) {
  const LayerDefinition* found = find_layer_definition(definition);
  REQUIRE(found != nullptr);
  return Layer(name.empty() ? definition : name, *found,
               definition == "transfers" ? std::nullopt : std::optional<Crs>(metre_plane()));
}

struct Road {
  std::string id, wkt;
  std::string road_class = "residential";
  std::optional<std::string> oneway = {};
  std::optional<double> speed_kmh = {};
  std::optional<std::int64_t> level = {};
  std::optional<std::string> name = {};
};

template <class T>
Value value_of(const std::optional<T>& value) {
  return value ? Value(*value) : Value();
}

inline Layer roads(const std::vector<Road>& list) {
  Layer layer = layer_of("roads");
  for (const Road& road : list)
    layer.append(parse_wkt(road.wkt), {{"road_id", road.id},
                                       {"class", road.road_class},
                                       {"oneway", value_of(road.oneway)},
                                       {"speed_kmh", value_of(road.speed_kmh)},
                                       {"level", value_of(road.level)},
                                       {"name_zh", value_of(road.name)}});
  return layer;
}

struct Trunk {
  std::string id, wkt, routing;
  std::optional<double> speed_kmh = {};
  std::string scheme = "main-rail";
  std::string kind = "hsr";
  std::optional<bool> passenger = {};
  std::string status = "operating";
};

inline Layer trunk_lines(const std::vector<Trunk>& list, const std::string& name = {}) {
  Layer layer = layer_of("trunk_lines", name);
  for (const Trunk& trunk : list)
    layer.append(parse_wkt(trunk.wkt), {{"line_id", trunk.id},
                                        {"name_zh", trunk.id},
                                        {"scheme", trunk.scheme},
                                        {"kind", trunk.kind},
                                        {"routing", trunk.routing},
                                        {"passenger", value_of(trunk.passenger)},
                                        {"speed_kmh", value_of(trunk.speed_kmh)},
                                        {"status", trunk.status}});
  return layer;
}

struct Station {
  std::string id;
  Point place;
  std::string lines = {};
  std::string status = "operating";
};

inline Layer stations(const std::vector<Station>& list) {
  Layer layer = layer_of("stations");
  for (const Station& station : list)
    layer.append(wkb_of(station.place), {{"station_id", station.id},
                                         {"name_zh", station.id},
                                         {"kind", std::string("hsr")},
                                         {"lines", station.lines},
                                         {"status", station.status}});
  return layer;
}

struct StatedTransfer {
  std::string id, from, to;
  double minutes = 0;
};

inline Layer transfers(const std::vector<StatedTransfer>& list) {
  Layer layer = layer_of("transfers");
  for (const StatedTransfer& transfer : list)
    layer.append({{"transfer_id", transfer.id},
                  {"from_station_id", transfer.from},
                  {"to_station_id", transfer.to},
                  {"time_min", transfer.minutes}});
  return layer;
}

struct Waypoint {
  std::string id, line;
  Point place;
};

inline Layer waypoints(const std::vector<Waypoint>& list) {
  Layer layer = layer_of("trunk_waypoints");
  std::int64_t sequence = 0;
  for (const Waypoint& waypoint : list)
    layer.append(wkb_of(waypoint.place),
                 {{"waypoint_id", waypoint.id}, {"line_id", waypoint.line}, {"sequence", ++sequence}});
  return layer;
}

/// Walking at 5 km/h (720 ms a metre) on residential streets and footways, one-way rules aside.
inline Profile walker() {
  Profile profile;
  profile.name = "walker";
  profile.oneway = OnewayRule::ignore;
  profile.speeds = {{"residential", {5}}, {"pedestrian", {5}}};
  return profile;
}

/// Driving at 20 km/h (180 ms a metre) on streets, at 72 km/h (50 ms a metre) on motorways and expressways.
inline Profile driver() {
  Profile profile;
  profile.name = "driver";
  profile.speeds = {{"residential", {20}}, {"primary", {36}}, {"motorway", {72}}};
  profile.expressway_speed = Speed{72};
  return profile;
}

/// Streets like the driver's; trains at half the design speed, 1 min lost at a stop, 5 min wait.
inline Profile rider() {
  Profile profile;
  profile.name = "rider";
  profile.speeds = {{"residential", {20}}};
  profile.speed_share = 0.5;
  profile.stop_time = Duration{60};
  profile.wait_time = Duration{300};
  return profile;
}

/// A network over these layers with what was found wrong.
struct Built {
  std::vector<Issue> issues;
  Network network;

  Built(const NetworkSources& sources, const Profile& profile) : Built(sources, profile, Context{}) {}
  Built(const NetworkSources& sources, const Profile& profile, Context context)
      : network(sources, profile, 0.001, issues, context) {}

  NetworkPlace snap(Point point) const {
    Context context;
    return network.snap(std::span(&point, 1), context).front();
  }
  Cost cost_between(NetworkPlace from, NetworkPlace to, Cost limit = unreachable) const {
    Context context;
    return network.costs(std::span(&from, 1), std::span(&to, 1), limit, context).front();
  }
  Cost cost(Point from, Point to, Cost limit = unreachable) const {
    const NetworkPlace a = snap(from), b = snap(to);
    REQUIRE(a.snapped());
    REQUIRE(b.snapped());
    return cost_between(a, b, limit);
  }
  std::size_t count(const std::string& kind) const {
    std::size_t result = 0;
    for (const Issue& issue : issues) result += issue.kind == kind;
    return result;
  }
};

inline NetworkSources sources_of(const std::vector<const Layer*>& lines) {
  NetworkSources sources;
  sources.name = "net";
  sources.lines = lines;
  return sources;
}

}  // namespace jingwei::testing
