#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "network/cost.hpp"
#include "network/sweep_kernels.hpp"

namespace jingwei {

/// The arcs between the nodes of one root path, as a triangle of rows by depth: what customisation reads and
/// writes while it walks the elimination tree. As all neighbours above a node are its ancestors and
/// neighbours of each other, row [d] column [e] stands for the arc between the ancestors of depths d > e.
///
/// Between tasks every entry is unreachable; so is, at any time, an entry whose arc does not exist. A node
/// with many neighbours is spread out by depth, so that whole rows are worked on at once.
class CustomisationRows {
 public:
  explicit CustomisationRows(std::uint32_t height);

  /// A node with its arcs to the depths above it, ascending.
  struct Node {
    std::uint32_t depth;
    std::span<const std::uint32_t> depths;
    std::span<Cost> up, down;
    std::span<std::uint8_t> kept;  ///< bits kept_up and kept_down of each arc
  };
  /// Nodes of which each is the parent of the next are worked on together, so that the rows above them are
  /// read once (a node's neighbours other than its parent are its parent's too): at most so many, and only
  /// those that are worth it.
  static constexpr std::size_t longest_chain = SweepKernels::most_nodes;
  static bool may_be_chained(std::span<const std::uint32_t> depths);

  /// The nodes of a chain leave: their arcs take up what their rows have gathered, and the ways over them go
  /// into the rows of their neighbours.
  void contract(std::span<const Node> chain);
  /// What the row of `depth` has gathered in the columns `gathered` goes to the arcs of its node.
  void hand_up(std::uint32_t depth, std::span<const std::uint32_t> gathered,
               std::span<const std::uint32_t> depths, std::span<Cost> up, std::span<Cost> down);

  /// The row of `depth` becomes these arcs.
  void take(std::uint32_t depth, std::span<const std::uint32_t> depths, std::span<const Cost> up,
            std::span<const Cost> down);
  struct KeptCounts {
    std::uint32_t up = 0, down = 0;
  };
  /// The arcs of the nodes of a chain take the cheapest way over their neighbours, whose rows are there, and
  /// become rows; `kept` is set where an arc was the cheapest already; for each node how many are kept.
  void tighten(std::span<const Node> chain, std::span<KeptCounts> counts);
  /// Takes all rows away that came by `take` and `tighten`.
  void clear();

  static constexpr std::uint8_t kept_up = 1, kept_down = 2;

 private:
  Cost* up_row(std::uint32_t depth) { return m_up.data() + row_start(depth); }
  Cost* down_row(std::uint32_t depth) { return m_down.data() + row_start(depth); }
  static std::size_t row_start(std::size_t depth) { return depth == 0 ? 0 : depth * (depth - 1) / 2; }
  void contract_sparse(const Node& node);
  void tighten_sparse(const Node& node);
  void spread(std::size_t place, const Node& node);
  void clear_spread(std::size_t place, const Node& node);
  KeptCounts settle(std::size_t place, const Node& node);
  void forget(std::uint32_t depth);

  const SweepKernels& m_kernels;
  std::vector<Cost> m_up, m_down;                                           // the triangles
  std::array<std::vector<Cost>, longest_chain> m_spread_up, m_spread_down;  // a chain's arcs by depth
  std::vector<std::span<const std::uint32_t>> m_columns;                    // of rows that were taken
};

}  // namespace jingwei
