#pragma once
#include "network/sweep_kernels.hpp"

namespace jingwei {

/// The loops over any type of lanes. Each instruction set has such a type in a file of its own, unnamed, so
/// that no compiled loop is shared between files. `Lanes` holds 16 costs, `Row` as many as one register; both
/// offer load, store, filled, min and plus (saturating).
template <class Lanes, class Row>
struct SweepLoops {
  using Cost = std::uint32_t;
  static constexpr Cost unreachable = ~Cost{0};

  static Cost plus(Cost a, Cost b) { return a > unreachable - b ? unreachable : a + b; }
  static Cost min(Cost a, Cost b) { return a < b ? a : b; }

  static void climb(const SweepNode* nodes, const SweepArc* arcs, const std::uint32_t* picked,
                    std::size_t count, Cost* labels, Cost* stack) {
    for (std::size_t i = count; i-- > 0;) {
      const SweepNode* node = nodes + picked[i];
      Cost* own = stack + std::size_t{node->depth} * sweep_lanes;
      const Lanes label = Lanes::min(Lanes::load(labels + i * sweep_lanes), Lanes::load(own));
      Lanes::filled(unreachable).store(own);
      label.store(labels + i * sweep_lanes);
      if (label.at_most(unreachable - 1) == 0) continue;
      const SweepArc* end = arcs + node[1].first_arc;
      for (const SweepArc* arc = arcs + node->first_arc; arc != end; ++arc) {
        Cost* upper = stack + std::size_t{arc->depth} * sweep_lanes;
        Lanes::min(Lanes::load(upper), label.plus(arc->cost)).store(upper);
      }
    }
  }

  static std::size_t descend(const SweepNode* nodes, const SweepArc* arcs, std::uint32_t begin,
                             std::uint32_t end, const std::uint32_t* given, const Cost* labels, Cost* stack,
                             Cost* out) {
    const std::uint32_t* next = given;
    const SweepArc* arc = arcs + nodes[begin].first_arc;
    for (std::uint32_t i = begin; i < end; ++i, out += sweep_lanes) {
      Lanes label = Lanes::filled(unreachable);
      if (i == *next) {
        label = Lanes::load(labels);
        labels += sweep_lanes;
        ++next;
      }
      const SweepArc* last = arcs + nodes[i + 1].first_arc;
      for (; arc != last; ++arc)
        label = Lanes::min(label, Lanes::load(stack + std::size_t{arc->depth} * sweep_lanes).plus(arc->cost));
      label.store(stack + std::size_t{nodes[i].depth} * sweep_lanes);
      label.store(out);
    }
    return static_cast<std::size_t>(next - given);
  }

  static bool any_at_most(const Cost* stack, const std::uint32_t* depths, std::size_t count, Cost limit) {
    for (std::size_t i = 0; i < count; ++i)
      if (Lanes::load(stack + std::size_t{depths[i]} * sweep_lanes).at_most(limit) != 0) return true;
    return false;
  }

  static void collect(const Cost* labels, std::size_t count, std::uint32_t position, Cost limit,
                      SweepReached** ends) {
    for (std::size_t i = 0; i < count; ++i, labels += sweep_lanes) {
      for (std::uint32_t bits = Lanes::load(labels).at_most(limit); bits != 0; bits &= bits - 1) {
        const auto lane = static_cast<unsigned>(__builtin_ctz(bits));
        *ends[lane]++ = {position + static_cast<std::uint32_t>(i), labels[lane]};
      }
    }
  }

  static void improve(Cost* target, const Cost* label, Cost cost) {
    Lanes::min(Lanes::load(target), Lanes::load(label).plus(cost)).store(target);
  }

  static void relax(Cost* target, const Cost* source, Cost add, std::size_t count) {
    std::size_t i = 0;
    for (; i + Row::size <= count; i += Row::size)
      Row::min(Row::load(target + i), Row::load(source + i).plus(add)).store(target + i);
    for (; i < count; ++i) target[i] = min(target[i], plus(source[i], add));
  }

  static void tighten(Cost* x_up, Cost* x_down, const Cost* up, const Cost* down, Cost& y_up, Cost& y_down,
                      std::size_t count) {
    const Cost to_y = y_up, from_y = y_down;
    Row least_up = Row::filled(to_y), least_down = Row::filled(from_y);
    std::size_t i = 0;
    for (; i + Row::size <= count; i += Row::size) {
      const Row row_up = Row::load(up + i), row_down = Row::load(down + i);
      const Row old_up = Row::load(x_up + i), old_down = Row::load(x_down + i);
      least_up = Row::min(least_up, Row::sum(old_up, row_down));
      least_down = Row::min(least_down, Row::sum(old_down, row_up));
      Row::min(old_up, row_up.plus(to_y)).store(x_up + i);
      Row::min(old_down, row_down.plus(from_y)).store(x_down + i);
    }
    Cost lanes_up[Row::size], lanes_down[Row::size];
    least_up.store(lanes_up), least_down.store(lanes_down);
    for (std::size_t lane = 0; lane < Row::size; ++lane) {
      y_up = min(y_up, lanes_up[lane]);
      y_down = min(y_down, lanes_down[lane]);
    }
    for (; i < count; ++i) {
      y_up = min(y_up, plus(x_up[i], down[i]));
      y_down = min(y_down, plus(x_down[i], up[i]));
      x_up[i] = min(x_up[i], plus(up[i], to_y));
      x_down[i] = min(x_down[i], plus(down[i], from_y));
    }
  }

  static constexpr SweepKernels kernels{climb,   descend,          any_at_most, collect,
                                        improve, Lanes::transpose, relax,       tighten};
};

}  // namespace jingwei
