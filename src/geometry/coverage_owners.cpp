#include "geometry/coverage_owners.hpp"

#include <algorithm>
#include <numeric>

#include "geometry/overlay.hpp"

namespace jingwei {

CoverageOwners::CoverageOwners(const PlanarSubdivision& subdivision)
    : m_subdivision(subdivision), m_owners(subdivision.faces(), no_row) {
  for (std::uint32_t face = 0; face < subdivision.faces(); ++face)
    if (subdivision.rows[face].size() == 1) m_owners[face] = subdivision.rows[face].front();
  m_first_edge.assign(subdivision.faces() + 1, 0);
  for (const auto* faces : {&subdivision.above, &subdivision.below})
    for (const std::uint32_t face : *faces) ++m_first_edge[face + 1];
  std::partial_sum(m_first_edge.begin(), m_first_edge.end(), m_first_edge.begin());
  m_edges.resize(2 * subdivision.edges.size());
  std::vector<std::uint32_t> next(m_first_edge.begin(), m_first_edge.end() - 1);
  for (std::uint32_t e = 0; e < subdivision.edges.size(); ++e) {
    m_edges[next[subdivision.above[e]]++] = e;
    m_edges[next[subdivision.below[e]]++] = e;
  }
}

std::uint32_t CoverageOwners::best_heir(const FacePiece& piece) const {
  std::vector<std::pair<std::uint32_t, double>> borders;  // by row
  for (const std::uint32_t face : piece.faces)
    for (std::uint32_t i = m_first_edge[face]; i < m_first_edge[face + 1]; ++i) {
      const std::uint32_t edge = m_edges[i];
      const std::uint32_t other =
          m_subdivision.above[edge] == face ? m_subdivision.below[edge] : m_subdivision.above[edge];
      const std::uint32_t row = m_owners[other];
      if (row == no_row || (!piece.heirs.empty() && !std::ranges::binary_search(piece.heirs, row))) continue;
      borders.emplace_back(row, m_subdivision.length(edge));
    }
  std::ranges::stable_sort(borders, {}, &std::pair<std::uint32_t, double>::first);
  std::uint32_t best = no_row;
  double longest = 0;
  for (std::size_t i = 0; i < borders.size();) {
    const std::uint32_t row = borders[i].first;
    double length = 0;
    for (; i < borders.size() && borders[i].first == row; ++i) length += borders[i].second;
    if (length > longest) {
      longest = length;
      best = row;
    }
  }
  return best;
}

void CoverageOwners::give(std::span<const FacePiece> pieces) {
  std::vector<std::size_t> open(pieces.size());
  std::iota(open.begin(), open.end(), 0U);
  const auto give_to = [&](const FacePiece& piece, std::uint32_t row) {
    for (const std::uint32_t face : piece.faces) m_owners[face] = row;
  };
  while (!open.empty()) {
    // All of a round see the owners that were there before it.
    std::vector<std::uint32_t> heirs;
    for (const std::size_t p : open) heirs.push_back(best_heir(pieces[p]));
    std::vector<std::size_t> still_open;
    for (std::size_t i = 0; i < open.size(); ++i) {
      if (heirs[i] == no_row)
        still_open.push_back(open[i]);
      else
        give_to(pieces[open[i]], heirs[i]);
    }
    if (still_open.size() == open.size()) break;
    open = std::move(still_open);
  }
  for (const std::size_t p : open)
    if (!pieces[p].heirs.empty()) give_to(pieces[p], pieces[p].heirs.front());
}

CoverageOwners::Parts CoverageOwners::parts() const {
  std::vector<std::uint32_t> parent(m_owners.size());
  std::iota(parent.begin(), parent.end(), 0U);
  const auto root = [&](std::uint32_t face) {
    while (parent[face] != face) face = parent[face] = parent[parent[face]];
    return face;
  };
  for (std::size_t e = 0; e < m_subdivision.edges.size(); ++e) {
    const std::uint32_t a = m_subdivision.above[e], b = m_subdivision.below[e];
    if (m_owners[a] == no_row || m_owners[a] != m_owners[b]) continue;
    const std::uint32_t root_a = root(a), root_b = root(b);
    parent[std::max(root_a, root_b)] = std::min(root_a, root_b);
  }
  Parts parts;
  parts.of_face.assign(m_owners.size(), no_row);
  for (std::uint32_t face = 0; face < m_owners.size(); ++face) {
    if (m_owners[face] == no_row) continue;
    const std::uint32_t first = root(face);
    parts.of_face[face] = first == face ? parts.count++ : parts.of_face[first];
  }
  return parts;
}

}  // namespace jingwei
