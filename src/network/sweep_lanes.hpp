#pragma once
#include <array>

#include "network/sweep_kernels.hpp"

namespace jingwei {

/// The loops over any type of lanes. Each instruction set has such a type in a file of its own, unnamed, so
/// that no compiled loop is shared between files. `Lanes` holds 16 costs, `Row` as many as one register; both
/// offer load, store, filled, min and plus (saturating); a row also sum, of two.
template <class Lanes, class Row>
struct SweepLoops {
  using Cost = std::uint32_t;
  static constexpr Cost unreachable = ~Cost{0};

  static Cost plus(Cost a, Cost b) { return a > unreachable - b ? unreachable : a + b; }
  static Cost min(Cost a, Cost b) { return a < b ? a : b; }
  static Cost least_of(const Row& row) {
    Cost costs[Row::size], least = unreachable;
    row.store(costs);
    for (const Cost cost : costs) least = min(least, cost);
    return least;
  }
  template <std::size_t Count, class T>
  static std::array<T, Count> first(const T* list) {
    std::array<T, Count> result{};
    for (std::size_t i = 0; i < Count; ++i) result[i] = list[i];
    return result;
  }

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

  /// Several nodes share one reading of the row: it comes from afar, theirs stay near.
  template <std::size_t Nodes>
  static void relax_from(Cost* target, const Cost* const* source, const Cost* add, std::size_t count) {
    const std::array<const Cost*, Nodes> from = first<Nodes>(source);
    std::size_t i = 0;
    for (; i + Row::size <= count; i += Row::size) {
      Row least = Row::load(target + i);
      for (std::size_t n = 0; n < Nodes; ++n) least = Row::min(least, Row::load(from[n] + i).plus(add[n]));
      least.store(target + i);
    }
    for (; i < count; ++i)
      for (std::size_t n = 0; n < Nodes; ++n) target[i] = min(target[i], plus(from[n][i], add[n]));
  }

  static void relax(Cost* target, const Cost* const* source, const Cost* add, std::size_t nodes,
                    std::size_t count) {
    switch (nodes) {
      case 1:
        return relax_from<1>(target, source, add, count);
      case 2:
        return relax_from<2>(target, source, add, count);
      case 3:
        return relax_from<3>(target, source, add, count);
      default:
        return relax_from<4>(target, source, add, count);
    }
  }

  template <std::size_t Nodes>
  static void tighten_all(const SweepRow* nodes, const Cost* up, const Cost* down, std::size_t count) {
    const std::array<SweepRow, Nodes> x = first<Nodes>(nodes);
    std::array<Row, Nodes> to_y, from_y, least_up, least_down;
    for (std::size_t n = 0; n < Nodes; ++n) {
      to_y[n] = least_up[n] = Row::filled(x[n].up[count]);
      from_y[n] = least_down[n] = Row::filled(x[n].down[count]);
    }
    std::size_t i = 0;
    for (; i + Row::size <= count; i += Row::size) {
      const Row row_up = Row::load(up + i), row_down = Row::load(down + i);
      for (std::size_t n = 0; n < Nodes; ++n) {
        const Row old_up = Row::load(x[n].up + i), old_down = Row::load(x[n].down + i);
        least_up[n] = Row::min(least_up[n], Row::sum(old_up, row_down));
        least_down[n] = Row::min(least_down[n], Row::sum(old_down, row_up));
        Row::min(old_up, Row::sum(row_up, to_y[n])).store(x[n].up + i);
        Row::min(old_down, Row::sum(row_down, from_y[n])).store(x[n].down + i);
      }
    }
    for (std::size_t n = 0; n < Nodes; ++n) {
      const Cost y_up = x[n].up[count], y_down = x[n].down[count];
      Cost least_to = least_of(least_up[n]), least_from = least_of(least_down[n]);
      for (std::size_t j = i; j < count; ++j) {
        least_to = min(least_to, plus(x[n].up[j], down[j]));
        least_from = min(least_from, plus(x[n].down[j], up[j]));
        x[n].up[j] = min(x[n].up[j], plus(up[j], y_up));
        x[n].down[j] = min(x[n].down[j], plus(down[j], y_down));
      }
      x[n].up[count] = least_to, x[n].down[count] = least_from;
    }
  }

  static void tighten(const SweepRow* x, std::size_t nodes, const Cost* up, const Cost* down,
                      std::size_t count) {
    switch (nodes) {
      case 1:
        return tighten_all<1>(x, up, down, count);
      case 2:
        return tighten_all<2>(x, up, down, count);
      case 3:
        return tighten_all<3>(x, up, down, count);
      default:
        return tighten_all<4>(x, up, down, count);
    }
  }

  static constexpr SweepKernels kernels{climb,   descend,          any_at_most, collect,
                                        improve, Lanes::transpose, relax,       tighten};
};

}  // namespace jingwei
