#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "geometry/envelope.hpp"

namespace jingwei {

/// A packed R-tree over envelopes (Sort-Tile-Recursive; Leutenegger, Lopez & Edgington 1997). Read-only, so
/// any number of threads may query it. Rows with an empty envelope are never found.
class SpatialIndex {
 public:
  explicit SpatialIndex(std::span<const Envelope> envelopes);

  /// The rows whose envelope meets `window`, ascending, replacing what `rows` held.
  void query(const Envelope& window, std::vector<std::uint32_t>& rows) const;
  /// The rows whose envelope lies within `distance` of `point` (plane), ascending.
  void query(Point point, double distance, std::vector<std::uint32_t>& rows) const;

 private:
  template <class Meets>
  void collect(std::vector<std::uint32_t>& rows, const Meets& meets) const;

  struct Node {
    Envelope envelope;
    std::uint32_t first = 0;
    std::uint32_t count = 0;
  };
  std::vector<Envelope> m_envelopes;    // of the leaves, in packed order
  std::vector<std::uint32_t> m_rows;    // the same order
  std::vector<Node> m_nodes;            // level by level, the root last
  std::vector<std::uint32_t> m_levels;  // first node of each level
};

}  // namespace jingwei
