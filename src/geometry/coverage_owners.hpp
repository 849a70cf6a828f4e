#pragma once
#include "geometry/planar_subdivision.hpp"

namespace jingwei {

/// Faces that are given away together.
struct FacePiece {
  std::vector<std::uint32_t> faces;
  std::vector<std::uint32_t> heirs;  ///< the rows that may have it, ascending; empty: any
};

/// Which row has each face of a subdivision, so that no two have the same one.
class CoverageOwners {
 public:
  /// At first every face belongs to the row that alone covers it, and the others to nobody.
  explicit CoverageOwners(const PlanarSubdivision& subdivision);

  std::uint32_t of(std::uint32_t face) const { return m_owners[face]; }
  std::span<const std::uint32_t> all() const { return m_owners; }

  /// Every piece goes to the row among its heirs with which it has the longest border in common (of several
  /// the first row); what borders on no heir, to the one that comes to border on it by such a gift; and where
  /// no heir borders on it at all, to the first heir, or to nobody. Does not depend on the order of pieces.
  void give(std::span<const FacePiece> pieces);
  void give(std::uint32_t face, std::uint32_t row) { m_owners[face] = row; }

  /// Faces of the same row that hang together: the part of each face, 0 … parts − 1 (no_row: of nobody).
  struct Parts {
    std::vector<std::uint32_t> of_face;
    std::uint32_t count = 0;
  };
  Parts parts() const;

 private:
  std::uint32_t best_heir(const FacePiece& piece) const;

  const PlanarSubdivision& m_subdivision;
  std::vector<std::uint32_t> m_owners;
  std::vector<std::uint32_t> m_first_edge, m_edges;  // of face f: [m_first_edge[f], m_first_edge[f + 1])
};

}  // namespace jingwei
