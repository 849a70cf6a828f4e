#pragma once
#include <span>
#include <vector>

#include "base/context.hpp"
#include "network/contraction.hpp"
#include "network/raw_vector.hpp"
#include "network/sweep_kernels.hpp"

namespace jingwei {

/// Arcs as sweeps read them, by position: those of p are [nodes[p].first_arc, nodes[p + 1].first_arc), by
/// ascending depth of their upper end. A last node closes the list.
struct SweepArcs {
  RawVector<SweepNode> nodes;
  RawVector<SweepArc> arcs;

  std::span<const SweepArc> of(std::uint32_t position) const {
    return std::span(arcs).subspan(nodes[position].first_arc,
                                   nodes[position + 1].first_arc - nodes[position].first_arc);
  }
};

/// Which way the costs of a question run: from the sources to all else, or from all else to them.
enum class CostDirection { from_source, to_source };

/// A hierarchy with the costs of one profile or scenario.
///
/// Perfect customisation (Dibbelt, Strasser & Wagner 2016): each arc of the chordal supergraph takes the cost
/// of the cheapest way between its ends, and only those stay whose way leads over nodes below both ends
/// alone, apart for the two directions. Every cheapest way is then a climb over `up` arcs followed by a
/// descent over `down` arcs; what is left is the smallest hierarchy for this node order.
class Metric {
 public:
  /// `costs` of the graph's arcs in the graph's order; `unreachable` closes an arc. The hierarchy must live
  /// as long as the metric.
  Metric(const Hierarchy& hierarchy, std::span<const Cost> costs, Context& context);

  const Hierarchy& hierarchy() const { return *m_hierarchy; }
  /// From a node to the ancestor, and from the ancestor to the node.
  const SweepArcs& up() const { return m_up; }
  const SweepArcs& down() const { return m_down; }
  /// The arcs over which the search from (or, reversed, to) a source climbs, then descends.
  const SweepArcs& climb(CostDirection direction) const {
    return direction == CostDirection::from_source ? m_up : m_down;
  }
  const SweepArcs& descent(CostDirection direction) const {
    return direction == CostDirection::from_source ? m_down : m_up;
  }

 private:
  const Hierarchy* m_hierarchy;
  SweepArcs m_up, m_down;
};

/// The costs of a graph's arcs in its order, as a Metric takes them.
std::vector<Cost> arc_costs(const Graph& graph);

}  // namespace jingwei
