#pragma once
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "base/context.hpp"
#include "network/graph.hpp"

namespace jingwei {

/// The part of a contraction hierarchy that knows no weights (customizable contraction hierarchies: Dibbelt,
/// Strasser & Wagner 2016): nodes contracted in a given order, and the chordal supergraph that results.
///
/// Nodes are renumbered once, to their *position*: the preorder of the elimination tree. The parent of a node
/// is the first that was contracted after it among its neighbours; all neighbours contracted later are its
/// ancestors and have smaller positions, the subtree of p is [p, end(p)), and siblings share no arc. So an
/// ancestor is named by its *depth* (roots: 0), and a sweep over ascending positions needs labels of one root
/// path only, kept on a stack by depth.
///
/// Read-only once built; it is the same for every metric on the graph.
class Hierarchy {
 public:
  /// Contracts by nested dissection.
  Hierarchy(const Graph& graph, Context& context);
  /// Contracts in this order, a permutation of the nodes.
  Hierarchy(const Graph& graph, std::span<const std::uint32_t> order, Context& context);

  std::size_t nodes() const { return m_depth.size(); }
  /// Undirected arcs of the chordal supergraph.
  std::size_t arcs() const { return m_upper.size(); }
  /// One more than the greatest depth.
  std::uint32_t height() const { return m_height; }

  std::uint32_t position(std::uint32_t node) const { return m_position[node]; }
  std::uint32_t node(std::uint32_t position) const { return m_node[position]; }
  /// The parent of a position, `none` of a root.
  std::uint32_t parent(std::uint32_t position) const { return m_parent[position]; }
  std::uint32_t depth(std::uint32_t position) const { return m_depth[position]; }
  std::uint32_t end(std::uint32_t position) const { return m_end[position]; }
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

  /// The depths of the neighbours above a position, ascending; they are arcs first(p) … first(p + 1) − 1.
  std::span<const std::uint32_t> upper(std::uint32_t position) const {
    return std::span(m_upper).subspan(m_first[position], m_first[position + 1] - m_first[position]);
  }
  std::uint32_t first(std::uint32_t position) const { return m_first[position]; }

  /// Where the cost of an arc of the graph enters the supergraph. Loops enter nowhere.
  struct Entry {
    std::uint32_t slot;  ///< 2 · arc of the supergraph, + 1 if the arc leads down
    std::uint32_t graph_arc;
    bool leads_up() const { return slot % 2 == 0; }
    std::uint32_t arc() const { return slot / 2; }
  };
  /// The entries of the arcs (up and down) of positions begin … end − 1, in the order of the supergraph's
  /// arcs.
  std::span<const Entry> entries(std::uint32_t begin, std::uint32_t end) const {
    return std::span(m_entries).subspan(m_first_entry[begin], m_first_entry[end] - m_first_entry[begin]);
  }

  /// A cut through the elimination tree, for work in parallel: the roots of subtrees of at most some nodes,
  /// ascending, and the positions above them.
  struct Cut {
    std::vector<std::uint32_t> subtrees, top;
  };
  Cut cut(std::size_t most_nodes) const;

 private:
  void number_nodes(const Graph& graph, std::span<const std::uint32_t> order);
  void contract(const Graph& graph);
  void enter_arcs(const Graph& graph, Context& context);

  std::vector<std::uint32_t> m_position, m_node;        // of nodes, of positions
  std::vector<std::uint32_t> m_parent, m_depth, m_end;  // of positions
  std::vector<std::uint32_t> m_first, m_upper, m_first_entry;
  std::vector<Entry> m_entries;
  std::uint32_t m_height = 0;
};

}  // namespace jingwei
