#include "geometry/unite_polygons.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "geometry/edge_cancelling.hpp"
#include "geometry/edge_order.hpp"
#include "geometry/grid_polygons.hpp"
#include "geometry/planar.hpp"
#include "geometry/strips.hpp"
#include "geometry/union_proof.hpp"

namespace jingwei {
namespace {

using Bytes = std::vector<std::uint8_t>;

/// Rows of one group that are read together.
struct Chunk {
  std::size_t group = 0;
  std::span<const Wkb> rows;
  std::vector<GridEdge> edges;
  RowWitnesses witnesses;
};

std::vector<Chunk> chunks_of(std::span<const std::vector<Wkb>> groups) {
  constexpr std::size_t most_rows = 2048;
  std::vector<Chunk> chunks;
  for (std::size_t g = 0; g < groups.size(); ++g)
    for (std::size_t first = 0; first < groups[g].size(); first += most_rows)
      chunks.push_back(
          {g, std::span(groups[g]).subspan(first, std::min(most_rows, groups[g].size() - first)), {}, {}});
  return chunks;
}

void read(Chunk& chunk, double scale) {
  for (const Wkb row : chunk.rows) {
    const std::vector<Rings> polygons = oriented_polygons_of(row);
    add_edges(polygons, {1, 0}, scale, chunk.edges);
    chunk.witnesses.add(polygons);
  }
  chunk.edges = cancelled(std::move(chunk.edges));
}

/// A group's edges without those that cancel, where it is so large that they are worth shares of their own:
/// by a hash of each (edge_cancelling.hpp).
std::vector<std::vector<GridEdge>> shares_of(std::span<Chunk> chunks, Context& context) {
  std::vector<std::array<std::vector<GridEdge>, share_count>> parts(chunks.size());
  parallel_for(
      chunks.size(), context,
      [&](std::size_t begin, std::size_t end) {
        for (std::size_t c = begin; c < end; ++c) parts[c] = shares_of(std::exchange(chunks[c].edges, {}));
      },
      1);
  std::vector<std::vector<GridEdge>> shares(share_count);
  parallel_for(
      share_count, context,
      [&](std::size_t begin, std::size_t end) {
        for (std::size_t s = begin; s < end; ++s) {
          std::size_t edges = 0;
          for (const auto& part : parts) edges += part[s].size();
          shares[s].reserve(edges);
          for (auto& part : parts) {
            const std::vector<GridEdge> share = std::exchange(part[s], {});
            shares[s].insert(shares[s].end(), share.begin(), share.end());
          }
          shares[s] = cancelled(std::move(shares[s]));
        }
      },
      1);
  return shares;
}

std::vector<GridEdge> together(std::span<const std::vector<GridEdge>> shares) {
  std::vector<GridEdge> edges;
  for (const std::vector<GridEdge>& share : shares) edges.insert(edges.end(), share.begin(), share.end());
  return edges;
}

constexpr std::size_t strip_edges = 65'536;

std::size_t edges_in(std::span<const Chunk> chunks) {
  std::size_t edges = 0;
  for (const Chunk& chunk : chunks) edges += chunk.edges.size();
  return edges;
}

Bordered bordered_at_once(std::vector<GridEdge> edges, double scale) {
  return bordered(
      near_each_other(std::move(edges)), [](const Winding& winding) { return winding[0] > 0; }, scale);
}

Bordered borders_of(std::span<Chunk> chunks, double scale, Context& context) {
  if (edges_in(chunks) <= 2 * strip_edges) {
    std::vector<GridEdge> edges;
    for (Chunk& chunk : chunks) {
      const std::vector<GridEdge> part = std::exchange(chunk.edges, {});
      edges.insert(edges.end(), part.begin(), part.end());
    }
    return bordered_at_once(chunks.size() == 1 ? std::move(edges) : cancelled(std::move(edges)), scale);
  }
  std::vector<std::vector<GridEdge>> shares = shares_of(chunks, context);
  std::size_t edges = 0;
  for (const std::vector<GridEdge>& share : shares) edges += share.size();
  // One share of them is a sample that neither order nor threads have a part in.
  const std::vector<std::int64_t> lines = strip_lines(shares[0], edges / strip_edges);
  if (lines.empty()) return bordered_at_once(together(shares), scale);
  return bordered_by_strips(shares, lines, scale, context);
}

Bytes united_in(std::span<const Wkb> rows, std::span<Chunk> chunks, double grid_size, Context& context) {
  const double scale = 1 / grid_size;
  RowWitnesses witnesses;
  for (Chunk& chunk : chunks) witnesses.add(std::exchange(chunk.witnesses, {}));
  const std::vector<Rings> polygons = polygons_between(borders_of(chunks, scale, context), scale);
  prove_union(rows, witnesses, polygons, grid_size, context);
  return polygons.empty() ? Bytes{} : wkb_of_polygons(polygons);
}

}  // namespace

std::vector<Bytes> unite_polygons(std::span<const std::vector<Wkb>> groups, double grid_size,
                                  Context& context) {
  const double scale = 1 / grid_size;
  std::vector<Chunk> chunks = chunks_of(groups);
  parallel_for(
      chunks.size(), context,
      [&](std::size_t begin, std::size_t end) {
        for (std::size_t c = begin; c < end; ++c) read(chunks[c], scale);
      },
      1);
  std::vector<std::span<Chunk>> chunks_by_group(groups.size());
  for (std::size_t begin = 0, end = 0; begin < chunks.size(); begin = end) {
    while (end < chunks.size() && chunks[end].group == chunks[begin].group) ++end;
    chunks_by_group[chunks[begin].group] = std::span(chunks).subspan(begin, end - begin);
  }
  std::vector<Bytes> united(groups.size());
  // Large groups one after the other, each in parallel; then the small ones beside each other.
  std::vector<std::size_t> small;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    if (edges_in(chunks_by_group[g]) > 2 * strip_edges)
      united[g] = united_in(groups[g], chunks_by_group[g], grid_size, context);
    else if (!groups[g].empty())
      small.push_back(g);
  }
  parallel_for(small.size(), context, [&](std::size_t begin, std::size_t end) {
    Context alone;
    for (const std::size_t g : std::span(small).subspan(begin, end - begin))
      united[g] = united_in(groups[g], chunks_by_group[g], grid_size, alone);
  });
  return united;
}

}  // namespace jingwei
