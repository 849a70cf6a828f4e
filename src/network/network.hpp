#pragma once
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/context.hpp"
#include "base/quantity.hpp"
#include "layer/issue.hpp"
#include "layer/layer.hpp"
#include "network/cost.hpp"
#include "network/in_service.hpp"
#include "network/profile.hpp"
#include "network/reach_bands.hpp"
#include "network/route.hpp"

namespace jingwei {

/// The form of Network::image(), which changes whenever that or what it means does.
inline constexpr std::uint32_t network_image_version = 2;

struct NetworkCentrality;
struct NetworkData;
struct OsmData;
struct TrunkSystem;

/// Where streets of `roads` layers meet: at vertices that they share, or wherever they cross or touch.
enum class Noding { vertices, crossings };

/// What a network is built from (layers as prepared, OpenStreetMap data as read). Layers are in one projected
/// CRS; into it the data of OpenStreetMap are projected.
struct NetworkSources {
  std::string name;                 ///< the study's name, for issues
  std::vector<const Layer*> lines;  ///< `roads` layers are streets, `links` layers streets with times of
                                    ///< their own; `trunk_lines` layers by their routing field: rail, road
                                    ///< (expressways), else refused
  std::vector<const OsmData*> osm = {};  ///< streets and ferries of OpenStreetMap
  std::optional<Crs> crs = {};           ///< needed where there are no lines
  const Layer* stations = nullptr;       ///< rail is entered only there
  const Layer* transfers = nullptr;      ///< walks between stations
  const Layer* interchanges = nullptr;   ///< trunk_waypoints: expressways are entered only there
  Length snap_limit{500};
  InService in_service = {};  ///< lines and stations that run
  Noding noding = Noding::vertices;
  Length join_tolerance{0};  ///< of crossings: ends that meet nothing are led on as far
};

/// A place on a network: an edge and how far along it. Opaque to callers.
struct NetworkPlace {
  std::uint32_t edge = std::numeric_limits<std::uint32_t>::max();
  double fraction = 0;
  double snap_m = 0;  ///< straight distance from the point
  bool snapped() const { return edge != std::numeric_limits<std::uint32_t>::max(); }
};

/// What was built: counts and lengths that a specialist checks before trusting a time.
struct NetworkReport {
  std::size_t turn_nodes = 0;  ///< places where it matters whence one comes
  std::size_t restrictions = 0, restrictions_applied = 0, restrictions_rejected = 0;
  std::size_t nodes = 0;
  std::size_t edges = 0;  ///< directed
  std::size_t street_edges = 0, expressway_edges = 0, rail_edges = 0;
  std::size_t transfer_edges = 0;  ///< transfers, boarding and alighting, links of stations and interchanges
  std::size_t strong_components = 0;
  std::size_t largest_component_nodes = 0;
  std::size_t stations_connected = 0;
  std::size_t interchanges_connected = 0;
  std::size_t crossings_noded = 0;  ///< places where roads met without a vertex of both
  std::size_t ends_joined = 0;      ///< ends of roads that were led on to another
  double street_length_m = 0, expressway_length_m = 0, rail_length_m = 0;
};

/// A directed graph with travel times of one profile, on places that can be reached from streets. Read-only
/// once built: any number of threads may ask it. Costs are milliseconds, partial edges rounded half up. The
/// cost of a pair does not depend on which other pairs are asked, nor on threads.
class Network {
 public:
  /// Builds it. Everything dropped or left unconnected is an Issue: lines of a class that the profile cannot
  /// use are counted in one note; stations off every line, stations or interchanges farther than the snap
  /// limit from a street, transfers to unknown stations, trunk lines with fewer than two entries. Errors
  /// (input): no usable street, or nothing but lines with routing none or freight; two schemes in one trunk
  /// layer; layers in several CRSs, or in degrees.
  ///
  /// Streets of OpenStreetMap join where they share a node, whatever their places and levels.
  /// Streets of layers join where they share a point, a vertex of both (on the study's grid), at the same
  /// `level`; streets that cross without a shared point do not meet, unless `noding` is crossings
  /// (noding.hpp). Motorways of a `roads` layer join like
  /// streets, but no point snaps onto them. Expressways meet streets and each other only at interchanges: a
  /// ramp of the straight way to the street at 40 km/h, and nothing between expressways whose waypoints share
  /// a place. Rail stops are the stations within the profile's station_tolerance of a line (or whose `lines`
  /// names it and which lie within 5 km), ordered by chainage; a ride boards with wait_time, runs at
  /// speed_share of the line's speed, and loses stop_time at each stop. Streets and stations are linked by
  /// the straight way to the snapped street place, at the walking speed 4 km/h (and at least 1 min). Lines
  /// and stations that are not in service, and rail lines without passengers, are not used.
  Network(const NetworkSources& sources, const Profile& profile, double grid_size, std::vector<Issue>& issues,
          Context& context);
  /// A network from what image() gave, with the issues of building it; nothing where the bytes are no such
  /// image (of `network_image_version`). Name, CRS and snap limit are those of the sources it was built from.
  static std::optional<Network> from_image(std::string_view image, const std::string& name, const Crs& crs,
                                           Length snap_limit, std::vector<Issue>& issues);
  /// What it is made of as bytes, with the issues of building it: the graph, its node order, the streets.
  std::string image(const std::vector<Issue>& issues) const;
  ~Network();
  Network(Network&&) noexcept;
  Network& operator=(Network&&) noexcept;

  const std::string& name() const;
  const Crs& crs() const;
  const NetworkReport& report() const;

  /// What a specialist looks at before any analysis, as the layers network_streets, network_islands (streets
  /// apart from the rest), network_pockets (streets that one can't leave, or can't get to), network_snaps (of
  /// the points of a layer, if one is given), and the tables network_classes and network_summary.
  /// `sources`: what it was built from. Points that are not snapped are Issues.
  std::vector<Layer> acceptance(const NetworkSources& sources, const Layer* points,
                                std::vector<Issue>& issues, Context& context) const;

  /// The nearest street place of each point within the snap limit, on the largest strongly connected
  /// component; never on rail or expressways. A point beyond the limit is not snapped.
  std::vector<NetworkPlace> snap(std::span<const Point> points, Context& context) const;
  /// The same with an Issue "unsnapped" for each point of a layer that is farther (its place, its distance to
  /// the nearest street).
  std::vector<NetworkPlace> snap(const Layer& layer, std::span<const Point> points,
                                 std::vector<Issue>& issues, Context& context) const;

  /// Which way the costs run.
  enum class Direction { from_place, to_place };

  /// costs[i * destinations.size() + j]: from origin i to destination j, `unreachable` beyond `limit`. Time
  /// from the point to the street is not counted (snap_m tells it).
  std::vector<Cost> costs(std::span<const NetworkPlace> origins, std::span<const NetworkPlace> destinations,
                          Cost limit, Context& context) const;
  /// For each origin the cheapest destination (ties: the lowest number) within `limit`.
  struct NearestPlace {
    std::uint32_t destination = std::numeric_limits<std::uint32_t>::max();
    Cost cost = unreachable;
  };
  std::vector<NearestPlace> nearest(std::span<const NetworkPlace> origins,
                                    std::span<const NetworkPlace> destinations, Cost limit,
                                    Context& context) const;
  /// Calls visit(origin, costs to all destinations) for every origin, origins in parallel, in memory of one
  /// row a thread; visits of several origins may run at the same time.
  void for_each_origin(std::span<const NetworkPlace> origins, std::span<const NetworkPlace> destinations,
                       Cost limit, Context& context,
                       const std::function<void(std::size_t, std::span<const Cost>)>& visit) const;
  /// The same either way: visit(i, costs from place i to all others, or (to_place) from all others to it).
  void for_each_place(std::span<const NetworkPlace> places, std::span<const NetworkPlace> others, Cost limit,
                      Direction direction, Context& context,
                      const std::function<void(std::size_t, std::span<const Cost>)>& visit) const;

  /// For each origin the `count` cheapest destinations within `limit`, by cost, then number; fewer where
  /// fewer are reached.
  std::vector<std::vector<NearestPlace>> nearest(std::span<const NetworkPlace> origins,
                                                 std::span<const NetworkPlace> destinations,
                                                 std::size_t count, Cost limit, Direction direction,
                                                 Context& context) const;

  /// A way's time, and its length: of all ways of that time the shortest, along the true shape (geodesic), in
  /// whole millimetres. Like its cost it depends on the pair alone.
  struct Way {
    Cost time = unreachable;
    double distance_m = 0;
  };
  /// As for_each_origin, with the ways in place of costs.
  void for_each_way(std::span<const NetworkPlace> origins, std::span<const NetworkPlace> destinations,
                    Cost limit, Context& context,
                    const std::function<void(std::size_t, std::span<const Way>)>& visit) const;
  /// The journeys from[i] → to[i] within `limit`: the time and distance of for_each_way, and by which legs;
  /// nothing where there is no way.
  std::vector<std::optional<Route>> routes(std::span<const NetworkPlace> from,
                                           std::span<const NetworkPlace> to, Cost limit,
                                           Context& context) const;

  /// What the places together reach (or what reaches them) within each of the limits, ascending, with the
  /// streets whose envelopes come within `margin` of a street that is reached. \pre limits not empty
  ReachBands reach_bands(std::span<const NetworkPlace> places, std::span<const Cost> limits,
                         Direction direction, Length margin) const;

  /// The street and expressway parts that are reached within `limit` from (or that reach) each place: one row
  /// of lines a place, each part cut where the limit is reached; null where the place is not snapped.
  GeometryColumn reached(std::span<const NetworkPlace> places, Cost limit, Direction direction,
                         Context& context) const;
  /// The same from any of the places of each group (groups[i] of place i, 0 … group_count − 1): one row a
  /// group.
  GeometryColumn reached(std::span<const NetworkPlace> places, std::span<const std::uint32_t> groups,
                         std::uint32_t group_count, Cost limit, Direction direction, Context& context) const;

  /// What begins and ends at places: weights[i] at the end of places[i]'s edge that is nearer to it (ties:
  /// its tail); places that are not snapped count for nothing. \pre one weight for each place, not negative
  struct Demand {
    std::span<const NetworkPlace> places;
    std::span<const double> weights;
  };
  /// What each junction and each line is to the network as a whole (network_centrality.hpp), over ways within
  /// `radius`. Without a demand it is 1 at every junction of streets.
  NetworkCentrality centrality(const std::optional<Demand>& demand, Cost radius, Context& context) const;
  /// What each stretch of the trunk lines is to the ways between these places (trunk_system.hpp).
  TrunkSystem trunk_system(std::span<const NetworkPlace> places, Context& context) const;

 private:
  const NetworkData& network_data() const;
  friend const NetworkData& data_of(const Network& network);  ///< network_data.hpp

  struct Data;
  explicit Network(std::unique_ptr<Data> data);
  std::unique_ptr<Data> m_data;
};

}  // namespace jingwei
