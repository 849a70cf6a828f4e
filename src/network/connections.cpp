#include "network/acceptance.hpp"
#include "network/components.hpp"

namespace jingwei {
namespace {

/// Marks what a graph reaches from a component.
std::vector<std::uint8_t> reached_from(const Graph& graph, const Components& components,
                                       std::uint32_t component) {
  std::vector<std::uint8_t> reached(graph.nodes(), 0);
  std::vector<std::uint32_t> open;
  for (std::uint32_t node = 0; node < graph.nodes(); ++node)
    if (components.of_node[node] == component) reached[node] = 1, open.push_back(node);
  while (!open.empty()) {
    const std::uint32_t node = open.back();
    open.pop_back();
    for (const Graph::Target& arc : graph.out(node))
      if (!reached[arc.head]) reached[arc.head] = 1, open.push_back(arc.head);
  }
  return reached;
}

}  // namespace

std::vector<Connection> connections(const NetworkData& data) {
  const Components components = strong_components(data.graph);
  const std::uint32_t largest = components.largest();
  const auto from_main = reached_from(data.graph, components, largest);
  const auto to_main = reached_from(data.reverse, components, largest);
  std::vector<Connection> result(data.edges.size(), Connection::main);
  for (std::uint32_t edge = 0; edge < data.edges.size(); ++edge) {
    if (data.edges.kind[edge] != EdgeKind::street && data.edges.kind[edge] != EdgeKind::motorway) continue;
    if (connects(data, edge, components, largest)) continue;
    bool entered = false, left = false;
    for (const std::uint32_t label : {2 * edge, 2 * edge + 1}) {
      if (data.cost(label) == unreachable) continue;
      entered |= from_main[data.states.start[label]] != 0;
      left |= to_main[data.states.end[label]] != 0;
    }
    result[edge] = entered == left ? Connection::apart
                   : entered       ? Connection::no_way_out
                                   : Connection::no_way_in;
  }
  return result;
}

}  // namespace jingwei
