#include <algorithm>

#include "network/draft.hpp"

namespace jingwei {
namespace {

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

/// Nodes where a trunk line is worth going to: stations, and interchanges that lead somewhere else.
std::vector<std::uint8_t> entered_nodes(const Draft& draft) {
  std::vector<std::uint8_t> entered(draft.edges.nodes, 0);
  for (const Access& station : draft.rail.stations)
    for (const std::uint32_t cut : station.trunk_cuts) entered[draft.cut_nodes[cut]] = 1;
  for (const Access& interchange : draft.interchanges) {
    if (interchange.street_cut || interchange.trunk_cuts.size() > 1)
      entered[draft.cut_nodes[interchange.trunk_cuts.front()]] = 1;
  }
  return entered;
}

/// How many different entries each trunk line has.
std::vector<std::size_t> count_entries(const Draft& draft, const std::vector<std::uint8_t>& entered) {
  std::vector<std::vector<std::uint32_t>> entries(draft.lines.trunks.size());
  for (std::size_t edge = 0; edge < draft.edges.size(); ++edge) {
    if (!is_trunk(draft.edges.kind[edge])) continue;
    for (const std::uint32_t node : {draft.edges.tail[edge], draft.edges.head[edge]})
      if (entered[node]) entries[draft.edges.trunk[edge]].push_back(node);
  }
  std::vector<std::size_t> counts;
  for (auto& nodes : entries) {
    std::sort(nodes.begin(), nodes.end());
    counts.push_back(static_cast<std::size_t>(std::unique(nodes.begin(), nodes.end()) - nodes.begin()));
  }
  return counts;
}

/// Takes away trunk edges from their dead ends inwards, up to the first node that is entered.
void prune_dead_ends(const Edges& edges, const std::vector<std::uint8_t>& entered,
                     std::vector<std::uint8_t>& keep) {
  std::vector<std::vector<std::uint32_t>> edges_at(edges.nodes);
  for (std::uint32_t edge = 0; edge < edges.size(); ++edge) {
    if (!is_trunk(edges.kind[edge])) continue;
    edges_at[edges.tail[edge]].push_back(edge);
    edges_at[edges.head[edge]].push_back(edge);
  }
  for (std::uint32_t start = 0; start < edges.nodes; ++start) {
    for (std::uint32_t node = start; !entered[node];) {
      std::uint32_t only = 0;
      std::size_t ends = 0;
      for (const std::uint32_t edge : edges_at[node]) ends += keep[edge], only = keep[edge] ? edge : only;
      if (ends != 1) break;
      keep[only] = 0;
      node = edges.tail[only] == node ? edges.head[only] : edges.tail[only];
    }
  }
}

/// Entries to what was pruned lead nowhere: they go too, and interchanges with nothing left.
void forget_pruned_entries(Draft& draft) {
  std::vector<std::uint8_t> on_trunk(draft.edges.nodes, 0);
  for (std::size_t edge = 0; edge < draft.edges.size(); ++edge) {
    if (is_trunk(draft.edges.kind[edge]))
      on_trunk[draft.edges.tail[edge]] = on_trunk[draft.edges.head[edge]] = 1;
  }
  const auto pruned = [&](std::uint32_t cut) { return !on_trunk[draft.cut_nodes[cut]]; };
  for (auto* accesses : {&draft.rail.stations, &draft.interchanges})
    for (Access& access : *accesses) std::erase_if(access.trunk_cuts, pruned);
  std::erase_if(draft.interchanges, [](const Access& access) { return access.trunk_cuts.empty(); });
}

}  // namespace

void prune_trunk_lines(Draft& draft, const NetworkSources& sources, std::vector<Issue>& issues) {
  const auto entered = entered_nodes(draft);
  const auto entries = count_entries(draft, entered);
  for (std::size_t trunk = 0; trunk < entries.size(); ++trunk) {
    const TrunkLine& line = draft.lines.trunks[trunk];
    const bool told_already = line.kind == EdgeKind::rail ? !sources.stations : !sources.interchanges;
    if (entries[trunk] < 2 && !told_already) issues.push_back(not_entered_issue(line));
  }
  std::vector<std::uint8_t> keep(draft.edges.size(), 1);
  for (std::size_t edge = 0; edge < keep.size(); ++edge)
    if (is_trunk(draft.edges.kind[edge])) keep[edge] = entries[draft.edges.trunk[edge]] >= 2;
  prune_dead_ends(draft.edges, entered, keep);
  draft.edges = take_edges(draft.edges, keep);
  forget_pruned_entries(draft);
}

}  // namespace jingwei
