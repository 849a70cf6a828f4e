#include "geometry/edge_cancelling.hpp"

#include <algorithm>
#include <bit>
#include <limits>

namespace jingwei {
namespace {

constexpr std::uint32_t free_slot = std::numeric_limits<std::uint32_t>::max();

/// The finalizer of MurmurHash3 (Appleby), over the four coordinates.
std::uint64_t hash(const GridEdge& edge) {
  std::uint64_t h = 0;
  for (const std::int64_t v : {edge.low.x, edge.low.y, edge.high.x, edge.high.y}) {
    h = (h ^ static_cast<std::uint64_t>(v)) * 0xff51afd7ed558ccdULL;
    h ^= h >> 33;
  }
  h *= 0xc4ceb9fe1a85ec53ULL;
  return h ^ (h >> 33);
}

}  // namespace

std::vector<GridEdge> cancelled(std::vector<GridEdge> edges) {
  // Open addressing, half full at most; a slot holds the place of an edge that stays.
  const std::size_t slots = std::bit_ceil(2 * edges.size() + 1);
  std::vector<std::uint32_t> table(slots, free_slot);
  std::uint32_t kept = 0;
  for (const GridEdge& edge : edges) {
    std::size_t slot = hash(edge) & (slots - 1);
    while (table[slot] != free_slot &&
           (edges[table[slot]].low != edge.low || edges[table[slot]].high != edge.high))
      slot = (slot + 1) & (slots - 1);
    if (table[slot] == free_slot) {
      table[slot] = kept;
      edges[kept++] = edge;
    } else {
      for (std::size_t side = 0; side < edge.rise.size(); ++side)
        edges[table[slot]].rise[side] += edge.rise[side];
    }
  }
  edges.resize(kept);
  std::erase_if(edges, [](const GridEdge& edge) { return edge.rise == Winding{}; });
  return edges;
}

std::array<std::vector<GridEdge>, share_count> shares_of(const std::vector<GridEdge>& edges) {
  // The upper bits: the lower ones are where `cancelled` looks for an edge.
  const auto share_of = [](const GridEdge& edge) { return hash(edge) >> 60; };
  static_assert(share_count == 16);
  std::array<std::size_t, share_count> counts{};
  for (const GridEdge& edge : edges) ++counts[share_of(edge)];
  std::array<std::vector<GridEdge>, share_count> shares;
  for (std::size_t s = 0; s < share_count; ++s) shares[s].reserve(counts[s]);
  for (const GridEdge& edge : edges) shares[share_of(edge)].push_back(edge);
  return shares;
}

}  // namespace jingwei
