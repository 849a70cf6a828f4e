#include "network/components.hpp"

#include <algorithm>
#include <limits>

namespace jingwei {
namespace {

constexpr std::uint32_t unseen = std::numeric_limits<std::uint32_t>::max();

/// Numbers the components by their lowest node, whatever the order in which they were found.
Components renumbered(const std::vector<std::uint32_t>& raw, std::uint32_t count) {
  Components result;
  result.of_node.resize(raw.size());
  std::vector<std::uint32_t> number(count, unseen);
  for (std::size_t node = 0; node < raw.size(); ++node) {
    std::uint32_t& component = number[raw[node]];
    if (component == unseen) {
      component = static_cast<std::uint32_t>(result.sizes.size());
      result.sizes.push_back(0);
    }
    result.of_node[node] = component;
    ++result.sizes[component];
  }
  return result;
}

}  // namespace

std::uint32_t Components::largest() const {
  return static_cast<std::uint32_t>(std::max_element(sizes.begin(), sizes.end()) - sizes.begin());
}

Components strong_components(const Graph& graph) {
  const auto nodes = static_cast<std::uint32_t>(graph.nodes());
  std::vector<std::uint32_t> index(nodes, unseen), low(nodes, 0), component(nodes, unseen), open;
  struct Visit {
    std::uint32_t node, next_arc;
  };
  std::vector<Visit> path;
  std::uint32_t next_index = 0, count = 0;
  const auto enter = [&](std::uint32_t node) {
    index[node] = low[node] = next_index++;
    open.push_back(node);
    path.push_back({node, graph.first[node]});
  };
  for (std::uint32_t root = 0; root < nodes; ++root) {
    if (index[root] != unseen) continue;
    enter(root);
    while (!path.empty()) {
      const std::uint32_t node = path.back().node;
      if (path.back().next_arc < graph.first[node + 1]) {
        const std::uint32_t head = graph.targets[path.back().next_arc++].head;
        if (index[head] == unseen) {
          enter(head);
        } else if (component[head] == unseen) {
          low[node] = std::min(low[node], index[head]);
        }
        continue;
      }
      path.pop_back();
      if (!path.empty()) low[path.back().node] = std::min(low[path.back().node], low[node]);
      if (low[node] != index[node]) continue;
      for (std::uint32_t member = unseen; member != node;) {
        member = open.back();
        open.pop_back();
        component[member] = count;
      }
      ++count;
    }
  }
  return renumbered(component, count);
}

}  // namespace jingwei
