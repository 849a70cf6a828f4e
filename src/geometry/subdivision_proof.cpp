#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "geometry/grid_row.hpp"
#include "geometry/inside_point.hpp"
#include "geometry/overlay.hpp"
#include "geometry/overlay_proof.hpp"
#include "geometry/overlay_row.hpp"
#include "geometry/planar.hpp"
#include "geometry/planar_subdivision.hpp"
#include "geometry/spatial_index.hpp"

namespace jingwei {
namespace {

/// The bounded faces, each by itself.
GeometryColumn faces_alone(const PlanarSubdivision& subdivision, Context& context) {
  const auto count = static_cast<std::uint32_t>(subdivision.faces());
  std::vector<std::uint32_t> owners(count);
  std::iota(owners.begin(), owners.end(), 0U);
  owners[PlanarSubdivision::outside] = no_row;
  return polygons_of_faces(subdivision, owners, count, context);
}

/// Does a place lie in all the rows that are said to cover it, and in no other?
bool labelled_rightly(Point place, const std::vector<std::uint32_t>& label,
                      const std::vector<std::uint32_t>& near, GridRows& rows, double tolerance) {
  const bool in_all = std::ranges::all_of(label, [&](std::uint32_t row) {
    return std::ranges::binary_search(near, row) && rows[row].near(place, tolerance);
  });
  return in_all && std::ranges::none_of(near, [&](std::uint32_t row) {
           return !std::ranges::binary_search(label, row) && rows[row].deep_inside(place, tolerance);
         });
}

void prove_areas(const PlanarSubdivision& subdivision, const GeometryColumn& rows) {
  std::vector<double> areas(rows.size(), 0.0);
  for (std::size_t face = 0; face < subdivision.faces(); ++face)
    for (const std::uint32_t row : subdivision.rows[face]) areas[row] += subdivision.areas[face];
  for (std::size_t row = 0; row < rows.size(); ++row) {
    double border = 0, area = 0;
    for (const Rings& rings : polygons_of(rows.wkb(row))) {
      area += planar_area(rings);
      for (const Path& ring : rings) border += planar_length(ring);
    }
    if (std::fabs(area - areas[row]) > 2 * subdivision.grid_size * border + 1e-9 * area)
      throw error(ErrorKind::failed,
                  {"第 {} 行的面积为 {}，其各图斑合计 {}，不平衡；请修复几何或用更细的 precision",
                   "faces do not balance: row {} has an area of {}, its faces {}; repair the geometry or "
                   "choose a finer precision"},
                  row, area, areas[row]);
  }
}

}  // namespace

std::size_t prove(const PlanarSubdivision& subdivision, const GeometryColumn& rows, Context& context) {
  prove_areas(subdivision, rows);
  const GeometryColumn faces = faces_alone(subdivision, context);
  const SpatialIndex index(rows.envelopes());
  const double tolerance = witness_tolerance(subdivision.grid_size);
  GridRowsPool pool(rows);
  std::vector<std::uint8_t> proven(faces.size(), 0);
  parallel_for(faces.size(), context, [&](std::size_t begin, std::size_t end) {
    GridRowsPool::Lease lease(pool);
    std::vector<std::uint32_t> near;
    for (std::size_t face = begin; face < end; ++face) {
      if (face == PlanarSubdivision::outside) continue;
      const auto place = inside_point(polygons_of(faces.wkb(face)).front());
      if (!place) continue;
      index.query(*place, tolerance, near);
      if (!labelled_rightly(*place, subdivision.rows[face], near, *lease, tolerance))
        refuse({"图斑内有一点与其来源不符", "a point inside a face lies outside its sources, or in others"});
      proven[face] = 1;
      (*lease).trim();
    }
  });
  return static_cast<std::size_t>(std::ranges::count(proven, std::uint8_t{1}));
}

}  // namespace jingwei
