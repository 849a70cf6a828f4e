#pragma once
#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "geometry/snap_rounding.hpp"

namespace jingwei {

/// A site of a power diagram on a precision grid: its power distance from a place p is |p − cell|² − weight,
/// in cells squared.
struct Site {
  Cell cell;
  std::int64_t weight = 0;
};

/// The regular triangulation of sites (of equal weights: the Delaunay triangulation) inside of a square of
/// four guards around them, whose cells lie around those of all sites. By incremental insertion (Bowyer 1981;
/// Watson 1981; Edelsbrunner & Shah 1996) in a biased random order (Amenta, Choi & Rote 2003), with exact
/// predicates: no input is degenerate for it. Sites whose cells are empty are in no triangle.
class RegularTriangulation {
 public:
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
  /// Vertices, counter-clockwise: numbers of sites, or, from their count on, guards. The neighbour of number
  /// i lies beyond the edge that is opposite to vertex i.
  struct Triangle {
    std::array<std::uint32_t, 3> vertex{};
    std::array<std::uint32_t, 3> neighbour{none, none, none};
  };

  /// `reach`: guards' cells keep out of what is that near to the middle of the sites. \pre no two sites in
  /// one place, weights from 0 to 2^62, reach and both sides of the sites' extent together up to 2^32.
  /// Fastest where sites that follow each other lie near each other.
  RegularTriangulation(std::span<const Site> sites, std::int64_t reach);

  /// Among them some without vertices (`none`), which are left over.
  const std::vector<Triangle>& triangles() const { return m_triangles; }
  bool is_site(std::uint32_t vertex) const { return vertex < m_sites.size() - guards; }
  /// The place of equal power distances to a triangle's vertices, rounded to the grid, halves upwards. Exact:
  /// triangles around one such place give one cell.
  Cell center(std::uint32_t triangle) const;

 private:
  static constexpr std::size_t guards = 4;
  struct Rim {
    std::uint32_t from, to, outside;
  };

  void insert(std::uint32_t vertex);
  std::uint32_t locate(Cell cell) const;
  bool in_conflict(const Triangle& triangle, const Site& site) const;
  void collect_conflicts(std::uint32_t first, const Site& site);
  void fill_cavity(std::uint32_t vertex);

  std::vector<Site> m_sites;  // and the guards
  std::vector<Triangle> m_triangles;
  std::uint32_t m_recent = 0;

  // Of one insertion.
  std::vector<std::uint32_t> m_cavity;
  std::vector<Rim> m_rim;
  std::vector<std::uint32_t> m_seen;   // of triangles: the last insertion that looked at them
  std::vector<std::uint32_t> m_begin;  // of vertices: the new triangle whose rim begins there
};

}  // namespace jingwei
