#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "layer/issue.hpp"
#include "network/edge_index.hpp"
#include "network/edges.hpp"
#include "network/graph.hpp"
#include "network/source_lines.hpp"

namespace jingwei {

/// A station or an interchange: where one changes between streets and trunk lines, and between trunk lines.
struct Access {
  const Layer* layer = nullptr;
  std::string key;
  Text name;
  Point place;
  std::vector<std::uint32_t> trunk_cuts;  ///< its places on trunk lines, as numbers of cuts
  std::optional<std::uint32_t> street_cut;
  double street_distance_m = 0;  ///< straight to that place
};

/// Finds places on trunk lines, and collects the cuts there before the edges are split at them.
class TrunkCuts {
 public:
  TrunkCuts(const Edges& edges, const std::vector<TrunkLine>& trunks, const Crs& crs, std::vector<Cut>& cuts);
  /// The number of a new cut where the line passes nearest to the place, within the limit.
  std::optional<std::uint32_t> cut(std::size_t trunk, Point place, Length limit);

 private:
  std::vector<Cut>& m_cuts;
  std::vector<std::unique_ptr<EdgeIndex>> m_lines;
};

/// A change between two stations on foot or by metro.
struct Transfer {
  std::size_t from = 0, to = 0;  ///< numbers of stations
  Cost cost = 0;
};

struct Stations {
  std::vector<Access> stations;
  std::vector<Transfer> transfers;
};

/// The stations of the railways used (network.hpp tells which they are), in the order of their keys, and the
/// transfers between them. Stations off every line, or out of service, are notes.
Stations find_stations(const NetworkSources& sources, const Profile& profile,
                       const std::vector<TrunkLine>& trunks, TrunkCuts& trunk_cuts,
                       std::vector<Issue>& issues);

/// The interchanges of the expressways used: one for each place on the grid where waypoints of one or more
/// of them lie. A waypoint farther from its line than the snap limit is an Issue.
std::vector<Access> find_interchanges(const NetworkSources& sources, const std::vector<TrunkLine>& trunks,
                                      double grid_size, TrunkCuts& trunk_cuts, std::vector<Issue>& issues);

/// Links each access to the nearest street within `limit`: one of the largest strongly connected component of
/// streets if there is any, else one of a smaller. The others are Issues.
void link_to_streets(std::vector<Access>& accesses, const Edges& edges, Length limit, const Crs& crs,
                     std::vector<Cut>& cuts, std::vector<Issue>& issues);

/// Times between street and station: on foot at 4 km/h, at least 1 min. Between street and expressway:
/// at 40 km/h, an estimate within the design speeds of ramps (30 to 60 km/h).
Cost walk_cost(double distance_m);
Cost ramp_cost(double distance_m);

}  // namespace jingwei
