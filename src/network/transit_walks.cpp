#include "network/transit_walks.hpp"

namespace jingwei {

Graph walks_between(const Network& walk, std::span<const NetworkPlace> places,
                    std::span<const NetworkPlace> others, Cost limit, Context& context,
                    Network::Direction direction) {
  std::vector<std::vector<Graph::Target>> rows(places.size());
  walk.for_each_place(places, others, limit, direction, context,
                      [&](std::size_t i, std::span<const Cost> costs) {
                        for (std::uint32_t j = 0; j < costs.size(); ++j)
                          if (costs[j] != unreachable) rows[i].push_back({j, costs[j]});
                      });
  Graph graph;
  for (const auto& row : rows) {
    graph.targets.insert(graph.targets.end(), row.begin(), row.end());
    graph.first.push_back(static_cast<std::uint32_t>(graph.targets.size()));
  }
  return graph;
}

}  // namespace jingwei
