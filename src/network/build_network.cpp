#include <algorithm>
#include <map>
#include <numeric>

#include "network/access.hpp"
#include "network/components.hpp"
#include "network/network_data.hpp"

namespace jingwei {
namespace {

/// What is known before nodes and arcs are made: edges with their cuts, and what enters the trunk lines.
struct Draft {
  NetworkLines lines;
  Edges edges;
  std::vector<Cut> cuts;
  Stations rail;
  std::vector<Access> interchanges;
  std::vector<std::uint32_t> cut_nodes;  ///< after splitting
};

bool is_trunk(EdgeKind kind) {
  return kind == EdgeKind::expressway || kind == EdgeKind::rail;
}

Draft draft_of(const NetworkSources& sources, const Profile& profile, double grid_size, const Crs& crs,
               std::vector<Issue>& issues, Context& context) {
  Draft draft;
  draft.lines = read_lines(sources, profile, issues);
  note_level_gaps(draft.lines.lines, grid_size, sources.name, issues);
  context.check_cancelled();
  draft.edges = join_lines(draft.lines.lines, grid_size, crs, context);
  TrunkCuts trunk_cuts(draft.edges, draft.lines.trunks, crs, draft.cuts);
  draft.rail = find_stations(sources, profile, draft.lines.trunks, trunk_cuts, issues);
  draft.interchanges = find_interchanges(sources, draft.lines.trunks, grid_size, trunk_cuts, issues);
  std::vector<Access> all = std::move(draft.rail.stations);
  const std::size_t stations = all.size();
  std::move(draft.interchanges.begin(), draft.interchanges.end(), std::back_inserter(all));
  link_to_streets(all, draft.edges, sources.snap_limit, crs, draft.cuts, issues);
  const auto middle = all.begin() + static_cast<std::ptrdiff_t>(stations);
  draft.rail.stations.assign(std::move_iterator(all.begin()), std::move_iterator(middle));
  draft.interchanges.assign(std::move_iterator(middle), std::move_iterator(all.end()));
  context.check_cancelled();
  Split split = split_edges(draft.edges, draft.cuts, grid_size * crs.metres_per_unit());
  draft.edges = std::move(split.edges);
  draft.cut_nodes = std::move(split.nodes);
  return draft;
}

/// The nodes of one interchange on the expressways that share it become one, the lowest.
void merge_interchanges(Draft& draft) {
  std::vector<std::uint32_t> node_of(draft.edges.nodes);
  std::iota(node_of.begin(), node_of.end(), 0U);
  const auto root = [&](std::uint32_t node) {
    while (node_of[node] != node) node = node_of[node] = node_of[node_of[node]];
    return node;
  };
  for (const Access& interchange : draft.interchanges)
    for (const std::uint32_t cut : interchange.trunk_cuts) {
      const std::uint32_t a = root(draft.cut_nodes[interchange.trunk_cuts.front()]);
      const std::uint32_t b = root(draft.cut_nodes[cut]);
      node_of[std::max(a, b)] = std::min(a, b);
    }
  for (auto* nodes : {&draft.edges.tail, &draft.edges.head, &draft.cut_nodes})
    for (std::uint32_t& node : *nodes) node = root(node);
}

Issue not_entered_issue(const TrunkLine& trunk) {
  Issue issue;
  issue.kind = "line_not_entered";
  issue.layer = trunk.layer->name();
  issue.feature = trunk.key;
  const bool rail = trunk.kind == EdgeKind::rail;
  issue.reason = {format("{}：可用的{}不足两处", trunk.name_zh, rail ? "车站" : "互通立交"),
                  format("{}: fewer than two {} to use", trunk.name_en.empty() ? trunk.key : trunk.name_en,
                         rail ? "stations" : "interchanges")};
  issue.action = {"未纳入网络", "left out of the network"};
  return issue;
}

/// Entries to what was pruned lead nowhere: they go too, and interchanges with nothing left.
void forget_pruned_entries(Draft& draft) {
  std::vector<std::uint8_t> on_trunk(draft.edges.nodes, 0);
  for (std::size_t edge = 0; edge < draft.edges.size(); ++edge)
    if (is_trunk(draft.edges.kind[edge]))
      on_trunk[draft.edges.tail[edge]] = on_trunk[draft.edges.head[edge]] = 1;
  const auto pruned = [&](std::uint32_t cut) { return !on_trunk[draft.cut_nodes[cut]]; };
  for (auto* accesses : {&draft.rail.stations, &draft.interchanges})
    for (Access& access : *accesses) std::erase_if(access.trunk_cuts, pruned);
  std::erase_if(draft.interchanges, [](const Access& access) { return access.trunk_cuts.empty(); });
}

/// Trunk lines that nobody can travel are dropped, and so are their ends beyond the last station, or beyond
/// the last interchange that leads to a street or another expressway.
void prune_trunk_lines(Draft& draft, const NetworkSources& sources, std::vector<Issue>& issues) {
  std::vector<std::uint8_t> entered(draft.edges.nodes, 0), keep(draft.edges.size(), 1);
  for (const Access& station : draft.rail.stations)
    for (const std::uint32_t cut : station.trunk_cuts) entered[draft.cut_nodes[cut]] = 1;
  for (const Access& interchange : draft.interchanges)
    if (interchange.street_cut || interchange.trunk_cuts.size() > 1)
      entered[draft.cut_nodes[interchange.trunk_cuts.front()]] = 1;

  std::vector<std::vector<std::uint32_t>> entries(draft.lines.trunks.size());
  std::vector<std::vector<std::uint32_t>> edges_at(draft.edges.nodes);
  for (std::uint32_t edge = 0; edge < draft.edges.size(); ++edge) {
    if (!is_trunk(draft.edges.kind[edge])) continue;
    for (const std::uint32_t node : {draft.edges.tail[edge], draft.edges.head[edge]}) {
      edges_at[node].push_back(edge);
      if (entered[node]) entries[draft.edges.trunk[edge]].push_back(node);
    }
  }
  for (std::size_t trunk = 0; trunk < entries.size(); ++trunk) {
    auto& nodes = entries[trunk];
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    const TrunkLine& line = draft.lines.trunks[trunk];
    const bool asked = line.kind == EdgeKind::rail ? sources.stations : sources.interchanges;
    if (nodes.size() < 2 && asked) issues.push_back(not_entered_issue(line));
  }
  for (std::size_t edge = 0; edge < keep.size(); ++edge)
    if (is_trunk(draft.edges.kind[edge]) && entries[draft.edges.trunk[edge]].size() < 2) keep[edge] = 0;

  for (std::uint32_t start = 0; start < draft.edges.nodes; ++start)
    for (std::uint32_t node = start; !entered[node];) {
      std::uint32_t only = 0;
      std::size_t ends = 0;
      for (const std::uint32_t edge : edges_at[node]) ends += keep[edge], only = keep[edge] ? edge : only;
      if (ends != 1) break;
      keep[only] = 0;
      node = draft.edges.tail[only] == node ? draft.edges.head[only] : draft.edges.tail[only];
    }
  draft.edges = take_edges(draft.edges, keep);
  forget_pruned_entries(draft);
}

/// Streets and expressways: an arc for each open direction, labelled for places and reached parts.
void add_road_arcs(const NetworkData& data, std::vector<Arc>& arcs, NetworkReport& report) {
  const Edges& edges = data.edges;
  for (std::uint32_t edge = 0; edge < edges.size(); ++edge) {
    if (edges.kind[edge] == EdgeKind::rail) continue;
    const bool expressway = edges.kind[edge] == EdgeKind::expressway;
    (expressway ? report.expressway_length_m : report.street_length_m) += edges.length_m(edge);
    const std::size_t before = arcs.size();
    if (data.forward[edge] != unreachable)
      arcs.push_back({edges.tail[edge], edges.head[edge], data.forward[edge], 2 * edge});
    if (data.backward[edge] != unreachable)
      arcs.push_back({edges.head[edge], edges.tail[edge], data.backward[edge], 2 * edge + 1});
    (expressway ? report.expressway_edges : report.street_edges) += arcs.size() - before;
  }
}

/// Trains: the nodes of a railway stand for being on board. One gets on with the wait, runs, loses the stop
/// time on arriving at each stop, and gets off at once; so a wait is paid for a boarding, not for a stop.
void add_rail_arcs(const NetworkData& data, const Draft& draft, const Profile& profile,
                   std::uint32_t first_station, std::vector<Arc>& arcs, NetworkReport& report) {
  const Edges& edges = data.edges;
  std::vector<std::uint8_t> is_stop(edges.nodes, 0);
  for (const Access& station : draft.rail.stations)
    for (const std::uint32_t cut : station.trunk_cuts) is_stop[draft.cut_nodes[cut]] = 1;
  const Cost stop = to_cost(profile.stop_time), wait = to_cost(profile.wait_time);
  const auto ride = [&](std::uint32_t from, std::uint32_t to, Cost run) {
    arcs.push_back({from, to, is_stop[to] ? add_costs(run, stop) : run});
    ++report.rail_edges;
  };
  for (std::uint32_t edge = 0; edge < edges.size(); ++edge) {
    if (edges.kind[edge] != EdgeKind::rail) continue;
    report.rail_length_m += edges.length_m(edge);
    ride(edges.tail[edge], edges.head[edge], data.forward[edge]);
    ride(edges.head[edge], edges.tail[edge], data.backward[edge]);
  }
  for (std::uint32_t station = 0; station < draft.rail.stations.size(); ++station)
    for (const std::uint32_t cut : draft.rail.stations[station].trunk_cuts) {
      arcs.push_back({first_station + station, draft.cut_nodes[cut], wait});
      arcs.push_back({draft.cut_nodes[cut], first_station + station, 0});
      report.transfer_edges += 2;
    }
}

/// Transfers between stations, and the ways between streets and stations or interchanges.
void add_link_arcs(const Draft& draft, std::uint32_t first_station, std::vector<Arc>& arcs,
                   NetworkReport& report) {
  const auto both_ways = [&](std::uint32_t a, std::uint32_t b, Cost cost) {
    arcs.push_back({a, b, cost});
    arcs.push_back({b, a, cost});
    report.transfer_edges += 2;
  };
  for (const Transfer& transfer : draft.rail.transfers)
    both_ways(first_station + static_cast<std::uint32_t>(transfer.from),
              first_station + static_cast<std::uint32_t>(transfer.to), transfer.cost);
  for (std::uint32_t station = 0; station < draft.rail.stations.size(); ++station) {
    const Access& access = draft.rail.stations[station];
    if (!access.street_cut) continue;
    both_ways(first_station + station, draft.cut_nodes[*access.street_cut],
              walk_cost(access.street_distance_m));
    report.stations_connected += !access.trunk_cuts.empty();
  }
  for (const Access& access : draft.interchanges) {
    if (!access.street_cut) continue;
    both_ways(draft.cut_nodes[access.trunk_cuts.front()], draft.cut_nodes[*access.street_cut],
              ramp_cost(access.street_distance_m));
    ++report.interchanges_connected;
  }
}

/// Numbers the nodes that arcs use from 0, in their order, so that what was merged or pruned leaves no gaps.
std::uint32_t compact_nodes(Edges& edges, std::vector<Arc>& arcs, std::uint32_t nodes) {
  std::vector<std::uint32_t> number(nodes, 0);
  for (const Arc& arc : arcs) number[arc.tail] = number[arc.head] = 1;
  std::uint32_t next = 0;
  for (std::uint32_t& entry : number) entry = entry ? next++ : 0;
  for (Arc& arc : arcs) arc.tail = number[arc.tail], arc.head = number[arc.head];
  for (std::uint32_t& node : edges.tail) node = number[node];
  for (std::uint32_t& node : edges.head) node = number[node];
  edges.nodes = next;
  return next;
}

void index_largest_component(NetworkData& data) {
  const Components components = strong_components(data.graph);
  const std::uint32_t largest = components.largest();
  data.report.strong_components = components.sizes.size();
  data.report.largest_component_nodes = components.sizes[largest];
  std::vector<std::uint32_t> streets;
  for (std::uint32_t edge = 0; edge < data.edges.size(); ++edge)
    if (data.edges.kind[edge] == EdgeKind::street && components.of_node[data.edges.tail[edge]] == largest &&
        components.of_node[data.edges.head[edge]] == largest)
      streets.push_back(edge);
  data.streets = std::make_unique<EdgeIndex>(data.edges, streets, data.crs);
}

}  // namespace

void build_network(const NetworkSources& sources, const Profile& profile, double grid_size, NetworkData& data,
                   std::vector<Issue>& issues, Context& context) {
  data.name = sources.name;
  data.snap_limit = sources.snap_limit;
  if (!sources.lines.empty() && sources.lines.front()->spatial()) data.crs = sources.lines.front()->crs();
  Draft draft = draft_of(sources, profile, grid_size, data.crs, issues, context);
  merge_interchanges(draft);
  prune_trunk_lines(draft, sources, issues);
  data.edges = std::move(draft.edges);
  for (std::size_t edge = 0; edge < data.edges.size(); ++edge) {
    data.forward.push_back(data.edges.forward_cost(edge));
    data.backward.push_back(data.edges.backward_cost(edge));
  }
  const std::uint32_t first_station = data.edges.nodes;
  std::vector<Arc> arcs;
  add_road_arcs(data, arcs, data.report);
  add_rail_arcs(data, draft, profile, first_station, arcs, data.report);
  add_link_arcs(draft, first_station, arcs, data.report);
  const auto stations = static_cast<std::uint32_t>(draft.rail.stations.size());
  const std::uint32_t nodes = compact_nodes(data.edges, arcs, first_station + stations);
  data.graph = graph_of(nodes, arcs);
  data.reverse = reversed(data.graph);
  data.report.nodes = nodes;
  data.report.edges = arcs.size();
  index_largest_component(data);
  data.searches = std::make_unique<SearchPool>(nodes);
  context.check_cancelled();
}

}  // namespace jingwei
