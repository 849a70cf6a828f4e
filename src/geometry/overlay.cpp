#include "geometry/overlay.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "geometry/overlay_row.hpp"
#include "geometry/spatial_index.hpp"

namespace jingwei {

void Certificate::add(const Certificate& other) {
  pieces += other.pieces;
  witnesses += other.witnesses;
  witness_failures += other.witness_failures;
  input_measure += other.input_measure;
  output_measure += other.output_measure;
  outside_measure += other.outside_measure;
}

namespace {

void check_grid(double grid_size) {
  if (!(grid_size > 0))
    throw error(ErrorKind::failed, "an overlay's grid size is {}, it must be > 0", grid_size);
}

/// Every row of a against the rows of b (both on the grid), in parallel.
std::vector<RowOverlay> overlay_rows(const GeometryColumn& a, const GeometryColumn& b, double grid_size,
                                     Context& context) {
  std::vector<RowOverlay> rows(a.size());
  const SpatialIndex index(b.envelopes());
  GridRowsPool pool(b);
  parallel_for(a.size(), context, [&](std::size_t begin, std::size_t end) {
    GridRowsPool::Lease lease(pool);
    GridRows& others = *lease;
    std::vector<std::uint32_t> candidates;
    for (std::size_t row = begin; row < end; ++row) {
      if (a.envelope(row).empty()) continue;
      GridRow mine(a.wkb(row));
      index.query(a.envelope(row), candidates);
      rows[row] = overlay_row(mine, candidates, others, grid_size);
      others.trim();
    }
  });
  return rows;
}

enum class Counted { pieces, rest, both };

void add_row(const RowOverlay& row, std::uint32_t source, Counted counted, Pieces& out) {
  Certificate& c = out.certificate;
  c.input_measure += row.measure;
  if (counted != Counted::rest) {
    for (const Piece& piece : row.pieces) {
      out.geometry.append(piece.wkb);
      out.source_a.push_back(source);
      out.source_b.push_back(piece.other);
    }
    c.pieces += row.pieces.size();
  }
  if (counted != Counted::pieces && !row.rest.empty()) {
    out.geometry.append(row.rest);
    out.source_a.push_back(source);
    out.source_b.push_back(no_row);
    ++c.pieces;
  }
  (counted == Counted::rest ? c.outside_measure : c.output_measure) += row.shared_measure;
  (counted == Counted::pieces ? c.outside_measure : c.output_measure) += row.rest_measure;
}

Pieces overlay(const GeometryColumn& a, const GeometryColumn& b, double grid_size, Counted counted,
               Context& context) {
  Pieces out;
  const std::vector<RowOverlay> rows = overlay_rows(a, b, grid_size, context);
  for (std::size_t row = 0; row < rows.size(); ++row)
    add_row(rows[row], static_cast<std::uint32_t>(row), counted, out);
  out.certificate.witnesses = out.certificate.pieces;
  return out;
}

/// What each row of b has outside of a, where the pieces that they share are known.
void add_rest_of_b(const GeometryColumn& a, const GeometryColumn& b, double grid_size, Context& context,
                   Pieces& out) {
  std::vector<std::vector<std::size_t>> shared(b.size());
  for (std::size_t piece = 0; piece < out.source_b.size(); ++piece)
    if (out.source_b[piece] != no_row) shared[out.source_b[piece]].push_back(piece);

  std::vector<std::vector<std::uint8_t>> rests(b.size());
  GridRowsPool pool(a);
  parallel_for(b.size(), context, [&](std::size_t begin, std::size_t end) {
    GridRowsPool::Lease lease(pool);
    GridRows& others = *lease;
    for (std::size_t row = begin; row < end; ++row) {
      if (b.envelope(row).empty()) continue;
      GridRow mine(b.wkb(row));
      std::vector<Wkb> pieces;
      std::vector<std::uint32_t> sources;
      for (const std::size_t piece : shared[row]) {
        const std::uint32_t source = out.source_a[piece];
        if (others[source].dimension() < mine.dimension()) continue;
        pieces.push_back(out.geometry.wkb(piece));
        sources.push_back(source);
      }
      rests[row] = rest_of_row(mine, pieces, sources, others, grid_size);
      others.trim();
    }
  });
  for (std::size_t row = 0; row < rests.size(); ++row) {
    if (rests[row].empty()) continue;
    out.geometry.append(rests[row]);
    out.source_a.push_back(no_row);
    out.source_b.push_back(static_cast<std::uint32_t>(row));
    ++out.certificate.pieces;
    ++out.certificate.witnesses;
  }
}

}  // namespace

Pieces intersection(const GeometryColumn& a, const GeometryColumn& b, double grid_size, Context& context) {
  check_grid(grid_size);
  return overlay(on_grid(a, grid_size, context), on_grid(b, grid_size, context), grid_size, Counted::pieces,
                 context);
}

Pieces difference(const GeometryColumn& a, const GeometryColumn& b, double grid_size, Context& context) {
  check_grid(grid_size);
  return overlay(on_grid(a, grid_size, context), on_grid(b, grid_size, context), grid_size, Counted::rest,
                 context);
}

Pieces identity(const GeometryColumn& a, const GeometryColumn& b, double grid_size, Context& context) {
  check_grid(grid_size);
  return overlay(on_grid(a, grid_size, context), on_grid(b, grid_size, context), grid_size, Counted::both,
                 context);
}

Pieces union_of(const GeometryColumn& a, const GeometryColumn& b, double grid_size, Context& context) {
  check_grid(grid_size);
  const GeometryColumn left = on_grid(a, grid_size, context);
  const GeometryColumn right = on_grid(b, grid_size, context);
  Pieces out = overlay(left, right, grid_size, Counted::both, context);
  add_rest_of_b(left, right, grid_size, context, out);
  return out;
}

}  // namespace jingwei
