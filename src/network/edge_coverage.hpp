#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "network/reached_parts.hpp"

namespace jingwei {

/// How often each place of a network's edges is reached, of several times that
/// it is asked.
class EdgeCoverage {
 public:
  explicit EdgeCoverage(std::size_t edges) : m_whole(edges, 0) {}

  /// What is reached once more. \pre parts of one edge do not overlap
  void add(std::span<const ReachedPart> parts);
  void add(const EdgeCoverage& more);

  /// The parts reached at least so often, in the order of the edges, no two of
  /// an edge touching.
  std::vector<ReachedPart> at_least(std::size_t times) const;

 private:
  /// Where a part of an edge begins (+1) or ends (−1).
  struct Cut {
    std::uint32_t edge;
    double share;
    int change;
  };
  std::vector<std::uint32_t> m_whole;  ///< by edge: how often all of it is reached, as most are
  std::vector<Cut> m_cuts;
};

}  // namespace jingwei
