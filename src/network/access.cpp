#include "network/access.hpp"

#include <algorithm>
#include <cmath>

#include "network/components.hpp"

namespace jingwei {
namespace {

/// The streets that points may snap onto, apart: those of the largest strongly connected component, and those
/// of the smaller ones (places on an edge between two components cannot be left and reached again).
struct StreetParts {
  std::vector<std::uint32_t> largest, smaller;
};

StreetParts street_parts(const Edges& edges) {
  std::vector<Arc> arcs;
  for (std::uint32_t edge = 0; edge < edges.size(); ++edge) {
    if (edges.kind[edge] != EdgeKind::street && edges.kind[edge] != EdgeKind::motorway) continue;
    if (edges.forward_kmh[edge] > 0) arcs.push_back({edges.tail[edge], edges.head[edge], 0});
    if (edges.backward_kmh[edge] > 0) arcs.push_back({edges.head[edge], edges.tail[edge], 0});
  }
  const Components components = strong_components(graph_of(edges.nodes, arcs));
  const std::uint32_t largest = components.largest();
  StreetParts parts;
  for (std::uint32_t edge = 0; edge < edges.size(); ++edge) {
    if (edges.kind[edge] != EdgeKind::street) continue;
    const std::uint32_t component = components.of_node[edges.tail[edge]];
    if (component != components.of_node[edges.head[edge]]) continue;
    (component == largest ? parts.largest : parts.smaller).push_back(edge);
  }
  return parts;
}

Issue no_street_issue(const Access& access, Length limit) {
  Issue issue;
  issue.kind = access.layer->definition().name == "stations" ? "station_unlinked" : "interchange_unlinked";
  issue.layer = access.layer->name();
  issue.feature = access.key;
  issue.reason = {format("{}：{} 以内没有可用的道路", access.name.zh, to_text(limit)),
                  format("{}: no street to use within {}", access.name.en, to_text(limit))};
  issue.action = {"不能由道路进出", "cannot be entered from streets"};
  issue.geometry = wkb_of(access.place);
  return issue;
}

}  // namespace

TrunkCuts::TrunkCuts(const Edges& edges, const std::vector<TrunkLine>& trunks, const Crs& crs,
                     std::vector<Cut>& cuts)
    : m_cuts(cuts) {
  std::vector<std::vector<std::uint32_t>> edges_of(trunks.size());
  for (std::uint32_t edge = 0; edge < edges.size(); ++edge) {
    if (edges.kind[edge] == EdgeKind::rail || edges.kind[edge] == EdgeKind::expressway)
      edges_of[edges.trunk[edge]].push_back(edge);
  }
  for (const auto& line : edges_of) m_lines.push_back(std::make_unique<EdgeIndex>(edges, line, crs));
}

std::optional<std::uint32_t> TrunkCuts::cut(std::size_t trunk, Point place, Length limit) {
  const auto found = m_lines[trunk]->nearest(place, limit.m);
  if (!found) return std::nullopt;
  m_cuts.push_back({found->edge, found->chainage_m});
  return static_cast<std::uint32_t>(m_cuts.size() - 1);
}

void link_to_streets(std::vector<Access>& accesses, const Edges& edges, Length limit, const Crs& crs,
                     std::vector<Cut>& cuts, std::vector<Issue>& issues) {
  if (accesses.empty()) return;
  const StreetParts parts = street_parts(edges);
  const EdgeIndex largest(edges, parts.largest, crs), smaller(edges, parts.smaller, crs);
  for (Access& access : accesses) {
    auto found = largest.nearest(access.place, limit.m);
    if (!found) found = smaller.nearest(access.place, limit.m);
    if (!found) {
      issues.push_back(no_street_issue(access, limit));
      continue;
    }
    access.street_cut = static_cast<std::uint32_t>(cuts.size());
    access.street_distance_m = found->distance_m;
    cuts.push_back({found->edge, found->chainage_m});
  }
}

Cost walk_cost(double distance_m) {
  constexpr double walking_kmh = 4;
  return to_cost(Duration{std::max(60.0, distance_m * 3.6 / walking_kmh)});
}

Cost ramp_cost(double distance_m) {
  constexpr double ramp_kmh = 40;
  return to_cost(Duration{distance_m * 3.6 / ramp_kmh});
}

}  // namespace jingwei
