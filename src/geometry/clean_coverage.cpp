#include "geometry/clean_coverage.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/error.hpp"
#include "geometry/coverage_check.hpp"
#include "geometry/coverage_owners.hpp"
#include "geometry/overlay.hpp"
#include "geometry/planar.hpp"
#include "geometry/polygon_width.hpp"

namespace jingwei {
namespace {

class Cleaning {
 public:
  Cleaning(const GeometryColumn& polygons, const Crs& crs, const CoverageWidths& widths, double grid_size,
           Context& context)
      : m_polygons(polygons),
        m_crs(crs),
        m_widths(widths),
        m_context(context),
        m_subdivision(planar_subdivision(polygons, grid_size, context)),
        m_owners(m_subdivision) {}

  CleanedCoverage run(std::span<const std::uint32_t> precedence) && {
    m_cleaned.certificate.pieces = m_subdivision.faces() - 1;
    m_cleaned.certificate.witnesses = prove(m_subdivision, m_polygons, m_context);
    give_overlaps(precedence);
    save_vanishing_rows();
    fill_gaps();
    give_slivers();
    m_cleaned.geometry = polygons_of_faces(m_subdivision, m_owners.all(),
                                           static_cast<std::uint32_t>(m_polygons.size()), m_context);
    certify();
    return std::move(m_cleaned);
  }

 private:
  void give_overlaps(std::span<const std::uint32_t> precedence) {
    std::vector<FacePiece> pieces;
    for (std::uint32_t face = 0; face < m_subdivision.faces(); ++face) {
      if (m_subdivision.rows[face].size() < 2) continue;
      FacePiece& piece = pieces.emplace_back(FacePiece{{face}, m_subdivision.rows[face]});
      if (precedence.empty()) continue;
      const std::uint32_t first = precedence[*std::ranges::min_element(
          piece.heirs, {}, [&](std::uint32_t row) { return precedence[row]; })];
      std::erase_if(piece.heirs, [&](std::uint32_t row) { return precedence[row] != first; });
    }
    m_owners.give(pieces);
  }

  /// A row without any face, as one that lies in another, takes its largest from a row that has more. Small
  /// rows first; not a row that equals one that has its place.
  void save_vanishing_rows() {
    std::vector<std::uint32_t> faces_left(m_polygons.size(), 0);
    std::vector<double> areas(m_polygons.size(), 0);
    std::vector<std::vector<std::uint32_t>> faces_of(m_polygons.size());
    for (std::uint32_t face = 0; face < m_subdivision.faces(); ++face) {
      for (const std::uint32_t row : m_subdivision.rows[face]) {
        areas[row] += m_subdivision.areas[face];
        faces_of[row].push_back(face);
      }
      if (m_owners.of(face) != no_row) ++faces_left[m_owners.of(face)];
    }
    std::vector<std::uint32_t> vanishing;
    for (std::uint32_t row = 0; row < m_polygons.size(); ++row)
      if (faces_left[row] == 0 && !faces_of[row].empty()) vanishing.push_back(row);
    std::ranges::stable_sort(vanishing, {}, [&](std::uint32_t row) { return areas[row]; });
    for (const std::uint32_t row : vanishing) {
      const bool twice =
          std::ranges::any_of(m_subdivision.rows[faces_of[row].front()], [&](std::uint32_t other) {
            return other != row && faces_left[other] > 0 && faces_of[other] == faces_of[row];
          });
      if (twice) continue;
      std::uint32_t largest = no_row;
      for (const std::uint32_t face : faces_of[row])
        if (faces_left[m_owners.of(face)] > 1 &&
            (largest == no_row || m_subdivision.areas[face] > m_subdivision.areas[largest]))
          largest = face;
      if (largest == no_row) continue;
      --faces_left[m_owners.of(largest)];
      ++faces_left[row];
      m_owners.give(largest, row);
    }
  }

  /// Overlaps are told as they were given, gaps are filled where they are narrow.
  void fill_gaps() {
    std::vector<std::uint32_t> faces;
    std::vector<std::uint32_t> number(m_subdivision.faces(), no_row);
    for (std::uint32_t face = 0; face < m_subdivision.faces(); ++face) {
      if (face == PlanarSubdivision::outside || m_subdivision.rows[face].size() == 1) continue;
      number[face] = static_cast<std::uint32_t>(faces.size());
      faces.push_back(face);
    }
    const GeometryColumn shapes =
        polygons_of_faces(m_subdivision, number, static_cast<std::uint32_t>(faces.size()), m_context);
    const std::vector<double> widths_m = mean_widths_m(shapes, m_crs, m_context);
    std::vector<std::uint32_t> gaps;
    for (std::uint32_t i = 0; i < faces.size(); ++i)
      if (m_subdivision.rows[faces[i]].empty()) gaps.push_back(i);
    std::vector<double> gap_widths_m;
    for (const std::uint32_t i : gaps) gap_widths_m.push_back(widths_m[i]);
    const std::vector<bool> narrow = narrower_than(m_widths.gap, take(shapes, gaps), gap_widths_m, m_crs,
                                                   m_subdivision.grid_size, m_context);
    std::vector<FacePiece> pieces;
    for (std::size_t i = 0; i < gaps.size(); ++i)
      if (narrow[i]) pieces.push_back({{faces[gaps[i]]}, {}});
    m_owners.give(pieces);
    for (std::size_t i = 0; i < faces.size(); ++i) {
      const std::vector<std::uint32_t>& rows = m_subdivision.rows[faces[i]];
      m_cleaned.faults.push_back({rows.empty() ? CoverageFault::Kind::gap : CoverageFault::Kind::overlap,
                                  rows, m_owners.of(faces[i]), m_subdivision.areas[faces[i]], widths_m[i]});
    }
    m_cleaned.fault_geometry = shapes;
  }

  /// A part of a row that may be a sliver.
  struct Suspect {
    std::uint32_t part = 0;
    std::uint32_t row = 0;
    FacePiece piece;
    double area = 0;
  };

  /// Parts that are narrow enough in the plane: maps in use stretch no more than 16 times.
  std::vector<Suspect> suspects(const CoverageOwners::Parts& parts) const {
    constexpr double most_stretched = 16;
    std::vector<double> areas(parts.count, 0), perimeters(parts.count, 0);
    for (std::uint32_t face = 0; face < m_subdivision.faces(); ++face)
      if (parts.of_face[face] != no_row) areas[parts.of_face[face]] += m_subdivision.areas[face];
    for (std::size_t e = 0; e < m_subdivision.edges.size(); ++e) {
      const std::uint32_t above = parts.of_face[m_subdivision.above[e]];
      const std::uint32_t below = parts.of_face[m_subdivision.below[e]];
      if (above == below) continue;
      if (above != no_row) perimeters[above] += m_subdivision.length(e);
      if (below != no_row) perimeters[below] += m_subdivision.length(e);
    }
    const double widest = most_stretched * m_widths.sliver.m / m_crs.metres_per_unit();
    std::vector<Suspect> found;
    std::vector<std::uint32_t> number(parts.count, no_row);
    for (std::uint32_t face = 0; face < m_subdivision.faces(); ++face) {
      const std::uint32_t part = parts.of_face[face];
      if (part == no_row || 2 * areas[part] >= widest * perimeters[part]) continue;
      if (number[part] == no_row) {
        number[part] = static_cast<std::uint32_t>(found.size());
        found.push_back({part, m_owners.of(face), {}, areas[part]});
      }
      found[number[part]].piece.faces.push_back(face);
    }
    return found;
  }

  /// The suspects' shapes.
  GeometryColumn shapes_of(const std::vector<Suspect>& found) const {
    std::vector<std::uint32_t> number(m_subdivision.faces(), no_row);
    for (std::uint32_t i = 0; i < found.size(); ++i)
      for (const std::uint32_t face : found[i].piece.faces) number[face] = i;
    return polygons_of_faces(m_subdivision, number, static_cast<std::uint32_t>(found.size()), m_context);
  }

  void give_slivers() {
    const CoverageOwners::Parts parts = m_owners.parts();
    std::vector<Suspect> found = suspects(parts);
    const GeometryColumn shapes = shapes_of(found);
    const std::vector<double> widths_m = mean_widths_m(shapes, m_crs, m_context);
    const std::vector<bool> narrow =
        narrower_than(m_widths.sliver, shapes, widths_m, m_crs, m_subdivision.grid_size, m_context);
    const std::vector<bool> stays = largest_of_narrow_rows(parts, found, narrow);
    std::vector<FacePiece> pieces;
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (!narrow[i] || stays[i]) continue;
      for (const std::uint32_t face : found[i].piece.faces) m_owners.give(face, no_row);
      pieces.push_back(found[i].piece);
    }
    m_owners.give(pieces);
    std::vector<std::uint32_t> told;
    for (std::uint32_t i = 0; i < found.size(); ++i) {
      if (!narrow[i]) continue;
      // What lies by itself has no neighbour, and stays.
      for (const std::uint32_t face : found[i].piece.faces)
        if (m_owners.of(face) == no_row) m_owners.give(face, found[i].row);
      told.push_back(i);
      m_cleaned.faults.push_back({CoverageFault::Kind::sliver,
                                  {found[i].row},
                                  m_owners.of(found[i].piece.faces.front()),
                                  found[i].area,
                                  widths_m[i]});
    }
    m_cleaned.fault_geometry.append(take(shapes, told));
  }

  /// Of rows all of whose parts are slivers the largest part stays.
  std::vector<bool> largest_of_narrow_rows(const CoverageOwners::Parts& parts,
                                           const std::vector<Suspect>& found,
                                           const std::vector<bool>& narrow) const {
    std::vector<bool> is_narrow(parts.count, false);
    std::vector<std::uint32_t> largest(m_polygons.size(), no_row);
    for (std::uint32_t i = 0; i < found.size(); ++i) {
      if (!narrow[i]) continue;
      is_narrow[found[i].part] = true;
      std::uint32_t& so_far = largest[found[i].row];
      if (so_far == no_row || found[so_far].area < found[i].area) so_far = i;
    }
    for (std::uint32_t face = 0; face < m_subdivision.faces(); ++face)
      if (const std::uint32_t part = parts.of_face[face]; part != no_row && !is_narrow[part])
        largest[m_owners.of(face)] = no_row;
    std::vector<bool> stays(found.size(), false);
    for (const std::uint32_t i : largest)
      if (i != no_row) stays[i] = true;
    return stays;
  }

  void certify() {
    if (!is_coverage(m_cleaned.geometry, m_subdivision.grid_size))
      throw error(ErrorKind::failed,
                  {"清理后的面仍不构成有效的覆盖；请用更粗的 precision",
                   "the cleaned polygons are no valid coverage; choose a coarser precision"});
    std::vector<double> changes(m_polygons.size(), 0.0);
    Certificate& certificate = m_cleaned.certificate;
    for (const CoverageFault& fault : m_cleaned.faults) {
      if (fault.kind == CoverageFault::Kind::gap && fault.to == no_row) continue;
      for (const std::uint32_t row : fault.rows) changes[row] -= fault.area;
      changes[fault.to] += fault.area;
      certificate.outside_measure += (static_cast<double>(fault.rows.size()) - 1) * fault.area;
    }
    for (std::size_t row = 0; row < m_polygons.size(); ++row) {
      double before = 0, border = 0;
      for (const Rings& rings : polygons_of(m_polygons.wkb(row))) {
        before += planar_area(rings);
        for (const Path& ring : rings) border += planar_length(ring);
      }
      const double after = planar_area(m_cleaned.geometry.wkb(row));
      if (std::fabs(before + changes[row] - after) > 2 * m_subdivision.grid_size * border + 1e-9 * before)
        throw error(ErrorKind::failed,
                    {"第 {} 行清理后的面积 {} 与台账不符（原 {}，增减 {}）",
                     "row {} has an area of {} once cleaned, which is not what it had ({}) and what it was "
                     "given ({})"},
                    row, after, before, changes[row]);
      certificate.input_measure += before;
      certificate.output_measure += after;
    }
  }

  const GeometryColumn& m_polygons;
  const Crs& m_crs;
  const CoverageWidths& m_widths;
  Context& m_context;
  PlanarSubdivision m_subdivision;
  CoverageOwners m_owners;
  CleanedCoverage m_cleaned;
};

}  // namespace

CleanedCoverage clean_coverage(const GeometryColumn& polygons, const Crs& crs,
                               std::span<const std::uint32_t> precedence, const CoverageWidths& widths,
                               double grid_size, Context& context) {
  return Cleaning(polygons, crs, widths, grid_size, context).run(precedence);
}

}  // namespace jingwei
