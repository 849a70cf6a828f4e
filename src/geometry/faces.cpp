#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "geometry/arrangement.hpp"
#include "geometry/overlay.hpp"
#include "geometry/planar.hpp"
#include "geometry/spatial_index.hpp"
#include "geometry/wkb_io.hpp"

namespace jingwei {
namespace {

/// The rows whose boxes hang together, each cluster ascending.
std::vector<std::vector<std::uint32_t>> clusters_of(const GeometryColumn& column, const SpatialIndex& index,
                                                    double grid_size) {
  std::vector<std::uint32_t> parent(column.size());
  std::iota(parent.begin(), parent.end(), 0U);
  const auto root = [&](std::uint32_t row) {
    while (parent[row] != row) row = parent[row] = parent[parent[row]];
    return row;
  };
  std::vector<std::uint32_t> candidates;
  for (std::uint32_t row = 0; row < column.size(); ++row) {
    index.query(column.envelope(row).grown(2 * grid_size), candidates);
    for (const std::uint32_t other : candidates) {
      const std::uint32_t a = root(row);
      const std::uint32_t b = root(other);
      parent[std::max(a, b)] = std::min(a, b);
    }
  }
  std::vector<std::vector<std::uint32_t>> of_root(column.size());
  for (std::uint32_t row = 0; row < column.size(); ++row)
    if (!column.envelope(row).empty()) of_root[root(row)].push_back(row);
  std::erase_if(of_root, [](const auto& rows) { return rows.empty(); });
  return of_root;
}

struct Face {
  std::vector<std::uint8_t> wkb;
  std::vector<std::uint32_t> rows;
  Envelope envelope;
  bool operator<(const Face& other) const {
    return std::tie(rows, envelope.min_x, envelope.min_y, wkb) <
           std::tie(other.rows, other.envelope.min_x, other.envelope.min_y, other.wkb);
  }
};

std::vector<Face> faces_of_cluster(const GeometryColumn& polygons, const std::vector<std::uint32_t>& rows,
                                   double grid_size) {
  std::vector<geos::Geometry> borders;
  for (const std::uint32_t row : rows) {
    if (wkb::dimension_of(polygons.wkb(row)) == 2)
      borders.push_back(geos::boundary(geos::read(polygons.wkb(row))));
  }
  std::vector<Face> faces;
  if (borders.empty()) return faces;
  for (const Rings& rings : faces_between(std::move(borders), grid_size)) {
    Face face{wkb_of_polygons({&rings, 1}), {}, {}};
    face.envelope = envelope_of(face.wkb);
    faces.push_back(std::move(face));
  }
  return faces;
}

/// Every face gets the rows that cover a point inside it; those of no row are holes and gaps.
void label(std::vector<Face>& faces, const GeometryColumn& polygons, const SpatialIndex& index,
           double grid_size, Context& context) {
  GridRowsPool pool(polygons);
  parallel_for(faces.size(), context, [&](std::size_t begin, std::size_t end) {
    GridRowsPool::Lease lease(pool);
    GridRows& rows = *lease;
    std::vector<std::uint32_t> candidates;
    for (std::size_t f = begin; f < end; ++f) {
      const auto inside = geos::interior_point(geos::read(faces[f].wkb));
      if (!inside) continue;
      index.query(*inside, 2 * grid_size, candidates);
      for (const std::uint32_t row : candidates)
        if (rows[row].dimension() == 2 && rows[row].prepared().covers(*inside)) faces[f].rows.push_back(row);
      rows.trim();
    }
  });
  std::erase_if(faces, [](const Face& face) { return face.rows.empty(); });
}

/// The faces of a row are together as large as the row, but for what the grid moves along its border.
void check_balance(const std::vector<Face>& faces, const GeometryColumn& polygons, double grid_size) {
  std::vector<double> areas(polygons.size(), 0.0);
  for (const Face& face : faces) {
    const double area = planar_area(Wkb(face.wkb));
    for (const std::uint32_t row : face.rows) areas[row] += area;
  }
  for (std::size_t row = 0; row < polygons.size(); ++row) {
    double border = 0;
    double area = 0;
    for (const Rings& rings : polygons_of(polygons.wkb(row))) {
      area += planar_area(rings);
      for (const Path& ring : rings) border += planar_length(ring);
    }
    if (std::fabs(area - areas[row]) > 2 * grid_size * border + 1e-9 * area)
      throw error(
          ErrorKind::failed,
          "faces do not balance: row {} has an area of {}, its faces {}; repair the geometry or choose a "
          "finer precision",
          row, area, areas[row]);
  }
}

}  // namespace

Faces faces_of(const GeometryColumn& given, double grid_size, Context& context) {
  if (!(grid_size > 0))
    throw error(ErrorKind::failed, "the grid size of faces is {}, it must be > 0", grid_size);
  const GeometryColumn polygons = on_grid(given, grid_size, context);
  const SpatialIndex index(polygons.envelopes());
  const auto clusters = clusters_of(polygons, index, grid_size);
  std::vector<std::vector<Face>> of_cluster(clusters.size());
  parallel_for(clusters.size(), context, [&](std::size_t begin, std::size_t end) {
    for (std::size_t c = begin; c < end; ++c)
      of_cluster[c] = faces_of_cluster(polygons, clusters[c], grid_size);
  });
  std::vector<Face> faces;
  for (auto& some : of_cluster)
    faces.insert(faces.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
  label(faces, polygons, index, grid_size, context);
  check_balance(faces, given, grid_size);

  std::sort(faces.begin(), faces.end());
  Faces sorted;
  for (Face& face : faces) {
    sorted.geometry.append(face.wkb, face.envelope);
    sorted.rows.push_back(std::move(face.rows));
  }
  return sorted;
}

}  // namespace jingwei
