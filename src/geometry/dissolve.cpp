#include <algorithm>
#include <memory>
#include <ranges>
#include <tuple>

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "geometry/grid_row.hpp"
#include "geometry/hilbert.hpp"
#include "geometry/overlay.hpp"
#include "geometry/overlay_row.hpp"
#include "geometry/wkb_io.hpp"

namespace jingwei {
namespace {

using Bytes = std::vector<std::uint8_t>;

/// Every place of the union lies in a row, and every row's in the union.
void check_union(const std::vector<Bytes>& rows, const Bytes& united, int dimension, double grid_size) {
  const double tolerance = witness_tolerance(grid_size);
  std::vector<std::unique_ptr<GridRow>> sources;
  for (const Bytes& row : rows) sources.push_back(std::make_unique<GridRow>(row));
  GridRow whole(united);
  const auto in_a_source = [&](Point place) {
    return std::ranges::any_of(sources, [&](const auto& source) {
      return source->envelope().grown(tolerance).contains(place) && source->near(place, tolerance);
    });
  };
  bool proven = std::ranges::all_of(witnesses_of(united, dimension), in_a_source);
  // A sliver that is no wider than the grid may vanish on it.
  for (const auto& source : sources)
    proven =
        proven && std::ranges::all_of(source->witnesses(), [&](Point place) {
          return whole.near(place, tolerance) || (dimension == 2 && !source->deep_inside(place, tolerance));
        });
  if (!proven)
    throw error(
        ErrorKind::failed,
        "a union of {} rows could not be certified on this precision grid; choose a coarser precision",
        rows.size());
}

/// The union of a few geometries of one dimension.
Bytes unite(const std::vector<Bytes>& rows, int dimension, double grid_size) {
  std::vector<geos::Geometry> parts;
  for (const Bytes& row : rows) parts.push_back(geos::read(row));
  geos::Geometry united = geos::unary_union(geos::collection(std::move(parts)), grid_size);
  if (dimension == 1 && !geos::is_empty(united)) united = geos::merge_lines(united, geos::Direction::ignored);
  geos::normalize(united);
  Bytes bytes = wkb::of_dimension(geos::write(united), dimension);
  if (!bytes.empty() && dimension > 0) check_union(rows, bytes, dimension, grid_size);
  return bytes;
}

/// The rows of one group on their way to one: neighbours are united in batches, the results again.
struct Group {
  int dimension = -1;
  std::vector<Bytes> rows;
};

/// In an order that the rows' own order has no part in: along a Hilbert curve, ties by their bytes.
void sort_rows(std::vector<Bytes>& rows) {
  Envelope extent;
  for (const Bytes& row : rows) extent.expand(envelope_of(row));
  std::vector<std::pair<std::uint64_t, Bytes>> keyed;
  for (Bytes& row : rows) keyed.emplace_back(hilbert_code(envelope_of(row).center(), extent), std::move(row));
  std::sort(keyed.begin(), keyed.end());
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = std::move(keyed[i].second);
}

/// One level: every group's rows, `batch` at a time, all batches in parallel.
void unite_level(std::vector<Group>& groups, std::size_t batch, double grid_size, Context& context) {
  std::vector<std::tuple<std::size_t, std::size_t>> tasks;  // group, first row
  for (std::size_t g = 0; g < groups.size(); ++g)
    for (std::size_t first = 0; first < groups[g].rows.size(); first += batch) tasks.emplace_back(g, first);
  std::vector<Bytes> united(tasks.size());
  parallel_for(
      tasks.size(), context,
      [&](std::size_t begin, std::size_t end) {
        for (std::size_t t = begin; t < end; ++t) {
          const auto [g, first] = tasks[t];
          const Group& group = groups[g];
          const auto from = group.rows.begin() + static_cast<std::ptrdiff_t>(first);
          const auto to =
              group.rows.begin() + static_cast<std::ptrdiff_t>(std::min(first + batch, group.rows.size()));
          united[t] = unite({from, to}, group.dimension, grid_size);
        }
      },
      1);
  for (Group& group : groups) group.rows.clear();
  for (std::size_t t = 0; t < tasks.size(); ++t)
    if (!united[t].empty()) groups[std::get<0>(tasks[t])].rows.push_back(std::move(united[t]));
}

}  // namespace

GeometryColumn dissolve(const GeometryColumn& column, std::span<const std::uint32_t> groups,
                        std::uint32_t group_count, double grid_size, Context& context) {
  if (!(grid_size > 0))
    throw error(ErrorKind::failed, "a dissolve's grid size is {}, it must be > 0", grid_size);
  std::vector<Group> parts(group_count);
  std::vector<int> dimensions(column.size(), -1);
  for (std::size_t row = 0; row < column.size(); ++row) {
    if (groups[row] == no_row) continue;
    dimensions[row] = wkb::dimension_of(column.wkb(row));
    parts[groups[row]].dimension = std::max(parts[groups[row]].dimension, dimensions[row]);
  }
  for (std::size_t row = 0; row < column.size(); ++row) {
    if (dimensions[row] < 0 || dimensions[row] != parts[groups[row]].dimension) continue;
    parts[groups[row]].rows.push_back(wkb::of_dimension(column.wkb(row), dimensions[row]));
  }
  parallel_for(parts.size(), context, [&](std::size_t begin, std::size_t end) {
    for (std::size_t g = begin; g < end; ++g) sort_rows(parts[g].rows);
  });

  constexpr std::size_t first_batch = 64;
  constexpr std::size_t later_batch = 8;
  unite_level(parts, first_batch, grid_size, context);
  while (std::ranges::any_of(parts, [](const Group& group) { return group.rows.size() > 1; }))
    unite_level(parts, later_batch, grid_size, context);

  GeometryColumn united;
  for (const Group& group : parts) {
    if (group.rows.empty())
      united.append_null();
    else
      united.append(group.rows[0]);
  }
  return united;
}

GeometryColumn dissolve(const GeometryColumn& column, double grid_size, Context& context) {
  return dissolve(column, std::vector<std::uint32_t>(column.size(), 0), 1, grid_size, context);
}

}  // namespace jingwei
