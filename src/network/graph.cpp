#include "network/graph.hpp"

#include <cassert>

namespace jingwei {

Graph graph_of(std::size_t nodes, std::span<const Arc> arcs) {
  Graph graph;
  graph.first.assign(nodes + 1, 0);
  for (const Arc& arc : arcs) {
    assert(arc.tail < nodes && arc.head < nodes && arc.cost != unreachable);
    ++graph.first[arc.tail + 1];
  }
  for (std::size_t node = 0; node < nodes; ++node) graph.first[node + 1] += graph.first[node];
  graph.targets.resize(arcs.size());
  graph.labels.resize(arcs.size());
  std::vector<std::uint32_t> next(graph.first.begin(), graph.first.end() - 1);
  for (const Arc& arc : arcs) {
    const std::uint32_t at = next[arc.tail]++;
    graph.targets[at] = {arc.head, arc.cost};
    graph.labels[at] = arc.label;
  }
  return graph;
}

Graph reversed(const Graph& graph) {
  std::vector<Arc> arcs;
  arcs.reserve(graph.arcs());
  for (std::uint32_t node = 0; node < graph.nodes(); ++node) {
    for (std::uint32_t at = graph.first[node]; at < graph.first[node + 1]; ++at)
      arcs.push_back({graph.targets[at].head, node, graph.targets[at].cost, graph.labels[at]});
  }
  return graph_of(graph.nodes(), arcs);
}

}  // namespace jingwei
