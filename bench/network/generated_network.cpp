#include "generated_network.hpp"

#include <random>
#include <vector>

#include "network/components.hpp"

namespace jingwei {
namespace {

struct RoadClass {
  double speed_kmh;
  unsigned present_percent, oneway_percent;
};

RoadClass class_of(std::uint32_t line) {
  if (line % 128 == 0) return {110, 100, 0};
  if (line % 16 == 0) return {60, 100, 0};
  if (line % 8 == 0) return {45, 97, 0};
  return {30, 61, 4};
}

Graph largest_component(const Graph& graph) {
  const Components components = strong_components(graph);
  const std::uint32_t largest = components.largest();
  std::vector<std::uint32_t> id(graph.nodes());
  std::uint32_t nodes = 0;
  for (std::uint32_t node = 0; node < graph.nodes(); ++node)
    if (components.of_node[node] == largest) id[node] = nodes++;
  std::vector<Arc> arcs;
  for (std::uint32_t node = 0; node < graph.nodes(); ++node) {
    for (const Graph::Target& arc : graph.out(node))
      if (components.of_node[node] == largest && components.of_node[arc.head] == largest)
        arcs.push_back({id[node], id[arc.head], arc.cost, static_cast<std::uint32_t>(arcs.size())});
  }
  return graph_of(nodes, arcs);
}

}  // namespace

Graph generated_network(std::uint32_t blocks) {
  std::mt19937 random(20260131);
  const auto percent = [&](unsigned share) { return random() % 100 < share; };
  std::vector<Arc> arcs;
  const auto connect = [&](std::uint32_t a, std::uint32_t b, const RoadClass& road) {
    if (!percent(road.present_percent)) return;
    const double length_m = 80 + random() % 41;
    const auto cost = static_cast<Cost>(length_m * 3600 / road.speed_kmh);
    const bool oneway = percent(road.oneway_percent), turned = percent(50);
    if (!oneway || !turned) arcs.push_back({a, b, cost});
    if (!oneway || turned) arcs.push_back({b, a, cost});
  };
  for (std::uint32_t row = 0; row < blocks; ++row) {
    for (std::uint32_t column = 0; column < blocks; ++column) {
      const std::uint32_t node = row * blocks + column;
      if (column + 1 < blocks) connect(node, node + 1, class_of(row));
      if (row + 1 < blocks) connect(node, node + blocks, class_of(column));
    }
  }
  return largest_component(graph_of(std::size_t{blocks} * blocks, arcs));
}

}  // namespace jingwei
