#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "network/edges.hpp"
#include "network/graph.hpp"

namespace jingwei {

/// What passing from one edge to the next takes, by the angle between them. Angles count at junctions, where
/// three edges or more meet: elsewhere a road just bends. Turning round counts everywhere but at dead ends.
struct TurnPenalties {
  Cost straight = 0;  ///< within 45° of going on as before
  Cost right = 0;     ///< 45° to 135°
  Cost sharp_right = 0;
  Cost left = 0;
  Cost sharp_left = 0;
  Cost u_turn = 0;  ///< back along the same edge; `unreachable`: forbidden

  bool by_angle() const { return straight || right || sharp_right || left || sharp_left; }
};

/// What must be heeded where edges meet. An edge has two directions, numbered as labels: 2 · edge from its
/// tail to its head, 2 · edge + 1 back.
struct Turns {
  std::vector<std::vector<std::uint32_t>> forbidden;  ///< ways of two labels or more, each from the end of
                                                      ///< the one before, that must not be taken in one go
  std::vector<std::uint8_t> closed;  ///< of each node (or none): passed by nobody, only turned round at
  std::vector<Cost> delay;           ///< of each node (or none): for passing it, as at signals
  std::vector<std::uint8_t> linked;  ///< of each node (or none): other modes enter and leave there
  TurnPenalties penalties;
};

/// A graph that knows turns. Where nothing has to be heeded, a node is one state. Elsewhere each label has a
/// state at its end and one at its start, with an arc from the first to the second for each turn that is
/// allowed: so the searches see a plain directed graph. A label that is the middle of a forbidden way of
/// three or more has copies, one for each beginning of such a way that led to it. A place on the label is
/// left by its own end (a traveller has no history there) and reached by its own start or any copy's.
///
/// Turning round, where it costs, is looked at only near nodes that differ in another way: elsewhere a
/// cheapest way never turns round. Near: as far as going out and back is cheaper than turning round at once.
struct TurnStates {
  struct Copy {
    std::uint32_t label, start, end;
  };
  std::vector<std::uint32_t> start, end;    ///< of each label
  std::vector<Copy> copies;                 ///< by label
  std::vector<std::uint32_t> entry, leave;  ///< of each node: where links of other modes come in and go out
  std::vector<Arc> turns;                   ///< between states, without labels
  std::uint32_t states = 0;
  std::size_t expanded_nodes = 0;

  std::span<const Copy> copies_of(std::uint32_t label) const;
};

/// \pre costs[label] of each label, unreachable where it is closed; edges of rail are left as they are.
TurnStates expand_turns(const Edges& edges, std::span<const Cost> costs, const Turns& turns);

}  // namespace jingwei
