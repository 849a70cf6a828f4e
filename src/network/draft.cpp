#include "network/draft.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace jingwei {

Draft draft_of(const NetworkSources& sources, const Profile& profile, double grid_size, const Crs& crs,
               std::vector<Issue>& issues, Context& context) {
  Draft draft;
  draft.lines = read_lines(sources, profile, crs, issues, context);
  if (sources.noding == Noding::crossings)
    draft.noded = node_crossings(draft.lines, sources, grid_size, crs, issues);
  note_level_gaps(draft.lines.lines, grid_size, sources.name, issues);
  context.check_cancelled();
  draft.edges = join_lines(draft.lines.lines, draft.lines.joints, grid_size, crs, context);
  draft.lines.lines = {};  // their paths are in the edges now
  std::vector<Cut> cuts;
  TrunkCuts trunk_cuts(draft.edges, draft.lines.trunks, crs, cuts);
  draft.rail = find_stations(sources, profile, draft.lines.trunks, trunk_cuts, issues);
  draft.interchanges = find_interchanges(sources, draft.lines.trunks, grid_size, trunk_cuts, issues);
  std::vector<Access> all = std::move(draft.rail.stations);
  const std::size_t stations = all.size();
  std::move(draft.interchanges.begin(), draft.interchanges.end(), std::back_inserter(all));
  link_to_streets(all, draft.edges, sources.snap_limit, crs, cuts, issues);
  const auto middle = all.begin() + static_cast<std::ptrdiff_t>(stations);
  draft.rail.stations.assign(std::move_iterator(all.begin()), std::move_iterator(middle));
  draft.interchanges.assign(std::move_iterator(middle), std::move_iterator(all.end()));
  context.check_cancelled();
  Split split = split_edges(draft.edges, cuts, grid_size * crs.metres_per_unit());
  draft.edges = std::move(split.edges);
  draft.cut_nodes = std::move(split.nodes);
  return draft;
}

void merge_interchanges(Draft& draft) {
  std::vector<std::uint32_t> node_of(draft.edges.nodes);
  std::iota(node_of.begin(), node_of.end(), 0U);
  const auto root = [&](std::uint32_t node) {
    while (node_of[node] != node) node = node_of[node] = node_of[node_of[node]];
    return node;
  };
  for (const Access& interchange : draft.interchanges) {
    for (const std::uint32_t cut : interchange.trunk_cuts) {
      const std::uint32_t a = root(draft.cut_nodes[interchange.trunk_cuts.front()]);
      const std::uint32_t b = root(draft.cut_nodes[cut]);
      node_of[std::max(a, b)] = std::min(a, b);
    }
  }
  for (auto* nodes : {&draft.edges.tail, &draft.edges.head, &draft.cut_nodes})
    for (std::uint32_t& node : *nodes) node = root(node);
}

}  // namespace jingwei
