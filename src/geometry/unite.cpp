#include "geometry/unite.hpp"

#include <algorithm>
#include <memory>
#include <tuple>

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "geometry/grid_row.hpp"
#include "geometry/hilbert.hpp"
#include "geometry/overlay_row.hpp"
#include "geometry/spatial_index.hpp"
#include "geometry/unite_polygons.hpp"
#include "geometry/wkb_io.hpp"

namespace jingwei {
namespace {

using Bytes = std::vector<std::uint8_t>;

/// Lines or points that become one.
struct Parts {
  int dimension = -1;
  std::vector<Bytes> rows;
};

/// The union of a few lines or points, on the grid.
Bytes united(std::span<const Bytes> rows, int dimension, double grid_size) {
  std::vector<geos::Geometry> parts;
  for (const Bytes& row : rows) parts.push_back(geos::read(row));
  geos::Geometry whole = geos::unary_union(geos::collection(std::move(parts)), grid_size);
  if (dimension == 1 && !geos::is_empty(whole)) whole = geos::merge_lines(whole, geos::Direction::ignored);
  geos::normalize(whole);
  return wkb::of_dimension(geos::write(whole), dimension);
}

/// In an order that the rows' own order has no part in: along a Hilbert curve, ties by their bytes; of equal
/// rows one.
void sort_rows(std::vector<Bytes>& rows) {
  Envelope extent;
  for (const Bytes& row : rows) extent.expand(envelope_of(row));
  std::vector<std::pair<std::uint64_t, Bytes>> keyed;
  for (Bytes& row : rows) keyed.emplace_back(hilbert_code(envelope_of(row).center(), extent), std::move(row));
  std::sort(keyed.begin(), keyed.end());
  keyed.erase(std::unique(keyed.begin(), keyed.end()), keyed.end());
  rows.resize(keyed.size());
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = std::move(keyed[i].second);
}

/// One level: every group's rows, `batch` at a time, all batches in parallel.
void unite_level(std::vector<Parts>& groups, std::size_t batch, double grid_size, Context& context) {
  std::vector<std::tuple<std::size_t, std::size_t>> tasks;  // group, first row
  for (std::size_t g = 0; g < groups.size(); ++g)
    for (std::size_t first = 0; first < groups[g].rows.size(); first += batch) tasks.emplace_back(g, first);
  std::vector<Bytes> results(tasks.size());
  parallel_for(
      tasks.size(), context,
      [&](std::size_t begin, std::size_t end) {
        for (std::size_t t = begin; t < end; ++t) {
          const auto [g, first] = tasks[t];
          const std::span<const Bytes> rows = groups[g].rows;
          results[t] = united(rows.subspan(first, std::min(batch, rows.size() - first)), groups[g].dimension,
                              grid_size);
        }
      },
      1);
  for (Parts& group : groups) group.rows.clear();
  for (std::size_t t = 0; t < tasks.size(); ++t)
    if (!results[t].empty()) groups[std::get<0>(tasks[t])].rows.push_back(std::move(results[t]));
}

/// Is every place of the union in a row?
bool holds_only(const Parts& sources, const Bytes& whole, double tolerance) {
  std::vector<Envelope> envelopes;
  for (const Bytes& row : sources.rows) envelopes.push_back(envelope_of(row));
  const SpatialIndex index(envelopes);
  std::vector<std::uint32_t> candidates;
  return std::ranges::all_of(witnesses_of(whole, sources.dimension), [&](Point place) {
    index.query(place, tolerance, candidates);
    return std::ranges::any_of(
        candidates, [&](std::uint32_t row) { return GridRow(sources.rows[row]).near(place, tolerance); });
  });
}

/// Is every row's place in the union?
bool holds_all(const Parts& sources, const Bytes& whole, double tolerance, Context& context) {
  constexpr std::size_t ranges = 16;  // each prepares the whole
  std::vector<std::uint8_t> held(sources.rows.size(), 0);
  parallel_for(
      sources.rows.size(), context,
      [&](std::size_t begin, std::size_t end) {
        GridRow in(whole);
        for (std::size_t row = begin; row < end; ++row) {
          GridRow source(sources.rows[row]);
          held[row] =
              std::ranges::all_of(source.witnesses(), [&](Point place) { return in.near(place, tolerance); });
        }
      },
      (sources.rows.size() + ranges - 1) / ranges);
  return std::ranges::all_of(held, [](std::uint8_t yes) { return yes != 0; });
}

/// Lines and points: by levels, a few rows at a time.
std::vector<Bytes> unite_by_levels(std::vector<Parts> groups, double grid_size, Context& context) {
  parallel_for(groups.size(), context, [&](std::size_t begin, std::size_t end) {
    for (std::size_t g = begin; g < end; ++g) {
      std::erase_if(groups[g].rows, [](const Bytes& row) { return row.empty(); });
      sort_rows(groups[g].rows);
    }
  });
  constexpr std::size_t first_batch = 64;
  constexpr std::size_t later_batch = 8;
  // The last few are the largest: two by two more of them are on their way at once.
  constexpr std::size_t few_rows = 16;
  std::vector<Parts> parts = groups;
  unite_level(parts, first_batch, grid_size, context);
  double levels = 1;
  const auto any_above = [&](std::size_t rows) {
    return std::ranges::any_of(parts, [&](const Parts& group) { return group.rows.size() > rows; });
  };
  for (; any_above(1); ++levels)
    unite_level(parts, any_above(few_rows) ? later_batch : 2, grid_size, context);

  std::vector<Bytes> wholes(groups.size());
  std::vector<std::uint8_t> proven(groups.size(), 1);
  const double tolerance = levels * witness_tolerance(grid_size);
  const auto prove = [&](std::size_t g, Context& how) {
    const Parts& sources = groups[g];
    if (sources.dimension < 1 || sources.rows.empty()) return;
    // Nothing of what there was: that can only be lines shorter than the grid.
    if (wholes[g].empty())
      proven[g] = std::ranges::none_of(sources.rows,
                                       [&](const Bytes& row) { return measure_of(row, 1) > tolerance; });
    else
      proven[g] = holds_only(sources, wholes[g], tolerance) && holds_all(sources, wholes[g], tolerance, how);
  };
  for (std::size_t g = 0; g < groups.size(); ++g)
    if (!parts[g].rows.empty()) wholes[g] = std::move(parts[g].rows[0]);
  constexpr std::size_t many = 256;  // rows of a group that is proven in parallel, and not one of many groups
  for (std::size_t g = 0; g < groups.size(); ++g)
    if (groups[g].rows.size() >= many) prove(g, context);
  parallel_for(groups.size(), context, [&](std::size_t begin, std::size_t end) {
    Context alone;
    for (std::size_t g = begin; g < end; ++g)
      if (groups[g].rows.size() < many) prove(g, alone);
  });
  for (std::size_t g = 0; g < groups.size(); ++g)
    if (proven[g] == 0)
      throw error(
          ErrorKind::failed,
          {"{} 行的并集在此精度网格上未能得到证明；请用更粗的 precision",
           "a union of {} rows could not be certified on this precision grid; choose a coarser precision"},
          groups[g].rows.size());
  return wholes;
}

}  // namespace

std::vector<Bytes> unite(std::span<const Group> groups, double grid_size, Context& context) {
  std::vector<std::vector<Wkb>> polygons(groups.size());
  std::vector<Parts> others(groups.size());
  for (std::size_t g = 0; g < groups.size(); ++g) {
    if (groups[g].dimension == 2) {
      polygons[g] = groups[g].rows;
      continue;
    }
    others[g].dimension = groups[g].dimension;
    for (const Wkb row : groups[g].rows)
      others[g].rows.push_back(wkb::of_dimension(row, groups[g].dimension));
  }
  std::vector<Bytes> wholes = unite_polygons(polygons, grid_size, context);
  std::vector<Bytes> rest = unite_by_levels(std::move(others), grid_size, context);
  for (std::size_t g = 0; g < groups.size(); ++g)
    if (groups[g].dimension != 2) wholes[g] = std::move(rest[g]);
  return wholes;
}

}  // namespace jingwei
