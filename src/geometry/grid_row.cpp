#include "geometry/grid_row.hpp"

#include <algorithm>
#include <cmath>

#include "base/parallel.hpp"
#include "geometry/inside_point.hpp"
#include "geometry/near_part.hpp"
#include "geometry/planar.hpp"
#include "geometry/polygon_overlay.hpp"
#include "geometry/wkb_io.hpp"

namespace jingwei {
namespace {

double rounded(double v, double scale) {
  return std::round(v * scale) / scale;
}

/// A valid polygon whose corners are rounded already stays as it is: it collapses nowhere.
bool lies_on_grid(Wkb polygon, double grid_size) {
  const double scale = 1 / grid_size;
  bool all = true;
  wkb::for_each_point(
      polygon, [&](Point p) { all = all && rounded(p.x, scale) == p.x && rounded(p.y, scale) == p.y; });
  return all;
}

bool has_rings_alone(wkb::Reader& reader) {
  if (reader.header() != wkb::Type::polygon) return false;
  const auto rings = reader.count(4);
  for (auto ring = rings; ring > 0; --ring) {
    const auto points = reader.count(sizeof(Point));
    if (points == 0) return false;
    reader.skip_points(points);
  }
  return rings > 0;
}

/// Is it what wkb::of_dimension gives: a polygon, or several, none of whose parts is empty?
bool is_plain_polygon(Wkb bytes) {
  wkb::Reader reader(bytes);
  if (reader.header() != wkb::Type::multi_polygon) {
    wkb::Reader again(bytes);
    return has_rings_alone(again);
  }
  const auto polygons = reader.count(9);
  bool plain = polygons > 1;
  for (auto n = polygons; n > 0 && plain; --n) plain = has_rings_alone(reader);
  return plain;
}

/// Is a row already what its on_grid gives?
bool is_on_grid(Wkb row, double grid_size) {
  return row.empty() || (is_plain_polygon(row) && lies_on_grid(row, grid_size));
}

}  // namespace

double measure_of(Wkb wkb, int dimension) {
  if (dimension == 2) return planar_area(wkb);
  return dimension == 1 ? planar_length(wkb) : 0;
}

Point middle_of_longest_edge(const Path& path) {
  std::size_t longest = 1;
  double length = -1;
  for (std::size_t i = 1; i < path.size(); ++i) {
    const double edge = std::hypot(path[i].x - path[i - 1].x, path[i].y - path[i - 1].y);
    if (edge > length) length = edge, longest = i;
  }
  const Point p = path[longest - 1];
  const Point q = path[longest];
  return {(p.x + q.x) / 2, (p.y + q.y) / 2};
}

std::vector<Point> witnesses_of(Wkb wkb, int dimension) {
  if (dimension == 0) return points_of(wkb);
  std::vector<Point> witnesses;
  if (dimension == 1)
    for (const Path& line : lines_of(wkb)) witnesses.push_back(middle_of_longest_edge(line));
  if (dimension == 2)
    for (const Rings& rings : polygons_of(wkb))
      if (const auto inside = inside_point(rings)) witnesses.push_back(*inside);
  return witnesses;
}

std::vector<std::uint8_t> rounded(Wkb wkb, double grid_size) {
  const double scale = 1 / grid_size;
  return wkb::with_points(wkb, [&](Point p) { return Point{rounded(p.x, scale), rounded(p.y, scale)}; });
}

std::vector<std::uint8_t> on_grid(Wkb wkb, double grid_size) {
  const int dimension = wkb::dimension_of(wkb);
  if (dimension < 0) return {};
  if (dimension == 2) {
    if (lies_on_grid(wkb, grid_size)) return wkb::of_dimension(wkb, dimension);
    const std::vector<Rings> polygons = polygon_union(oriented_polygons_of(wkb), grid_size);
    return polygons.empty() ? std::vector<std::uint8_t>{} : wkb_of_polygons(polygons);
  }
  geos::Geometry snapped = geos::on_grid(geos::read(wkb::of_dimension(wkb, dimension)), grid_size);
  if (dimension == 1 && !geos::is_empty(snapped))
    snapped = geos::merge_lines(geos::unary_union(snapped, grid_size), geos::Direction::kept);
  return rounded(wkb::of_dimension(geos::write(snapped), dimension), grid_size);
}

GeometryColumn on_grid(const GeometryColumn& column, double grid_size, Context& context) {
  // Most rows lie there already; nothing: it does.
  std::vector<std::optional<std::vector<std::uint8_t>>> moved(column.size());
  parallel_for(column.size(), context, [&](std::size_t begin, std::size_t end) {
    for (std::size_t row = begin; row < end; ++row)
      if (!is_on_grid(column.wkb(row), grid_size)) moved[row] = on_grid(column.wkb(row), grid_size);
  });
  if (std::ranges::none_of(moved, [](const auto& row) { return row.has_value(); })) return column;
  GeometryColumn snapped;
  snapped.reserve(column.size(), column.bytes());
  for (std::size_t row = 0; row < column.size(); ++row)
    if (moved[row])
      snapped.append(*moved[row]);
    else
      snapped.append(column.wkb(row), column.envelope(row));
  return snapped;
}

GridRow::GridRow(Wkb on_grid, const Envelope& envelope)
    : m_wkb(on_grid), m_envelope(envelope), m_dimension(wkb::dimension_of(on_grid)) {}

const geos::Geometry& GridRow::geometry() {
  if (!m_geometry) m_geometry = geos::read(m_wkb);
  return m_geometry;
}

const std::vector<Rings>& GridRow::polygons() {
  if (m_polygons.empty()) m_polygons = oriented_polygons_of(m_wkb);
  return m_polygons;
}

const geos::Geometry& GridRow::near_geometry(const Envelope& rectangle) {
  if (!large()) return geometry();
  m_near = geos::read(wkb_of_polygons(near_part(polygons(), rectangle)));
  return m_near;
}

Envelope GridRow::with_edges_at(const Envelope& rectangle) {
  if (large()) return jingwei::with_edges_at(polygons(), rectangle);
  Envelope reach = rectangle;
  reach.expand(m_envelope);
  return reach;
}

const geos::Prepared& GridRow::prepared() {
  if (!m_prepared) m_prepared.emplace(geometry());
  return *m_prepared;
}

const std::vector<Point>& GridRow::witnesses() {
  if (!m_witnesses) m_witnesses = witnesses_of(m_wkb, m_dimension);
  return *m_witnesses;
}

const PolygonLocator& GridRow::locator() {
  if (!m_locator) m_locator.emplace(polygons());
  return *m_locator;
}

bool GridRow::near(Point place, double tolerance) {
  if (m_dimension == 2) return locator().inside(place) || locator().border_within(place, tolerance);
  return prepared().distance(place) <= tolerance;
}

bool GridRow::deep_inside(Point place, double tolerance) {
  return m_dimension == 2 && locator().inside(place) && !locator().border_within(place, tolerance);
}

GridRow& GridRows::operator[](std::uint32_t row) {
  auto& slot = m_rows[row];
  if (!slot) {
    slot = std::make_unique<GridRow>(m_column.wkb(row), m_column.envelope(row));
    m_read.push_back(row);
    m_bytes += slot->wkb().size();
  }
  return *slot;
}

void GridRows::trim() {
  constexpr std::size_t most_bytes = std::size_t{32} << 20;
  if (m_bytes < most_bytes) return;
  for (const std::uint32_t row : m_read) m_rows[row].reset();
  m_read.clear();
  m_bytes = 0;
}

GridRowsPool::Lease::Lease(GridRowsPool& pool) : m_pool(pool) {
  const std::lock_guard lock(pool.m_mutex);
  if (pool.m_idle.empty()) {
    m_rows = std::make_unique<GridRows>(pool.m_column);
  } else {
    m_rows = std::move(pool.m_idle.back());
    pool.m_idle.pop_back();
  }
}

GridRowsPool::Lease::~Lease() {
  const std::lock_guard lock(m_pool.m_mutex);
  m_pool.m_idle.push_back(std::move(m_rows));
}

}  // namespace jingwei
