#include "network/contraction.hpp"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <numeric>

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "network/node_order.hpp"

namespace jingwei {
namespace {

/// For each id its neighbours with a lower id, where `id_of` renumbers the nodes; with repetitions.
struct Lists {
  std::vector<std::uint32_t> first, items;
  std::span<const std::uint32_t> of(std::uint32_t id) const {
    return std::span(items).subspan(first[id], first[id + 1] - first[id]);
  }
};

Lists lower_ids(const Graph& graph, std::span<const std::uint32_t> id_of) {
  const auto nodes = static_cast<std::uint32_t>(graph.nodes());
  Lists lists;
  lists.first.assign(nodes + 2, 0);  // shifted by one more, to fill in place
  const auto each = [&](const auto& visit) {
    for (std::uint32_t tail = 0; tail < nodes; ++tail) {
      for (const Graph::Target& arc : graph.out(tail)) {
        const auto [low, high] = std::minmax({id_of[tail], id_of[arc.head]});
        if (low != high) visit(low, high);
      }
    }
  };
  each([&](std::uint32_t, std::uint32_t high) { ++lists.first[high + 2]; });
  std::partial_sum(lists.first.begin(), lists.first.end(), lists.first.begin());
  lists.items.resize(lists.first.back());
  each([&](std::uint32_t low, std::uint32_t high) { lists.items[lists.first[high + 1]++] = low; });
  lists.first.pop_back();
  return lists;
}

/// The elimination tree over ranks (Liu 1986, with path compression): the parent of each rank.
std::vector<std::uint32_t> elimination_tree(const Lists& lower) {
  const auto ranks = static_cast<std::uint32_t>(lower.first.size() - 1);
  std::vector<std::uint32_t> parent(ranks, Hierarchy::none), ancestor(ranks, Hierarchy::none);
  for (std::uint32_t rank = 0; rank < ranks; ++rank) {
    for (std::uint32_t below : lower.of(rank)) {
      while (ancestor[below] != Hierarchy::none && ancestor[below] != rank)
        below = std::exchange(ancestor[below], rank);
      if (ancestor[below] == Hierarchy::none) ancestor[below] = parent[below] = rank;
    }
  }
  return parent;
}

}  // namespace

Hierarchy::Hierarchy(const Graph& graph, Context& context)
    : Hierarchy(graph, nested_dissection(graph), context) {}

Hierarchy::Hierarchy(const Graph& graph, std::span<const std::uint32_t> order, Context& context) {
  assert(order.size() == graph.nodes());
  context.check_cancelled();
  number_nodes(graph, order);
  contract(graph);
  enter_arcs(graph, context);
}

void Hierarchy::number_nodes(const Graph& graph, std::span<const std::uint32_t> order) {
  const auto nodes = static_cast<std::uint32_t>(order.size());
  std::vector<std::uint32_t> rank_of(nodes, none);
  for (std::uint32_t rank = 0; rank < nodes; ++rank) rank_of[order[rank]] = rank;
  assert(std::count(rank_of.begin(), rank_of.end(), none) == 0);
  const auto parent = elimination_tree(lower_ids(graph, rank_of));
  std::vector<std::uint32_t> size(nodes, 1);
  for (std::uint32_t rank = 0; rank < nodes; ++rank)
    if (parent[rank] != none) size[parent[rank]] += size[rank];

  m_position.resize(nodes), m_node.resize(nodes);
  m_parent.resize(nodes), m_depth.resize(nodes), m_end.resize(nodes);
  std::vector<std::uint32_t> next(nodes);  // by rank: where its next child goes
  std::uint32_t next_root = 0;
  for (std::uint32_t rank = nodes; rank-- > 0;) {
    const bool root = parent[rank] == none;
    std::uint32_t& place = root ? next_root : next[parent[rank]];
    const std::uint32_t position = std::exchange(place, place + size[rank]);
    next[rank] = position + 1;
    m_position[order[rank]] = position;
    m_node[position] = order[rank];
    m_end[position] = position + size[rank];
    m_parent[position] = root ? none : m_position[order[parent[rank]]];
    m_depth[position] = root ? 0 : m_depth[m_parent[position]] + 1;
    m_height = std::max(m_height, m_depth[position] + 1);
  }
}

void Hierarchy::contract(const Graph& graph) {
  const auto nodes = static_cast<std::uint32_t>(m_node.size());
  const Lists above = lower_ids(graph, m_position);  // smaller positions are above
  // Lists from the last position to the first: the graph's neighbours merged with what the children leave.
  std::vector<std::uint32_t> lists, first(nodes + 1, 0), merged, other;
  lists.reserve(graph.arcs() * 3);
  std::vector<std::uint32_t> begin(nodes);
  for (std::uint32_t position = nodes; position-- > 0;) {
    merged.clear();
    for (const std::uint32_t neighbour : above.of(position)) merged.push_back(m_depth[neighbour]);
    std::sort(merged.begin(), merged.end());
    merged.erase(std::unique(merged.begin(), merged.end()), merged.end());
    for (std::uint32_t child = position + 1; child < m_end[position]; child = m_end[child]) {
      const auto from = lists.begin() + begin[child];  // without its last, which is this position
      other.clear();
      std::set_union(merged.begin(), merged.end(), from, from + (first[child + 1] - 1),
                     std::back_inserter(other));
      merged.swap(other);
    }
    if (lists.size() + merged.size() > none / 2)
      throw error(
          ErrorKind::limit,
          {"网络过大：收缩后超过 {} 条弧", "the network is too large: more than {} arcs once contracted"},
          none / 2);
    begin[position] = static_cast<std::uint32_t>(lists.size());
    first[position + 1] = static_cast<std::uint32_t>(merged.size());
    lists.insert(lists.end(), merged.begin(), merged.end());
  }
  std::partial_sum(first.begin(), first.end(), first.begin());
  m_upper.resize(lists.size());
  for (std::uint32_t position = 0; position < nodes; ++position)
    std::copy_n(lists.begin() + begin[position], first[position + 1] - first[position],
                m_upper.begin() + first[position]);
  m_first = std::move(first);
}

void Hierarchy::enter_arcs(const Graph& graph, Context& context) {
  const auto each = [&](const auto& visit) {
    for (std::uint32_t tail = 0; tail < nodes(); ++tail) {
      for (std::uint32_t arc = graph.first[tail]; arc < graph.first[tail + 1]; ++arc) {
        const std::uint32_t from = m_position[tail], to = m_position[graph.targets[arc].head];
        if (from != to) visit(arc, from, to);
      }
    }
  };
  m_first_entry.assign(nodes() + 2, 0);  // shifted by one more, to fill in place
  each([&](std::uint32_t, std::uint32_t from, std::uint32_t to) { ++m_first_entry[std::max(from, to) + 2]; });
  std::partial_sum(m_first_entry.begin(), m_first_entry.end(), m_first_entry.begin());
  m_entries.resize(m_first_entry.back());
  // Until the arcs of a position are numbered below, its entries' slots hold the upper end's depth in place
  // of the arc: a second array would be as large as the graph.
  each([&](std::uint32_t arc, std::uint32_t from, std::uint32_t to) {
    m_entries[m_first_entry[std::max(from, to) + 1]++] = {
        2 * m_depth[std::min(from, to)] + (from < to ? 1U : 0U), arc};
  });
  m_first_entry.pop_back();
  parallel_for(nodes(), context, [&](std::size_t begin, std::size_t end) {
    for (auto position = static_cast<std::uint32_t>(begin); position < end; ++position) {
      const auto own = std::span(m_entries).subspan(m_first_entry[position],
                                                    m_first_entry[position + 1] - m_first_entry[position]);
      std::sort(own.begin(), own.end(), [](const Entry& a, const Entry& b) {
        return a.slot != b.slot ? a.slot < b.slot : a.graph_arc < b.graph_arc;
      });
      std::uint32_t arc = m_first[position];
      for (Entry& entry : own) {
        while (m_upper[arc] != entry.slot / 2) ++arc;
        entry.slot = 2 * arc + entry.slot % 2;
      }
    }
  });
}

Hierarchy::Cut Hierarchy::cut(std::size_t most_nodes) const {
  Cut result;
  for (std::uint32_t position = 0; position < nodes();) {
    if (m_end[position] - position <= most_nodes) {
      result.subtrees.push_back(position);
      position = m_end[position];
    } else {
      result.top.push_back(position++);
    }
  }
  return result;
}

}  // namespace jingwei
