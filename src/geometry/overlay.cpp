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
                                     RestWanted wanted, Context& context) {
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
      rows[row] = overlay_row(mine, candidates, others, wanted, grid_size);
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

Pieces pieces_of(const std::vector<RowOverlay>& rows, Counted counted) {
  Pieces out;
  for (std::size_t row = 0; row < rows.size(); ++row)
    add_row(rows[row], static_cast<std::uint32_t>(row), counted, out);
  out.certificate.witnesses = out.certificate.pieces;
  return out;
}

/// Two columns on the grid, and their overlay.
struct Overlaid {
  Overlaid(const GeometryColumn& left, const GeometryColumn& right, double grid_size, Context& context,
           RestWanted wanted = RestWanted::polygons)
      : a((check_grid(grid_size), on_grid(left, grid_size, context))),
        b(on_grid(right, grid_size, context)),
        rows(overlay_rows(a, b, grid_size, wanted, context)) {}
  GeometryColumn a, b;
  std::vector<RowOverlay> rows;
};

void add_b_alone(Wkb wkb, std::size_t row, Pieces& out) {
  out.geometry.append(wkb);
  out.source_a.push_back(no_row);
  out.source_b.push_back(static_cast<std::uint32_t>(row));
  ++out.certificate.pieces;
  ++out.certificate.witnesses;
}

/// What each row of b has outside of a.
void add_rest_of_b(const Overlaid& of, double grid_size, Context& context, Pieces& out) {
  const GeometryColumn& a = of.a;
  const GeometryColumn& b = of.b;
  struct Shared {
    std::uint32_t source;
    Wkb piece;
  };
  std::vector<std::vector<Shared>> shared(b.size());
  for (std::uint32_t row = 0; row < of.rows.size(); ++row)
    for (const Piece& piece : of.rows[row].pieces) shared[piece.other].push_back({row, piece.wkb});

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
      for (const auto& [source, piece] : shared[row]) {
        if (others[source].dimension() < mine.dimension()) continue;
        pieces.push_back(piece);
        sources.push_back(source);
      }
      rests[row] = rest_of_row(mine, pieces, sources, others, grid_size);
      others.trim();
    }
  });
  for (std::size_t row = 0; row < rests.size(); ++row)
    if (!rests[row].empty()) add_b_alone(rests[row], row, out);
}

}  // namespace

Pieces intersection(const GeometryColumn& a, const GeometryColumn& b, double grid_size, Context& context) {
  return pieces_of(Overlaid(a, b, grid_size, context, RestWanted::area).rows, Counted::pieces);
}

Pieces difference(const GeometryColumn& a, const GeometryColumn& b, double grid_size, Context& context) {
  return pieces_of(Overlaid(a, b, grid_size, context).rows, Counted::rest);
}

Pieces identity(const GeometryColumn& a, const GeometryColumn& b, double grid_size, Context& context) {
  return pieces_of(Overlaid(a, b, grid_size, context).rows, Counted::both);
}

Pieces union_of(const GeometryColumn& a, const GeometryColumn& b, double grid_size, Context& context) {
  const Overlaid overlaid(a, b, grid_size, context);
  Pieces out = pieces_of(overlaid.rows, Counted::both);
  add_rest_of_b(overlaid, grid_size, context, out);
  return out;
}

Pieces symmetric_difference(const GeometryColumn& a, const GeometryColumn& b, double grid_size,
                            Context& context) {
  const Overlaid overlaid(a, b, grid_size, context);
  Pieces out = pieces_of(overlaid.rows, Counted::rest);
  add_rest_of_b(overlaid, grid_size, context, out);
  return out;
}

Pieces update(const GeometryColumn& a, const GeometryColumn& b, double grid_size, Context& context) {
  const Overlaid overlaid(a, b, grid_size, context);
  Pieces out = pieces_of(overlaid.rows, Counted::rest);
  for (std::size_t row = 0; row < overlaid.b.size(); ++row)
    if (!is_empty(overlaid.b.wkb(row))) add_b_alone(overlaid.b.wkb(row), row, out);
  return out;
}

Pieces clip(const GeometryColumn& a, const GeometryColumn& b, double grid_size, Context& context) {
  check_grid(grid_size);
  Pieces out = intersection(a, dissolve(b, grid_size, context), grid_size, context);
  std::ranges::fill(out.source_b, no_row);
  return out;
}

}  // namespace jingwei
