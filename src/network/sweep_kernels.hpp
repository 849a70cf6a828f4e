#pragma once
#include <cstddef>
#include <cstdint>

namespace jingwei {

/// The innermost loops of customisation and sweeps, in plain types, compiled once for each instruction set.
/// All give the same numbers. Costs are 32 bits; sums saturate at 2³² − 1, which is `unreachable`.
inline constexpr std::size_t sweep_lanes = 16;  ///< sources that a sweep takes at once

/// An arc as a sweep reads it: the depth of its upper end.
struct SweepArc {
  std::uint32_t depth;
  std::uint32_t cost;
};

/// A node as a sweep reads it; its arcs end where those of the next node begin.
struct SweepNode {
  std::uint32_t first_arc;
  std::uint32_t depth;
};

/// A node and its cost.
struct SweepReached {
  std::uint32_t position;
  std::uint32_t cost;
};

/// A node's costs to those above it, and from them.
struct SweepRow {
  std::uint32_t *up, *down;
};

/// Labels of nodes are sweep_lanes costs each; the stack holds labels by depth and is all unreachable between
/// climbs.
struct SweepKernels {
  /// From seeds up: nodes[picked[i]], picked ascending and closed under parents; labels[i] holds what the
  /// seeds give and becomes the cost over arcs that lead up.
  void (*climb)(const SweepNode* nodes, const SweepArc* arcs, const std::uint32_t* picked, std::size_t count,
                std::uint32_t* labels, std::uint32_t* stack);
  /// Down through nodes [begin, end): the cost of each to out, in order, and to the stack. given[…],
  /// ascending and closed by a number that is no node, are the nodes that have labels from a climb; what is
  /// used up of both is returned.
  std::size_t (*descend)(const SweepNode* nodes, const SweepArc* arcs, std::uint32_t begin, std::uint32_t end,
                         const std::uint32_t* given, const std::uint32_t* labels, std::uint32_t* stack,
                         std::uint32_t* out);
  /// Whether any lane of the stack at any of these depths is at most limit.
  bool (*any_at_most)(const std::uint32_t* stack, const std::uint32_t* depths, std::size_t count,
                      std::uint32_t limit);
  /// For each lane the nodes whose cost is at most limit, of count consecutive labels: (position, cost) to
  /// ends[lane], which moves on.
  void (*collect)(const std::uint32_t* labels, std::size_t count, std::uint32_t position, std::uint32_t limit,
                  SweepReached** ends);
  /// target = min(target, label + cost) in each lane.
  void (*improve)(std::uint32_t* target, const std::uint32_t* label, std::uint32_t cost);
  /// 16 labels of consecutive nodes to 16 rows, one for each lane, `stride` apart.
  void (*transpose)(const std::uint32_t* labels, std::uint32_t* rows, std::size_t stride);

  /// target[i] = min(target[i], add[n] + source[n][i]) for i < count and each of 1 … most_nodes nodes n.
  void (*relax)(std::uint32_t* target, const std::uint32_t* const* source, const std::uint32_t* add,
                std::size_t nodes, std::size_t count);
  /// With costs from each of 1 … most_nodes nodes x up to the node y whose row (up: from y, down: to y) is
  /// given, in both directions: x.up[i] = min(x.up[i], to_y + up[i]), to_y = min(to_y, x.up[i] + down[i]),
  /// where to_y is x.up[count]; and likewise x.down[i] with from_y + down[i], from_y (x.down[count]) with
  /// x.down[i] + up[i].
  void (*tighten)(const SweepRow* x, std::size_t nodes, const std::uint32_t* up, const std::uint32_t* down,
                  std::size_t count);
  static constexpr std::size_t most_nodes = 4;
};

enum class InstructionSet { portable, avx2, avx512 };
/// Whether this machine can run them.
bool has_instructions(InstructionSet set);
/// \pre has_instructions(set)
const SweepKernels& sweep_kernels(InstructionSet set);
/// The fastest that this machine has.
const SweepKernels& sweep_kernels();

}  // namespace jingwei
