#include <cmath>
#include <iterator>

#include "base/error.hpp"
#include "network/components.hpp"
#include "network/draft.hpp"
#include "network/network_data.hpp"
#include "network/restrictions.hpp"

namespace jingwei {
namespace {

/// Streets and expressways: an arc for each open direction, labelled for places and reached parts.
void add_road_arcs(const NetworkData& data, std::vector<Arc>& arcs, NetworkReport& report) {
  const Edges& edges = data.edges;
  for (std::uint32_t edge = 0; edge < edges.size(); ++edge) {
    if (edges.kind[edge] == EdgeKind::rail) continue;
    const bool expressway = edges.kind[edge] == EdgeKind::expressway;
    (expressway ? report.expressway_length_m : report.street_length_m) += edges.length_m(edge);
    const std::size_t before = arcs.size();
    for (const std::uint32_t label : {2 * edge, 2 * edge + 1}) {
      const Cost cost = data.cost(label);
      if (cost == unreachable) continue;
      arcs.push_back({data.states.start[label], data.states.end[label], cost, label});
    }
    (expressway ? report.expressway_edges : report.street_edges) += arcs.size() - before;
  }
  for (const auto& [label, start, end] : data.states.copies)
    arcs.push_back({start, end, data.cost(label), label});
  arcs.insert(arcs.end(), data.states.turns.begin(), data.states.turns.end());
}

/// Links as they are numbered by the labels of arcs.
class Links {
 public:
  explicit Links(std::vector<Link>& links) : m_links(links) {}
  std::uint32_t add(const Link& link) {
    m_links.push_back(link);
    return first_link + static_cast<std::uint32_t>(m_links.size() - 1);
  }

 private:
  std::vector<Link>& m_links;
};

/// The railway that a node lies on; railways share no nodes.
std::vector<std::uint32_t> trunk_of_nodes(const Edges& edges) {
  std::vector<std::uint32_t> trunk(edges.nodes, 0);
  for (std::size_t edge = 0; edge < edges.size(); ++edge)
    if (edges.kind[edge] == EdgeKind::rail)
      trunk[edges.tail[edge]] = trunk[edges.head[edge]] = edges.trunk[edge];
  return trunk;
}

/// Trains: the nodes of a railway stand for being on board. One gets on with the wait, runs, loses the stop
/// time on arriving at each stop, and gets off at once; so a wait is paid for a boarding, not for a stop.
void add_rail_arcs(const NetworkData& data, const Draft& draft, const Profile& profile,
                   std::uint32_t first_station, Links links, std::vector<Arc>& arcs, NetworkReport& report) {
  const Edges& edges = data.edges;
  std::vector<std::uint8_t> is_stop(edges.nodes, 0);
  for (const Access& station : draft.rail.stations)
    for (const std::uint32_t cut : station.trunk_cuts) is_stop[draft.cut_nodes[cut]] = 1;
  const Cost stop = to_cost(profile.stop_time), wait = to_cost(profile.wait_time);
  const auto ride = [&](std::uint32_t from, std::uint32_t to, Cost run, std::uint32_t label) {
    arcs.push_back({from, to, is_stop[to] ? add_costs(run, stop) : run, label});
    ++report.rail_edges;
  };
  for (std::uint32_t edge = 0; edge < edges.size(); ++edge) {
    if (edges.kind[edge] != EdgeKind::rail) continue;
    report.rail_length_m += edges.length_m(edge);
    ride(edges.tail[edge], edges.head[edge], data.forward[edge], 2 * edge);
    ride(edges.head[edge], edges.tail[edge], data.backward[edge], 2 * edge + 1);
  }
  const std::vector<std::uint32_t> trunk_of_node = trunk_of_nodes(edges);
  for (std::uint32_t station = 0; station < draft.rail.stations.size(); ++station) {
    for (const std::uint32_t cut : draft.rail.stations[station].trunk_cuts) {
      const std::uint32_t node = draft.cut_nodes[cut], trunk = trunk_of_node[node];
      arcs.push_back({first_station + station, node, wait, links.add({LinkKind::board, 0, trunk, station})});
      arcs.push_back({node, first_station + station, 0, links.add({LinkKind::alight, 0, trunk, station})});
      report.transfer_edges += 2;
    }
  }
}

/// Transfers between stations, and the ways between streets and stations or interchanges.
void add_link_arcs(const TurnStates& states, const Draft& draft, std::uint32_t first_station, Links links,
                   std::vector<Arc>& arcs, NetworkReport& report) {
  const auto connect = [&](std::uint32_t from, std::uint32_t to, Cost cost, const Link& link) {
    arcs.push_back({from, to, cost, links.add(link)});
    ++report.transfer_edges;
  };
  for (const Transfer& transfer : draft.rail.transfers) {
    const auto a = static_cast<std::uint32_t>(transfer.from), b = static_cast<std::uint32_t>(transfer.to);
    connect(first_station + a, first_station + b, transfer.cost, {LinkKind::transfer, 0, 0, b});
    connect(first_station + b, first_station + a, transfer.cost, {LinkKind::transfer, 0, 0, a});
  }
  for (std::uint32_t station = 0; station < draft.rail.stations.size(); ++station) {
    const Access& access = draft.rail.stations[station];
    if (!access.street_cut) continue;
    const std::uint32_t street = draft.cut_nodes[*access.street_cut];
    const Cost cost = walk_cost(access.street_distance_m);
    const Link walk{LinkKind::station_access, access.street_distance_m, 0, station};
    connect(first_station + station, states.entry[street], cost, walk);
    connect(states.leave[street], first_station + station, cost, walk);
    report.stations_connected += !access.trunk_cuts.empty();
  }
  auto number = static_cast<std::uint32_t>(draft.rail.stations.size());
  for (const Access& access : draft.interchanges) {
    const Link ramp{LinkKind::ramp, access.street_distance_m, 0, number++};
    if (!access.street_cut) continue;
    const std::uint32_t street = draft.cut_nodes[*access.street_cut];
    const std::uint32_t trunk = draft.cut_nodes[access.trunk_cuts.front()];
    const Cost cost = ramp_cost(access.street_distance_m);
    connect(states.leave[trunk], states.entry[street], cost, ramp);
    connect(states.leave[street], states.entry[trunk], cost, ramp);
    ++report.interchanges_connected;
  }
}

/// What journeys call the lines they ride and the stations and interchanges they pass.
void take_names(const Draft& draft, NetworkData& data) {
  for (const TrunkLine& line : draft.lines.trunks)
    data.line_names.push_back({line.name_zh, line.name_en.empty() ? line.name_zh : line.name_en});
  for (const Access& station : draft.rail.stations) data.access_names.push_back(station.name);
  for (const Access& interchange : draft.interchanges) data.access_names.push_back(interchange.name);
}

/// The lengths of the graph's arcs in whole millimetres, so that sums of them do not depend on their order.
std::vector<std::uint32_t> arc_lengths(const NetworkData& data) {
  const auto length_m = [&](std::uint32_t label) {
    if (is_edge(label)) return data.edges.length_m(edge_of(label));
    return is_link(label) ? data.links[link_of(label)].length_m : 0.0;
  };
  std::vector<std::uint32_t> lengths;
  for (const std::uint32_t label : data.graph.labels) {
    if (length_m(label) > longest_edge_m)
      throw input_error(
          {"路网 `{}`：有一段长 {:.0f} km；最长 4000 km，请在其间设节点",
           "network `{}`: a part of it is {:.0f} km long; the longest is 4000 km, give it nodes "
           "in between"},
          data.name, length_m(label) / 1000);
    lengths.push_back(static_cast<std::uint32_t>(std::llround(length_m(label) * 1000)));
  }
  return lengths;
}

/// Numbers the states that arcs use from 0, in their order, so that what was merged, pruned or expanded
/// leaves no gaps.
std::uint32_t compact_states(TurnStates& states, std::vector<Arc>& arcs, std::uint32_t nodes) {
  std::vector<std::uint32_t> number(nodes, 0);
  for (const Arc& arc : arcs) number[arc.tail] = number[arc.head] = 1;
  std::uint32_t next = 0;
  for (std::uint32_t& entry : number) entry = entry ? next++ : 0;
  for (Arc& arc : arcs) arc.tail = number[arc.tail], arc.head = number[arc.head];
  for (auto* of_labels : {&states.start, &states.end})
    for (std::uint32_t& state : *of_labels) state = number[state];
  for (TurnStates::Copy& copy : states.copies) copy.start = number[copy.start], copy.end = number[copy.end];
  states.states = next;
  return next;
}

/// Streets from which one cannot reach the rest of the network and come back: nothing snaps to them.
Issue disconnected_issue(const NetworkData& data, const std::vector<std::uint32_t>& streets) {
  std::vector<Path> paths;
  double length_m = 0;
  for (const std::uint32_t edge : streets) {
    paths.push_back(data.edges.part(edge, 0, data.edges.length_m(edge)));
    length_m += data.edges.length_m(edge);
  }
  Issue issue;
  issue.kind = "disconnected";
  issue.layer = data.name;
  issue.reason = {
      format("{} 段道路（共 {:.0f} m）与路网主体不双向连通", streets.size(), length_m),
      format("{} street parts ({:.0f} m) are not connected both ways with the main part of the network",
             streets.size(), length_m)};
  issue.action = {"地点不会捕捉到这些道路", "no place snaps to them"};
  issue.geometry = wkb_of_lines(paths);
  return issue;
}

void index_largest_component(NetworkData& data, std::vector<Issue>& issues) {
  const Components components = strong_components(data.graph);
  const std::uint32_t largest = components.largest();
  data.report.strong_components = components.sizes.size();
  data.report.largest_component_nodes = components.sizes[largest];
  std::vector<std::uint32_t> streets, disconnected;
  for (std::uint32_t edge = 0; edge < data.edges.size(); ++edge) {
    if (data.edges.kind[edge] != EdgeKind::street) continue;
    (connects(data, edge, components, largest) ? streets : disconnected).push_back(edge);
  }
  if (!disconnected.empty()) issues.push_back(disconnected_issue(data, disconnected));
  data.streets = std::make_unique<EdgeIndex>(data.edges, streets, data.crs);
}

std::vector<Cost> costs_of_labels(const NetworkData& data) {
  std::vector<Cost> costs(2 * data.edges.size());
  for (std::size_t edge = 0; edge < data.edges.size(); ++edge) {
    costs[2 * edge] = data.forward[edge];
    costs[2 * edge + 1] = data.backward[edge];
  }
  return costs;
}

TurnPenalties penalties_of(const TurnRulesOfProfile& turns) {
  TurnPenalties penalties;
  penalties.straight = to_cost(turns.straight);
  penalties.right = to_cost(turns.right);
  penalties.sharp_right = to_cost(turns.sharp_right);
  penalties.left = to_cost(turns.left);
  penalties.sharp_left = to_cost(turns.sharp_left);
  penalties.u_turn = turns.u_turn ? to_cost(*turns.u_turn) : unreachable;
  return penalties;
}

/// What holds at nodes: barriers, delays, and where stations and interchanges are linked.
void add_node_uses(const Draft& draft, Turns& turns) {
  turns.linked.assign(draft.edges.nodes, 0);
  for (const std::uint32_t node : draft.cut_nodes) turns.linked[node] = 1;
  if (draft.lines.joint_uses.empty()) return;
  turns.closed.assign(draft.edges.nodes, 0);
  turns.delay.assign(draft.edges.nodes, 0);
  for (const auto& [joint, use] : draft.lines.joint_uses) {
    const std::uint32_t node = draft.lines.joints.node[joint];
    if (node == Joints::no_node) continue;
    turns.closed[node] = use.closed;
    turns.delay[node] = to_cost(use.delay);
  }
}

/// The first edge of each way of one OpenStreetMap data; edges stand in the order of their lines.
std::vector<std::size_t> first_edges(const Draft& draft, std::size_t source, std::size_t ways,
                                     const Edges& edges) {
  std::vector<std::size_t> first(ways + 1, 0);
  std::size_t edge = 0;
  const auto origin = [&] { return draft.lines.origins[edges.line[edge]]; };
  while (edge < edges.size() && origin().source != source) ++edge;
  for (std::size_t way = 0; way <= ways; ++way) {
    first[way] = edge;
    while (way < ways && edge < edges.size() && origin().source == source && origin().number == way) ++edge;
  }
  return first;
}

Turns turns_of(const NetworkSources& sources, const Profile& profile, const Draft& draft, const Edges& edges,
               std::span<const Cost> costs, NetworkReport& report, std::vector<Issue>& issues) {
  Turns turns;
  turns.penalties = penalties_of(profile.turns);
  add_node_uses(draft, turns);
  for (std::size_t i = 0; i < sources.osm.size(); ++i) {
    const OsmData& data = *sources.osm[i];
    const OsmEdges streets{
        data, edges, costs,
        std::span(draft.lines.joints.node).subspan(draft.lines.first_joint[i], data.nodes()),
        first_edges(draft, sources.lines.size() + i, data.ways(), edges)};
    Restrictions found = find_restrictions(streets, profile, issues);
    std::move(found.forbidden.begin(), found.forbidden.end(), std::back_inserter(turns.forbidden));
    report.restrictions += found.known;
    report.restrictions_applied += found.applied;
    report.restrictions_rejected += found.rejected;
  }
  return turns;
}

}  // namespace

bool connects(const NetworkData& data, std::uint32_t edge, const Components& components,
              std::uint32_t component) {
  const auto in = [&](std::uint32_t state) { return components.of_node[state] == component; };
  bool reached = false, left = false;
  for (const std::uint32_t label : {2 * edge, 2 * edge + 1}) {
    if (data.cost(label) == unreachable) continue;
    left |= in(data.states.end[label]);
    reached |= in(data.states.start[label]);
    for (const TurnStates::Copy& copy : data.states.copies_of(label)) reached |= in(copy.start);
  }
  return reached && left;
}

void build_network(const NetworkSources& sources, const Profile& profile, double grid_size, NetworkData& data,
                   std::vector<Issue>& issues, Context& context) {
  data.name = sources.name;
  data.mode = profile.mode;
  data.snap_limit = sources.snap_limit;
  data.crs = network_crs(sources);
  Draft draft = draft_of(sources, profile, grid_size, data.crs, issues, context);
  if (draft.edges.size() == 0)
    throw input_error({"路网 `{}`：道路都没有长度", "network `{}`: none of its streets has any length"},
                      sources.name);
  merge_interchanges(draft);
  prune_trunk_lines(draft, sources, issues);
  data.edges = std::move(draft.edges);
  for (std::size_t edge = 0; edge < data.edges.size(); ++edge) {
    data.forward.push_back(data.edges.forward_cost(edge));
    data.backward.push_back(data.edges.backward_cost(edge));
  }
  const auto costs = costs_of_labels(data);
  data.states = expand_turns(data.edges, costs,
                             turns_of(sources, profile, draft, data.edges, costs, data.report, issues));
  data.report.turn_nodes = data.states.expanded_nodes;
  const std::uint32_t first_station = data.states.states;
  std::vector<Arc> arcs;
  add_road_arcs(data, arcs, data.report);
  add_rail_arcs(data, draft, profile, first_station, Links(data.links), arcs, data.report);
  add_link_arcs(data.states, draft, first_station, Links(data.links), arcs, data.report);
  take_names(draft, data);
  data.origins = std::move(draft.lines.origins);
  data.classes = std::move(draft.lines.classes);
  data.street_names = std::move(draft.lines.names).take();
  const auto stations = static_cast<std::uint32_t>(draft.rail.stations.size());
  const std::uint32_t nodes = compact_states(data.states, arcs, first_station + stations);
  data.states.turns = {};
  data.states.entry = data.states.leave = {};
  data.graph = graph_of(nodes, arcs);
  data.report.nodes = nodes;
  data.report.crossings_noded = draft.noded.crossings;
  data.report.ends_joined = draft.noded.joined_ends;
  data.report.edges = arcs.size();
  complete_network(data, issues);
  context.check_cancelled();
}

void complete_network(NetworkData& data, std::vector<Issue>& issues) {
  data.reverse = reversed(data.graph);
  data.arc_lengths_mm = arc_lengths(data);
  index_largest_component(data, issues);
}

}  // namespace jingwei
