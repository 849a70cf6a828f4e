#include "geometry/overlay_proof.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "base/error.hpp"
#include "geometry/inside_point.hpp"
#include "geometry/planar.hpp"
#include "geometry/wkb_io.hpp"

namespace jingwei {
namespace {

bool inside_another(Point place, std::span<const std::uint32_t> rows, GridRows& others, double tolerance) {
  return std::ranges::any_of(rows, [&](std::uint32_t row) {
    return others[row].envelope().contains(place) && others[row].deep_inside(place, tolerance);
  });
}

/// How far a place of a part lies from the part's end: the border of a polygon, the ends of a line.
double depth_in(const Rings& polygon, Point place) {
  double depth = std::numeric_limits<double>::infinity();
  for (const Path& ring : polygon)
    for (std::size_t i = 1; i < ring.size(); ++i)
      depth = std::min(depth, distance_to_segment(place, ring[i - 1], ring[i]));
  return depth;
}
double depth_in(const Path& line, Point) {
  return planar_length(line) / 2;
}

std::optional<Point> witness_of(const Rings& polygon) {
  return inside_point(polygon);
}
std::optional<Point> witness_of(const Path& line) {
  return middle_of_longest_edge(line);
}

/// The parts that are a's alone; nothing where one is another row's.
template <class Part>
bool keep_proven_parts(std::vector<Part>& parts, GridRow& a, std::span<const std::uint32_t> others_near,
                       GridRows& others, double tolerance) {
  bool proven = true;
  std::erase_if(parts, [&](const Part& part) {
    const std::optional<Point> place = witness_of(part);
    if (!place) return false;
    proven = proven && a.near(*place, tolerance);
    if (!inside_another(*place, others_near, others, tolerance)) return false;
    if (depth_in(part, *place) <= tolerance) return true;
    proven = false;
    return false;
  });
  return proven;
}

/// How much of a measure the grid may take or give: a cell's width along every border, at every corner of
/// lines.
double grid_measure(const std::vector<Rings>& polygons, double grid_size) {
  double extent = 0;
  for (const Rings& rings : polygons)
    for (const Path& ring : rings) extent += planar_length(ring);
  return 2 * grid_size * extent;
}
double grid_measure(Wkb wkb, int dimension, double grid_size) {
  if (dimension == 2) return grid_measure(polygons_of(wkb), grid_size);
  double extent = 0;
  for (const Path& line : lines_of(wkb)) extent += static_cast<double>(line.size());
  return 2 * grid_size * extent;
}

[[noreturn]] void refuse_balance(double measure, double pieces, double rest) {
  throw error(ErrorKind::failed,
              {"叠加前后面积不平衡：总量 {}，碎片 {}，其余 {}；请用更粗的 precision",
               "an overlay does not balance: of a measure of {} its pieces have {} and the rest has {}; "
               "choose a coarser precision"},
              measure, pieces, rest);
}

}  // namespace

void refuse(const Text& reason) {
  throw error(ErrorKind::failed,
              {"叠加在此精度网格上未能得到证明：{}；请用更粗的 precision",
               "an overlay could not be certified on this precision grid: {}; choose a coarser precision"},
              reason);
}

bool all_near(GridRow& row, const std::vector<Point>& places, double tolerance) {
  return std::ranges::all_of(places, [&](Point p) { return row.near(p, tolerance); });
}

bool keep_proven_rest(std::vector<Rings>& rest, GridRow& a, std::span<const std::uint32_t> others_near,
                      GridRows& others, double grid_size) {
  return keep_proven_parts(rest, a, others_near, others, witness_tolerance(grid_size));
}

bool keep_proven_rest(std::vector<Path>& rest, GridRow& a, std::span<const std::uint32_t> others_near,
                      GridRows& others, double grid_size) {
  return keep_proven_parts(rest, a, others_near, others, witness_tolerance(grid_size));
}

bool balances(GridRow& a, double inside, double outside, double grid_size) {
  const double area = a.measure();
  const double balance = std::fabs(area - inside - outside);
  return balance <= 1e-12 * area || balance <= 1e-9 * area + grid_measure(a.polygons(), grid_size);
}

void check_balance(const GridRow& a, const RowOverlay& result, double grid_size) {
  const double balance = std::fabs(result.measure - result.shared_measure - result.rest_measure);
  if (balance <= 1e-12 * result.measure) return;
  double allowed = 1e-9 * result.measure + grid_measure(a.wkb(), a.dimension(), grid_size);
  if (balance <= allowed) return;
  for (const Piece& piece : result.pieces) allowed += grid_measure(piece.wkb, a.dimension(), grid_size);
  if (balance > allowed) refuse_balance(result.measure, result.shared_measure, result.rest_measure);
}

void check_pieces(GridRow& a, const PolygonRow& row, double pieces_area, double expected_area,
                  double grid_size) {
  const double balance = std::fabs(expected_area - pieces_area);
  if (balance <= 1e-9 * expected_area) return;
  double allowed = 1e-9 * expected_area + grid_measure(a.polygons(), grid_size);
  for (const PolygonRow::Shared& shared : row.shared) allowed += grid_measure(shared.common, grid_size);
  if (balance > allowed) refuse_balance(expected_area, pieces_area, 0);
}

}  // namespace jingwei
