#include "geometry/overlay.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "geometry/overlay_proof.hpp"
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
      GridRow mine(a.wkb(row), a.envelope(row));
      index.query(a.envelope(row), candidates);
      rows[row] = overlay_row(mine, candidates, others, wanted, grid_size);
      others.trim();
    }
  });
  return rows;
}

enum class Counted { pieces, rest, both };

/// The pieces that are counted, which the row then no longer has.
void take_pieces(RowOverlay& row, std::uint32_t source, Counted counted, Pieces& out) {
  const auto add = [&](Bytes& wkb, std::uint32_t other) {
    out.geometry.append(wkb);
    out.source_a.push_back(source);
    out.source_b.push_back(other);
    Bytes().swap(wkb);
  };
  if (counted != Counted::rest)
    for (Piece& piece : row.pieces) add(piece.wkb, piece.other);
  if (counted != Counted::pieces && !row.rest.empty()) add(row.rest, no_row);
}

void add_measures(const RowOverlay& row, Counted counted, Certificate& c) {
  c.input_measure += row.measure;
  (counted == Counted::rest ? c.outside_measure : c.output_measure) += row.shared_measure;
  (counted == Counted::pieces ? c.outside_measure : c.output_measure) += row.rest_measure;
}

/// Ranges of rows write in parallel, each into a column of its own.
Pieces taken_pieces(std::vector<RowOverlay>& rows, Counted counted, Context& context) {
  constexpr std::size_t rows_each = 4096;
  std::vector<Pieces> ranges((rows.size() + rows_each - 1) / rows_each);
  parallel_for(
      ranges.size(), context,
      [&](std::size_t begin, std::size_t end) {
        for (std::size_t row = begin * rows_each; row < std::min(rows.size(), end * rows_each); ++row)
          take_pieces(rows[row], static_cast<std::uint32_t>(row), counted, ranges[row / rows_each]);
      },
      1);
  std::size_t pieces = 0, bytes = 0;
  for (const Pieces& range : ranges) pieces += range.geometry.size(), bytes += range.geometry.bytes();
  Pieces out;
  out.geometry.reserve(pieces, bytes);
  for (Pieces& range : ranges) {
    out.geometry.append(range.geometry);
    out.source_a.insert(out.source_a.end(), range.source_a.begin(), range.source_a.end());
    out.source_b.insert(out.source_b.end(), range.source_b.begin(), range.source_b.end());
    range = {};
  }
  for (const RowOverlay& row : rows) add_measures(row, counted, out.certificate);
  out.certificate.pieces = out.certificate.witnesses = pieces;
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

/// What each row of b has outside of a; no bytes: nothing.
std::vector<Bytes> rests_of_b(const Overlaid& of, double grid_size, Context& context) {
  const GeometryColumn& a = of.a;
  const GeometryColumn& b = of.b;
  struct Shared {
    std::uint32_t source;
    Wkb piece;
  };
  std::vector<std::vector<Shared>> shared(b.size());
  for (std::uint32_t row = 0; row < of.rows.size(); ++row)
    for (const Piece& piece : of.rows[row].pieces) shared[piece.other].push_back({row, piece.wkb});

  std::vector<Bytes> rests(b.size());
  GridRowsPool pool(a);
  parallel_for(b.size(), context, [&](std::size_t begin, std::size_t end) {
    GridRowsPool::Lease lease(pool);
    GridRows& others = *lease;
    for (std::size_t row = begin; row < end; ++row) {
      if (b.envelope(row).empty()) continue;
      GridRow mine(b.wkb(row), b.envelope(row));
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
  return rests;
}

/// What rows of a have by themselves or in common with b, then what rows of b have alone.
Pieces with_rest_of_b(Overlaid&& of, Counted counted, double grid_size, Context& context) {
  const std::vector<Bytes> rests = rests_of_b(of, grid_size, context);
  Pieces out = taken_pieces(of.rows, counted, context);
  for (std::size_t row = 0; row < rests.size(); ++row)
    if (!rests[row].empty()) add_b_alone(rests[row], row, out);
  return out;
}

}  // namespace

Pieces intersection(const GeometryColumn& a, const GeometryColumn& b, double grid_size, Context& context) {
  Overlaid overlaid(a, b, grid_size, context, RestWanted::area);
  return taken_pieces(overlaid.rows, Counted::pieces, context);
}

Pieces difference(const GeometryColumn& a, const GeometryColumn& b, double grid_size, Context& context) {
  Overlaid overlaid(a, b, grid_size, context);
  return taken_pieces(overlaid.rows, Counted::rest, context);
}

Pieces identity(const GeometryColumn& a, const GeometryColumn& b, double grid_size, Context& context) {
  Overlaid overlaid(a, b, grid_size, context);
  return taken_pieces(overlaid.rows, Counted::both, context);
}

Pieces union_of(const GeometryColumn& a, const GeometryColumn& b, double grid_size, Context& context) {
  return with_rest_of_b(Overlaid(a, b, grid_size, context), Counted::both, grid_size, context);
}

Pieces symmetric_difference(const GeometryColumn& a, const GeometryColumn& b, double grid_size,
                            Context& context) {
  return with_rest_of_b(Overlaid(a, b, grid_size, context), Counted::rest, grid_size, context);
}

Pieces update(const GeometryColumn& a, const GeometryColumn& b, double grid_size, Context& context) {
  Overlaid overlaid(a, b, grid_size, context);
  Pieces out = taken_pieces(overlaid.rows, Counted::rest, context);
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
