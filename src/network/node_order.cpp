#include "network/node_order.hpp"

#include <metis.h>

#include <algorithm>
#include <mutex>
#include <numeric>

#include "base/error.hpp"

namespace jingwei {
namespace {

/// The undirected simple graph in the form that METIS reads.
struct Adjacency {
  std::vector<idx_t> first, heads;
};

Adjacency adjacency_of(const Graph& graph) {
  const auto nodes = static_cast<std::uint32_t>(graph.nodes());
  std::vector<idx_t> next(nodes + 1, 0);
  for (std::uint32_t tail = 0; tail < nodes; ++tail) {
    for (const Graph::Target& arc : graph.out(tail))
      if (arc.head != tail) ++next[tail + 1], ++next[arc.head + 1];
  }
  std::partial_sum(next.begin(), next.end(), next.begin());
  std::vector<idx_t> both(static_cast<std::size_t>(next.back()));
  const std::vector<idx_t> first = next;
  for (std::uint32_t tail = 0; tail < nodes; ++tail) {
    for (const Graph::Target& arc : graph.out(tail)) {
      if (arc.head == tail) continue;
      both[next[tail]++] = static_cast<idx_t>(arc.head);
      both[next[arc.head]++] = static_cast<idx_t>(tail);
    }
  }
  Adjacency result;
  result.first.assign(nodes + 1, 0);
  std::size_t kept = 0;  // lists are sorted and made unique in place
  for (std::uint32_t node = 0; node < nodes; ++node) {
    const auto begin = both.begin() + first[node], end = both.begin() + first[node + 1];
    std::sort(begin, end);
    for (auto at = begin; at != end; ++at)
      if (at == begin || *at != *(at - 1)) both[kept++] = *at;
    result.first[node + 1] = static_cast<idx_t>(kept);
  }
  both.resize(kept);
  result.heads = std::move(both);
  return result;
}

}  // namespace

std::vector<std::uint32_t> nested_dissection(const Graph& graph) {
  std::vector<std::uint32_t> order(graph.nodes());
  std::iota(order.begin(), order.end(), 0U);
  Adjacency adjacency = adjacency_of(graph);
  if (adjacency.heads.empty()) return order;
  idx_t options[METIS_NOPTIONS];
  METIS_SetDefaultOptions(options);
  options[METIS_OPTION_NUMBERING] = 0;
  options[METIS_OPTION_SEED] = 1;
  auto nodes = static_cast<idx_t>(graph.nodes());
  std::vector<idx_t> permutation(order.size()), inverse(order.size());
  // METIS draws from the random numbers of the C library, which all threads share.
  static std::mutex one_at_a_time;
  const std::lock_guard lock(one_at_a_time);
  const int status = METIS_NodeND(&nodes, adjacency.first.data(), adjacency.heads.data(), nullptr, options,
                                  permutation.data(), inverse.data());
  if (status != METIS_OK)
    throw error(
        ErrorKind::failed,
        {"节点排序失败：METIS 返回 {}（{} 个节点）", "the node order failed: METIS returned {} ({} nodes)"},
        status, order.size());
  std::copy(permutation.begin(), permutation.end(), order.begin());
  return order;
}

}  // namespace jingwei
